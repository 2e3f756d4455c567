#include "pack/choice.h"

#include <fnmatch.h>

#include <charconv>
#include <optional>

namespace pack {
namespace {

using evaluation::Standing;

struct Range {
  std::size_t first = 0, last = 0;
};

std::optional<std::size_t> number(std::string_view text) {
  std::size_t out = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size() || out == 0) return std::nullopt;
  return out;
}

std::optional<Range> range(const std::string& word) {
  if (auto one = number(word)) return Range{*one, *one};
  std::size_t dash = word.find('-');
  if (dash == std::string::npos) return std::nullopt;
  auto first = number(std::string_view(word).substr(0, dash));
  auto last = number(std::string_view(word).substr(dash + 1));
  if (!first || !last) return std::nullopt;
  return Range{*first, *last};
}

bool asks_for(const std::string& word, const std::optional<Range>& range, std::size_t number, const std::string& path) {
  if (range && range->first <= number && number <= range->last) return true;
  return word == path || (!range && ::fnmatch(word.c_str(), path.c_str(), 0) == 0);
}

}  // namespace

base::Result<Choice> choose(const reports::Run& run, const std::vector<std::string>& words) {
  Choice out;
  out.all = words.empty();
  std::vector<std::optional<Range>> ranges;
  for (const std::string& word : words) ranges.push_back(range(word));
  std::vector<bool> used(words.size());
  base::Status status = run.each([&](const evaluation::Outcome& outcome) -> base::Status {
    std::size_t place = run.number(++out.of);
    ++(outcome.standing == Standing::audited   ? out.audited
       : outcome.standing == Standing::refused ? out.refused
                                               : out.skipped);
    bool asked = out.all;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!asks_for(words[i], ranges[i], place, outcome.path)) continue;
      asked = used[i] = true;
    }
    if (asked) out.numbers.push_back(place);
    return base::Done{};
  });
  if (!status) return status.error();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (used[i]) continue;
    return base::Error{base::ErrorCode::bad_argument,
                       "",
                       0,
                       0,
                       "--documents " + words[i] + ": the run has no such document",
                       "give a number from 1 to " + std::to_string(out.of) +
                           ", a range as in 3-7, or a path or pattern " + "of paths as the report lists them"};
  }
  return out;
}

reports::Run only(const reports::Run& run, const Choice& choice) {
  if (choice.all) return run;
  auto each = [run, numbers = choice.numbers](const reports::Use& use) -> base::Status {
    std::size_t place = 0;
    std::size_t next = 0;
    return run.each([&](const evaluation::Outcome& outcome) -> base::Status {
      if (next == numbers.size() || numbers[next] != run.number(++place)) return base::Done{};
      ++next;
      return use(outcome);
    });
  };
  return reports::Run{run.facts, each, choice.numbers, run.sample};
}

}  // namespace pack
