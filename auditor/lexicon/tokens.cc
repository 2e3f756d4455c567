// A byte-class scanner over UTF-8: no dictionary, no locale, linear.
#include "lexicon/tokens.h"

#include <algorithm>
#include <array>

#include "base/capitals.h"
#include "base/utf8.h"

namespace lexicon {
namespace {

enum class Class : std::uint8_t { blank, line, letter, digit, apostrophe, hyphen, mark };

constexpr Class class_of(char32_t c) {
  if (c < 0x80) {
    if (c == '\n' || c == '\t') return Class::line;
    if (c == ' ' || c < 0x20) return Class::blank;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::letter;
    if (c >= '0' && c <= '9') return Class::digit;
    if (c == '\'') return Class::apostrophe;
    if (c == '-') return Class::hyphen;
    return Class::mark;
  }
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC) return Class::apostrophe;
  if (c == 0x2010 || c == 0x2011) return Class::hyphen;
  if (c == 0xA0) return Class::blank;
  if (c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xBA) return Class::mark;
  if (c == 0xD7 || c == 0xF7) return Class::mark;
  if ((c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE00 && c <= 0xFE0F)) return Class::mark;
  if ((c >= 0xF000 && c <= 0xF0FF) || c >= 0x1F000) return Class::mark;
  return Class::letter;
}

constexpr std::array<Class, 0x80> ascii = [] {
  std::array<Class, 0x80> out{};
  for (std::size_t c = 0; c < out.size(); ++c) out[c] = class_of(static_cast<char32_t>(c));
  return out;
}();

constexpr bool is_ascii_letter(char c) {  // of ASCII
  const auto byte = static_cast<unsigned char>(c);
  return byte < ascii.size() && ascii[byte] == Class::letter;
}

// One code point with its place.
struct Glyph {
  char32_t c = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  Class kind = Class::blank;
};

inline Glyph glyph_at(std::string_view text, std::size_t at) {
  Glyph glyph;
  glyph.begin = at;
  if (at >= text.size()) {
    glyph.end = at;
    return glyph;
  }
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    glyph.c = byte;
    glyph.end = at + 1;
    glyph.kind = ascii[byte];
    return glyph;
  }
  glyph.c = base::next_code_point(text, at);
  glyph.end = at;
  glyph.kind = class_of(glyph.c);
  return glyph;
}

bool is_clitic(std::string_view tail) {
  static constexpr std::array<std::string_view, 6> clitics = {"s", "m", "d", "ll", "ve", "re"};
  for (std::string_view clitic : clitics) {
    if (tail == clitic) return true;
  }
  return false;
}

