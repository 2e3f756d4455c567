// Lines of the flow: heading, guidance, ticks, labels with values, questions with answers, or prose, tried in that
// order.
#include <algorithm>

#include "base/ornament.h"
#include "form/pass.h"
#include "form/series.h"
#include "form/text.h"
#include "form/ticks.h"

namespace form {
namespace {

constexpr std::size_t longest_marked_heading = 30;  // words: more is a paragraph in a heading's style
constexpr std::size_t longest_question = 25;
constexpr std::size_t longest_term = 8;   // words
constexpr std::size_t fewest_terms = 15;  // lines on end that are a list of terms
constexpr std::size_t words_in_term = 4;  // on the average
constexpr std::size_t words_without_stop = 50;
constexpr std::size_t fewest_in_list = 15;      // terms in a sentence that is nothing else
constexpr std::size_t longest_loose_line = 24;  // words
constexpr std::size_t longest_loose_label = 4;  // words
constexpr std::size_t fewest_loose_lines = 3;   // among seven
constexpr std::int32_t no_prompts = -1;
constexpr std::int32_t any_line = -2;

bool has_figure(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Pass::Pass(const document::Document& document, const lexicon::Remembered& scans)
    : document_(document), text_(document.text), cues_(scans) {}

Form Pass::run() {
  items_ = flow_of(document_, cues_);
  series_ = series_of(items_, text_);
  for (const Item& item : items_) {
    bool marked = item.kind == Item::Kind::line && item.line.kind == document::BlockKind::heading;
    // A title alone says nothing of how this form marks its sections.
    marked_headings_ += marked && !item.line.inferred && cues_.section(of(item.line.at)) != 0 ? 1u : 0u;
  }
  for (std::size_t i = 0; i < items_.size();) {
    switch (items_[i].kind) {
      case Item::Kind::enter:
        saved_.push_back(stack_);
        ++i;
        break;
      case Item::Kind::leave:
        stack_ = saved_.back();
        saved_.pop_back();
        ++i;
        break;
      case Item::Kind::rows:
        read_rows(items_[i].segment);
        fresh_ = before_content_ = false;
        ++i;
        break;
      case Item::Kind::line:
        if (std::size_t terms = bare_terms(i); terms > 0) {
          for (std::size_t end = i + terms; i < end; ++i) {
            Unit& unit = emit(UnitKind::prose, items_[i].line.at, origin_of(items_[i].line));
            unit.value = unit.at;
            unit.blank = true;
          }
        } else {
          i += read_line(i);
        }
        break;
    }
  }
  return std::move(form_);
}

Pass::Origin Pass::origin_of(const Line& line) {
  return {line.block, line.table, line.row, line.page};
}

Unit& Pass::emit(UnitKind kind, base::Span at, const Origin& origin) {
  Unit unit;
  unit.kind = kind;
  unit.at = at;
  unit.label = unit.value = {at.begin, at.begin};
  unit.section = section_here();
  unit.block = origin.block;
  unit.table = origin.table;
  unit.row = origin.row;
  unit.page = origin.page;
  unit.option_begin = unit.option_end = static_cast<std::uint32_t>(form_.options.size());
  unit.cell_begin = unit.cell_end = static_cast<std::uint32_t>(form_.cells.size());
  form_.units.push_back(unit);
  return form_.units.back();
}

// "neglect, domestic abuse, seen alone, ...": a sentence of terms without end.
bool Pass::lists_terms(base::Span sentence) const {
  std::string_view text = of(sentence);
  auto parts =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == ';'; }));
  // Or one line after another without a stop, of the lexicon's own words alone.
  if (word_count(text) >= words_without_stop && text.find_first_of(".!?") == std::string_view::npos &&
      cues_.all_known(text)) {
    return true;
  }
  return parts >= fewest_in_list && word_count(text) <= words_in_term * parts;
}

