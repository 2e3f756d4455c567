#include "checklist/likeness.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/utf8.h"
#include "checklist/attributes.h"
#include "language/annotate.h"

namespace checklist {
namespace {

using base::xml::Element;
using language::Statement;

constexpr float full_content = 8;  // content words beyond which more count for nothing

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A number at the beginning of the text, and where it ends; nothing where there is none. One of few digits, as trained
// weights are, is told by its digits and the place of its point: both are exact, and so one division rounds rightly.
std::optional<double> number_at(const char*& at, const char* end) {
  static constexpr std::array powers = {1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  const char* next = at;
  const bool minus = next != end && *next == '-';
  if (minus) ++next;
  const char* const first = next;
  std::uint64_t digits = 0;
  for (; next != end && is_digit(*next) && next - first < 9; ++next)
    digits = 10 * digits + static_cast<std::uint64_t>(*next - '0');
  std::size_t places = 0;
  if (next != first && next != end && *next == '.') {
    for (++next; next != end && is_digit(*next) && places + 1 < powers.size(); ++next, ++places)
      digits = 10 * digits + static_cast<std::uint64_t>(*next - '0');
  }
  const bool ended = next == end || *next == ' ' || *next == '\n';
  if (next != first && ended && digits < (std::uint64_t{1} << 53)) {
    at = next;
    const double value = static_cast<double>(digits) / powers[places];
    return minus ? -value : value;
  }
  double value = 0;
  const auto [behind, error] = std::from_chars(at, end, value);
  at = behind;
  return error == std::errc{} ? std::optional(value) : std::nullopt;
}

// The numbers of a text parted by blanks, in place of `out`'s; none where one of them is no number.
void read_numbers(std::string_view text, std::vector<double>& out) {
  out.clear();
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    if (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r') {
      ++at;
      continue;
    }
    const std::optional<double> value = number_at(at, end);
    if (!value) return out.clear();
    out.push_back(*value);
  }
}

std::vector<double> numbers(std::string_view text) {
  std::vector<double> out;
  read_numbers(text, out);
  return out;
}

// What a row's name may begin with; the rest is looked up, or is a value of the statement's.
constexpr std::array kinds = {"concept",    "family", "under", "section", "field", "frame",
                              "told-frame", "source", "about", "mood",    "time",  "polarity",
                              "standing",   "unit",   "is",    "much",    "length"};

bool known_kind(std::string_view name) {
  std::string_view kind = name.substr(0, name.find(' '));
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

template <std::size_t N>
base::Status read_into(std::array<double, N>& to, const Element& element, const std::string& file, const char* name) {
  std::vector<double> values = numbers(element.attribute(name));
  if (values.size() != N) {
    return mistake(element, file, std::string(name) + " holds " + std::to_string(values.size()) + " numbers",
                   "give it " + std::to_string(N));
  }
  std::copy(values.begin(), values.end(), to.begin());
  return base::Done{};
}

}  // namespace

base::Result<Likeness> Likeness::read(const Element& element, const std::string& file, const lexicon::Lexicon& lexicon,
                                      const std::vector<std::string>& items) {
  Likeness out;
  Attributes a(element, file);
  out.items_ = a.words("items");
  for (const std::string& item : out.items_) {
    if (std::find(items.begin(), items.end(), item) == items.end()) {
      a.fail("there is no item '" + item + "'", "name the items of the checklist, or train the second reading again");
    }
  }
  std::vector<std::string> weighs = a.words("weighs");
  for (const std::string& item : out.items_) {
    out.weighs_.push_back(std::find(weighs.begin(), weighs.end(), item) != weighs.end());
  }
  for (const char* name :
       {"base", "partly", "met", "first", "margin", "margin-down", "least", "rule", "likeness", "strength"})
    a.text(name);
  if (base::Status status = a.finish(); !status) return status.error();
  std::array<double, 1> margin{}, down{}, least{};
  out.weighing_.own.resize(out.items_.size());
  for (auto [name, member] : {std::pair("base", &Weighing::Own::base), std::pair("partly", &Weighing::Own::partly),
                              std::pair("met", &Weighing::Own::met), std::pair("first", &Weighing::Own::first)}) {
    std::vector<double> values = numbers(element.attribute(name));
    if (values.size() != out.items_.size()) {
      return mistake(element, file, std::string(name) + " holds " + std::to_string(values.size()) + " numbers",
                     "give it one for each item");
    }
    for (std::size_t i = 0; i < values.size(); ++i) out.weighing_.own[i].*member = values[i];
  }
  for (base::Status status : {read_into(margin, element, file, "margin"), read_into(least, element, file, "least"),
                              read_into(out.weighing_.rule, element, file, "rule"),
                              read_into(out.weighing_.likeness, element, file, "likeness"),
                              read_into(out.weighing_.strength, element, file, "strength")}) {
    if (!status) return status.error();
  }
  out.weighing_.margin = out.weighing_.margin_down = margin[0];
  if (!element.attribute("margin-down").empty()) {
    if (base::Status status = read_into(down, element, file, "margin-down"); !status) return status.error();
    out.weighing_.margin_down = down[0];
  }
  out.weighing_.least = least[0];

  const std::size_t columns = 2 * out.items_.size();
  out.names_ = {"base"};
  out.weights_.reserve(columns * (element.children.size() + 1));
  out.weights_.assign(columns, 0);
  std::vector<double> values;
  for (const Element& row : element.children) {
    Attributes b(row, file);
    std::string name = b.text("of");
    if (base::Status status = b.finish(); !status) return status.error();
    if (row.name == "order") {
      read_numbers(row.text, values);
      if (values.size() != out.items_.size()) {
        return mistake(row, file, "'" + name + "' has " + std::to_string(values.size()) + " numbers",
                       "give it one for each item");
      }
      out.order_[name].assign(values.begin(), values.end());
      continue;
    }
    if (name != "base" && !known_kind(name)) {
      return mistake(row, file, "'" + name + "' is nothing that is known of a statement", "train the weights again");
    }
    read_numbers(row.text, values);
    if (values.size() != columns) {
      return mistake(row, file, "'" + name + "' has " + std::to_string(values.size()) + " weights",
                     "give it two for each item");
    }
    std::size_t at = 0;
    if (name != "base") {
      at = out.names_.size() * columns;
      out.rows_[name] = static_cast<std::uint32_t>(out.names_.size());
      out.names_.push_back(name);
      out.weights_.resize(at + columns);
    }
    std::transform(values.begin(), values.end(), out.weights_.begin() + static_cast<std::ptrdiff_t>(at),
                   [](double v) { return static_cast<float>(v); });
  }
  out.read_traits();
  // A concept, section or field that a lexicon no longer has leaves a row that nothing finds: no mistake.
  out.concept_rows_.resize(lexicon.concept_count() + 1);
  out.family_rows_.resize(lexicon.concept_count() + 1);
  out.under_rows_.resize(lexicon.concept_count() + 1);
  for (std::size_t id = 1; id < out.concept_rows_.size(); ++id) {
    std::string name(lexicon.concept_name(static_cast<lexicon::ConceptId>(id)));
    out.concept_rows_[id] = out.row_named("concept " + name);
    out.under_rows_[id] = out.row_named("under " + name);
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
  const auto read = [&](Traits::Rows& rows, std::string_view kind, auto name_of_value) {
    for (std::size_t value = 0; value < rows.size(); ++value)
      rows[value] = row_named(std::string(kind) + " " + std::string(name_of_value(static_cast<std::uint8_t>(value))));
  };
  const auto names = [](auto first) {
    return [](std::uint8_t value) { return language::name_of(static_cast<decltype(first)>(value)); };
  };
  read(traits_.frame, "frame", names(language::Frame()));
  read(traits_.told_frame, "told-frame", names(language::Frame()));
  read(traits_.source, "source", names(language::Source()));
  read(traits_.about, "about", names(language::About()));
  read(traits_.mood, "mood", names(language::Mood()));
  read(traits_.time, "time", names(language::Time()));
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

std::vector<Likeness::Active> Likeness::active(const Record& record, const Statement& s) const {
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
  const auto row = [](const Traits::Rows& rows, auto value) { return rows[static_cast<std::size_t>(value)]; };
  take(row(traits_.frame, s.frame));
  if (s.told) take(row(traits_.told_frame, s.told_frame));
  take(row(traits_.source, s.source));
  take(row(traits_.about, s.about));
  take(row(traits_.mood, s.mood));
  take(row(traits_.time, s.time));
  take(row(traits_.polarity, s.polarity));
  take(row(traits_.standing, s.standing));
  take(row(traits_.unit, unit.kind));
  take(row(traits_.length, language::length_of(record.language, s)));
  if (s.main) take(traits_.main);
  if (s.general) take(traits_.general);
  if (s.process) take(traits_.process);
  if (traits_.content != 0) {
    out.push_back({traits_.content, std::min(static_cast<float>(s.content), full_content) / full_content});
  }
  return out;
}

Likeness::Scores Likeness::scores(const Record& record, const Statement& statement) const {
  const std::size_t count = items_.size();
  std::vector<float> sums(2 * count, 0.0F);
  for (const Active& one : active(record, statement)) {
    const float* weights = weights_.data() + one.row * 2 * count;
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += one.value * weights[i];
  }
  auto middle = sums.begin() + static_cast<std::ptrdiff_t>(count);
  return {{sums.begin(), middle}, {middle, sums.end()}};
}

std::vector<std::string> Likeness::grounds(const Record& record, const Statement& statement, std::string_view item,
                                           std::size_t most) const {
  int at = column(item);
  if (at < 0) return {};
  std::vector<std::pair<float, std::uint32_t>> parts;
  for (const Active& one : active(record, statement)) {
    float part = one.value * weights_[one.row * 2 * items_.size() + static_cast<std::size_t>(at)];
    if (one.row != 0 && part > 0) parts.emplace_back(-part, one.row);
  }
  std::sort(parts.begin(), parts.end());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < parts.size() && i < most; ++i) out.push_back(names_[parts[i].second]);
  return out;
}

}  // namespace checklist
