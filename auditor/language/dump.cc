// Names of the room's values, and its JSON Lines for `auditor text`.
#include <algorithm>

#include "base/json.h"
#include "base/utf8.h"
#include "language/annotate.h"
#include "language/plain_words.h"

namespace language {

const char* name_of(Role role) {
  switch (role) {
    case Role::unknown:
      return "unknown";
    case Role::subject_child:
      return "subject_child";
    case Role::sibling:
      return "sibling";
    case Role::parent:
      return "parent";
    case Role::relative:
      return "relative";
    case Role::worker:
      return "worker";
    case Role::manager:
      return "manager";
    case Role::professional:
      return "professional";
    case Role::agency:
      return "agency";
    case Role::referrer:
      return "referrer";
    case Role::other:
      return "other";
  }
  return "unknown";
}

const char* name_of(Polarity polarity) {
  return polarity == Polarity::affirmed ? "affirmed" : "denied";
}

const char* name_of(Mood mood) {
  switch (mood) {
    case Mood::asserted:
      return "asserted";
    case Mood::hedged:
      return "hedged";
    case Mood::intended:
      return "intended";
    case Mood::directed:
      return "directed";
    case Mood::conditional:
      return "conditional";
    case Mood::asked:
      return "asked";
  }
  return "asserted";
}

const char* name_of(Time time) {
  return time == Time::past ? "past" : time == Time::present ? "present" : "future";
}
const char* name_of(Standing standing) {
  return standing == Standing::current ? "current" : "superseded";
}

const char* name_of(Source source) {
  switch (source) {
    case Source::unknown:
      return "unknown";
    case Source::child:
      return "child";
    case Source::parent:
      return "parent";
    case Source::relative:
      return "relative";
    case Source::agency:
      return "agency";
    case Source::worker:
      return "worker";
    case Source::form:
      return "form";
    case Source::policy:
      return "policy";
  }
  return "unknown";
}

const char* name_of(About about) {
  switch (about) {
    case About::unknown:
      return "unknown";
    case About::child:
      return "child";
    case About::sibling:
      return "sibling";
    case About::parent:
      return "parent";
    case About::agency:
      return "agency";
    case About::other:
      return "other";
    case About::nobody:
      return "nobody";
  }
  return "unknown";
}

const char* name_of(Frame frame) {
  switch (frame) {
    case Frame::none:
      return "none";
    case Frame::say:
      return "say";
    case Frame::want:
      return "want";
    case Frame::feel:
      return "feel";
    case Frame::show:
      return "show";
    case Frame::see:
      return "see";
    case Frame::ask:
      return "ask";
    case Frame::tell:
      return "tell";
    case Frame::act:
      return "act";
    case Frame::happen:
      return "happen";
    case Frame::judge:
      return "judge";
    case Frame::plan:
      return "plan";
    case Frame::refuse:
      return "refuse";
    case Frame::cause:
      return "cause";
    case Frame::be:
      return "be";
  }
  return "none";
}

namespace {

void write(base::JsonWriter& json, const Annotations& annotations, const Statement& statement, const char* unit,
           std::string_view text) {
  const auto name = [&](EntityId who) {
    if (who == nobody) {
      json.null();
    } else {
      json.string(annotations.people[static_cast<std::size_t>(who)].name);
    }
  };
  json.begin_object();
  json.key("start").number(static_cast<std::int64_t>(statement.at.begin));
  json.key("end").number(static_cast<std::int64_t>(statement.at.end));
  json.key("text").string(statement.at.of(text));
  json.key("unit").string(unit);
  if (statement.told) json.key("told").string(name_of(statement.told_polarity));
  json.key("polarity").string(name_of(statement.polarity));
  json.key("mood").string(name_of(statement.mood));
  json.key("time").string(name_of(statement.time));
  json.key("standing").string(name_of(statement.standing));
  json.key("source").string(name_of(statement.source));
  json.key("source_name");
  name(statement.source_who);
  json.key("about").string(name_of(statement.about));
  json.key("about_name");
  name(statement.about_who);
  json.key("general").boolean(statement.general);
  json.key("content").number(static_cast<std::int64_t>(statement.content));
  json.key("main").boolean(statement.main);
  json.key("frame").string(name_of(statement.frame));
  if (statement.told) json.key("told_frame").string(name_of(statement.told_frame));
  if (statement.process) json.key("process").boolean(true);
  json.end_object();
}

const char* unit_name(form::UnitKind kind) {
  return kind == form::UnitKind::heading ? "row" : form::name_of(kind);
}

}  // namespace

namespace {

struct Line {
  const Statement* statement;
  bool whole;
};

// Every statement in reading order; a unit's own line goes before those of the sentences in it.
std::vector<Line> lines_of(const Annotations& annotations) {
  std::vector<Line> lines;
  for (const Statement& statement : annotations.unit_statements) lines.push_back({&statement, true});
  for (const Statement& statement : annotations.statements) lines.push_back({&statement, false});
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    if (a.statement->unit != b.statement->unit) return a.statement->unit < b.statement->unit;
    return a.whole && !b.whole;
  });
  return lines;
}

}  // namespace

std::string statements_jsonl(const Annotations& annotations, const form::Form& form,
                             const document::Document& document) {
  std::string out;
  for (const Line& line : lines_of(annotations)) {
    base::JsonWriter json;
    write(json, annotations, *line.statement, unit_name(form.units[line.statement->unit].kind), document.text);
    out += json.take() + "\n";
  }
  return out;
}

