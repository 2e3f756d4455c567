// An Excel workbook (ECMA-376 part 1, chapter 18; the strict kind too): which parts are its sheets, its shared texts,
// and each sheet's cells.
#include "base/limits.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "readers/docx_package.h"
#include "readers/sheets.h"
#include "readers/zip.h"

namespace readers {
namespace {

using base::xml::Attribute;
using Attributes = std::vector<Attribute>;
namespace limits = base::limits;

base::Error refused(base::ErrorCode code, const std::string& name, std::string what) {
  return {code, name, 0, 0, std::move(what), "open it in its program and save it again as .xlsx, or as CSV"};
}

std::string_view value_of(const Attributes& attributes, std::string_view name) {
  for (const Attribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

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

struct Listed {
  std::string name, id;
};

class BookHandler : public base::xml::Handler {
 public:
  std::vector<Listed> sheets;

  bool start(std::string_view, std::string_view name, const Attributes& attributes) override {
    if (name != "sheet") return true;
    Listed sheet{std::string(value_of(attributes, "name")), {}};
    for (const Attribute& attribute : attributes) {
      if (attribute.name == "id" && !attribute.space.empty()) sheet.id = attribute.value;
    }
    sheets.push_back(std::move(sheet));
    return true;
  }
  bool end(std::string_view, std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }
};

// Texts, with or without runs of their own looks; how a word is spoken (rPh) is no part of it.
class Texts : public base::xml::Handler {
 public:
  std::vector<std::string> all;

  bool start(std::string_view, std::string_view name, const Attributes&) override {
    if (name == "si") all.emplace_back();
    if (name == "rPh") ++spoken_;
    within_ = name == "t" && spoken_ == 0 && !all.empty();
    return true;
  }
  bool end(std::string_view, std::string_view name) override {
    if (name == "rPh" && spoken_ > 0) --spoken_;
    if (name == "si" && !all.empty()) all.back() = unescaped(all.back());
    within_ = false;
    return true;
  }
  bool text(std::string_view characters) override {
    if (within_) all.back() += characters;
    return true;
  }

 private:
  bool within_ = false;
  std::size_t spoken_ = 0;
};

// Of all sheets. A text that many cells share is counted for each of them.
struct Kept {
  std::size_t cells = 0, bytes = 0;
};

class Cells : public base::xml::Handler {
 public:
  Cells(Sheet& sheet, const std::vector<std::string>& shared, const Wanted& wanted, Kept& kept)
      : sheet_(sheet), shared_(shared), wanted_(wanted), kept_(kept) {}

  bool unwanted = false;
  const char* beyond = nullptr;  // what was too large, or is no sheet's

  bool start(std::string_view, std::string_view name, const Attributes& attributes) override {
    within_ = false;
    if (name == "row") return start_row(attributes);
    if (name == "c") return start_cell(attributes);
    if (name == "rPh") ++spoken_;
    within_ = in_cell_ && spoken_ == 0 && (name == "t" || name == "v");
    return true;
  }
  bool end(std::string_view, std::string_view name) override {
    within_ = false;
    if (name == "rPh" && spoken_ > 0) --spoken_;
    if (name == "c" && in_cell_) return end_cell();
    if (name == "row") return end_row();
    return name != "sheetData" || ask();
  }
  bool text(std::string_view characters) override {
    if (within_) value_ += characters;
    return true;
  }

 private:
  bool start_row(const Attributes& attributes) {
    row_ = SheetRow();
    std::uint64_t told = number_of(value_of(attributes, "r"), limits::sheet_rows, 0);
    number_ = told == 0 ? number_ + 1 : static_cast<std::uint32_t>(told);
    row_.number = number_;
    column_ = 0;
    if (number_ <= limits::sheet_rows) return true;
    beyond = "has more rows than a spreadsheet can have";
    return false;
  }
  bool start_cell(const Attributes& attributes) {
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
  bool end_cell() {
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
      if (kept_.cells > limits::sheet_cells || kept_.bytes > limits::package_bytes) {
        beyond = "has too many cells";
        return false;
      }
    }
    ++column_;
    return true;
  }
  bool end_row() {
    if (!row_.cells.empty()) sheet_.rows.push_back(std::move(row_));
    row_ = SheetRow();
    return sheet_.rows.size() < heads || ask();
  }
  // Once, when the head is there or the sheet ends before.
  bool ask() {
    if (asked_) return true;
    asked_ = true;
    unwanted = !wanted_(sheet_);
    return !unwanted;
  }

  Sheet& sheet_;
  const std::vector<std::string>& shared_;
  const Wanted& wanted_;
  Kept& kept_;
  SheetRow row_;
  std::uint32_t number_ = 0, column_ = 0;
  std::string type_, value_;
  bool in_cell_ = false, within_ = false, asked_ = false;
  std::size_t spoken_ = 0;
};

// The one part of that name, which must be there whole.
base::Result<std::string> part(Package& package, const std::string& key, const std::string& name) {
  base::Result<std::map<std::string, PackagePart>> read = package.read({key});
  if (!read) return read.error();
  auto found = read.value().find(Package::key_of(key));
  if (found == read.value().end()) return refused(base::ErrorCode::damaged, name, "lacks a part of itself");
  if (!found->second.whole) return refused(base::ErrorCode::damaged, name, "is damaged");
  return std::move(found->second.bytes);
}

base::Status parsed(Package& package, const std::string& key, const std::string& name, base::xml::Handler& handler) {
  base::Result<std::string> bytes = part(package, key, name);
  if (!bytes) return bytes.error();
  return base::xml::parse(bytes.value(), name, handler);
}

struct Parts {
  std::string folder;
  std::vector<std::pair<std::string, std::string>> sheets;  // name, key
  std::string shared;                                       // key; empty where there is none
};

base::Result<Parts> parts_of(Package& package, const std::string& name) {
  if (package.has("mimetype") && package.has("content.xml")) {
    return base::Error{base::ErrorCode::unsupported,
                       name,
                       0,
                       0,
                       "is an OpenDocument file",
                       "save it as .xlsx (Excel 2007-365) or as CSV"};
  }
  base::Result<std::string> of_package = part(package, "_rels/.rels", name);
  if (!of_package) return of_package.error();
  std::string main;
  for (const auto& [id, relationship] : docx::relationships(of_package.value(), "")) {
    if (relationship.type == "officeDocument") main = relationship.target;
  }
  std::size_t slash = main.rfind('/');
  Parts out;
  out.folder = slash == std::string::npos ? "" : main.substr(0, slash);
  const std::string file = slash == std::string::npos ? main : main.substr(slash + 1);
  BookHandler book;
  if (base::Status read = parsed(package, main, name, book); !read) return read.error();
  if (book.sheets.empty()) return refused(base::ErrorCode::unsupported, name, "is no workbook");
  base::Result<std::string> of_book = part(package, out.folder + "/_rels/" + file + ".rels", name);
  if (!of_book) return of_book.error();
  auto relationships = docx::relationships(of_book.value(), out.folder);
  for (const Listed& sheet : book.sheets) {
    auto found = relationships.find(sheet.id);
    if (found == relationships.end() || found->second.type != "worksheet") continue;  // a chart's own sheet
    out.sheets.emplace_back(sheet.name, found->second.target);
  }
  for (const auto& [id, relationship] : relationships) {
    if (relationship.type == "sharedStrings") out.shared = relationship.target;
  }
  return out;
}

}  // namespace

base::Result<std::vector<Sheet>> read_workbook(std::string_view bytes, const std::string& name, const Wanted& wanted) {
  base::Result<Package> package = Package::open(bytes, name);
  if (!package) return package.error();
  base::Result<Parts> parts = parts_of(package.value(), name);
  if (!parts) return parts.error();
  Texts shared;
  if (!parts.value().shared.empty()) {
    if (base::Status read = parsed(package.value(), parts.value().shared, name, shared); !read) return read.error();
  }
  std::vector<Sheet> out;
  Kept kept;
  for (const auto& [sheet_name, key] : parts.value().sheets) {
    Sheet sheet;
    sheet.name = sheet_name;
    Cells cells(sheet, shared.all, wanted, kept);
    if (base::Status read = parsed(package.value(), key, name, cells); !read) return read.error();
    if (cells.beyond != nullptr) return refused(base::ErrorCode::over_limit, name, cells.beyond);
    if (!cells.unwanted) out.push_back(std::move(sheet));
  }
  return out;
}

}  // namespace readers
