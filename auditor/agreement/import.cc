#include "agreement/import.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "agreement/headings.h"
#include "agreement/places.h"
#include "base/utf8.h"

namespace agreement {
namespace {

using evaluation::Rating;
using readers::Sheet;
using readers::SheetRow;

class Importer {
 public:
  Importer(const Audit& audit, const std::string& file, const std::string& rater)
      : audit_(audit), file_(file), rater_(base::on_one_line(rater)), places_of_(audit) {}

  void sheet(const Sheet& sheet, const Columns& columns) {
    for (const SheetRow& row : sheet.rows) {
      if (row.number > columns.row) this->row(sheet.name, columns, row);
    }
  }

  Imported finish() {
    name_the_unnamed();
    find_contradictions();
    std::stable_sort(faults_.begin(), faults_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [place, fault] : faults_) out_.faults.push_back(std::move(fault));
    if (!out_.faults.empty()) out_.given.clear();
    return std::move(out_);
  }

  void fault(std::string cell, std::string message) {
    faults_.push_back({rows_, {std::move(cell), std::move(message)}});
  }

 private:
  void row(const std::string& sheet, const Columns& columns, const SheetRow& row) {
    ++rows_;
    auto text = [&](const Column& column) { return column ? shown(row.at(*column)) : std::string(); };
    auto cell = [&](const Column& column) { return readers::cell_name(sheet, row.number, *column); };
    const std::string words = text(columns.rating);
    if (words.empty()) {
      ++out_.without;
      if (!text(columns.comment).empty()) ++out_.only_remark;
      return;
    }
    const std::size_t before = faults_.size();
    std::optional<Rating> rating = rating_of(words);
    if (!rating) fault(cell(columns.rating), "is none of Met, Partly met, Not met, Does not apply");
    std::optional<std::size_t> record = this->record(columns, cell, text);
    std::optional<std::size_t> item;
    if (record) item = audit_.item(audit_.records[*record].checklist, text(columns.item));
    if (record && !item) fault(cell(columns.item), "names no item that was asked of this document");
    if (const std::string sum = text(columns.key_checklist); !sum.empty() && !is_checklist(sum)) {
      fault(cell(columns.key_checklist),
            "is the key of another checklist than the run's: the ratings answer other questions");
    }
    if (item && columns.question) {
      const std::string question = text(columns.question);
      bool others = question != shown(audit_.items[*item].question) &&
                    std::any_of(audit_.items.begin(), audit_.items.end(),
                                [&](const Item& other) { return question == shown(other.question); });
      if (others)
        fault(cell(columns.item), "does not belong to the question beside it: were only some columns sorted?");
    }
    if (faults_.size() > before) return;
    if (!audit_.records[*record].ratings[*item]) {
      fault(cell(columns.item), "names no item that was asked of this document");
      return;
    }
    Given given;
    given.record = *record;
    given.item = *item;
    given.rating = *rating;
    given.rater = text(columns.name);
    given.comment = columns.comment ? std::string(base::trimmed(row.at(*columns.comment))) : "";
    given.file = file_;
    given.cell = cell(columns.rating);
    places_.push_back(rows_);
    out_.given.push_back(std::move(given));
  }

  bool is_checklist(const std::string& sum) const {
    return std::any_of(audit_.checklists.begin(), audit_.checklists.end(),
                       [&](const auto& checklist) { return checklist.second == sum; });
  }

  template <typename CellName, typename Text>
  std::optional<std::size_t> record(const Columns& columns, const CellName& cell, const Text& text) {
    Named named;
    if (columns.key_document) named.key = text(columns.key_document);
    if (columns.document) named.path = text(columns.document);
    if (columns.number) named.number = text(columns.number);
    Places::Found found = places_of_.find(named);
    if (!found.record) {
      bool key = found.wrong == &Named::key, path = found.wrong == &Named::path;
      fault(cell(key ? columns.key_document : path ? columns.document : columns.number), found.message);
    }
    return found.record;
  }

  void name_the_unnamed() {
    std::map<std::string, std::string> names;  // by key
    for (const Given& given : out_.given) {
      if (!given.rater.empty()) names.emplace(rater_key(given.rater), given.rater);
    }
    for (std::size_t i = 0; i < out_.given.size(); ++i) {
      Given& given = out_.given[i];
      if (!given.rater.empty()) {
        given.rater = names[rater_key(given.rater)];  // one spelling
      } else if (!rater_.empty()) {
        given.rater = rater_;
      } else if (names.size() == 1) {
        given.rater = names.begin()->second;
      } else {
        faults_.push_back(
            {places_[i],
             {given.cell, names.empty() ? "says not who rated: write it into the column Your name, or give "
                                          "--rater NAME"
                                        : "says not who rated, and the sheet names several people"}});
      }
    }
  }

  // One person may stand twice in a file with the same rating, never with two.
  void find_contradictions() {
    std::map<std::tuple<std::size_t, std::size_t, std::string>, std::size_t> first;
    std::vector<Given> once;
    for (std::size_t i = 0; i < out_.given.size(); ++i) {
      const Given& given = out_.given[i];
      auto [at, fresh] = first.emplace(std::tuple(given.record, given.item, rater_key(given.rater)), i);
      if (fresh) {
        once.push_back(given);
      } else if (out_.given[at->second].rating != given.rating) {
        faults_.push_back({places_[i],
                           {given.cell, "is another rating of the same item by the same person than " +
                                            out_.given[at->second].cell}});
      }
    }
    out_.given = std::move(once);
  }

  const Audit& audit_;
  const std::string& file_;
  const std::string rater_;
  const Places places_of_;
  std::size_t rows_ = 0;
  std::vector<std::size_t> places_;                    // the row of each of out_.given
  std::vector<std::pair<std::size_t, Fault>> faults_;  // with their rows
  Imported out_;
};

}  // namespace

std::optional<Rating> rating_of(std::string_view words) {
  static constexpr std::array<std::pair<std::string_view, Rating>, 9> known{{
      {"met", Rating::met},
      {"partly met", Rating::partly},
      {"partly", Rating::partly},
      {"not met", Rating::not_met},
      {"not_met", Rating::not_met},
      {"does not apply", Rating::not_applicable},
      {"not applicable", Rating::not_applicable},
      {"n/a", Rating::not_applicable},
      {"na", Rating::not_applicable},
  }};
  const std::string folded = base::fold_case(base::on_one_line(words));
  for (const auto& [spelling, rating] : known) {
    if (folded == spelling) return rating;
  }
  return std::nullopt;
}

Imported import(const std::vector<Sheet>& sheets, const Audit& audit, const std::string& file,
                const std::string& rater) {
  Importer importer(audit, file, rater);
  bool any = false;
  for (const Sheet& sheet : sheets) {
    std::optional<Columns> columns = columns_of(sheet);
    if (!columns) continue;
    any = true;
    std::vector<Fault> faults = faults_of(sheet, *columns);
    for (Fault& fault : faults) importer.fault(std::move(fault.cell), std::move(fault.message));
    if (faults.empty()) importer.sheet(sheet, *columns);
  }
  if (!any) {
    importer.fault("", "holds no ratings: no sheet has columns with the headings Item and Your rating");
  }
  return importer.finish();
}

base::Result<Imported> import(std::string_view bytes, const Audit& audit, const std::string& file,
                              const std::string& rater) {
  auto holds_ratings = [](const Sheet& head) { return columns_of(head).has_value(); };
  base::Result<std::vector<Sheet>> sheets = readers::read_sheets(bytes, file, holds_ratings);
  if (!sheets) return sheets.error();
  return import(sheets.value(), audit, file, rater);
}

}  // namespace agreement
