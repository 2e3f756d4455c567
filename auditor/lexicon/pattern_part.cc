#include "lexicon/pattern_part.h"

#include <array>

namespace lexicon {
namespace {

// How often a byte stands in English text, roughly; with an exponent of 3/4, since letters keep company.
double share_of(char c) {
  constexpr std::array<double, 26> letters = {.13,  .036, .057, .079, .18,  .049, .045, .10,  .115,
                                              .006, .022, .075, .051, .115, .121, .043, .006, .103,
                                              .107, .14,  .057, .027, .051, .006, .045, .006};
  if (c >= 'a' && c <= 'z') return letters[static_cast<std::size_t>(c - 'a')];
  if (c == ' ') return .26;
  if (c == Required::edge) return .3;
  if (c == '.' || c == ',') return .036;
  if (c >= '0' && c <= '9') return .05;  // figures stand in rows
  return c == '\'' || c == '-' || c == ':' || c == '/' ? .013 : .002;
}

}  // namespace

double expected(const Texts& texts) {
  double sum = 0;
  for (const std::string& text : texts) {
    double all = 1;
    for (char c : text) all *= share_of(c);
    sum += all;
  }
  return sum;
}

void add_new(Texts& to, const std::string& text) {
  if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
}

Texts joined(const Texts& before, const Texts& after) {
  Texts out;
  out.reserve(before.size() * after.size());
  for (const std::string& first : before) {
    for (const std::string& second : after) out.push_back(first + second);
  }
  return out;
}

bool is_bare(const std::string& text) {
  return text.find_first_not_of(Required::edge) == std::string::npos;
}

double cost(const Needed& needed) {
  constexpr double bytes_a_try = 4, line = 160, text = 5'000;
  const double places = expected(needed.texts);
  if (places > too_common) return Required::any;
  const auto [bytes, breaks] = needed.before;
  const double lines = breaks == Required::any ? text : line * (static_cast<double>(breaks) + .5);
  return places * (1 + std::min(static_cast<double>(bytes), lines) / bytes_a_try);
}

}  // namespace lexicon
