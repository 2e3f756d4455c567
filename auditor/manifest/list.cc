#include "manifest/list.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/utf8.h"
#include "manifest/days.h"
#include "manifest/table.h"

namespace manifest {
namespace {

constexpr std::size_t heading_rows = 10;  // looked at for the headings

struct Column {
  std::string heading;  // as written
  std::optional<Headings::Meaning> meaning;
};

std::string named_heading(const std::string& heading) {
  return "'" + heading + "'";
}

// "1A, 3B - Domestic abuse; 4B": the codes alone.
std::vector<std::string> codes_in(const std::string& value) {
  auto figure = [](char c) { return c >= '0' && c <= '9'; };
  auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  std::vector<std::string> out;
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at;
    while (end < value.size() && figure(value[end])) ++end;
    const std::size_t figures = end - at;
    if (end < value.size() && letter(value[end])) ++end;
    bool apart = (at == 0 || (!figure(value[at - 1]) && !letter(value[at - 1]))) &&
                 (end == value.size() || (!figure(value[end]) && !letter(value[end])));
    if ((figures == 1 || figures == 2) && apart) {
      std::string code = value.substr(at, end - at);
      if (letter(code.back())) code.back() = static_cast<char>(std::toupper(static_cast<unsigned char>(code.back())));
      out.push_back(std::move(code));
    }
    at = std::max(end, at + 1);
  }
  return out;
}

class List {
 public:
  List(const Headings& headings, Source& source, const Use& use) : headings_(headings), source_(source), use_(use) {}

  base::Status read(const std::vector<Row>& rows) {
    std::size_t first = 0;
    if (base::Status found = find_headings(rows, first); !found) return found;
    for (std::size_t i = first + 1; i < rows.size(); ++i) {
      if (base::Status used = row(rows[i]); !used) return used;
    }
    return base::Done{};
  }

 private:
  void remark(std::uint32_t line, std::uint32_t column, std::string message, std::string advice = "") {
    source_.remarks.push_back(
        {base::ErrorCode::damaged, source_.file, line, column, std::move(message), std::move(advice)});
  }

  base::Status find_headings(const std::vector<Row>& rows, std::size_t& first) {
    auto known = [&](const Row& each) {
      return std::count_if(each.cells.begin(), each.cells.end(),
                           [&](const std::string& cell) { return headings_.meaning(cell) != nullptr; });
    };
    const std::size_t end = std::min(rows.size(), heading_rows);
    while (first < end && known(rows[first]) < 2) ++first;
    if (first == end) {
      return base::Error{base::ErrorCode::bad_argument,
                         source_.file,
                         rows.empty() ? 0 : rows.front().line,
                         0,
                         "no row of headings is known here",
                         "the list needs a file name or a child ID and one fact more; say what your own headings mean "
                         "with --manifest-map FILE (checklists/manifests/plain.xml shows how)"};
    }
    return take_headings(rows[first]);
  }

  base::Status take_headings(const Row& row) {
    std::string unknown;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      Column column{row.cells[i], std::nullopt};
      const Headings::Meaning* meaning = headings_.meaning(column.heading);
      if (meaning != nullptr) {
        column.meaning = *meaning;
        auto [known, first] = source_.headings.emplace(meaning->fact, column.heading);
        if (!first && meaning->fact != Fact::factors) {
          return base::Error{base::ErrorCode::bad_argument,
                             source_.file,
                             row.line,
                             static_cast<std::uint32_t>(i + 1),
                             named_heading(known->second) + " and " + named_heading(column.heading) + " both give " +
                                 name_of(meaning->fact),
                             "say which counts with --manifest-map FILE: <unused>" + column.heading + "</unused>"};
        }
        if (!meaning->type.empty() && type_.empty()) type_ = meaning->type;
      } else if (!column.heading.empty() && !headings_.unused(column.heading)) {
        unknown += (unknown.empty() ? "" : ", ") + named_heading(column.heading);
      }
      columns_.push_back(std::move(column));
    }
    if (!source_.headings.contains(Fact::document) && !source_.headings.contains(Fact::child)) {
      return base::Error{base::ErrorCode::bad_argument,
                         source_.file,
                         row.line,
                         0,
                         "has neither a file name nor a child ID, so that no record can be found for a row",
                         "add such a column, or say what it is called with --manifest-map FILE"};
    }
    if (!unknown.empty()) {
      remark(row.line, 0, "headings that are not known and not used: " + unknown,
             "say what they mean with --manifest-map FILE if they matter");
    }
    return base::Done{};
  }

