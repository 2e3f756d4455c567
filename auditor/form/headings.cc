// Headings and the sections they open. A format's own headings are taken at their word; a bold line, a line in
// capitals, a numbered or a short line that stands alone is weighed by what it names and what follows.
#include <algorithm>

#include "base/ornament.h"
#include "form/pass.h"
#include "form/text.h"
#include "form/ticks.h"

namespace form {
namespace {

constexpr std::size_t longest_heading = 14;   // words
constexpr std::size_t longest_run_in = 8;     // words
constexpr std::size_t longest_part_name = 4;  // words
constexpr std::size_t short_value = 10;       // words: more is a narrative
constexpr std::size_t longest_overhang = 6;   // signs: by how much a rule may be longer or shorter than its heading

int offset_of(bool numbered, int depth, bool capitals, bool bold) {
  if (numbered) return depth;
  if (capitals) return 1;
  return bold ? 2 : 3;
}

}  // namespace

std::int32_t Pass::add_section(base::Span heading, int level, lexicon::SectionId own, std::int32_t parent) {
  Section section;
  section.heading = heading;
  section.level = static_cast<std::uint8_t>(std::clamp(level, 0, 250));
  section.own = own;
  section.parent = parent;
  section.kind = own;
  section.recognised = own != 0;
  if (own == 0 && parent >= 0) {
    const Section& above = form_.sections[static_cast<std::size_t>(parent)];
    section.kind = above.kind;
    section.recognised = above.recognised;
  }
  form_.sections.push_back(section);
  return static_cast<std::int32_t>(form_.sections.size() - 1);
}

std::int32_t Pass::section_here() {
  if (stack_.empty()) stack_.push_back(add_section({}, 0, 0, -1));
  return stack_.back();
}

std::int32_t Pass::sub_section(base::Span label, lexicon::SectionId kind) {
  std::int32_t parent = section_here();
  return add_section(label, form_.sections[static_cast<std::size_t>(parent)].level + 1, kind, parent);
}

lexicon::SectionId Pass::kind_here() const {
  return stack_.empty() ? lexicon::SectionId{0} : form_.sections[static_cast<std::size_t>(stack_.back())].kind;
}

Place Pass::place_here() const {
  if (!fresh_) return Place::text;
  return cues_.plan_like(kind_here()) ? Place::under_plan : Place::under_heading;
}

// A title names the kind of record, not a section ("Record of Outcome of Section 47 Enquiries").
lexicon::SectionId Pass::section_named(base::Span heading) const {
  if (before_content_ && cues_.names_record(of(heading))) return 0;
  const lexicon::SectionId listed = cues_.section(of(heading));
  if (listed != 0) return listed;
  // The first line of all names the council or the form, whatever words it has.
  const bool title = before_content_ && form_.sections.empty() && numbering(of(heading)) == 0;
  return title ? lexicon::SectionId{0} : cues_.section_by_words(of(heading));
}

void Pass::heading(base::Span at, int level, const Origin& origin) {
  while (!stack_.empty() && form_.sections[static_cast<std::size_t>(stack_.back())].level >= level) stack_.pop_back();
  std::int32_t parent = stack_.empty() ? -1 : stack_.back();
  if (parent >= 0 && form_.sections[static_cast<std::size_t>(parent)].heading.empty()) parent = -1;
  stack_.push_back(add_section(at, level, section_named(at), parent));
  emit(UnitKind::heading, at, origin);
  fresh_ = true;
}

const Line* Pass::next_line(std::size_t item) const {
  for (std::size_t i = item + 1; i < items_.size(); ++i) {
    if (items_[i].kind == Item::Kind::enter || items_[i].kind == Item::Kind::leave) continue;
    return items_[i].kind == Item::Kind::line ? &items_[i].line : nullptr;
  }
  return nullptr;
}

bool Pass::something_follows(std::size_t item) const {
  for (std::size_t i = item + 1; i < items_.size(); ++i) {
    if (items_[i].kind == Item::Kind::rows) return true;
    if (items_[i].kind == Item::Kind::line) return items_[i].line.part == document::Part::body;
  }
  return false;
}

// "Plan" over two lines or more that are no labels: a list of tasks, however short each is, and no answer.
bool Pass::tasks_follow(std::size_t item) const {
  const lexicon::SectionId section = cues_.section(of(items_[item].line.at));
  if (section == 0 || cues_.lexicon().section_name(section) != "plan") return false;
  for (std::size_t i = item + 1; i <= item + 2; ++i) {
    if (i >= items_.size() || items_[i].kind != Item::Kind::line) return false;
    const Line& line = items_[i].line;
    const std::string_view text = of(line.at);
    if (line.kind != document::BlockKind::paragraph || !has_more_words(text, 1) || has_mark(text)) return false;
    if (cues_.section(text) != 0) return false;
    // "GP registration - mum, this week": a task and who is to do it.
    const bool dashed = text.find(" - ") != std::string_view::npos && text.find(": ") == std::string_view::npos;
    if (!dashed && (cues_.known_label(text) || !labelled(line.at, true).empty())) return false;
  }
  return true;
}

// Whether the next line is a short answer to a label, not a narrative, a heading or a further label.
bool Pass::value_follows(std::size_t item, lexicon::FieldId field) const {
  if (tasks_follow(item)) return false;
  const Line* next = next_line(item);
  if (next == nullptr || next->kind == document::BlockKind::heading || next->kind == document::BlockKind::field) {
    return false;
  }
  std::string_view value = of(next->at);
  if (next->kind == document::BlockKind::list_item) return false;
  std::string_view first = value.substr(0, value.find_first_of(" ,.-"));
  if (cues_.yes_or_no(first) && word_count(value) <= 2 * short_value) return true;
  if (has_more_words(value, short_value) || next->bold || ends_with_any(value, ":?")) return false;
  // "Timescale" over "10 day review: 16 March": a line that labels itself is no answer.
  const bool labels_itself = value.find(": ") != std::string_view::npos;
  if (cues_.date_field(field)) return (has_date(value) && !labels_itself) || cues_.blank(value);
  if (has_mark(value)) return labelled(next->at, true).empty();
  return !cues_.known_label(value) && !cues_.sentences(value, field) && labelled(next->at, true).empty();
}

int Pass::made_level(const Line& line) const {
  int above = 0;
  for (std::int32_t index : stack_) {
    const Section& section = form_.sections[static_cast<std::size_t>(index)];
    // Levels below ten are the format's own; made ones are spread beyond them so that neither ends the other by chance.
    if (section.level % 10 == 0) above = section.level;
  }
  std::string_view words = base::between_signs(of(line.at));
  const bool between = !words.empty();
  if (words.empty()) words = of(line.at);
  int depth = numbering(words);
  int offset = line.side ? 4 : offset_of(depth > 0, depth, between || in_capitals(words), line.bold);
  return above + std::min(offset, 9);
}

// "Current family and home situation e.g. family structure", "Conclusions What are your conclusions?": a row of one
// cell that names a section, and behind it the form's help.
base::Span Pass::banner(const Line& line) const {
  if (!line.alone || line.part != document::Part::body) return {};
  std::size_t number = 0;
  numbering(of(line.at), &number);
  base::Span bare{line.at.begin + static_cast<std::uint32_t>(number), line.at.end};
  std::string_view text = of(bare);
  std::size_t words = 1;
  for (std::size_t i = 1; i + 1 < text.size() && words <= longest_run_in; ++i) {
    if (text[i] != ' ' && text[i] != '\n') continue;
    std::string_view rest = text.substr(i + 1);
    bool example = rest.starts_with("e.g") || rest.starts_with("eg ");
    bool opens = example || begins_with_capital(rest) || rest[0] == '(';
    if (opens && cues_.section(text.substr(0, i)) != 0 &&
        ((example && !has_date(rest)) || cues_.help(rest, Place::label, line.italic)))
      return {line.at.begin, bare.begin + static_cast<std::uint32_t>(i)};
    ++words;
  }
  return {};
}

// A name that may stand before its narrative with a full stop between: not who says it, nor an answer ("No further
// action.").
bool Pass::names_part(std::string_view name) const {
  return !has_more_words(name, longest_part_name) && !cues_.speaker(name) && !name.starts_with("No ");
}

// "What you told me.", in bold before its text.
bool Pass::is_bold_name(std::size_t item, std::string_view bare) const {
  if (!items_[item].line.bold || !ends_with_any(bare, ".") || has_more_words(bare, longest_run_in)) return false;
  if (has_date(bare) || bare.find(':') != std::string_view::npos || !something_follows(item)) return false;
  const lexicon::SectionId section = cues_.section_headed(bare);
  return section != 0 && (!cues_.speaker(bare) || cues_.lexicon().section_name(section) == "manager");
}

bool Pass::in_cell(const Line& line) const {
  if (line.block < 0) return false;
  const document::Block& block = document_.blocks[static_cast<std::size_t>(line.block)];
  return block.parent >= 0 || block.kind == document::BlockKind::cell;
}

// "5. Professionals. Midwife, health visitor, GP ..."
base::Span Pass::run_in(const Line& line) const {
  if (line.part != document::Part::body) return {};
  std::size_t number = 0;
  const bool numbered = numbering(of(line.at), &number) > 0;
  if (!numbered && !in_cell(line)) return {};
  base::Span bare{line.at.begin + static_cast<std::uint32_t>(number), line.at.end};
  std::vector<base::Span> sentences = sentences_of(bare, text_);
  if (sentences.empty() || !ends_with_any(of(sentences[0]), ".")) return {};
  std::string_view name = of(sentences[0]);
  if (has_more_words(name, longest_run_in) || has_date(name)) return {};
  bool known = cues_.section(name) != 0;
  // "Analysis. The bruise fits ..." in a cell; "School. She is late" says who tells it.
  if (!numbered && (!known || sentences.size() < 2 || !names_part(name))) return {};
  base::Span rest = trimmed(base::Span{sentences[0].end, line.at.end}, text_);
  if (!known && (rest.empty() || !cues_.help(of(rest), Place::under_plan, line.italic))) return {};
  if (cues_.has_sentence_word(name) && sentences.size() > 1) return {};
  if (cues_.plan_like(kind_here()) && !cues_.plan_like(cues_.section(name))) return {};  // "1. School to monitor."
  return {line.at.begin, sentences[0].end};
}

// Whether a short line is set apart as a heading: "== Plan ==", "[ Plan ]", or a rule drawn under it.
bool Pass::set_apart(std::size_t item) const {
  const Line& line = items_[item].line;
  if (line.part != document::Part::body || line.kind == document::BlockKind::heading) return false;
  if (line.kind == document::BlockKind::field || line.kind == document::BlockKind::list_item) return false;
  std::string_view words = base::between_signs(of(line.at));
  const bool ruled = words.empty() && ruled_below(item);
  if (ruled) words = of(line.at);
  if (words.empty() || has_more_words(words, longest_heading) || !something_follows(item)) return false;
  std::size_t number = 0;
  numbering(words, &number);
  const std::string_view bare = words.substr(number);
  if (cues_.section_headed(bare) != 0 && !has_date(bare)) return true;
  if (!has_letter(bare) || has_mark(words) || ends_with_any(bare, ".,;!") || has_date(bare)) return false;
  if (cues_.blank(words) || bare.find(": ") != std::string_view::npos || cues_.salutation(words)) return false;
  if (bare.find_first_of("0123456789") != std::string_view::npos) return false;
  // "[address withheld]", "[names both parents]": a remark, where nothing says that it names what follows.
  if (of(line.at).front() == '[') return of(line.at)[1] == ' ' || in_capitals(bare);
  return has_more_words(bare, 1) || ruled || in_capitals(bare) || begins_with_capital(bare);
}

// A rule of about the line's length right under it, in a paragraph or a line of its own.
bool Pass::ruled_below(std::size_t item) const {
  if (item + 1 >= items_.size() || items_[item + 1].kind != Item::Kind::line) return false;
  const std::string_view rule = of(items_[item + 1].line.at);
  const std::size_t length = of(items_[item].line.at).size();
  return base::is_rule(rule) && !base::is_rule(of(items_[item].line.at)) && rule.size() <= length + longest_overhang &&
         length <= rule.size() + longest_overhang;
}

// A short line whose words name a section, over a narrative, in a row of its own or within a cell: in running text the
// same words are part of what is told.
bool Pass::names_by_words(std::size_t item) const {
  const Line& line = items_[item].line;
  if (!line.alone && !in_cell(line) && marked_headings_ > 0) return false;
  const std::string_view text = of(line.at);
  const Line* next = next_line(item);
  if (has_more_words(text, longest_run_in) || !begins_with_capital(text) || next == nullptr) return false;
  if (cues_.has_sentence_word(text) && !cues_.begins_question(text)) return false;
  const bool narrative = has_more_words(of(next->at), longest_run_in) || cues_.sentences(of(next->at));
  return narrative && cues_.section_by_words(text) != 0;
}

bool Pass::heads(std::size_t item) const {
  const Line& line = items_[item].line;
  std::string_view text = of(line.at);
  if (set_apart(item)) return true;
  std::size_t words = word_count(text);
  if (line.part != document::Part::body || words == 0 || words > longest_heading || text.size() > 120) return false;
  std::size_t number_length = 0;
  bool numbered = numbering(text, &number_length) > 0;
  std::string_view bare = text.substr(number_length);
  if (bare.empty() || !has_letter(bare) || has_mark(text) || begins_with_quote(bare)) return false;
  if (is_bold_name(item, bare)) return true;
  if (ends_with_any(text, ".,;") || cues_.salutation(text) || has_date(bare) || cues_.blank(text)) return false;
  std::size_t colon = line.side && cues_.section_headed(text) != 0 ? std::string_view::npos : bare.find(": ");
  if (colon != std::string_view::npos && !cues_.known_label(bare)) return false;
  if (colon != std::string_view::npos && !labelled(line.at, true).empty()) return false;
  if (!something_follows(item) && !line.bold) return false;

  lexicon::SectionId section = cues_.section(bare);
  // "Letter to housing - Ann" among the lines of a plan is to be written.
  const bool letter = section != 0 && cues_.lexicon().section_name(section) == "letter";
  const bool dashed = bare.find(" - ") != std::string_view::npos && !line.bold && !line.side;
  if ((section == 0 || letter) && dashed && cues_.plan_like(kind_here())) return false;
  lexicon::FieldId field = cues_.field(bare);
  const Line* next = next_line(item);
  bool rows_follow = next == nullptr && something_follows(item);
  if (field != 0 && !(numbered && section != 0) && value_follows(item, field)) return false;
  bool list = line.kind == document::BlockKind::list_item;
  if (list && numbered && in_capitals(bare) && (words >= 2 || section != 0)) return true;
  bool colon_end = ends_with_any(text, ":");
  bool question = ends_with_any(text, "?");
  if (line.side) return true;
  if (series_[item] && next != nullptr && next->kind != document::BlockKind::list_item &&
      (question || !cues_.plan_like(kind_here()) || cues_.section_headed(bare) != 0)) {
    return true;
  }
  // "18. Manager" in bold, and its answer in a paragraph below: a form numbered as a list.
  bool answered =
      list && line.bold && numbered && next != nullptr && next->kind == document::BlockKind::paragraph && !next->bold;
  if (list && !answered) {
    bool opens_list = next != nullptr && next->kind == document::BlockKind::list_item && next->level > line.level;
    bool item_follows = next != nullptr && next->kind == document::BlockKind::list_item;
    if (section != 0 && numbered && words <= 7 && !cues_.has_sentence_word(bare) &&
        (!item_follows || cues_.section(of(next->at)) != 0)) {
      return true;
    }
    return section != 0 && (line.bold || (opens_list && colon_end)) && !cues_.has_sentence_word(bare);
  }
  if (line.bold) return !cues_.sentences(text) || question || section != 0;
  if (in_capitals(bare)) return section != 0 || (words >= 2 && next != nullptr) || rows_follow;
  if (section != 0 && words <= 9 && begins_with_capital(text)) {
    if (question || colon_end || numbered) return true;
    // A bare name of a section: what follows must be more than another such name.
    std::size_t bracket = text.back() == ')' ? text.find(" (") : std::string_view::npos;
    return !cues_.sentences(text.substr(0, bracket)) || cues_.begins_question(text);
  }
  if (line.alone && (numbered || question)) return true;
  if (names_by_words(item)) return true;
  if (marked_headings_ > 0 || cues_.plan_like(kind_here())) return false;
  if (next == nullptr || !begins_with_capital(text) || words > 7 || cues_.has_sentence_word(bare)) return false;
  bool opens = has_more_words(of(next->at), 11) || next->kind == document::BlockKind::list_item;
  return opens;
}

}  // namespace form
