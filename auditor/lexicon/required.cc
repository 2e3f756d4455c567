// A reader of the greater part of PCRE2's language. It keeps, of each part of a pattern, all the texts that it can
// match where they are few, else the best set of texts of which each match holds one.
#include "lexicon/required.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>

namespace lexicon {
namespace {

constexpr std::size_t most_texts = 64;  // of one part; more are hardly worth looking for
constexpr std::size_t longest_text = 40;
constexpr std::size_t deepest = 60;  // groups in one another
constexpr double too_common = 0.05;  // places a byte of text: looking for it saves nothing

using Texts = std::vector<std::string>;

// How often a byte stands in English text, roughly; with an exponent of 3/4, since letters keep company.
double share_of(char c) {
  constexpr std::array<double, 26> letters = {.13,  .036, .057, .079, .18,  .049, .045, .10,  .115,
                                              .006, .022, .075, .051, .115, .121, .043, .006, .103,
                                              .107, .14,  .057, .027, .051, .006, .045, .006};
  if (c >= 'a' && c <= 'z') return letters[static_cast<std::size_t>(c - 'a')];
  if (c == ' ') return .26;
  if (c == '.' || c == ',') return .036;
  if (c >= '0' && c <= '9') return .022;
  return c == '\'' || c == '-' || c == ':' || c == '/' ? .013 : .005;
}

// How many places of a text, by its bytes, hold one of these.
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

std::size_t sum(std::size_t a, std::size_t b) {
  return std::min(a + b, Required::any);
}
std::size_t times(std::size_t a, std::size_t b) {
  return a == 0 || b == 0 ? 0 : a >= Required::any / b ? Required::any : a * b;
}

// How far a stretch of a match may reach: bytes, and runs of blanks with line breaks among them.
struct Reach {
  std::size_t bytes = 0, breaks = 0;

  Reach operator+(Reach other) const { return {sum(bytes, other.bytes), sum(breaks, other.breaks)}; }
  Reach operator*(std::size_t n) const { return {times(bytes, n), times(breaks, n)}; }
  void widen(Reach other) {
    bytes = std::max(bytes, other.bytes);
    breaks = std::max(breaks, other.breaks);
  }
};

// Texts of which each match holds one, and what may stand before it; no texts: nothing is known.
struct Needed {
  Texts texts;
  Reach before;
};

struct Part {
  bool exact = true;    // matches `texts` and nothing else
  Texts texts = {""};   // where exact
  Needed holds;         // where not
  Reach reach;          // of the whole part
  bool blanks = false;  // is one blank, which may be a line break

  static Part unknown(std::size_t bytes, bool line_break) {
    return {false, {}, {}, {bytes, line_break ? Required::any : 0}, false};
  }
  static Part blank() { return {false, {}, {}, {1, 1}, true}; }
  static Part of(char c) { return {true, {std::string(1, c)}, {}, {1, c == '\n' ? Required::any : 0}, false}; }

  Needed needed() const {
    if (!exact) return holds;
    return std::find(texts.begin(), texts.end(), "") == texts.end() ? Needed{texts, {}} : Needed();
  }
};

// What may stand anywhere in a match has the whole text searched.
double cost(const Needed& needed) {
  const bool anywhere = needed.before.bytes == Required::any && needed.before.breaks == Required::any;
  return expected(needed.texts) * (anywhere ? 50 : 1);
}

constexpr std::size_t character = 4;  // bytes of UTF-8 at most

class Reader {
 public:
  explicit Reader(std::string_view pattern) : pattern_(pattern) {}

  std::optional<Part> whole() {
    Part part = alternatives(0);
    if (failed_ || at_ != pattern_.size()) return std::nullopt;
    return part;
  }

 private:
  bool ended() const { return at_ >= pattern_.size(); }
  bool next_is(std::string_view text) const { return pattern_.substr(at_).starts_with(text); }
  bool take(std::string_view text) {
    if (!next_is(text)) return false;
    at_ += text.size();
    return true;
  }
  Part fail() {
    failed_ = true;
    return Part::unknown(Required::any, true);
  }

