#include "batch/across.h"

#include <algorithm>

#include "base/utf8.h"
#include "batch/wire.h"
#include "checklist/program.h"

namespace batch {
namespace {

using evaluation::Flag;
using evaluation::Outcome;
using evaluation::Passage;

constexpr const char* flag_id = "F4";
constexpr std::uint32_t least_words = 40;  // names counted: the length that the flag asks for
constexpr std::size_t quoted_words = 75;
constexpr std::size_t most_flags = 6;

base::Error unreadable() {
  return {base::ErrorCode::unreadable, "", 0, 0, "a temporary file cannot be read back", "audit again"};
}

// Words from the first to the last, those left out as names counted.
std::uint32_t length(const Passage& passage, std::size_t begin, std::size_t end) {
  return passage.words[end - 1].ordinal - passage.words[begin].ordinal + 1;
}

// Where the sentence of a word begins, if only a name or a pronoun ("I", "Mrs Gaunt") stands before it; else the word.
std::uint32_t opened(const std::string& text, std::uint32_t word, std::uint32_t least) {
  constexpr std::uint32_t most_back = 24;
  for (std::uint32_t at = word; at > least && word - at < most_back; --at) {
    char before = text[at - 1];
    if (before == '\n' || before == '\t') return at;
    if (before == ' ' && at - 1 > least && (text[at - 2] == '.' || text[at - 2] == '?' || text[at - 2] == '!'))
      return at;
    if (at - 1 == least) return least;
  }
  return word;
}

// From the first shared word to the end of its last, cut after so many words as can be read out.
base::Span quoted(const std::string& text, const Passage& passage, std::size_t begin, std::size_t end) {
  std::uint32_t stop = passage.words[end - 1].begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (passage.words[i].ordinal - passage.words[begin].ordinal < quoted_words) continue;
    stop = passage.words[i - 1].begin;
    break;
  }
  while (stop<passage.at.end&& static_cast<unsigned char>(text[stop])> ' ') ++stop;
  return {opened(text, passage.words[begin].begin, passage.at.begin), stop};
}

// Whether two records are of one family: a child of each has the same last name.
bool one_family(const Outcome& a, const Outcome& b) {
  auto last = [](const std::string& name) { return name.substr(name.rfind(' ') + 1); };
  for (const std::string& one : a.children) {
    for (const std::string& other : b.children) {
      if (last(one) == last(other)) return true;
    }
  }
  return false;
}

std::string reason(const Outcome& twin, const Passage& there, std::uint32_t words, bool same_file) {
  if (same_file) return "the whole file is the same as " + base::repaired_utf8(twin.path);
  std::string out = std::to_string(words) + " words stand again in " + base::repaired_utf8(twin.path);
  return there.section.empty() ? out : out + ", under \u201C" + there.section + "\u201D";
}

}  // namespace

bool compares_records(const checklist::Checklist& checklist) {
  const auto& flags = checklist.program->flags;
  return std::any_of(flags.begin(), flags.end(), [](const checklist::Flag& flag) { return flag.id == flag_id; });
}

base::Result<Across> Across::create(const std::string& folder, evaluation::Sink& next, bool keep_text) {
  base::Result<Spool> spool = Spool::create(folder);
  if (!spool) return spool.error();
  base::Result<Repeats> repeats = Repeats::create(folder);
  if (!repeats) return repeats.error();
  return Across(std::move(spool).value(), std::move(repeats).value(), next, keep_text);
}

base::Status Across::take(const Outcome& outcome) {
  auto record = static_cast<std::uint32_t>(kept_.size());
  Outcome whole = outcome;
  Outcome compared;
  compared.path = outcome.path;
  compared.sha256 = outcome.sha256;
  compared.children = outcome.children;
  compared.passages = std::move(whole.passages);
  whole.passages.clear();
  std::string bytes = wire::encode(whole), passages = wire::encode(compared);
  kept_.push_back(
      {spool_.size(), static_cast<std::uint32_t>(bytes.size()), static_cast<std::uint32_t>(passages.size())});
  for (const std::string* part : {&bytes, &passages}) {
    if (base::Status added = spool_.add(*part); !added) return added;
  }
  return repeats_.add(record, compared.passages);
}

