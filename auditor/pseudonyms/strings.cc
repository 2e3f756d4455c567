#include "pseudonyms/strings.h"

#include <algorithm>
#include <map>

#include "pseudonyms/mentions.h"
#include "pseudonyms/vocabulary.h"
#include "pseudonyms/writing.h"

namespace pseudonyms {
namespace {

std::vector<base::Span> spans_of(const std::vector<Mark>& marks) {
  std::vector<base::Span> out;
  for (const Mark& mark : marks) out.push_back(mark.at);
  return out;
}

// "Child A (Child A) Child A" says no more than "Child A".
std::vector<Edit> without_echo(std::string_view text, std::vector<Edit> edits) {
  std::vector<Edit> out;
  for (Edit& edit : edits) {
    if (!out.empty() && out.back().by == edit.by) {
      const std::string_view between = base::Span{out.back().at.end, edit.at.begin}.of(text);
      if (between.size() < 5 && between.find_first_not_of(" ") == std::string_view::npos) {
        out.back().at.end = edit.at.end;
        continue;
      }
    }
    out.push_back(std::move(edit));
  }
  return out;
}

// What reaches across a barrier is replaced on either side of it.
std::vector<Edit> within_barriers(std::vector<Edit> edits, const std::vector<std::uint32_t>& barriers) {
  std::vector<Edit> out;
  for (Edit& edit : edits) {
    auto next = std::upper_bound(barriers.begin(), barriers.end(), edit.at.begin);
    std::uint32_t from = edit.at.begin;
    for (; next != barriers.end() && *next < edit.at.end; ++next) {
      if (*next > from) out.push_back({{from, *next}, edit.by});
      from = *next;
    }
    out.push_back({{from, edit.at.end}, std::move(edit.by)});
  }
  return out;
}

// "Patrick Doran\t11.05.05", "Jasleen Gill, 21 January 2015": a date right behind a child's name that begins a line.
void births_beside_children(const Writing& writing, Known& known) {
  for (const Mention& mention : mentions_in(writing, known.circle, {})) {
    if (mention.names.size() != 1 || mention.names[0].words.size() < 2) continue;
    const Meant meant = known.circle.meant(mention.names[0]);
    if (!meant.who || known.circle.people()[*meant.who].kind != Kind::child) continue;
    const std::size_t next = writing.text.find_first_not_of(" ,\t(-", mention.at.end);
    if (next == std::string_view::npos || next == mention.at.end || next - mention.at.end > 3) continue;
    const base::Span at = date_at(writing.text, static_cast<std::uint32_t>(next));
    if (const std::string day = date_of(at.of(writing.text)); !day.empty()) known.births.insert(day);
  }
}

// Where a school that the record names in full is called by the words of its own alone: "head of Otter Valley".
void add_short_names(const Writing& writing, const Known& known, std::vector<Mark>& marks) {
  for (const auto& [same, what] : known.bodies) {
    const std::string first = same.substr(0, same.find(' '));
    const auto words = static_cast<std::size_t>(std::count(same.begin(), same.end(), ' ')) + 1;
    for (std::size_t i = 0; i + words <= writing.size(); ++i) {
      if (writing.folded[i] != first || !writing.capital(i)) continue;
      std::string said = writing.folded[i];
      for (std::size_t k = i + 1; k < i + words && writing.capital(k) && writing.follows(k); ++k)
        said += " " + writing.folded[k];
      const base::Span at{writing.tokens[i].at.begin, writing.tokens[i + words - 1].at.end};
      const bool free = std::none_of(marks.begin(), marks.end(), [&](const Mark& m) { return m.at.overlaps(at); });
      if (said == same && free) marks.push_back({at, what, same});
    }
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at.begin < b.at.begin; });
}

}  // namespace

