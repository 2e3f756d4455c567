#include "checklist/likeness.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "checklist/attributes.h"
#include "checklist/column_sums.h"
#include "checklist/numbers.h"
#include "language/annotate.h"
#include "language/plain_words.h"

namespace checklist {
namespace {

using base::xml::Element;
// What a row's name may begin with; the rest is looked up, or is a value of the statement's.
constexpr std::array kinds = {"concept", "family", "under",  "section",  "field",    "frame", "told-frame", "source",
                              "about",   "mood",   "time",   "polarity", "standing", "unit",  "is",         "much",
                              "length",  "word",   "before", "after",    "names",    "quoted"};

bool known_kind(std::string_view name) {
  std::string_view kind = name.substr(0, name.find(' '));
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

base::Result<Likeness> Likeness::read(const Element& element, const std::string& file, const lexicon::Lexicon& lexicon,
                                      const std::vector<std::string>& items) {
  Likeness out;
  Attributes a(element, file);
  out.items_ = a.words("items");
  const std::set<std::string_view> known(items.begin(), items.end());
  std::set<std::string_view> named;
  for (const std::string& item : out.items_) {
    if (!known.contains(item)) {
      a.fail("there is no item '" + item + "'", "name the items of the checklist, or train the second reading again");
    }
    if (!named.insert(item).second) a.fail("the item '" + item + "' stands twice", "name it once");
  }
  if (out.items_.empty()) a.fail("the second reading has no items", "name those that it reads");
  const std::vector<std::string> weighs = a.words("weighs");
  const std::set<std::string_view> weighed(weighs.begin(), weighs.end());
  for (std::string_view item : weighed) {
    if (!named.contains(item))
      a.fail("weighs '" + std::string(item) + "', which is none of its items", "add it to them");
  }
  for (const std::string& item : out.items_) out.weighs_.push_back(weighed.contains(item));
  const std::vector<double> partly = numbers(a.text("partly-from")), met = numbers(a.text("met-from"));
  const std::vector<double> unsure = numbers(a.text("unsure-within"));
  if (partly.size() != 1 || met.size() != 1 || unsure.size() != 1) {
    a.fail("partly-from, met-from and unsure-within are a number each", "give points from 0 to 2");
  }
  if (base::Status status = a.finish(); !status) return status.error();
  out.weighing_.resize(out.items_.size());
  out.weighing_.cuts(partly.front(), met.front(), unsure.front());

  out.names_ = {"base"};
  for (const Element& row : element.children) {
    if (base::Status status = out.add(row, file); !status) return status.error();
  }
  if (!out.weighing_.complete()) {
    return mistake(element, file, "an item has no <weighing>", "give it one for each item");
  }
  if (!out.aspects_.complete()) {
    return mistake(element, file, "an item has no <likeness>, <strength> or <preference>", "give it one of each");
  }
  out.read_traits();
  // A concept, section or field that a lexicon no longer has leaves a row that nothing finds: no mistake.
  const std::size_t concepts = lexicon.concept_count() + 1;
  for (std::vector<std::uint32_t>* table :
       {&out.concept_rows_, &out.family_rows_, &out.under_rows_, &out.before_.concept_rows, &out.after_.concept_rows}) {
    table->resize(concepts);
  }
  for (std::size_t id = 1; id < concepts; ++id) {
    std::string name(lexicon.concept_name(static_cast<lexicon::ConceptId>(id)));
    out.concept_rows_[id] = out.row_named("concept " + name);
    out.under_rows_[id] = out.row_named("under " + name);
    out.before_.concept_rows[id] = out.row_named("before concept " + name);
    out.after_.concept_rows[id] = out.row_named("after concept " + name);
    std::size_t dot = name.find('.');
    if (dot != std::string::npos) out.family_rows_[id] = out.row_named("family " + name.substr(0, dot));
  }
  for (const auto& [name, row] : out.rows_) {
    bool section = name.starts_with("section ");
    if (!section && !name.starts_with("field ")) continue;
    std::string_view which = std::string_view(name).substr(section ? 8 : 6);
    std::size_t id = section ? lexicon.find_section(which) : lexicon.find_field(which);
    std::vector<std::uint32_t>& table = section ? out.section_rows_ : out.field_rows_;
    if (table.size() <= id) table.resize(id + 1);
    if (id != 0) table[id] = row;
  }
  return out;
}

base::Status Likeness::add(const Element& row, const std::string& file) {
  if (row.name == "aspects") return add_aspects(row, file);
  Attributes a(row, file);
  const std::string name = a.text("of");
  if (base::Status status = a.finish(); !status) return status;
  if (row.name == "order") return add_order(row, name, file);
  if (row.name == "weights") return add_weights(row, name, file);
  const int item = column(name);
  if (item < 0) return mistake(row, file, "there is no item '" + name + "'", "name one of the second reading's items");
  const auto place = static_cast<std::size_t>(item);
  if (row.name == "weighing") return weighing_.read(row, file, place);
  const std::size_t sort = row.name == "strength" ? 1 : row.name == "preference" ? 2 : 0;
  return aspects_.read_column(row, file, sort * items_.size() + place);
}

base::Status Likeness::add_aspects(const Element& row, const std::string& file) {
  if (base::Status status = aspects_.read(row, file, sorts * items_.size()); !status) return status;
  stride_ = ColumnSums<std::int16_t>::filled_up(aspects_.count());
  weights_.assign(stride_, 0);
  return base::Done{};
}

base::Status Likeness::add_order(const Element& row, const std::string& name, const std::string& file) {
  const std::vector<double> values = numbers(row.text);
  if (values.size() != items_.size()) {
    return mistake(row, file, "'" + name + "' has " + std::to_string(values.size()) + " numbers",
                   "give it one for each item");
  }
  order_[name].assign(values.begin(), values.end());
  return base::Done{};
}

base::Status Likeness::add_weights(const Element& row, const std::string& name, const std::string& file) {
  if (!known_kind(name)) {
    return mistake(row, file, "'" + name + "' is nothing that is known of a statement", "train the weights again");
  }
  const base::Result<std::vector<std::int16_t>> weights = aspects_.weights(row, file);
  if (!weights) return weights.error();
  const auto id = static_cast<std::uint32_t>(names_.size());
  if (!rows_.emplace(name, id).second) return mistake(row, file, "'" + name + "' stands twice", "keep one");
  if (constexpr std::string_view word = "word "; name.starts_with(word)) words_[name.substr(word.size())] = id;
  names_.push_back(name);
  weights_.insert(weights_.end(), weights.value().begin(), weights.value().end());
  weights_.resize(names_.size() * stride_, 0);
  return base::Done{};
}

int Likeness::column(std::string_view item) const {
  auto at = std::find(items_.begin(), items_.end(), item);
  return at == items_.end() ? -1 : static_cast<int>(at - items_.begin());
}

bool Likeness::weighs(std::string_view item) const {
  int at = column(item);
  return at >= 0 && weighs_[static_cast<std::size_t>(at)];
}

Likeness::Worth Likeness::worth_of(std::string_view property) const {
  auto at = order_.find(property);
  return at == order_.end() ? nullptr : &at->second;
}

std::uint32_t Likeness::row_named(std::string_view name) const {
  auto at = rows_.find(name);
  return at == rows_.end() ? 0 : at->second;
}

void Likeness::read_traits() {
  const auto read = [&](Rows& rows, std::string_view kind, auto name_of_value) {
    for (std::size_t value = 0; value < rows.size(); ++value)
      rows[value] = row_named(std::string(kind) + " " + std::string(name_of_value(static_cast<std::uint8_t>(value))));
  };
  const auto names = [](auto first) {
    return [](std::uint8_t value) { return language::name_of(static_cast<decltype(first)>(value)); };
  };
  const auto telling = [&](Telling& rows, const std::string& where) {
    read(rows.frame, where + "frame", names(language::Frame()));
    read(rows.source, where + "source", names(language::Source()));
    read(rows.about, where + "about", names(language::About()));
    read(rows.mood, where + "mood", names(language::Mood()));
    read(rows.time, where + "time", names(language::Time()));
  };
  telling(traits_.telling, "");
  telling(before_.telling, "before ");
  telling(after_.telling, "after ");
  read(traits_.told_frame, "told-frame", names(language::Frame()));
  read(traits_.polarity, "polarity", names(language::Polarity()));
  read(traits_.standing, "standing", names(language::Standing()));
  read(traits_.unit, "unit", [](std::uint8_t value) {
    const auto kind = static_cast<form::UnitKind>(value);
    return kind == form::UnitKind::heading ? "row" : form::name_of(kind);
  });
  for (std::size_t role = 0; role < language::role_count; ++role) {
    const std::string name = language::name_of(static_cast<language::Role>(role));
    traits_.names[role] = row_named("names " + name);
    traits_.names_two[role] = row_named("names two " + name);
  }
  for (const std::string& item : items_) quoted_rows_.push_back(row_named("quoted " + item));
  read(traits_.length, "length", [](std::uint8_t value) { return std::to_string(value); });
  traits_.main = row_named("is main");
  traits_.general = row_named("is general");
  traits_.process = row_named("is process");
  traits_.content = row_named("much content");
}

}  // namespace checklist
