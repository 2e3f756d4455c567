#include "readers/encoding_guess.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "readers/encoding_extra.h"
#include "readers/encoding_likelihood.h"

namespace readers {
namespace {

constexpr std::size_t first_sample = 400;    // bytes by which the candidates are chosen
constexpr std::size_t second_sample = 4096;  // and by which one of them is
constexpr std::size_t finalists = 8;
constexpr double least_per_byte = -7.5;       // below it nothing reads like a text
constexpr double least_per_wide_byte = -4.6;  // any bytes are some characters in UTF-16; what people write is above -4

enum class Kind : unsigned char {
  ascii,   // ASCII bytes are ASCII: lines can be cut out of the text
  ebcdic,  // letters stand elsewhere
  wide,    // UTF-16
};

struct Candidate {
  const char* name;
  Kind kind;
  double rarity;  // taken off its likelihood: how seldom texts come in it
};

constexpr std::array candidates = {
    Candidate{"windows-1252", Kind::ascii, 0},
    Candidate{"windows-1250", Kind::ascii, 2.5},
    Candidate{"windows-1251", Kind::ascii, 2},
    Candidate{"windows-1253", Kind::ascii, 2},
    Candidate{"windows-1254", Kind::ascii, 3},
    Candidate{"windows-1255", Kind::ascii, 2},
    Candidate{"windows-1256", Kind::ascii, 2},
    Candidate{"windows-1257", Kind::ascii, 5},
    Candidate{"windows-1258", Kind::ascii, 5},
    Candidate{"windows-874", Kind::ascii, 2},
    Candidate{"iso-8859-2", Kind::ascii, 3},
    Candidate{"iso-8859-3", Kind::ascii, 8},
    Candidate{"iso-8859-4", Kind::ascii, 7},
    Candidate{"iso-8859-5", Kind::ascii, 3},
    Candidate{"iso-8859-6", Kind::ascii, 3},
    Candidate{"iso-8859-7", Kind::ascii, 3},
    Candidate{"iso-8859-8", Kind::ascii, 3},
    Candidate{"iso-8859-9", Kind::ascii, 4},
    Candidate{"iso-8859-10", Kind::ascii, 9},
    Candidate{"iso-8859-13", Kind::ascii, 6},
    Candidate{"iso-8859-14", Kind::ascii, 9},
    Candidate{"iso-8859-15", Kind::ascii, 3},
    Candidate{"koi8-r", Kind::ascii, 2.5},
    Candidate{"koi8-u", Kind::ascii, 3},
    Candidate{"ibm-437", Kind::ascii, 4},
    Candidate{"ibm-850", Kind::ascii, 4},
    Candidate{"ibm-852", Kind::ascii, 5},
    Candidate{"ibm-855", Kind::ascii, 6},
    Candidate{"ibm-857", Kind::ascii, 6},
    Candidate{"ibm-860", Kind::ascii, 7},
    Candidate{"ibm-861", Kind::ascii, 7},
    Candidate{"ibm-862", Kind::ascii, 5},
    Candidate{"ibm-863", Kind::ascii, 7},
    Candidate{"ibm-864", Kind::ascii, 7},
    Candidate{"ibm-865", Kind::ascii, 7},
    Candidate{"ibm-866", Kind::ascii, 4},
    Candidate{"ibm-869", Kind::ascii, 7},
    Candidate{"ibm-737", Kind::ascii, 6},
    Candidate{"ibm-775", Kind::ascii, 7},
    Candidate{"ibm-1125", Kind::ascii, 7},
    Candidate{"macintosh", Kind::ascii, 4},
    Candidate{"x-mac-cyrillic", Kind::ascii, 5},
    Candidate{"x-mac-centraleurroman", Kind::ascii, 6},
    Candidate{"x-mac-greek", Kind::ascii, 7},
    Candidate{"x-mac-turkish", Kind::ascii, 7},
    Candidate{"x-mac-icelandic", Kind::ascii, 8},
    Candidate{"iso-8859-16", Kind::ascii, 7},
    Candidate{"johab", Kind::ascii, 7},
    Candidate{"gb18030", Kind::ascii, 0},
    Candidate{"big5-hkscs", Kind::ascii, 0},
    Candidate{"euc-tw", Kind::ascii, 3},
    Candidate{"windows-31j", Kind::ascii, 0},
    Candidate{"euc-jp", Kind::ascii, 0},
    Candidate{"windows-949", Kind::ascii, 0},
    Candidate{"UTF-16LE", Kind::wide, 3},
    Candidate{"UTF-16BE", Kind::wide, 4},
    Candidate{"ibm-37", Kind::ebcdic, 3},
    Candidate{"ibm-500", Kind::ebcdic, 3},
    Candidate{"ibm-1047", Kind::ebcdic, 4},
    Candidate{"ibm-273", Kind::ebcdic, 5},
    Candidate{"ibm-297", Kind::ebcdic, 5},
    Candidate{"ibm-1026", Kind::ebcdic, 5},
    Candidate{"ibm-870", Kind::ebcdic, 5},
    Candidate{"ibm-1025", Kind::ebcdic, 5},
    Candidate{"ibm-875", Kind::ebcdic, 5},
    Candidate{"ibm-424", Kind::ebcdic, 5},
    Candidate{"ibm-420", Kind::ebcdic, 5},
};

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// A character that the sample's end cuts in two is left out.
std::u32string decoded(std::string_view bytes, const char* encoding) {
  if (std::optional<std::u32string> text = decoded_here(bytes, encoding)) return std::move(*text);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, ConverterClose> converter(ucnv_open(encoding, &status));
  std::u32string out;
  if (U_FAILURE(status)) return out;
  std::vector<UChar> units(bytes.size() * 2 + 16);
  UChar* to = units.data();
  const char* from = bytes.data();
  ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, bytes.data() + bytes.size(), nullptr, false,
                 &status);
  const auto count = static_cast<std::size_t>(to - units.data());
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const bool pair = U16_IS_LEAD(units[i]) && i + 1 < count && U16_IS_TRAIL(units[i + 1]);
    out += pair ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(units[i], units[i + 1])) : char32_t{units[i]};
    if (pair) ++i;
  }
  return out;
}

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// The bytes without what stands in angle brackets.
std::string without_tags(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    const std::size_t open = bytes.find('<');
    out += bytes.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = bytes.find('>', open);
    if (close == std::string_view::npos) break;
    out += ' ';
    bytes.remove_prefix(close + 1);
  }
  return out;
}