// Sentences with gaps are the form's: nobody has written them. Nor does a list of terms say anything.
void Pass::passage(base::Span at, std::int32_t cell) {
  auto unit = static_cast<std::uint32_t>(form_.units.size() - 1);
  auto unwritten = [&](base::Span sentence) {
    return cues_.has_gaps(of(sentence)) || lists_terms(sentence) || cues_.lexicon().is_listed_help(of(sentence));
  };
  if (!cues_.has_gaps(of(at)) && !lists_terms(at)) {
    form_.passages.push_back({at, unit, cell});
    return;
  }
  base::Span written;
  for (base::Span sentence : sentences_of(at, text_)) {
    if (!unwritten(sentence)) {
      written = written.empty() ? sentence : base::join(written, sentence);
      continue;
    }
    if (!written.empty()) form_.passages.push_back({written, unit, cell});
    written = {};
  }
  if (!written.empty()) form_.passages.push_back({written, unit, cell});
}

void Pass::prose(base::Span at, const Origin& origin, std::int32_t section) {
  if (section < 0) section = section_here();
  if (!form_.units.empty()) {
    // Lines of one block are one stretch of prose.
    Unit& last = form_.units.back();
    if (last.kind == UnitKind::prose && last.block == origin.block && last.section == section &&
        !form_.passages.empty() && form_.passages.back().unit + 1 == form_.units.size() &&
        form_.passages.back().at.end == last.at.end && !cues_.has_gaps(of(at))) {
      last.at.end = last.value.end = at.end;
      form_.passages.back().at.end = at.end;
      return;
    }
  }
  Unit& unit = emit(UnitKind::prose, at, origin);
  unit.section = section;
  unit.value = at;
  unit.blank = cues_.blank(of(at));
  if (unit.blank) return;
  std::size_t before = form_.passages.size();
  passage(at);
  form_.units.back().blank = form_.passages.size() == before;  // nothing but gaps
}

void Pass::read_margin(const Line& line) {
  std::vector<Labelled> pieces = labelled(line.at, true);
  if (pieces.empty()) {
    bool written = line.part == document::Part::footnote || line.part == document::Part::comment;
    Unit& unit = emit(UnitKind::prose, line.at, origin_of(line));
    unit.value = line.at;
    if (written) passage(line.at);
    return;
  }
  for (const Labelled& piece : pieces) answer(piece.label, {piece.value}, false, origin_of(line));
}

// The sentences of guidance that a paragraph begins with and then goes on to follow; empty where there are none.
base::Span Pass::leading_guidance(base::Span at, Place place) const {
  std::vector<base::Span> sentences = sentences_of(at, text_);
  std::size_t count = 0;
  while (count < sentences.size() && has_more_words(of(sentences[count]), 2) &&
         cues_.help(of(sentences[count]), place, false)) {
    ++count;
  }
  if (count == 0 || count == sentences.size()) return {at.begin, at.begin};
  return base::join(sentences[0], sentences[count - 1]);
}

