#include "batch/repeats.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>

namespace batch {
namespace {

// Of all runs of so many words, one in four is kept, by its hash alone: whether a run is kept must not depend on what
// stands around it, or the edges of form text would look rare. A copy of the least length (40 words, 32 of them no
// names) has 23 runs and so slips through once in 700 times.
constexpr std::size_t run_words = 10;
constexpr std::uint64_t kept_one_in = 4;
constexpr std::size_t beside = 16;  // runs so near each other tell of one copy
constexpr std::size_t bucket_count = 64;
constexpr std::size_t others_each = 3;        // places elsewhere that are kept for a passage
constexpr std::size_t form_text_records = 5;  // what so many records and three in five of the batch hold is form text
constexpr std::size_t resync_words = 5;       // so many equal words after a change make it a change and not an end

struct Fingerprint {
  std::uint64_t hash = 0;
  WordPlace at;
};
static_assert(std::is_trivially_copyable_v<Fingerprint>);

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdu;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53u;
  return x ^ (x >> 33);
}

// The hashes of all runs of a passage, by first word.
std::vector<std::uint64_t> run_hashes(const PassageWords& words) {
  std::vector<std::uint64_t> out;
  if (words.size() < run_words) return out;
  constexpr std::uint64_t base = 0x9E3779B97F4A7C15u;
  std::uint64_t power = 1, rolling = 0;
  for (std::size_t i = 0; i + 1 < run_words; ++i) power *= base;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i >= run_words) rolling -= (words[i - run_words].hash + 1u) * power;
    rolling = rolling * base + words[i].hash + 1u;
    if (i + 1 >= run_words) out.push_back(mixed(rolling));
  }
  return out;
}

bool equal_ahead(const PassageWords& a, std::size_t i, const PassageWords& b, std::size_t j, int step) {
  for (std::size_t k = 0; k < resync_words; ++k) {
    if (i >= a.size() || j >= b.size() || a[i].hash != b[j].hash) return false;
    i += static_cast<std::size_t>(step);
    j += static_cast<std::size_t>(step);
  }
  return true;
}

// From equal words on, in steps of 1 or -1 (unsigned places wrap below 0 and so end the walk); the last equal words.
std::pair<std::size_t, std::size_t> walk(const PassageWords& a, std::size_t i, const PassageWords& b, std::size_t j,
                                         int step) {
  static constexpr std::array<std::pair<int, int>, 8> changes = {
      {{1, 1}, {1, 0}, {0, 1}, {2, 2}, {2, 1}, {1, 2}, {2, 0}, {0, 2}}};
  std::pair<std::size_t, std::size_t> last{i, j};
  while (i < a.size() && j < b.size()) {
    if (a[i].hash == b[j].hash) {
      last = {i, j};
      i += static_cast<std::size_t>(step);
      j += static_cast<std::size_t>(step);
      continue;
    }
    auto change = std::find_if(changes.begin(), changes.end(), [&](const std::pair<int, int>& c) {
      return equal_ahead(a, i + static_cast<std::size_t>(step * c.first), b,
                         j + static_cast<std::size_t>(step * c.second), step);
    });
    if (change == changes.end()) break;
    i += static_cast<std::size_t>(step * change->first);
    j += static_cast<std::size_t>(step * change->second);
  }
  return last;
}

// Neighbours of each place among equal fingerprints: one before and one after it, of other records.
void pair_up(std::span<const Fingerprint> same, std::uint32_t records, std::vector<Repeat>& out) {
  std::size_t holding = 1;
  for (std::size_t i = 1; i < same.size(); ++i) holding += same[i].at.record != same[i - 1].at.record ? 1u : 0u;
  if (holding < 2 || (holding >= form_text_records && 5 * holding >= 3 * static_cast<std::size_t>(records))) return;
  for (std::size_t begin = 0; begin < same.size();) {
    std::size_t end = begin + 1;
    while (end < same.size() && same[end].at.record == same[begin].at.record) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      if (begin > 0) out.push_back({same[i].at, same[begin - 1].at});
      if (end < same.size()) out.push_back({same[i].at, same[end].at});
    }
    begin = end;
  }
}

// Keeps a few places for each passage, of different records.
void thin(std::vector<Repeat>& repeats) {
  auto key = [](const Repeat& r) {
    return std::tuple(r.here.record, r.here.passage, r.there.record, r.here.word, r.there.passage, r.there.word);
  };
  std::sort(repeats.begin(), repeats.end(), [&](const Repeat& a, const Repeat& b) { return key(a) < key(b); });
  std::vector<Repeat> kept;
  std::size_t others = 0;
  for (const Repeat& r : repeats) {
    bool same_passage =
        !kept.empty() && kept.back().here.record == r.here.record && kept.back().here.passage == r.here.passage;
    if (!same_passage) others = 0;
    bool same_other = same_passage && kept.back().there.record == r.there.record;
    // Runs beside each other say the same again; further ones may begin another copy.
    if (same_other && r.here.word < kept.back().here.word + beside) continue;
    if (!same_other && ++others > others_each) continue;
    kept.push_back(r);
  }
  repeats = std::move(kept);
}

}  // namespace

base::Result<Repeats> Repeats::create(const std::string& folder) {
  std::vector<Spool> buckets;
  for (std::size_t i = 0; i < bucket_count; ++i) {
    base::Result<Spool> bucket = Spool::create(folder);
    if (!bucket) return bucket.error();
    buckets.push_back(std::move(bucket).value());
  }
  return Repeats(std::move(buckets));
}

base::Status Repeats::add(std::uint32_t record, const std::vector<evaluation::Passage>& passages) {
  for (std::size_t p = 0; p < passages.size(); ++p) {
    std::vector<std::uint64_t> hashes = run_hashes(passages[p].words);
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      if (hashes[i] % kept_one_in != 0) continue;
      Fingerprint print{hashes[i], {record, static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(i)}};
      std::array<char, sizeof print> bytes{};
      std::memcpy(bytes.data(), &print, sizeof print);
      base::Status added = buckets_[print.hash / kept_one_in % bucket_count].add({bytes.data(), bytes.size()});
      if (!added) return added;
    }
  }
  return base::Done{};
}

base::Result<std::vector<Repeat>> Repeats::find(std::uint32_t records) {
  std::vector<Repeat> out;
  for (Spool& bucket : buckets_) {
    base::Result<std::string> bytes = bucket.read(0, bucket.size());
    if (!bytes) return bytes.error();
    std::vector<Fingerprint> prints(bytes.value().size() / sizeof(Fingerprint));
    if (!prints.empty()) std::memcpy(prints.data(), bytes.value().data(), prints.size() * sizeof(Fingerprint));
    std::sort(prints.begin(), prints.end(), [](const Fingerprint& a, const Fingerprint& b) {
      return std::tuple(a.hash, a.at.record, a.at.passage, a.at.word) <
             std::tuple(b.hash, b.at.record, b.at.passage, b.at.word);
    });
    for (std::size_t i = 0; i < prints.size();) {
      std::size_t end = i + 1;
      while (end < prints.size() && prints[end].hash == prints[i].hash) ++end;
      pair_up(std::span(prints).subspan(i, end - i), records, out);
      i = end;
    }
    thin(out);
  }
  buckets_.clear();
  return out;
}

Shared grown(const PassageWords& one, std::size_t word, const PassageWords& other, std::size_t other_word) {
  auto [begin, other_begin] = walk(one, word, other, other_word, -1);
  auto [end, other_end] = walk(one, word, other, other_word, 1);
  return {begin, end + 1, other_begin, other_end + 1};
}

}  // namespace batch