// "didnt", "wasnt": a verb that has lost its apostrophe.
bool negated_without_apostrophe(std::string_view folded) {
  static constexpr std::array<std::string_view, 16> verbs = {"did",   "does",  "do",     "has", "have", "had",
                                                             "was",   "were",  "is",     "are", "ca",   "wo",
                                                             "would", "could", "should", "must"};
  if (!folded.ends_with("nt")) return false;
  folded.remove_suffix(2);
  return std::find(verbs.begin(), verbs.end(), folded) != verbs.end();
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    constexpr std::size_t bytes_each = 5;  // about, of a token with what stands before it
    tokens_.reserve(text_.size() / bytes_each + 2);
    std::size_t at = 0;
    while (at < text_.size()) {
      Glyph g = glyph_at(text_, at);
      switch (g.kind) {
        case Class::blank:
          at = g.end;
          break;
        case Class::line:
          line_start_ = true;
          at = g.end;
          break;
        case Class::letter:
          at = word(g);
          break;
        case Class::digit:
          at = number(g);
          break;
        default:
          at = mark(g);
          break;
      }
    }
    return std::move(tokens_);
  }

 private:
  void push(std::size_t begin, std::size_t end, TokenKind kind, bool capital) {
    Token token;
    token.at = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    token.capital = capital;
    token.joined = joined_;
    token.line_start = line_start_;
    line_start_ = joined_ = false;
    tokens_.push_back(token);
  }

  std::size_t mark(const Glyph& g) {
    push(g.begin, g.end, TokenKind::punctuation, false);
    return g.end;
  }

  // Letters and digits, and apostrophes that letters follow ("O'Neil").
  std::size_t word(const Glyph& first) {
    std::size_t end = first.end;
    std::size_t apostrophe = 0;  // place of the last one inside the word
    while (true) {
      while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
      Glyph g = glyph_at(text_, end);
      if (g.end != g.begin && (g.kind == Class::letter || g.kind == Class::digit)) {
        end = g.end;
      } else if (g.kind == Class::apostrophe && glyph_at(text_, g.end).kind == Class::letter) {
        apostrophe = g.begin;
        end = g.end;
      } else {
        break;
      }
    }
    if (const std::size_t behind = stroke(first.begin, end); behind > end) {
      push(first.begin, behind, TokenKind::word, base::is_capital(first.c));
      return behind;
    }
    split(first, end, apostrophe);
    return hyphen(end);
  }

  // Behind a word shortened with a stroke that begins with the letters [begin, end); `end` where they are none.
  std::size_t stroke(std::size_t begin, std::size_t end) const {
    if (end - begin != 1 || glyph_at(text_, end).c != '/') return end;
    std::size_t behind = end + 1;
    while (glyph_at(text_, behind).end != behind && glyph_at(text_, behind).kind == Class::letter)
      behind = glyph_at(text_, behind).end;
    const std::string head = folded_word(text_.substr(begin, 1));
    const std::string tail = folded_word(text_.substr(end + 1, behind - end - 1));
    if (head == "h") return tail == "v" ? behind : end;
    if (head != "w") return end;
    if (tail == "out" || tail == "o") return behind;
    return tail == "e" || tail == "c" || tail == "b" || tail == "d" ? end : end + 1;  // "w/e" is a weekend
  }

  void split(const Glyph& first, std::size_t end, std::size_t apostrophe) {
    bool capital = base::is_capital(first.c);
    if (apostrophe > first.begin) {
      std::string tail = folded_word(text_.substr(apostrophe, end - apostrophe)).substr(1);
      if (is_clitic(tail)) {
        push(first.begin, apostrophe, TokenKind::word, capital);
        return push(apostrophe, end, TokenKind::word, false);
      }
      char before = text_[apostrophe - 1];
      if (tail == "t" && (before == 'n' || before == 'N') && apostrophe - 1 > first.begin) {
        push(first.begin, apostrophe - 1, TokenKind::word, capital);
        return push(apostrophe - 1, end, TokenKind::word, false);
      }
    }
    const bool cant = capital && end - first.begin == 4;  // a language; "Wont" too is left as it is
    const char ends_with = text_[end - 1];                // asked first: of every word
    if (!cant && (ends_with == 't' || ends_with == 'T') && end - first.begin > 3 && end - first.begin < 9 &&
        negated_without_apostrophe(folded_word(text_.substr(first.begin, end - first.begin)))) {
      push(first.begin, end - 2, TokenKind::word, capital);
      return push(end - 2, end, TokenKind::word, false);
    }
    push(first.begin, end, TokenKind::word, capital);
  }

  // Digits, points and commas between digits, and letters stuck to them ("3rd", "10pm").
  std::size_t number(const Glyph& first) {
    std::size_t end = first.end;
    while (true) {
      Glyph g = glyph_at(text_, end);
      if (g.end != g.begin && (g.kind == Class::digit || g.kind == Class::letter)) {
        end = g.end;
      } else if ((g.c == '.' || g.c == ',') && glyph_at(text_, g.end).kind == Class::digit) {
        end = g.end;
      } else {
        break;
      }
    }
    push(first.begin, end, TokenKind::number, false);
    return hyphen(end);
  }

  std::size_t hyphen(std::size_t end) {
    Glyph g = glyph_at(text_, end);
    if (g.kind != Class::hyphen) return end;
    Class next = glyph_at(text_, g.end).kind;
    if (next != Class::letter && next != Class::digit) return end;
    joined_ = true;
    return g.end;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  bool line_start_ = true;
  bool joined_ = false;
};

}  // namespace

std::string folded_word(std::string_view bytes) {
  std::string out(bytes);
  std::size_t plain = 0;
  for (; plain < out.size() && static_cast<unsigned char>(out[plain]) < 0x80; ++plain) {
    if (out[plain] >= 'A' && out[plain] <= 'Z') out[plain] = static_cast<char>(out[plain] + 32);
  }
  if (plain == out.size()) return out;
  out.clear();
  for (std::size_t i = 0; i < bytes.size();) {
    char32_t c = base::next_code_point(bytes, i);
    base::append_utf8(out, class_of(c) == Class::apostrophe ? U'\'' : c);
  }
  return base::fold_case(out);
}

std::string_view folded_in(std::string_view bytes, std::string& room) {
  for (char c : bytes) {
    if (static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z')) continue;
    room = folded_word(bytes);
    return room;
  }
  return bytes;
}

std::vector<Token> tokens_of(std::string_view text) {
  return Scanner(text).run();
}

}  // namespace lexicon