base::Result<Outcome> Across::outcome(std::uint32_t record) {
  const Kept& kept = kept_[record];
  base::Result<std::string> bytes = spool_.read(kept.from, kept.outcome_bytes);
  if (!bytes) return bytes.error();
  std::optional<Outcome> out = wire::decode(bytes.value());
  if (!out) return unreadable();
  return std::move(*out);
}

base::Result<Outcome> Across::to_compare(std::uint32_t record) {
  const Kept& kept = kept_[record];
  base::Result<std::string> bytes = spool_.read(kept.from + kept.outcome_bytes, kept.passages_bytes);
  if (!bytes) return bytes.error();
  std::optional<Outcome> out = wire::decode(bytes.value());
  if (!out) return unreadable();
  return std::move(*out);
}

base::Status Across::raise(Outcome& outcome, std::span<const Repeat> repeats) {
  base::Result<Outcome> own = to_compare(repeats.front().here.record);
  if (!own) return own.error();
  std::uint32_t at_hand = repeats.front().here.record;
  Outcome twin;
  std::vector<Flag> raised;
  for (const Repeat& repeat : repeats) {
    if (raised.size() == most_flags) break;
    if (repeat.there.record != at_hand) {
      base::Result<Outcome> other = to_compare(repeat.there.record);
      if (!other) return other.error();
      twin = std::move(other).value();
      at_hand = repeat.there.record;
    }
    const Passage& here = own.value().passages[repeat.here.passage];
    const Passage& there = twin.passages[repeat.there.passage];
    if (here.history && there.history && one_family(own.value(), twin)) continue;
    if (here.words[repeat.here.word].hash != there.words[repeat.there.word].hash) continue;
    Shared shared = grown(here.words, repeat.here.word, there.words, repeat.there.word);
    std::uint32_t words = length(here, shared.begin, shared.end);
    if (words < least_words || length(there, shared.other_begin, shared.other_end) < least_words) continue;
    base::Span at = quoted(outcome.document.text, here, shared.begin, shared.end);
    if (std::any_of(raised.begin(), raised.end(), [&](const Flag& f) { return f.at.overlaps(at); })) continue;
    bool same_file = !outcome.sha256.empty() && outcome.sha256 == twin.sha256;
    raised.push_back(
        {flag_id, at, std::string(at.of(outcome.document.text)), reason(twin, there, words, same_file), twin.path});
    if (same_file) break;
  }
  std::sort(raised.begin(), raised.end(), [](const Flag& a, const Flag& b) { return a.at.begin < b.at.begin; });
  auto place = std::find_if(outcome.flags.begin(), outcome.flags.end(),
                            [](const Flag& f) { return !f.first && f.id > flag_id; });
  outcome.flags.insert(place, std::make_move_iterator(raised.begin()), std::make_move_iterator(raised.end()));
  return base::Done{};
}

base::Status Across::finish() {
  auto records = static_cast<std::uint32_t>(kept_.size());
  base::Result<std::vector<Repeat>> found = repeats_.find(records);
  if (!found) return found.error();
  const std::vector<Repeat>& repeats = found.value();
  std::size_t next = 0;
  for (std::uint32_t record = 0; record < records; ++record) {
    base::Result<Outcome> whole = outcome(record);
    if (!whole) return whole.error();
    std::size_t begin = next;
    while (next < repeats.size() && repeats[next].here.record == record) ++next;
    if (next > begin) {
      base::Status raised = raise(whole.value(), std::span(repeats).subspan(begin, next - begin));
      if (!raised) return raised;
    }
    if (!keep_text_) {
      document::Document& document = whole.value().document;
      document.text.clear();
      document.blocks.clear();
      document.tables.clear();
    }
    if (base::Status taken = next_->take(whole.value()); !taken) return taken;
  }
  return base::Done{};
}

}  // namespace batch