// An answer's parts are what stands in the value's place: guidance before the answer belongs to the label.
void Pass::answer(base::Span label, std::vector<base::Span> parts, bool italic, const Origin& origin) {
  std::erase_if(parts, [](base::Span at) { return at.empty(); });
  if (label.empty()) {
    for (base::Span part : parts) prose(part, origin);
    return;
  }
  if (cues_.help_label(of(label))) {
    base::Span all = label;
    for (base::Span part : parts) all = base::join(all, part);
    emit(UnitKind::help, all, origin);
    return;
  }
  lexicon::FieldId field = cues_.field(of(label));
  lexicon::SectionId section = cues_.section(of(label));
  bool asks = ends_with_any(of(label), "?") ||
              (field == 0 && has_more_words(of(label), 3) && cues_.help(of(label), Place::label, false));
  bool action = cues_.plan_like(kind_here()) || (field != 0 && cues_.plan_like(section));
  while (!parts.empty() && !action && !cues_.blank(of(parts.front())) &&
         cues_.help(of(parts.front()), Place::label, italic)) {
    label = base::join(label, parts.front());
    parts.erase(parts.begin());
    asks = true;
  }
  // "Decision (ring one): Close / Early help / Child in need": nobody has chosen.
  bool open_choice = parts.size() == 1 && of(parts.front()).find(" / ") != std::string_view::npos &&
                     cues_.asks_to_choose(of(label)) && read_ticks(parts.front(), text_, cues_, true).options.empty();
  // "What I am going to do: What Who When": the columns of a list that nobody filled.
  if (parts.size() == 1 && cues_.column_heads(of(parts.front()))) {
    label = base::join(label, parts.front());
    parts.clear();
    asks = true;
  }
  // Guidance and answer in one paragraph: "What is it like to be this child? He told me ..."
  if (!parts.empty() && !action) {
    base::Span guidance = leading_guidance(parts.front(), Place::label);
    if (!guidance.empty()) {
      label = base::join(label, guidance);
      parts.front() = trimmed(base::Span{guidance.end, parts.front().end}, text_);
      asks = true;
    }
  }
  base::Span value{label.end, label.end};
  for (base::Span part : parts) value = base::join(value, part);
  base::Span at = base::join(label, value);
  Ticks ticks;
  if (!value.empty()) ticks = read_ticks(value, text_, cues_, true);
  bool ticked = !ticks.options.empty();
  UnitKind kind = ticked ? UnitKind::tick : (asks ? UnitKind::question : UnitKind::field);
  std::vector<base::Span> sentences;
  bool blank = value.empty() || open_choice || (!ticked && cues_.blank(of(value)));
  if (ticked) {
    if (cues_.sentences(of(ticks.rest))) sentences.push_back(ticks.rest);
    value = ticks.rest;
    blank = !ticks.any_ticked();
  } else if (!blank) {
    for (base::Span part : parts) {
      if (cues_.sentences(of(part), field) && !cues_.blank(of(part))) sentences.push_back(part);
    }
  }
  // "Authorised: 16/06/2021" is the date of what "Authorised: M. Jones" names the author of.
  if (field != 0 && cues_.lexicon().field_name(field) == "manager" && has_date(of(value)) &&
      !has_more_words(of(value), 3)) {
    field = cues_.lexicon().find_field("authorisation-date");
  }
  // "Letter to housing - Ann" in a plan is to be written.
  if (cues_.plan_like(kind_here()) && section != 0 && cues_.lexicon().section_name(section) == "letter") section = 0;
  std::int32_t inside = section_here();
  if (section == 0 && field == 0 && !sentences.empty()) section = cues_.section_by_words(of(label));
  if (section != 0 && (field == 0 || !sentences.empty())) inside = sub_section(label, section);
  Unit& unit = emit(kind, at, origin);
  unit.label = label;
  unit.value = value;
  unit.field = field;
  unit.section = inside;
  unit.blank = blank;
  form_.options.insert(form_.options.end(), ticks.options.begin(), ticks.options.end());
  unit.option_end = static_cast<std::uint32_t>(form_.options.size());
  for (base::Span part : sentences) passage(part);
}