  // Up to the end of the group or of the pattern.
  Part alternatives(std::size_t depth) {
    if (depth > deepest) return fail();
    std::vector<Part> parts = {sequence(depth)};
    while (!failed_ && take("|")) parts.push_back(sequence(depth));
    if (parts.size() == 1) return std::move(parts.front());
    Part out;
    out.texts.clear();
    for (const Part& part : parts) {
      out.exact = out.exact && part.exact && out.texts.size() <= most_texts;
      out.reach.widen(part.reach);
      if (!out.exact) continue;
      for (const std::string& text : part.texts) add_new(out.texts, text);
    }
    if (out.exact && out.texts.size() <= most_texts) return out;
    out.exact = false;
    out.texts.clear();
    for (const Part& part : parts) {
      const Needed needed = part.needed();
      if (needed.texts.empty() || out.holds.texts.size() > most_texts) {
        out.holds = {};
        break;
      }
      for (const std::string& text : needed.texts) add_new(out.holds.texts, text);
      out.holds.before.widen(needed.before);
    }
    return out;
  }

  Part sequence(std::size_t depth) {
    Part run;           // what is known to the byte since the last part that was not
    Reach before_run;   // of what stands before it
    Needed best;        // there, and in parts that aren't exact
    bool exact = true;  // the run is all there is
    auto consider = [&](Needed needed, Reach before) {
      needed.before = needed.before + before;
      if (!needed.texts.empty() && (best.texts.empty() || cost(needed) < cost(best))) best = std::move(needed);
    };
    while (!failed_ && !ended() && !next_is("|") && !next_is(")")) {
      Part part = repeated(depth);
      const bool short_enough = run.texts.front().size() < longest_text;
      if (part.exact && short_enough && part.texts.size() * run.texts.size() <= most_texts) {
        Texts longer;
        for (const std::string& before : run.texts) {
          for (const std::string& after : part.texts) add_new(longer, before + after);
        }
        run.texts = std::move(longer);
        run.reach = run.reach + part.reach;
        continue;
      }
      exact = false;
      consider(run.needed(), before_run);
      before_run = before_run + run.reach;
      if (part.exact) {
        run = std::move(part);
      } else {
        consider(part.holds, before_run);
        before_run = before_run + part.reach;
        run = Part();
      }
    }
    if (exact) return run;
    consider(run.needed(), before_run);
    return {false, {}, std::move(best), before_run + run.reach, false};
  }

  // An atom, and how often it stands there.
  Part repeated(std::size_t depth) {
    Part part = atom(depth);
    if (failed_ || ended()) return part;
    std::size_t least = 1, most = 1;
    if (take("?")) {
      least = 0;
    } else if (take("*")) {
      least = 0;
      most = Required::any;
    } else if (take("+")) {
      most = Required::any;
    } else if (next_is("{") && at_ + 1 < pattern_.size() && is_digit(pattern_[at_ + 1])) {
      ++at_;
      least = number();
      most = !take(",") ? least : next_is("}") ? Required::any : number();
      if (!take("}")) return fail();
    } else {
      return part;
    }
    if (!take("?")) take("+");  // lazy, possessive
    if (most == 1 && least == 1) return part;
    if (most == 1 && part.exact && part.texts.size() < most_texts) {
      add_new(part.texts, "");
      return part;
    }
    // Blanks side by side are one run, however many.
    const Reach reach = part.blanks ? Reach{most, 1} : part.reach * most;
    return {false, {}, least > 0 ? part.needed() : Needed(), reach, false};
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

  std::size_t number() {
    std::size_t value = 0;
    for (; !ended() && is_digit(pattern_[at_]) && value < 100'000; ++at_) {
      value = 10 * value + static_cast<std::size_t>(pattern_[at_] - '0');
    }
    return value;
  }

  Part atom(std::size_t depth) {
    const char c = pattern_[at_++];
    switch (c) {
      case '(':
        return group(depth);
      case '[':
        return any_of();
      case '\\':
        return escaped();
      case '.':
        return Part::unknown(character, true);
      case '^':
      case '$':
        return Part();
      case '?':
      case '*':
      case '+':
        return fail();
      default:
        break;
    }
    if (static_cast<unsigned char>(c) >= 0x80) return Part::unknown(character, false);
    return Part::of(folded(c));
  }

  Part group(std::size_t depth) {
    bool looks_around = false;
    if (next_is("*")) return fail();
    if (take("?")) {
      looks_around = take("=") || take("!") || take("<=") || take("<!");
      if (!looks_around && !take(">")) {
        while (!ended() && (pattern_[at_] == 'i' || pattern_[at_] == 'm' || pattern_[at_] == '-')) ++at_;
        if (take(")")) return Part();  // from here on
        if (!take(":")) return fail();
      }
    }
    Part part = alternatives(depth + 1);
    if (!take(")")) return fail();
    return looks_around ? Part() : part;
  }

  Part escaped() {
    if (ended()) return fail();
    const char c = pattern_[at_++];
    switch (c) {
      case 'b':
      case 'B':
      case 'A':
      case 'Z':
      case 'z':
        return Part();
      case 'd': {
        Part digits = Part::of('0');
        for (char digit = '1'; digit <= '9'; ++digit) digits.texts.emplace_back(1, digit);
        return digits;
      }
      case 's':
        return Part::blank();
      case 'w':
      case 'h':
      case 'S':
        return Part::unknown(character, false);
      case 'D':
      case 'W':
      case 'n':
        return Part::unknown(character, true);
      case 't':
        return Part::of('\t');
      case 'x':
        return take("{") && skip_past('}') ? Part::unknown(character, true) : fail();
      default:
        break;
    }
    if (is_digit(c)) return Part::unknown(Required::any, true);  // what a group has matched
    if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80) return fail();
    return Part::of(c);
  }

