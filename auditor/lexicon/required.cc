// A reader of the greater part of PCRE2's language.
#include "lexicon/required.h"

#include <algorithm>
#include <bitset>
#include <optional>
#include <utility>

#include "lexicon/pattern_part.h"

namespace lexicon {
namespace {

constexpr std::size_t longest_text = 40;
constexpr std::size_t deepest = 60;   // groups in one another
constexpr std::size_t character = 4;  // bytes of UTF-8 at most

// How many bytes a mark beyond ASCII has, which stands in no other case: a dash, a quotation mark, a pound sign; else
// 0.
std::size_t mark_bytes(std::string_view text) {
  if (text.starts_with("\xE2\x80")) return text.size() < 3 ? 0 : 3;
  const bool mark = text.starts_with("\xC2") && !text.starts_with("\xC2\xB5");  // a micro sign is a letter
  return mark && text.size() > 1 ? 2 : 0;
}

// Edges tell only at the ends of a literal.
std::string literal_of(const std::string& text) {
  std::string out = text;
  std::erase(out, Required::edge);
  if (text.front() == Required::edge) out.insert(out.begin(), Required::edge);
  if (text.back() == Required::edge) out += Required::edge;
  return out;
}

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
    out.begins = common(parts, &Part::begins);
    out.ends = common(parts, &Part::ends);
    return out;
  }

  // What each of the parts begins with, or ends with, one or another; none where that isn't known of all.
  static Texts common(const std::vector<Part>& parts, Texts Part::*side) {
    Texts out;
    for (const Part& part : parts) {
      const Texts& texts = part.exact ? part.texts : part.*side;
      for (const std::string& text : texts) add_new(out, text);
      if (texts.empty() || out.size() > most_texts) return {};
    }
    return out;
  }

  Part sequence(std::size_t depth) {
    Part run;           // what is known to the byte since the last part that was not
    Extent before_run;  // of what stands before it
    Needed best;        // there, and in parts that aren't exact
    bool exact = true;  // the run is all there is
    Texts begins;       // the first run, with what the part behind it begins with
    auto consider = [&](Needed needed, Extent before) {
      needed.before = needed.before + before;
      if (!needed.texts.empty() && (best.texts.empty() || cost(needed) < cost(best))) best = std::move(needed);
    };
    const auto fits = [&run](const Texts& texts) {
      return run.texts.front().size() < longest_text && texts.size() * run.texts.size() <= most_texts;
    };
    while (!failed_ && !ended() && !next_is("|") && !next_is(")")) {
      Part part = repeated(depth);
      if (part.exact && fits(part.texts)) {
        run.texts = joined(run.texts, part.texts);
        run.reach = run.reach + part.reach;
        continue;
      }
      if (!part.begins.empty() && fits(part.begins)) run.texts = joined(run.texts, part.begins);
      consider(run.needed(), before_run);
      if (exact) begins = run.texts;
      exact = false;
      before_run = before_run + run.reach;
      if (part.exact) {
        run = std::move(part);
        continue;
      }
      consider(part.holds, before_run);
      before_run = before_run + part.reach;
      // Where it matches nothing, there stands what stood before.
      Texts behind = part.skipped ? run.texts : Texts();
      for (const std::string& text : part.ends) add_new(behind, text);
      run = Part();
      const bool tells = !part.ends.empty() && std::none_of(behind.begin(), behind.end(), is_bare);
      if (tells && behind.size() <= most_texts) run.texts = std::move(behind);
    }
    if (exact) return run;
    consider(run.needed(), before_run);
    Part out = Part::inexact(std::move(best), before_run + run.reach);
    out.begins = std::move(begins);
    out.ends = std::move(run.texts);
    return out;
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
    const Extent reach = part.blanks ? Extent{most, 1} : part.reach * most;
    Part out = Part::inexact(least > 0 ? part.needed() : Needed(), reach);
    if (most == 0) return out;
    out.skipped = least == 0;
    out.ends = part.exact ? part.texts : part.ends;
    if (!out.skipped) out.begins = part.exact ? part.texts : part.begins;
    return out;
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
    if (const std::size_t bytes = mark_bytes(pattern_.substr(at_ - 1)); bytes > 0) {
      Part mark = Part::of(c);
      mark.texts = {std::string(pattern_.substr(at_ - 1, bytes))};
      mark.reach.bytes = bytes;
      at_ += bytes - 1;
      return mark;
    }
    if (static_cast<unsigned char>(c) >= 0x80) return Part::unknown(character, false);
    return Part::of(folded(c));
  }

  Part group(std::size_t depth) {
    bool looks_around = false;
    if (next_is("*")) return fail();
    const bool captures = !next_is("?");
    if (take("?")) {
      looks_around = take("=") || take("!") || take("<=") || take("<!");
      if (!looks_around && !take(">")) {
        while (!ended() && (pattern_[at_] == 'i' || pattern_[at_] == 'm' || pattern_[at_] == '-')) ++at_;
        if (take(")")) return Part();  // from here on
        if (!take(":")) return fail();
      }
    }
    const std::size_t number = captures ? groups_.size() : 0;
    if (captures) groups_.push_back({Required::any, Required::any});  // until it is read
    Part part = alternatives(depth + 1);
    if (!take(")")) return fail();
    if (captures) groups_[number] = part.reach;
    return looks_around ? Part() : part;
  }

  Part escaped() {
    if (ended()) return fail();
    const char c = pattern_[at_++];
    switch (c) {
      case 'b':
        return Part::edge();
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
    if (is_digit(c)) return repeats_group(c);
    if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80) return fail();
    return Part::of(c);
  }

  // What a group has matched, perhaps in the other case, of which a character may have more bytes.
  Part repeats_group(char digit) {
    const auto number = static_cast<std::size_t>(digit - '0');
    const bool known = number > 0 && number <= groups_.size() && (ended() || !is_digit(pattern_[at_]));
    if (!known) return Part::unknown(Required::any, true);
    return Part::inexact({}, {times(character, groups_[number - 1].bytes), groups_[number - 1].breaks});
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
  std::vector<Extent> groups_;  // that capture what they match, in the order in which they begin
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
  Texts literals;
  for (const std::string& text : needed.texts) add_new(literals, literal_of(text));
  for (const std::string& literal : literals) {
    const bool longer = std::any_of(literals.begin(), literals.end(), [&](const std::string& other) {
      return other.size() < literal.size() && literal.starts_with(other);
    });
    if (!longer) out.one_of.push_back(literal);
  }
  return out;
}

}  // namespace lexicon