std::vector<std::uint32_t> barriers_of(const document::Document& document) {
  std::vector<std::uint32_t> out;
  for (const document::Block& block : document.blocks) {
    out.insert(out.end(), {block.at.begin, block.at.end});
    if (!block.label.empty()) out.insert(out.end(), {block.label.begin, block.label.end});
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void learn_text(std::string_view text, const std::vector<std::uint32_t>& barriers, Known& known, Register& things) {
  const Vocabulary& vocabulary = Vocabulary::get();
  const Writing writing(text, barriers);
  std::set<std::string> small;
  for (std::size_t i = 0; i < writing.size(); ++i) {
    if (writing.word(i) && !writing.capital(i) && !known.circle.knows(writing.folded[i]))
      small.insert(writing.folded[i]);
  }
  // Only what stands with a capital as well is ever asked for.
  for (std::size_t i = 0; i < writing.size(); ++i) {
    if (writing.capital(i) && small.contains(writing.folded[i])) known.circle.small_words.insert(writing.folded[i]);
  }
  for (const std::string& day : births_in(text)) known.births.insert(day);
  births_beside_children(writing, known);
  std::vector<Mark> marks = marks_in(text, known.births);
  for (const Mark& mark : marks) {
    things.meet(mark.what, mark.same);
    const bool words = mark.same.find(' ') != std::string::npos || vocabulary.unknown(mark.same);
    const bool body = mark.what >= What::school && mark.what <= What::centre;
    if (body && words && !vocabulary.forename(mark.same)) known.bodies.try_emplace(mark.same, mark.what);
  }
  add_short_names(writing, known, marks);
  const std::vector<base::Span> taken = spans_of(marks);

  // Places by how they mostly stand; then whoever is left, full names before parts of names.
  std::vector<Mention> mentions = mentions_in(writing, known.circle, taken);
  std::map<std::string, int> votes;
  for (const Mention& mention : mentions) {
    if (!mention.place.empty()) ++votes[mention.place.substr(0, mention.place.find(' '))];
    for (const Written& name : mention.names) {
      if (name.words.size() == 1)
        votes[name.words[0]] -= name.title.empty() && !vocabulary.forename(name.words[0]) ? 1 : 100;
      if (name.words.size() > 1) votes[name.words[0]] -= vocabulary.forename(name.words[0]) ? 100 : 1;
    }
  }
  for (const auto& [word, count] : votes) {
    if (count > 0 && !known.circle.knows(word)) known.circle.places.insert(word);
  }
  mentions = mentions_in(writing, known.circle, taken);
  const auto add = [&](bool many) {
    for (const Mention& mention : mentions) {
      for (const Written& name : mention.names) {
        if ((name.words.size() > 1) == many && known.circle.meant(name).nobody())
          known.circle.add_stranger(name, std::string(mention.at.of(text)), mention.kind);
      }
    }
  };
  add(true);
  add(false);
  for (const Mention& mention : mentions_in(writing, known.circle, taken)) {
    if (!mention.place.empty()) things.meet(What::place, mention.place);
    for (const Written& name : mention.names) {
      const Meant meant = known.circle.meant(name);
      if (meant.nobody()) known.circle.add_stranger(name, std::string(mention.at.of(text)), mention.kind);
      if (!meant.family.empty()) things.meet_family(meant.family);
    }
  }
}

std::vector<Edit> edits_of(std::string_view text, const std::vector<std::uint32_t>& barriers, const Known& known,
                           const Register& things) {
  std::vector<Edit> edits;
  const Writing writing(text, barriers);
  std::vector<Mark> marks = marks_in(text, known.births);
  add_short_names(writing, known, marks);
  for (const Mark& mark : marks) edits.push_back({mark.at, things.label(mark.what, mark.same)});
  for (const Mention& mention : mentions_in(writing, known.circle, spans_of(marks))) {
    std::string by = mention.place.empty() ? "" : things.label(What::place, mention.place);
    for (const Written& name : mention.names) {
      const Meant meant = known.circle.meant(name);
      const std::string label = meant.who               ? known.labels[*meant.who]
                                : !meant.family.empty() ? things.family_label(meant.family)
                                                        : std::string("Person");
      if (by != label) by += (by.empty() ? "" : " and ") + label;
    }
    edits.push_back({mention.at, std::move(by)});
  }
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.at.begin < b.at.begin; });
  return without_echo(text, within_barriers(std::move(edits), barriers));
}

std::string renamed(std::string_view text, const Known& known, const Register& things) {
  return Edited(text, edits_of(text, {}, known, things)).text();
}

}  // namespace pseudonyms
