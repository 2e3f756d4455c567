#include "readers/sheets_cells.h"

#include "base/limit.h"
#include "base/limits.h"
#include "base/utf8.h"

namespace readers::sheets {
namespace {

namespace limits = base::limits;

// A number in decimal; nothing else, and nothing larger than `most`, is one.
std::uint64_t number_of(std::string_view text, std::uint64_t most, std::uint64_t otherwise) {
  std::uint64_t out = 0;
  if (text.empty() || text.size() > 10) return otherwise;
  for (char c : text) {
    if (c < '0' || c > '9') return otherwise;
    out = out * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return out > most ? otherwise : out;
}

// "_x000D_" stands for a character that XML cannot hold, and "_x005F_" for an underscore that would look like one
// (ECMA-376 part 1, 22.9.2.19).
std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_') {
      char32_t c = 0;
      bool is_number = true;
      for (std::size_t i = at + 2; i < at + 6; ++i) {
        char d = text[i];
        bool digit = d >= '0' && d <= '9', large = d >= 'A' && d <= 'F', small = d >= 'a' && d <= 'f';
        is_number = is_number && (digit || large || small);
        c = c * 16 + static_cast<char32_t>(digit ? d - '0' : large ? d - 'A' + 10 : d - 'a' + 10);
      }
      if (is_number && (c < 0xD800 || c > 0xDFFF)) {
        base::append_utf8(out, c);
        at += 6;
        continue;
      }
    }
    out += text[at];
  }
  return out;
}

}  // namespace

std::string_view value_of(const Attributes& attributes, std::string_view name) {
  for (const base::xml::Attribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool Texts::start(std::string_view, std::string_view name, const Attributes&) {
  if (name == "si") all.emplace_back();
  if (name == "rPh") ++spoken_;
  within_ = name == "t" && spoken_ == 0 && !all.empty();
  return true;
}

bool Texts::end(std::string_view, std::string_view name) {
  if (name == "rPh" && spoken_ > 0) --spoken_;
  if (name == "si" && !all.empty()) all.back() = unescaped(all.back());
  within_ = false;
  return true;
}

bool Texts::text(std::string_view characters) {
  if (within_) all.back() += characters;
  return true;
}

bool Cells::start(std::string_view, std::string_view name, const Attributes& attributes) {
  within_ = false;
  if (name == "row") return start_row(attributes);
  if (name == "c") return start_cell(attributes);
  if (name == "rPh") ++spoken_;
  within_ = in_cell_ && spoken_ == 0 && (name == "t" || name == "v");
  return true;
}

bool Cells::end(std::string_view, std::string_view name) {
  within_ = false;
  if (name == "rPh" && spoken_ > 0) --spoken_;
  if (name == "c" && in_cell_) return end_cell();
  if (name == "row") return end_row();
  return name != "sheetData" || ask();
}

bool Cells::text(std::string_view characters) {
  if (within_) value_ += characters;
  return true;
}

bool Cells::start_row(const Attributes& attributes) {
  row_ = SheetRow();
  std::uint64_t told = number_of(value_of(attributes, "r"), limits::sheet_rows, 0);
  number_ = told == 0 ? number_ + 1 : static_cast<std::uint32_t>(told);
  row_.number = number_;
  column_ = 0;
  if (number_ <= limits::sheet_rows) return true;
  beyond = "has more rows than a spreadsheet can have";
  return false;
}

bool Cells::start_cell(const Attributes& attributes) {
  std::string_view place = value_of(attributes, "r");
  if (!place.empty()) column_ = column_of(place);
  if (column_ >= limits::sheet_columns) {
    beyond = "has a cell in a column that no spreadsheet has";
    return false;
  }
  type_ = value_of(attributes, "t");
  value_.clear();
  in_cell_ = true;
  return true;
}

bool Cells::end_cell() {
  in_cell_ = false;
  if (type_ == "s") {
    std::uint64_t which = number_of(value_, shared_.size(), shared_.size());
    value_ = which < shared_.size() ? shared_[which] : std::string();
  } else if (type_ == "inlineStr" || type_ == "str") {
    value_ = unescaped(value_);
  }
  if (!value_.empty()) {
    ++kept_.cells;
    kept_.bytes += value_.size();
    row_.cells.emplace_back(column_, std::move(value_));
    value_.clear();
    if (kept_.cells > limits::sheet_cells || kept_.bytes > base::limit(base::Limit::unpacked)) {
      beyond = "has too many cells";
      return false;
    }
  }
  ++column_;
  return true;
}

bool Cells::end_row() {
  if (!row_.cells.empty()) sheet_.rows.push_back(std::move(row_));
  row_ = SheetRow();
  return sheet_.rows.size() < heads || ask();
}

bool Cells::ask() {
  if (asked_) return true;
  asked_ = true;
  unwanted = !wanted_(sheet_);
  return !unwanted;
}

}  // namespace readers::sheets