int length_of(const Annotations& annotations, const Statement& statement) {
  auto [first, last] = annotations.scan.range(statement.at);
  auto words = std::count_if(annotations.scan.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                             annotations.scan.tokens.begin() + static_cast<std::ptrdiff_t>(last),
                             [](const lexicon::Token& t) { return t.kind != lexicon::TokenKind::punctuation; });
  return 1 + static_cast<int>(std::min<std::ptrdiff_t>(words / 6, 4));
}

std::array<std::uint8_t, role_count> named_in(const Annotations& annotations, base::Span at) {
  std::array<std::uint8_t, role_count> out{};
  const std::span<const Mention> mentions = annotations.mentions_from(at);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].pronoun || mentions[i].who == nobody) continue;
    const auto again = [&](const Mention& other) { return !other.pronoun && other.who == mentions[i].who; };
    if (std::any_of(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(i), again)) continue;
    std::uint8_t& count =
        out[static_cast<std::size_t>(annotations.people[static_cast<std::size_t>(mentions[i].who)].role)];
    if (count < UINT8_MAX) ++count;
  }
  return out;
}

std::vector<lexicon::FieldId> fields_of(const form::Form& form, const Statement& statement) {
  std::vector<lexicon::FieldId> out;
  const form::Unit& unit = form.units[statement.unit];
  if (unit.field != 0) out.push_back(unit.field);
  for (std::uint32_t i = unit.cell_begin; i < unit.cell_end; ++i) {
    const form::Cell& cell = form.cells[i];
    bool told = cell.field != 0 && cell.at.overlaps(statement.at);
    if (told && std::find(out.begin(), out.end(), cell.field) == out.end()) out.push_back(cell.field);
  }
  return out;
}

std::vector<base::Span> heads_of(const form::Form& form, const Statement& statement) {
  std::vector<base::Span> out;
  const form::Unit& unit = form.units[statement.unit];
  if (unit.section >= 0) out.push_back(form.sections[static_cast<std::size_t>(unit.section)].heading);
  out.push_back(unit.label);
  for (std::uint32_t i = unit.cell_begin; i < unit.cell_end; ++i) {
    if (form.cells[i].at.overlaps(statement.at)) out.push_back(form.cells[i].heading);
  }
  std::erase_if(out, [](base::Span at) { return at.empty(); });
  return out;
}

std::string concepts_jsonl(const Annotations& annotations, const form::Form& form, const document::Document& document,
                           const lexicon::Lexicon& lexicon) {
  std::string out;
  const std::vector<std::string> plain = plain_words(annotations, document.text);
  for (const Line& line : lines_of(annotations)) {
    const Statement& statement = *line.statement;
    base::JsonWriter json;
    json.begin_object();
    json.key("start").number(static_cast<std::int64_t>(statement.at.begin));
    json.key("end").number(static_cast<std::int64_t>(statement.at.end));
    json.key("text").string(statement.at.of(document.text));
    json.key("section");
    if (lexicon::SectionId section = form.section_kind(form.units[statement.unit]); section != 0) {
      json.string(lexicon.section_name(section));
    } else {
      json.null();
    }
    json.key("length").number(std::int64_t{length_of(annotations, statement)});
    json.key("names").begin_object();
    const std::array<std::uint8_t, role_count> named = named_in(annotations, statement.at);
    for (std::size_t role = 0; role < role_count; ++role) {
      if (named[role] > 0) json.key(name_of(static_cast<Role>(role))).number(std::int64_t{named[role]});
    }
    json.end_object();
    json.key("fields").begin_array();
    for (lexicon::FieldId field : fields_of(form, statement)) json.string(lexicon.field_name(field));
    json.end_array();
    json.key("under").begin_array();
    for (base::Span head : heads_of(form, statement)) {
      for (const lexicon::Hit& hit : annotations.scan.within(head)) json.string(lexicon.concept_name(hit.concept_id));
    }
    json.end_array();
    json.key("words").begin_array();
    for (auto [i, last] = annotations.scan.range(statement.at); i < last; ++i) {
      if (!plain[i].empty()) json.string(plain[i]);
    }
    json.end_array();
    json.key("concepts").begin_array();
    for (const lexicon::Hit& hit : annotations.scan.within(statement.at)) {
      json.begin_object();
      json.key("concept").string(lexicon.concept_name(hit.concept_id));
      json.key("words").string(hit.at.of(document.text));
      json.end_object();
    }
    json.end_array();
    json.end_object();
    out += json.take() + "\n";
  }
  return out;
}

std::string people_jsonl(const Annotations& annotations) {
  std::vector<std::int64_t> mentions(annotations.people.size(), 0);
  for (const Mention& mention : annotations.mentions) {
    if (mention.who != nobody) ++mentions[static_cast<std::size_t>(mention.who)];
  }
  std::string out;
  for (std::size_t i = 0; i < annotations.people.size(); ++i) {
    const Entity& entity = annotations.people[i];
    base::JsonWriter json;
    json.begin_object();
    json.key("role").string(name_of(entity.role));
    json.key("name").string(entity.name);
    json.key("aliases").begin_array();
    for (const std::string& alias : entity.aliases) json.string(alias);
    json.end_array();
    if (!entity.relation.empty()) json.key("relation").string(entity.relation);
    json.key("gender").string(entity.gender == Gender::female ? "female"
                              : entity.gender == Gender::male ? "male"
                                                              : "unknown");
    if (entity.born != no_day) json.key("born").string(iso_of(entity.born));
    json.key("subject").boolean(std::find(annotations.subjects.begin(), annotations.subjects.end(),
                                          static_cast<EntityId>(i)) != annotations.subjects.end());
    json.key("mentions").number(mentions[i]);
    json.end_object();
    out += json.take() + "\n";
  }
  return out;
}

}  // namespace language