  bool skip_past(char end) {
    while (!ended() && pattern_[at_] != end) ++at_;
    if (ended()) return false;
    ++at_;
    return true;
  }

  // What is known of a character class while it is read.
  struct Class {
    std::bitset<0x80> plain;  // ASCII that it names
    bool others = false;      // and what is not named byte by byte
    bool line_break = false;
    bool unclear = false;  // whether it names a line break
  };

  Part any_of() {
    Class c;
    const bool negated = take("^");
    bool first = true;
    while (true) {
      if (ended()) return fail();
      if (!first && take("]")) break;
      first = false;
      if (!one_of_class(c)) return fail();
    }
    if (negated) return Part::unknown(character, !c.line_break);
    if (c.others || c.plain.count() > 2 * 10) return Part::unknown(character, c.line_break || c.unclear);
    Part out = Part::of(' ');
    out.texts.clear();
    for (std::size_t byte = 0; byte < c.plain.size(); ++byte) {
      if (c.plain.test(byte)) add_new(out.texts, std::string(1, folded(static_cast<char>(byte))));
    }
    if (c.line_break) out.reach.breaks = Required::any;
    return out;
  }

  bool one_of_class(Class& c) {
    if (next_is("[:") || next_is("[.") || next_is("[=")) return false;
    char from = pattern_[at_++];
    if (from == '\\') {
      if (ended()) return false;
      const char e = pattern_[at_++];
      if (e == 'd') {
        for (char digit = '0'; digit <= '9'; ++digit) c.plain.set(static_cast<std::size_t>(digit));
        return true;
      }
      if (e == 'w' || e == 'h' || e == 'S') return c.others = true;
      if (e == 's') return c.others = c.line_break = true;
      if (e == 'x') {
        c.others = c.unclear = true;
        return take("{") && skip_past('}') && !next_is("-");
      }
      if (e == 'n' || e == 't') {
        from = e == 'n' ? '\n' : '\t';
      } else if (is_letter(e) || is_digit(e) || static_cast<unsigned char>(e) >= 0x80) {
        return false;
      } else {
        from = e;
      }
    }
    if (static_cast<unsigned char>(from) >= 0x80) return c.others = true;
    char to = from;
    if (next_is("-") && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
      to = pattern_[at_ + 1];
      if (to == '\\' || to == '[' || static_cast<unsigned char>(to) >= 0x80 || to < from) return false;
      at_ += 2;
    }
    for (int byte = from; byte <= to; ++byte) c.plain.set(static_cast<std::size_t>(byte));
    c.line_break = c.line_break || (from <= '\n' && to >= '\n');
    return true;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

Required required_of(std::string_view pattern) {
  const std::optional<Part> read = Reader(pattern).whole();
  if (!read) return {};
  const Needed needed = read->needed();
  if (expected(needed.texts) > too_common) return {};
  Required out{{}, needed.before.bytes, needed.before.breaks};
  // Where one stands that begins with another, that stands there too.
  for (const std::string& text : needed.texts) {
    const bool longer = std::any_of(needed.texts.begin(), needed.texts.end(), [&](const std::string& other) {
      return other.size() < text.size() && text.starts_with(other);
    });
    if (!longer) out.one_of.push_back(text);
  }
  return out;
}

}  // namespace lexicon
