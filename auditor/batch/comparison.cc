#include "batch/comparison.h"

#include <algorithm>
#include <span>

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

std::string name_of(const std::string& path, const std::string& sha256) {
  return path + std::string(1, '\0') + sha256;
}

}  // namespace

bool compares_records(const checklist::Checklist& checklist) {
  const auto& flags = checklist.program->flags;
  return std::any_of(flags.begin(), flags.end(), [](const checklist::Flag& flag) { return flag.id == flag_id; });
}

base::Result<Comparison> Comparison::create(const std::string& folder) {
  base::Result<Spool> spool = Spool::create(folder);
  if (!spool) return spool.error();
  base::Result<Repeats> repeats = Repeats::create(folder);
  if (!repeats) return repeats.error();
  return Comparison(std::move(spool).value(), std::move(repeats).value());
}

base::Result<Comparison> Comparison::continued(const std::string& folder, Spool parts) {
  base::Result<Repeats> repeats = Repeats::create(folder);
  if (!repeats) return repeats.error();
  Comparison comparison(std::move(parts), std::move(repeats).value());
  if (base::Status found = comparison.find_known(); !found) return found.error();
  return comparison;
}

base::Status Comparison::find_known() {
  std::uint64_t at = 0;
  while (at + wire::header_bytes <= parts_.size()) {
    base::Result<std::string> header = parts_.read(at, wire::header_bytes);
    if (!header) return header.error();
    const std::uint64_t bytes = wire::payload_bytes(header.value());
    const std::uint64_t from = at + wire::header_bytes;
    if (bytes > parts_.size() - from) break;
    base::Result<std::string> payload = parts_.read(from, bytes);
    if (!payload) return payload.error();
    std::optional<Outcome> part = wire::decode(payload.value());
    if (!part) break;
    known_[name_of(part->path, part->sha256)] = {from, static_cast<std::uint32_t>(bytes)};
    at = from + bytes;
  }
  // What was cut off, or never reached the disk, is written over.
  return parts_.cut(at);
}

base::Status Comparison::add(const Outcome& outcome) {
  Outcome part;
  part.path = outcome.path;
  part.sha256 = outcome.sha256;
  part.children = outcome.children;
  part.passages = outcome.passages;
  const std::string bytes = wire::encode(part);
  const auto record = static_cast<std::uint32_t>(records_.size());
  records_.push_back({parts_.size() + wire::header_bytes, static_cast<std::uint32_t>(bytes.size())});
  if (base::Status added = parts_.add(wire::header(bytes.size())); !added) return added;
  if (base::Status added = parts_.add(bytes); !added) return added;
  return repeats_.add(record, outcome.passages);
}

bool Comparison::knows(const std::string& path, const std::string& sha256) const {
  return known_.count(name_of(path, sha256)) > 0;
}

base::Status Comparison::add_known(const std::string& path, const std::string& sha256) {
  auto found = known_.find(name_of(path, sha256));
  if (found == known_.end()) return unreadable();
  const auto record = static_cast<std::uint32_t>(records_.size());
  records_.push_back(found->second);
  base::Result<Outcome> again = part(record);
  if (!again) return again.error();
  return repeats_.add(record, again.value().passages);
}

base::Result<Outcome> Comparison::part(std::uint32_t record) {
  base::Result<std::string> bytes = parts_.read(records_[record].from, records_[record].bytes);
  if (!bytes) return bytes.error();
  std::optional<Outcome> out = wire::decode(bytes.value());
  if (!out) return unreadable();
  return std::move(*out);
}

base::Result<std::vector<Flag>> Comparison::raised(std::span<const Repeat> repeats, const std::string& text) {
  base::Result<Outcome> own = part(repeats.front().here.record);
  if (!own) return own.error();
  std::uint32_t at_hand = repeats.front().here.record;
  Outcome twin;
  std::vector<Flag> raised;
  for (const Repeat& repeat : repeats) {
    if (raised.size() == most_flags) break;
    if (repeat.there.record != at_hand) {
      base::Result<Outcome> other = part(repeat.there.record);
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
    base::Span at = quoted(text, here, shared.begin, shared.end);
    if (std::any_of(raised.begin(), raised.end(), [&](const Flag& f) { return f.at.overlaps(at); })) continue;
    bool same_file = !own.value().sha256.empty() && own.value().sha256 == twin.sha256;
    raised.push_back({flag_id, at, std::string(at.of(text)), reason(twin, there, words, same_file), twin.path});
    if (same_file) break;
  }
  std::sort(raised.begin(), raised.end(), [](const Flag& a, const Flag& b) { return a.at.begin < b.at.begin; });
  return raised;
}

base::Status Comparison::finish(const TextOf& text_of, const Raise& raise) {
  base::Result<std::vector<Repeat>> found = repeats_.find(static_cast<std::uint32_t>(records_.size()));
  if (!found) return found.error();
  const std::span<const Repeat> repeats = found.value();
  for (std::size_t begin = 0, end = 0; begin < repeats.size(); begin = end) {
    const std::uint32_t record = repeats[begin].here.record;
    while (end < repeats.size() && repeats[end].here.record == record) ++end;
    base::Result<std::string> text = text_of(record);
    if (!text) return text.error();
    base::Result<std::vector<Flag>> flags = raised(repeats.subspan(begin, end - begin), text.value());
    if (!flags) return flags.error();
    if (flags.value().empty()) continue;
    if (base::Status taken = raise(record, std::move(flags).value()); !taken) return taken;
  }
  return base::Done{};
}

}  // namespace batch
