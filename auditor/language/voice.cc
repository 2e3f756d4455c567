// Whose words a unit's text is where the text itself doesn't say.
#include <algorithm>

#include "language/people_phrases.h"
#include "language/statements.h"

namespace language {

namespace {

constexpr std::size_t longest_name_cell = 14;   // words and marks: more tells something
constexpr std::size_t longest_entry_head = 26;  // of a name's remark: "Ned (1 July, school, by himself): ..."

// Where the remark behind an entry's name ends, "Ned (1 July, by himself):" or "Ned:"; `last` where it is no such head.
std::size_t head_end(const Words& words, std::size_t behind, std::size_t last) {
  std::size_t i = behind;
  if (i < last && words.is_any(i, {"(", "["})) {
    const std::size_t limit = std::min(last, i + longest_entry_head);
    while (i < limit && !words.is_any(i, {")", "]"})) ++i;
    if (i >= limit) return last;
    ++i;
  }
  return i < last && words.is_any(i, {":", "-", "–", "—"}) ? i : last;
}

// The subject child that a row names, else `child`.
EntityId scene_child(const Scene& scene, const form::Unit& unit, EntityId child) {
  const auto [first, last] = scene.words.scan().range(unit.at);
  for (std::size_t i = first; i < last; ++i) {
    const Mention* mention = scene.mentions.at(i);
    if (mention != nullptr && mention->who != nobody && !mention->pronoun && !mention->plural &&
        scene.roster[mention->who].role == Role::subject_child)
      return mention->who;
  }
  return child;
}

}  // namespace

EntityId topic_child(const Scene& scene, std::uint32_t index) {
  const form::Unit& unit = scene.form.units[index];
  const auto only_child = [&](base::Span at) {
    const auto [first, last] = scene.words.scan().range(at);
    EntityId found = nobody;
    for (std::size_t i = first; i < last; ++i) {
      const Mention* mention = scene.mentions.at(i);
      if (mention == nullptr || mention->who == nobody || mention->pronoun || mention->plural) continue;
      if (scene.roster[mention->who].role != Role::subject_child) continue;
      if (found != nobody && found != mention->who) return nobody;
      found = mention->who;
    }
    return found;
  };
  if (const EntityId child = only_child(unit.label); child != nobody) return child;
  if (unit.cell_begin < unit.cell_end) {
    if (const EntityId child = only_child(scene.form.cells[unit.cell_begin].at); child != nobody) return child;
  }
  const auto [first, last] = scene.words.scan().range(unit.at);
  if (first < last) {
    const Mention* opening = scene.mentions.at(first);
    const std::size_t behind = opening == nullptr ? first : scene.mentions.end_of(first) + 1;
    if (opening != nullptr && opening->who != nobody && behind < last &&
        scene.roster[opening->who].role == Role::subject_child &&
        (scene.words[behind].tag == Tag::stop || head_end(scene.words, behind, last) < last))
      return opening->who;
  }
  for (std::int32_t at = unit.section; at >= 0; at = scene.form.sections[static_cast<std::size_t>(at)].parent) {
    const EntityId child = only_child(scene.form.sections[static_cast<std::size_t>(at)].heading);
    if (child != nobody) return child;
  }
  const bool views = scene.section(unit) == "views" || scene.section(unit) == "visits";
  return views && scene.roster.subjects().size() == 1 ? scene.roster.subjects().front() : nobody;
}

EntityId child_of_column(const Words& words, const Roster& roster, const Mentions& mentions, const form::Cell& cell) {
  if (cell.heading.empty() || cell.heading.overlaps(cell.at) || roster.subjects().empty()) return nobody;
  const lexicon::ConceptId says = words.vocabulary().lexicon().find_concept("view.column");
  if (says == 0 || !words.scan().has(cell.heading, says)) return nobody;
  const auto [first, last] = words.scan().range(cell.heading);
  EntityId found = nobody;
  bool child = false;
  for (std::size_t i = first; i < last; ++i) {
    child = child || words.is_any(i, {"child", "children", "child's", "children's", "young", "he", "she", "they"});
    const Mention* mention = mentions.at(i);
    if (mention == nullptr || mention->who == nobody || mention->pronoun) continue;
    const Role role = roster[mention->who].role;
    if (role == Role::subject_child) found = mention->who;
    if (role == Role::parent || role == Role::relative || role == Role::agency || role == Role::professional)
      return nobody;
  }
  if (found != nobody || !child) return found;
  return roster.subjects().size() == 1 ? roster.subjects().front() : nobody;
}

Voice voice_of(const Scene& scene, std::uint32_t index, std::int32_t own_cell) {
  if (own_cell >= 0) {
    const form::Cell& at = scene.form.cells[static_cast<std::size_t>(own_cell)];
    const EntityId child = child_of_column(scene.words, scene.roster, scene.mentions, at);
    if (child != nobody) return {Source::child, child, true};
  }
  const form::Unit& unit = scene.form.units[index];
  const Words& words = scene.words;
  const auto from = [&](const Mention* mention) -> Voice {
    const Entity* who = mention == nullptr ? nullptr : scene.entity(mention->who);
    if (who == nullptr || who->role == Role::worker || who->role == Role::manager) return {};
    return {source_of_role(who->role), mention->who, true};
  };
  const auto mention_among = [&](base::Span at, std::size_t words_in) -> const Mention* {
    const auto [first, last] = words.scan().range(at);
    for (std::size_t i = first; i < std::min(last, first + words_in); ++i) {
      if (const Mention* mention = scene.mentions.at(i);
          mention != nullptr && mention->who != nobody && !mention->pronoun)
        return mention;
    }
    return nullptr;
  };
  const EntityId child = scene.roster.subjects().empty() ? nobody : scene.roster.subjects().front();
  const auto speaks_to_you = [&](base::Span at) {
    const auto [first, last] = words.scan().range(at);
    for (std::size_t i = first; i < last; ++i) {
      if (words[i].has(Class::you)) return true;
    }
    return false;
  };
  const std::string_view section = scene.section(unit);
  const base::Span heading =
      unit.section < 0 ? base::Span{} : scene.form.sections[static_cast<std::size_t>(unit.section)].heading;
  // "Worries", "My dreams", "What would you change?": labels by which a tool or form asks a child, not its parents.
  const lexicon::ConceptId asked_child = words.vocabulary().lexicon().find_concept("view.asked");
  const auto asks_child = [&](base::Span at) {
    return asked_child != 0 && child != nobody && words.scan().has(at, asked_child);
  };
  // A label may be read as a heading of its own ("Worries:"); whose part of the record it stands in counts too.
  bool in_views = section == "views";
  for (std::int32_t at = unit.section; at >= 0; at = scene.form.sections[static_cast<std::size_t>(at)].parent) {
    const lexicon::SectionId kind = scene.form.sections[static_cast<std::size_t>(at)].kind;
    in_views = in_views || (kind != 0 && words.vocabulary().lexicon().section_name(kind) == "views");
  }
  const bool others_say = section == "manager" || section == "parent-views" || section == "analysis" ||
                          section.starts_with("plan") || section == "agencies" || section == "outcome" ||
                          section == "contingency" || section == "decision";
  if (unit.kind == form::UnitKind::row) {
    bool asked = (in_views || !others_say) && (asks_child(unit.label) || (in_views && speaks_to_you(unit.label)));
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end && (in_views || !others_say); ++c) {
      const form::Cell& cell = scene.form.cells[c];
      asked = asked || asks_child(cell.heading) || (c == unit.cell_begin && asks_child(cell.at));
      asked = asked || (c == unit.cell_begin && in_views && speaks_to_you(cell.at));
    }
    if (asked) return {Source::child, scene_child(scene, unit, child), true};
    bool quotes = false;
    const lexicon::ConceptId tool = words.vocabulary().lexicon().find_concept("method.tool");
    quotes = tool != 0 && words.scan().has(unit.at, tool);  // what a child shows with a tool is its own
    const Mention* named = nullptr;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = scene.form.cells[c];
      const auto [first, last] = words.scan().range(cell.at);
      // In a cell that tells a story only who opens it may be its speaker: "12 Oct, school library, alone" names a
      // place.
      const bool story = last - first > longest_name_cell;
      if (named == nullptr && c <= unit.cell_begin + 1) named = mention_among(cell.at, story ? 2 : 8);
      for (std::size_t i = first; i < last; ++i) quotes = quotes || words.is_any(i, {"\"", "“"});
    }
    Voice voice = from(named);
    const bool no_answers =
        section == "visits" || section == "chronology" || section == "household" || section == "details";
    if ((voice.source == Source::child || no_answers) && !quotes) return {};
    return voice;
  }
  if (unit.kind == form::UnitKind::prose) {
    // "School - Ms Fenwick, head of year, by phone. In five of his subjects ...": who speaks stands first.
    const auto [first, last] = words.scan().range(unit.at);
    if (first >= last) return {};
    const Mention* speaker = scene.mentions.at(first);
    if (speaker == nullptr || speaker->who == nobody || speaker->pronoun) return {};
    for (std::size_t i = scene.mentions.end_of(first) + 1; i < std::min(last, first + 18); ++i) {
      const bool dash = words.is_any(i, {"-", "–", "—"});
      if (words[i].verbal() && words[i].finite) return {};
      if (words.is(i, ".") && i + 1 < last && words.scan().tokens[i + 1].capital &&
          words.scan().tokens[i - 1].at.size() > 2)
        return {};
      if (words.is(i, ":") || dash) {
        const Voice voice = from(speaker);
        return voice.source == Source::child ? Voice{} : voice;
      }
    }
    return {};
  }
  const bool view = !unit.label.empty() && words.scan().has(unit.label, words.vocabulary().cue(Cue::label_view));
  const Mention* named = mention_among(unit.label, 6);
  if (named != nullptr) {
    const Role role = scene.roster[named->who].role;
    const bool body = role == Role::agency || role == Role::professional;
    bool told = false;  // "Father, by phone"
    for (const lexicon::ConceptId id : words.vocabulary().lexicon().family("contribution.means"))
      told = told || words.scan().has(unit.label, id);
    if (view || body || told) return from(named);
  }
  if (view && first_role(words, unit.label)) {
    const RoleWord role = *first_role(words, unit.label);
    if (role.role != Role::worker && role.role != Role::manager)
      return {source_of_role(role.role), scene.roster.holder(role.role, role.gender), true};
  }
  const bool you = speaks_to_you(unit.label) || speaks_to_you(heading);
  if ((you && section != "manager" && section != "parent-views" && child != nobody) ||
      (view && section == "views" && child != nobody && !named) ||
      (in_views && named == nullptr && asks_child(unit.label)))
    return {Source::child, child, true};
  return {};
}

}  // namespace language
