#include "readers/rtf_tokens.h"

#include <algorithm>

namespace readers::rtf {
namespace {

constexpr int largest_number = 1'000'000'000;
constexpr std::size_t longest_text = 16u << 10;  // bytes in a token; a longer run of text is several

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_passed_over(char c) {
  return c == '\r' || c == '\n' || c == '\0';
}

bool ends_text(char c) {
  return c == '{' || c == '}' || c == '\\' || c == '\t' || is_passed_over(c);
}

// The value of a hexadecimal digit, or 16.
unsigned hexadecimal(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return 16;
}

}  // namespace

Token Tokens::next() {
  while (at_ < bytes_.size() && is_passed_over(bytes_[at_])) ++at_;
  Token token;
  if (at_ >= bytes_.size()) return token;
  char c = bytes_[at_];
  if (c == '\\') return escaped();
  if (c == '{' || c == '}') {
    ++at_;
    token.kind = c == '{' ? Token::Kind::open : Token::Kind::close;
    return token;
  }
  if (c == '\t') {
    ++at_;
    token.kind = Token::Kind::symbol;
    token.byte = '\t';
    return token;
  }
  std::size_t begin = at_;
  std::size_t end = std::min(bytes_.size(), begin + longest_text);
  while (at_ < end && !ends_text(bytes_[at_])) ++at_;
  token.kind = Token::Kind::text;
  token.text = bytes_.substr(begin, at_ - begin);
  return token;
}

// Whether \'hh stands at `at`.
bool Tokens::is_escaped_byte(std::size_t at, char& byte) const {
  if (at + 4 > bytes_.size() || bytes_[at] != '\\' || bytes_[at + 1] != '\'') return false;
  unsigned high = hexadecimal(bytes_[at + 2]);
  unsigned low = hexadecimal(bytes_[at + 3]);
  byte = static_cast<char>(static_cast<unsigned char>(high * 16 + low));
  return high < 16 && low < 16;
}

Token Tokens::escaped() {
  Token token;
  char byte = 0;
  unescaped_.clear();
  while (unescaped_.size() < longest_text && is_escaped_byte(at_, byte)) {
    unescaped_ += byte;
    at_ += 4;
  }
  if (!unescaped_.empty()) {
    token.kind = Token::Kind::bytes;
    token.text = unescaped_;
    return token;
  }
  ++at_;
  if (at_ >= bytes_.size()) return token;
  char c = bytes_[at_];
  if (is_letter(c)) return word();
  // \' without two digits says nothing, and what follows stands for itself.
  ++at_;
  token.kind = Token::Kind::symbol;
  token.byte = static_cast<unsigned char>(c);
  if (c == '\r') {
    if (at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
    token.byte = '\n';
  }
  return token;
}

Token Tokens::word() {
  Token token;
  token.kind = Token::Kind::word;
  std::size_t begin = at_;
  while (at_ < bytes_.size() && is_letter(bytes_[at_])) ++at_;
  token.text = bytes_.substr(begin, at_ - begin);
  bool negative = at_ + 1 < bytes_.size() && bytes_[at_] == '-' && is_digit(bytes_[at_ + 1]);
  if (negative) ++at_;
  while (at_ < bytes_.size() && is_digit(bytes_[at_])) {
    token.numbered = true;
    if (token.number < largest_number / 10) {
      token.number = token.number * 10 + (bytes_[at_] - '0');
    } else {
      token.number = largest_number;
    }
    ++at_;
  }
  if (negative) token.number = -token.number;
  if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
  if (token.text == "bin" && pass_binary(token)) {
    token.text = bytes_.substr(at_ - static_cast<std::size_t>(token.number), static_cast<std::size_t>(token.number));
    token.kind = Token::Kind::binary;
  }
  return token;
}

// A count that runs past the end is a lie, and what follows the word is read as RTF.
bool Tokens::pass_binary(const Token& token) {
  if (token.number <= 0 || static_cast<std::size_t>(token.number) > bytes_.size() - at_) return false;
  at_ += static_cast<std::size_t>(token.number);
  return true;
}

bool Tokens::skip_group() {
  std::size_t depth = 1;
  while (at_ < bytes_.size()) {
    char c = bytes_[at_];
    if (c == '\\') {
      if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == 'b') {
        static_cast<void>(next());  // perhaps \bin
      } else {
        at_ = std::min(at_ + 2, bytes_.size());
      }
      continue;
    }
    ++at_;
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return true;
  }
  return false;
}

}  // namespace readers::rtf