  base::Status row(const Row& row) {
    Case one;
    one.place = {source_.file, row.line, 0};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i >= columns_.size()) {
        remark(row.line, static_cast<std::uint32_t>(i + 1),
               "has " + std::to_string(row.cells.size()) + " values where there are " +
                   std::to_string(columns_.size()) + " headings; those behind are not used",
               "look whether a value holds the separator without quotation marks");
        break;
      }
      const Column& column = columns_[i];
      if (!column.meaning || headings_.blank(row.cells[i])) continue;
      cell(column, row, static_cast<std::uint32_t>(i), one);
    }
    if (one.document.empty() && one.child.empty()) {
      remark(row.line, 0, "has neither file name nor child ID; the row is not used");
      return base::Done{};
    }
    if (one.type.empty()) one.type = type_;
    if (one.referral_id.empty()) one.referral_id = one.referral;
    ++source_.cases;
    return use_(std::move(one));
  }

  void day(const Column& column, const Row& row, std::uint32_t at, std::string& into) {
    ReadDay read = read_day(row.cells[at]);
    if (!read.fault.empty()) {
      remark(row.line, at + 1, named_heading(column.heading) + ": " + read.fault + "; not used",
             "write days as 31/03/2024 or 2024-03-31");
    }
    into = std::move(read.day);
  }

  void cell(const Column& column, const Row& row, std::uint32_t at, Case& one) {
    const std::string& value = row.cells[at];
    switch (column.meaning->fact) {
      case Fact::document:
        one.document = value;
        break;
      case Fact::child:
        one.child = value;
        break;
      case Fact::referral_id:
        one.referral_id = value;
        break;
      case Fact::team:
        one.team = value;
        break;
      case Fact::worker:
        one.worker = value;
        break;
      case Fact::manager:
        one.manager = value;
        break;
      case Fact::type:
        one.type = headings_.value(Fact::type, value);
        if (one.type.empty() && unknown_types_.insert(plain(value)).second) {
          remark(
              row.line, at + 1, named_heading(column.heading) + ": a kind of work that is not known (told once)",
              "say what it means with --manifest-map FILE: <value of=\"type\" means=\"core_assessment\">...</value>");
        }
        break;
      case Fact::referral:
        day(column, row, at, one.referral);
        break;
      case Fact::start:
        day(column, row, at, one.start);
        break;
      case Fact::review:
        day(column, row, at, one.review);
        break;
      case Fact::child_seen:
        // "Yes" and "No" give no day.
        one.seen = headings_.value(Fact::child_seen, value);
        if (one.seen.empty()) day(column, row, at, one.child_seen);
        if (!one.child_seen.empty()) one.seen = "yes";
        break;
      case Fact::completed:
        day(column, row, at, one.completed);
        break;
      case Fact::closed:
        day(column, row, at, one.closed);
        break;
      case Fact::born:
        day(column, row, at, one.born);
        break;
      case Fact::ethnicity:
        one.ethnicity = value;
        break;
      case Fact::disability:
        one.disability = value;
        break;
      case Fact::factors: {
        std::vector<std::string> codes = codes_in(value);
        if (codes.empty()) {
          remark(row.line, at + 1, named_heading(column.heading) + ": no code of a factor can be read; not used",
                 "write the census's codes, as in 3B; 4A");
        }
        one.factors.insert(one.factors.end(), codes.begin(), codes.end());
        break;
      }
      case Fact::no_conference: {
        const std::string said = headings_.value(Fact::no_conference, value);
        if (said.empty()) remark(row.line, at + 1, named_heading(column.heading) + ": neither yes nor no; not used");
        one.no_conference = said == "yes";
        break;
      }
    }
  }

  const Headings& headings_;
  Source& source_;
  const Use& use_;
  std::vector<Column> columns_;
  std::string type_;  // what the list's headings say of all its rows
  std::set<std::string> unknown_types_;
};

}  // namespace

base::Status read_list(std::string_view bytes, const Headings& headings, Source& source, const Use& use) {
  base::Result<std::vector<Row>> rows = read_table(bytes, source.file);
  if (!rows) return rows.error();
  return List(headings, source, use).read(rows.value());
}

}  // namespace manifest
