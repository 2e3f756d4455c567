#include "checklist/likeness.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <set>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "checklist/attributes.h"
#include "checklist/numbers.h"
#include "language/annotate.h"
#include "language/plain_words.h"

namespace checklist {
namespace {

using base::xml::Element;
using language::Statement;

constexpr float full_content = 8;  // content words beyond which more count for nothing

// What a row's name may begin with; the rest is looked up, or is a value of the statement's.
constexpr std::array kinds = {"concept", "family", "under",  "section", "field",    "frame",    "told-frame",
                              "source",  "about",  "mood",   "time",    "polarity", "standing", "unit",
                              "is",      "much",   "length", "word",    "before",   "after"};

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

  const std::size_t columns = 2 * out.items_.size();
  if (element.children.size() >= base::limits::second_reading_weights / columns) {
    return mistake(element, file, "more than " + std::to_string(base::limits::second_reading_weights) + " weights",
                   "leave out what weighs little");
  }
  out.names_ = {"base"};
  out.weights_.reserve(columns * (element.children.size() + 1));
  out.weights_.assign(columns, 0);
  for (const Element& row : element.children) {
    if (base::Status status = out.add(row, file); !status) return status.error();
  }
  if (!out.weighing_.complete()) {
    return mistake(element, file, "an item has no <weighing>", "give it one for each item");
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
  Attributes a(row, file);
  const std::string name = a.text("of");
  const std::string at = a.text("at");
  if (base::Status status = a.finish(); !status) return status;
  if (row.name == "weighing") {
    const int item = column(name);
    if (item < 0)
      return mistake(row, file, "there is no item '" + name + "'", "name one of the second reading's items");
    return weighing_.read(row, file, static_cast<std::size_t>(item));
  }
  std::vector<double> values = numbers(row.text);
  if (row.name == "order") {
    if (values.size() != items_.size()) {
      return mistake(row, file, "'" + name + "' has " + std::to_string(values.size()) + " numbers",
                     "give it one for each item");
    }
    order_[name].assign(values.begin(), values.end());
    return base::Done{};
  }
  if (name != "base" && !known_kind(name)) {
    return mistake(row, file, "'" + name + "' is nothing that is known of a statement", "train the weights again");
  }
  const std::size_t columns = 2 * items_.size();
  std::vector<double> places = numbers(at);
  if (at.empty()) {
    places.resize(columns);
    std::iota(places.begin(), places.end(), 0.0);
  }
  const auto there = [&](double place) { return place >= 0 && place < static_cast<double>(columns); };
  if (places.empty() || !std::all_of(places.begin(), places.end(), there)) {
    return mistake(row, file, "'" + name + "' has a weight at a place that there is not",
                   "places go from 0 to " + std::to_string(columns - 1));
  }
  if (values.size() != places.size()) {
    return mistake(row, file, "'" + name + "' has " + std::to_string(values.size()) + " weights",
                   at.empty() ? "give it two for each item" : "give it one for each place of its 'at'");
  }
  std::size_t from = 0;
  if (name != "base") {
    from = names_.size() * columns;
    if (!rows_.emplace(name, static_cast<std::uint32_t>(names_.size())).second) {
      return mistake(row, file, "'" + name + "' stands twice", "keep one");
    }
    names_.push_back(name);
    weights_.resize(from + columns, 0.0F);
  }
  for (std::size_t i = 0; i < places.size(); ++i)
    weights_[from + static_cast<std::size_t>(places[i])] = static_cast<float>(values[i]);
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
  read(traits_.length, "length", [](std::uint8_t value) { return std::to_string(value); });
  traits_.main = row_named("is main");
  traits_.general = row_named("is general");
  traits_.process = row_named("is process");
  traits_.content = row_named("much content");
}

Likeness::WordRows Likeness::word_rows(const Record& record) const {
  WordRows out;
  for (const std::string& word : language::plain_words(record.language, record.document.text))
    out.push_back(word.empty() ? 0 : row_named("word " + word));
  return out;
}

std::vector<Likeness::Active> Likeness::active(const Record& record, const Place& place, const WordRows& words) const {
  const Statement& s = *place.statement;
  std::vector<Active> out = {{0, 1.0F}};
  auto take = [&](std::uint32_t row) {
    const auto same = [&](const Active& one) { return one.row == row; };
    if (row != 0 && std::none_of(out.begin(), out.end(), same)) out.push_back({row, 1.0F});
  };
  for (const lexicon::Hit& hit : record.language.scan.within(s.at)) {
    take(concept_rows_[hit.concept_id]);
    take(family_rows_[hit.concept_id]);
  }
  for (base::Span head : language::heads_of(record.form, s)) {
    for (const lexicon::Hit& hit : record.language.scan.within(head)) take(under_rows_[hit.concept_id]);
  }
  const form::Unit& unit = record.form.units[s.unit];
  lexicon::SectionId section = record.form.section_kind(unit);
  if (section < section_rows_.size()) take(section_rows_[section]);
  for (lexicon::FieldId field : language::fields_of(record.form, s)) {
    if (field < field_rows_.size()) take(field_rows_[field]);
  }
  const auto row = [](const Rows& rows, auto value) { return rows[static_cast<std::size_t>(value)]; };
  const auto take_telling = [&](const Telling& rows, const Statement& of) {
    take(row(rows.frame, of.frame));
    take(row(rows.source, of.source));
    take(row(rows.about, of.about));
    take(row(rows.mood, of.mood));
    take(row(rows.time, of.time));
  };
  take_telling(traits_.telling, s);
  if (s.told) take(row(traits_.told_frame, s.told_frame));
  take(row(traits_.polarity, s.polarity));
  take(row(traits_.standing, s.standing));
  take(row(traits_.unit, unit.kind));
  take(row(traits_.length, language::length_of(record.language, s)));
  if (s.main) take(traits_.main);
  if (s.general) take(traits_.general);
  if (s.process) take(traits_.process);
  for (auto [i, last] = record.language.scan.range(s.at); i < last; ++i) take(words[i]);
  for (const auto& [rows, other] : {std::pair(&before_, place.before), std::pair(&after_, place.after)}) {
    if (other == nullptr) continue;
    for (const lexicon::Hit& hit : record.language.scan.within(other->at)) take(rows->concept_rows[hit.concept_id]);
    take_telling(rows->telling, *other);
  }
  if (traits_.content != 0) {
    out.push_back({traits_.content, std::min(static_cast<float>(s.content), full_content) / full_content});
  }
  return out;
}

Likeness::Scores Likeness::scores(const Record& record, const Place& place, const WordRows& words) const {
  const std::size_t count = items_.size();
  std::vector<float> sums(2 * count, 0.0F);
  for (const Active& one : active(record, place, words)) {
    const float* weights = weights_.data() + one.row * 2 * count;
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += one.value * weights[i];
  }
  auto middle = sums.begin() + static_cast<std::ptrdiff_t>(count);
  return {{sums.begin(), middle}, {middle, sums.end()}};
}

std::vector<std::string> Likeness::grounds(const Record& record, const Place& place, const WordRows& words,
                                           std::string_view item, std::size_t most) const {
  int at = column(item);
  if (at < 0) return {};
  std::vector<std::pair<float, std::uint32_t>> parts;
  for (const Active& one : active(record, place, words)) {
    float part = one.value * weights_[one.row * 2 * items_.size() + static_cast<std::size_t>(at)];
    if (one.row != 0 && part > 0) parts.emplace_back(-part, one.row);
  }
  std::sort(parts.begin(), parts.end());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < parts.size() && i < most; ++i) out.push_back(names_[parts[i].second]);
  return out;
}

}  // namespace checklist