// Lines with bytes beyond ASCII, as these alone tell encodings apart; up to `size` bytes.
std::string telling_lines(std::string_view bytes, std::size_t size) {
  std::string out;
  while (!bytes.empty() && out.size() < size) {
    auto high = std::find_if(bytes.begin(), bytes.end(), is_high);
    if (high == bytes.end()) break;
    const auto at = static_cast<std::size_t>(high - bytes.begin());
    std::size_t begin = bytes.rfind('\n', at);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    // Of a long line, what stands around the byte.
    if (at - begin > 80) begin = at - 80;
    std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    end = std::min(end, at + std::max<std::size_t>(size - out.size(), 80));
    out += bytes.substr(begin, end - begin);
    out += '\n';
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return out;
}

struct Judged {
  const Candidate* candidate;
  double likelihood;
};

class Samples {
 public:
  Samples(std::string_view bytes, bool markup) {
    std::string plain;
    if (markup) plain = without_tags(bytes.substr(0, 1u << 20));
    lines_ = telling_lines(markup ? std::string_view(plain) : bytes, second_sample);
    raw_ = bytes.substr(0, second_sample);
  }
  std::string_view of(const Candidate& candidate, std::size_t size) const {
    return candidate.kind == Kind::ascii && !lines_.empty() ? std::string_view(lines_).substr(0, size)
                                                            : raw_.substr(0, size);
  }
  // A candidate is judged by the bytes of its own sample, so likelihoods are compared for each byte.
  double per_byte(const Candidate& candidate, std::size_t size) const {
    std::string_view sample = of(candidate, size);
    if (sample.empty()) return -1e300;
    return (likelihood(decoded(sample, candidate.name)) - candidate.rarity) / static_cast<double>(sample.size());
  }

 private:
  std::string lines_;
  std::string_view raw_;
};

}  // namespace