// Ticks without a label of their own go to the label, or to the options, that stand just before them.
bool Pass::read_ticks_line(const Line& line) {
  std::vector<Labelled> pieces = labelled(line.at, true);
  if (!pieces.empty()) {
    for (const Labelled& piece : pieces) answer(piece.label, {piece.value}, false, origin_of(line));
    return true;
  }
  Ticks ticks = read_ticks(line.at, text_, cues_, false);
  if (ticks.options.empty()) return false;
  if (!ticks.label.empty() && has_more_words(of(ticks.label), longest_question)) return false;
  std::int32_t section = section_here();
  bool joined = false;
  if (ticks.label.empty() && !form_.units.empty() && form_.units.back().section == section) {
    Unit& last = form_.units.back();
    bool same = last.kind == UnitKind::tick && last.value.empty() && last.option_end == form_.options.size();
    bool waiting = (last.kind == UnitKind::field || last.kind == UnitKind::question) && last.value.empty();
    joined = (same || waiting) && last.block >= 0 && line.block >= last.block && line.table == last.table;
    if (joined) last.kind = UnitKind::tick;
  }
  if (!joined) {
    Unit& fresh = emit(UnitKind::tick, line.at, origin_of(line));
    if (!ticks.label.empty()) {
      fresh.label = ticks.label;
      fresh.field = cues_.field(of(ticks.label));
    }
    fresh.blank = true;
  }
  Unit& unit = form_.units.back();
  unit.at = base::join(unit.at, line.at);
  unit.value = ticks.rest;
  unit.blank = unit.blank && !ticks.any_ticked();
  form_.options.insert(form_.options.end(), ticks.options.begin(), ticks.options.end());
  unit.option_end = static_cast<std::uint32_t>(form_.options.size());
  if (cues_.sentences(of(ticks.rest))) passage(ticks.rest);
  return true;
}

// "What does the history tell us? The three contacts look different ..." in one paragraph.
bool Pass::leading_question(const Line& line) {
  std::vector<base::Span> sentences = sentences_of(line.at, text_);
  if (sentences.size() < 2 || begins_with_quote(of(line.at))) return false;
  std::string_view question = of(sentences[0]);
  if (!ends_with_any(question, "?") || has_more_words(question, longest_question)) return false;
  if (!cues_.begins_question(question) && cues_.section(question) == 0) return false;
  if (ends_with_any(of(sentences[1]), "?") && !cues_.help(of(sentences[1]), Place::label, false)) return false;
  base::Span rest = trimmed(base::Span{sentences[1].begin, line.at.end}, text_);
  answer(sentences[0], {rest}, false, origin_of(line));
  return true;
}

// A few words that the lexicon knows one and all, and no mark: a term, not something that somebody wrote of a child.
bool Pass::bare_term(const Item& item) const {
  if (item.kind != Item::Kind::line || item.line.part != document::Part::body) return false;
  if (item.line.kind == document::BlockKind::heading || item.line.kind == document::BlockKind::field) return false;
  std::string_view text = of(item.line.at);
  if (has_more_words(text, longest_term) || has_mark(text) || ends_with_any(text, ".!?:;,")) return false;
  return cues_.all_known(text);
}

// How many lines from here on are such terms, where they are too many to be notes; else 0.
std::size_t Pass::bare_terms(std::size_t item) const {
  std::size_t end = item;
  while (end < items_.size() && bare_term(items_[end])) ++end;
  return end - item >= fewest_terms ? end - item : 0;
}

// What loose_label_of() says; read once of each line, since each asks for those about it too.
base::Span Pass::loose_label(std::size_t item) const {
  if (loose_labels_.empty()) loose_labels_.resize(items_.size());
  std::optional<base::Span>& label = loose_labels_[item];
  if (!label) label = loose_label_of(items_[item]);
  return *label;
}

