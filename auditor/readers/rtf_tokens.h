// The tokens of RTF: groups, control words, control symbols, escaped bytes, binary data, text. Line ends and NUL bytes
// in the text mean nothing and are passed over. Every position is checked against the bytes, whatever they claim.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace readers::rtf {

struct Token {
  enum class Kind : std::uint8_t {
    end,     // no bytes are left
    open,    // {
    close,   // }
    word,    // \name, \nameN: `text` is the name, `number` its parameter
    symbol,  // \ and one other character, in `byte`; a bare tab is the symbol \t, an escaped line end \n
    bytes,   // \'hh, once or more: what they say, in `text`
    text,    // one byte or more of it, in the code page at hand
    binary,  // what \bin announced
  };
  Kind kind = Kind::end;
  std::string_view text;
  int number = 0;
  bool numbered = false;
  unsigned char byte = 0;
};

class Tokens {
 public:
  // The bytes must outlive the tokens; what a token refers to is good until the next is asked for.
  explicit Tokens(std::string_view bytes) : bytes_(bytes) {}

  Token next();

  // Passes over everything to the brace that closes the group at hand, which is passed over too. False where the bytes
  // end first.
  bool skip_group();

  std::size_t position() const { return at_; }

 private:
  Token escaped();
  Token word();
  bool is_escaped_byte(std::size_t at, char& byte) const;
  bool pass_binary(const Token& token);

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string unescaped_;
};

}  // namespace readers::rtf