bool may_be_ebcdic(std::string_view bytes) {
  std::string_view head = bytes.substr(0, second_sample);
  const auto blanks = std::count(head.begin(), head.end(), '\x40');
  const auto ascii_blanks = std::count(head.begin(), head.end(), ' ');
  return blanks > 2 * ascii_blanks && static_cast<std::size_t>(blanks) * 30 > head.size();
}

Guess guessed_encoding(std::string_view bytes, bool markup) {
  const Samples samples(bytes, markup);
  const bool ebcdic = may_be_ebcdic(bytes);
  std::vector<Judged> judged;
  for (const Candidate& candidate : candidates) {
    if (candidate.kind == Kind::ebcdic && !ebcdic) continue;
    if (candidate.kind == Kind::wide && bytes.size() % 2 != 0) continue;
    const double likelihood = samples.per_byte(candidate, first_sample);
    if (candidate.kind == Kind::wide && likelihood < least_per_wide_byte) continue;
    judged.push_back({&candidate, likelihood});
  }
  auto better = [](const Judged& a, const Judged& b) { return a.likelihood > b.likelihood; };
  std::stable_sort(judged.begin(), judged.end(), better);
  judged.resize(std::min(judged.size(), finalists));
  for (Judged& one : judged) one.likelihood = samples.per_byte(*one.candidate, second_sample);
  std::stable_sort(judged.begin(), judged.end(), better);
  Guess guess;
  if (judged.empty() || judged.front().likelihood < least_per_byte) return guess;
  guess.encoding = judged.front().candidate->name;
  guess.extends_ascii = judged.front().candidate->kind == Kind::ascii;
  guess.per_byte = judged.front().likelihood;
  return guess;
}

std::string escaping_encoding(std::string_view bytes, bool markup) {
  std::string_view head = bytes.substr(0, 1u << 20);
  auto has = [&](std::string_view what) { return head.find(what) != std::string_view::npos; };
  if (has("\x1B$)C")) return "ISO-2022-KR";
  if (has("\x1B$)A") || has("\x1B$)G")) return "ISO-2022-CN";
  if (has("\x1B$B") || has("\x1B$@") || has("\x1B(J") || has("\x1B(I")) return "ISO-2022-JP";
  if (std::any_of(head.begin(), head.end(), is_high)) return {};
  // Of the two without control characters, "~{...~}" and "+...-", the signs stand in other texts too. No page is read
  // as UTF-7: that is how mark-up is smuggled.
  constexpr double margin = 15;
  for (auto [name, sign] : {std::pair("HZ", "~{"), {"UTF-7", "+"}}) {
    if (!has(sign) || (markup && name[0] == 'U')) continue;
    std::string_view sample = head.substr(head.find(sign) > 200 ? head.find(sign) - 200 : 0).substr(0, second_sample);
    const std::u32string text = decoded(sample, name);
    if (text.find(U'\uFFFD') != std::u32string::npos) continue;
    if (likelihood(text) > likelihood(decoded(sample, "us-ascii")) + margin) return name;
  }
  return {};
}

double worse_than_guess(std::string_view bytes, bool markup, const std::string& encoding) {
  const Guess guess = guessed_encoding(bytes, markup);
  const Samples samples(bytes, markup);
  const Candidate told{encoding.c_str(), Kind::ascii, 0};
  return std::max(0.0, guess.per_byte - samples.per_byte(told, second_sample));
}

}  // namespace readers