// "Ethnicity Indian (Bengali)": a field's label with its value behind it and no mark between; empty where it is none.
base::Span Pass::loose_label_of(const Item& item) const {
  if (item.kind != Item::Kind::line || item.line.part != document::Part::body) return {};
  if (item.line.kind == document::BlockKind::heading && !item.line.inferred) return {};
  base::Span at = item.line.at;
  std::string_view text = of(at);
  if (!has_more_words(text, 1) || has_more_words(text, longest_loose_line) || !begins_with_capital(text)) return {};
  if (ends_with_any(text, ".?!:") || has_mark(text) || in_capitals(text)) return {};
  base::Span found;
  std::size_t words = 0;
  for (std::uint32_t k = at.begin + 1; k < at.end && words < longest_loose_label; ++k) {
    if (text_[k] != ' ') continue;
    ++words;
    base::Span label{at.begin, k};
    if (!cues_.all_known(of(label)) || cues_.names_person(of(label)) || has_figure(of(label))) break;
    char next = text_[k + 1];
    bool value = (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9');
    if (value && cues_.field(of(label)) != 0 && !cues_.has_sentence_word(of(label))) found = label;
  }
  // Asked last, of the few lines that begin so.
  if (found.empty() || cues_.section(text) != 0 || cues_.names_record(text)) return {};
  return found;
}

// The same, where the lines about it are of the same kind: one alone may begin a sentence.
base::Span Pass::loose_label_among(std::size_t item) const {
  base::Span label = loose_label(item);
  if (label.empty()) return label;
  std::size_t alike = 0;
  for (std::size_t i = item > 3 ? item - 3 : 0; i < items_.size() && i < item + 4; ++i) {
    base::Span other = loose_label(i);
    if (i != item && !other.empty() && of(other) == of(label)) return {};  // a list of events, not a form
    alike += other.empty() ? 0u : 1u;
  }
  return alike >= fewest_loose_lines ? label : base::Span{};
}

// "Prompts", and the lines below it for as long as they tell nothing.
bool Pass::read_prompt(const Line& line) {
  auto kind = static_cast<std::int32_t>(line.kind);
  if (cues_.help_label(of(line.at))) {
    prompts_ = any_line;
    emit(UnitKind::help, line.at, origin_of(line));
    return true;
  }
  if (prompts_ == no_prompts) return false;
  bool heads = line.kind == document::BlockKind::heading || line.kind == document::BlockKind::field;
  if (heads || (prompts_ != any_line && prompts_ != kind) || !cues_.prompts(of(line.at))) {
    prompts_ = no_prompts;
    return false;
  }
  prompts_ = kind;
  emit(UnitKind::help, line.at, origin_of(line));
  return true;
}

// "Date and type of review:" with nothing behind it.
bool Pass::waits_for_answer(std::size_t item) const {
  const Line& line = items_[item].line;
  if (!ends_with_any(of(line.at), ":") || has_more_words(of(line.at), longest_question)) return false;
  const Line* next = next_line(item);
  if (next == nullptr || next->part != document::Part::body) return !something_follows(item) || next == nullptr;
  if (next->kind == document::BlockKind::list_item) return false;
  if (next->kind == document::BlockKind::heading || next->kind == document::BlockKind::field) return true;
  if (has_mark(of(next->at))) return true;
  return heads(item + 1) || ends_with_any(of(next->at), ":") || !labelled(next->at, true).empty();
}

std::size_t Pass::read_line(std::size_t item) {
  const Line& line = items_[item].line;
  std::string_view text = of(line.at);
  const Origin origin = origin_of(line);
  if (line.part != document::Part::body) {
    read_margin(line);
    return 1;
  }
  if (base::Span name = banner(line); !name.empty()) {
    heading(name, made_level(line), origin);
    emit(UnitKind::help, trimmed(base::Span{name.end, line.at.end}, text_), origin);
    before_content_ = false;
    return 1;
  }
  if (set_apart(item)) {
    heading(line.at, made_level(line), origin);
    if (!ruled_below(item)) return 1;
    form_.units.back().at = base::join(line.at, items_[item + 1].line.at);
    return 2;
  }
  if (base::is_rule(text)) {  // parts what stands above from what stands below
    emit(UnitKind::help, line.at, origin);
    return 1;
  }
  if (read_prompt(line)) return 1;
  if (base::Span label = loose_label_among(item); !label.empty() && labelled(line.at, true).empty()) {
    answer(label, {trimmed(base::Span{label.end, line.at.end}, text_)}, false, origin);
    fresh_ = before_content_ = false;
    return 1;
  }
  bool heading_like = line.kind == document::BlockKind::heading && !has_more_words(text, longest_marked_heading);
  if (heading_like && line.inferred) {
    std::vector<Labelled> pieces = labelled(line.at, true);
    if (!pieces.empty() && cues_.field(of(pieces.front().label)) != 0) heading_like = false;
    // "** Date of birth **" over a date.
    const lexicon::FieldId field = cues_.section(text) == 0 ? cues_.field(text) : lexicon::FieldId{0};
    if (field != 0 && value_follows(item, field)) heading_like = false;
    if (cues_.arranges(text)) heading_like = false;
  }
  if (heading_like) {
    heading(line.at, std::clamp<int>(line.level, 1, 9) * 10, origin);
    return 1;
  }
  const bool open =
      of(line.label).rfind('(') != std::string_view::npos && of(line.label).find(')') == std::string_view::npos;
  bool guessed = line.inferred && (!cues_.known_label(of(line.label)) || open);
  if (line.kind == document::BlockKind::field && !guessed) {
    base::Span value = trimmed(base::Span{line.label.end, line.at.end}, text_);
    std::string_view label = of(line.label);
    std::vector<Labelled> pieces = labelled(line.at, true);
    if (pieces.size() > 1) {
      for (const Labelled& piece : pieces) answer(piece.label, {piece.value}, line.italic, origin);
    } else if (cues_.section(label) != 0 && has_more_words(of(value), 60)) {
      heading(line.label, made_level(line), origin);
      prose(value, origin);
    } else {
      answer(line.label, {value}, line.italic, origin);
    }
    fresh_ = before_content_ = false;
    return 1;
  }
  if (read_leaders(line.at, origin)) {
    fresh_ = before_content_ = false;
    return 1;
  }
  if (has_mark(text) && read_ticks_line(line)) {
    fresh_ = before_content_ = false;
    return 1;
  }
  bool question = ends_with_any(text, "?");
  bool named = cues_.section(text) != 0 || line.bold;
  bool help =
      !cues_.blank(text) && cues_.help(text, before_content_ ? Place::under_heading : place_here(), line.italic);
  bool may_head = question && named && !line.italic && !has_more_words(text, 14);
  if (help && !may_head && !series_[item]) {
    emit(UnitKind::help, line.at, origin);
    return 1;
  }
  if (heads(item)) {
    heading(line.at, made_level(line), origin);
    return 1;
  }
  if (base::Span name = run_in(line); !name.empty()) {
    heading(name, made_level(line), origin);
    base::Span rest = trimmed(base::Span{name.end, line.at.end}, text_);
    if (rest.empty()) return 1;
    if (cues_.help(of(rest), place_here(), line.italic)) {
      emit(UnitKind::help, rest, origin);
    } else {
      prose(rest, origin);
      fresh_ = false;
    }
    before_content_ = false;
    return 1;
  }
  if (cues_.column_heads(text)) {
    emit(UnitKind::heading, line.at, origin);
    return 1;
  }
  if (label_then_value(item)) {
    fresh_ = before_content_ = false;
    return 2;
  }
  if (help) {
    emit(UnitKind::help, line.at, origin);
    return 1;
  }
  std::vector<Labelled> pieces = labelled(line.at, true);
  if (!pieces.empty()) {
    for (const Labelled& piece : pieces) answer(piece.label, {piece.value}, line.italic, origin);
  } else if (waits_for_answer(item)) {
    answer(line.at, {}, false, origin);
  } else if (!leading_question(line)) {
    base::Span written = line.at;
    if (place_here() == Place::under_heading) {
      base::Span guidance = leading_guidance(line.at, Place::under_heading);
      if (!guidance.empty()) {
        emit(UnitKind::help, guidance, origin);
        written = trimmed(base::Span{guidance.end, line.at.end}, text_);
      }
    }
    prose(written, origin);
  }
  fresh_ = before_content_ = false;
  return 1;
}

}  // namespace form
