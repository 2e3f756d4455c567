#define PCRE2_CODE_UNIT_WIDTH 8
#include "lexicon/pattern.h"

#include <pcre2.h>

#include <algorithm>

#include "base/limits.h"

namespace lexicon {
namespace {

std::bitset<256> any_byte() {
  return std::bitset<256>().set();
}

// A code unit that PCRE2 names, in both cases unless case counts; any where the other case may be another character's.
std::bitset<256> bytes_of(std::uint32_t unit, bool exact_case) {
  const bool letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
  const std::uint32_t small = letter ? unit | 0x20u : unit;
  // Of the ASCII letters, k and s are other characters' other cases too.
  if (unit > 0xFF || (!exact_case && (unit >= 0x80 || small == 'k' || small == 's'))) return any_byte();
  std::bitset<256> out;
  out.set(unit);
  if (letter) out.set(unit ^ 0x20u);
  return out;
}

}  // namespace

const std::bitset<256>& Searched::bytes() {
  if (read_) return bytes_;
  read_ = true;
  for (char c : text_) bytes_.set(static_cast<unsigned char>(c));
  return bytes_;
}

void Searched::Free::operator()(pcre2_real_match_data_8* data) const {
  pcre2_match_data_free(data);
}
void Searched::Free::operator()(pcre2_real_match_context_8* context) const {
  pcre2_match_context_free(context);
}

void Pattern::Free::operator()(pcre2_real_code_8* code) const {
  pcre2_code_free(code);
}

base::Result<Pattern> Pattern::compile(const std::string& written, bool exact_case) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  std::uint32_t options =
      PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT | (exact_case ? 0u : PCRE2_CASELESS);
  Pattern pattern;
  pattern.written_ = written;
  pattern.code_.reset(
      pcre2_compile(reinterpret_cast<PCRE2_SPTR>(written.data()), written.size(), options, &error, &offset, nullptr));
  if (!pattern.code_) {
    PCRE2_UCHAR message[160];
    pcre2_get_error_message(error, message, sizeof message);
    return base::Error{base::ErrorCode::bad_checklist,
                       "",
                       0,
                       0,
                       "the pattern is wrong at its character " + std::to_string(offset + 1) + ": " +
                           reinterpret_cast<const char*>(message),
                       "see the PCRE2 pattern syntax"};
  }
  std::uint32_t shortest = 0;
  pcre2_pattern_info(pattern.code_.get(), PCRE2_INFO_MINLENGTH, &shortest);
  if (shortest == 0) {
    return base::Error{base::ErrorCode::bad_checklist,   "", 0, 0, "the pattern can match nothing at all",
                       "make some part of it obligatory"};
  }
  pattern.shortest_ = shortest;
  pattern.read_needs(exact_case);
  pattern.jitted_ = pcre2_jit_compile(pattern.code_.get(), PCRE2_JIT_COMPLETE) == 0;
  return pattern;
}

void Pattern::read_needs(bool exact_case) {
  first_ = holds_ = any_byte();
  std::uint32_t type = 0;
  std::uint32_t unit = 0;
  const std::uint8_t* bitmap = nullptr;
  // A pattern may set its own options: only those that begin without any are sure to be as they were asked for.
  const bool exact = exact_case && written_.find("(?") == std::string::npos;
  if (pcre2_pattern_info(code_.get(), PCRE2_INFO_FIRSTCODETYPE, &type) == 0 && type == 1 &&
      pcre2_pattern_info(code_.get(), PCRE2_INFO_FIRSTCODEUNIT, &unit) == 0) {
    first_ = bytes_of(unit, exact);
  } else if (pcre2_pattern_info(code_.get(), PCRE2_INFO_FIRSTBITMAP, &bitmap) == 0 && bitmap != nullptr) {
    for (std::size_t byte = 0; byte < 256; ++byte) first_.set(byte, ((1u << (byte % 8)) & bitmap[byte / 8]) != 0);
  }
  if (pcre2_pattern_info(code_.get(), PCRE2_INFO_LASTCODETYPE, &type) == 0 && type == 1 &&
      pcre2_pattern_info(code_.get(), PCRE2_INFO_LASTCODEUNIT, &unit) == 0) {
    holds_ = bytes_of(unit, exact);
  }
}

std::vector<base::Span> Pattern::find_all(std::string_view text) const {
  Searched searched(text);
  return find_all(searched);
}

bool Pattern::may_match(Searched& searched) const {
  return searched.text_.size() >= shortest_ && (searched.bytes() & first_).any() && (searched.bytes() & holds_).any();
}

std::vector<base::Span> Pattern::find_all(Searched& searched) const {
  std::vector<base::Span> out;
  if (!may_match(searched)) return out;
  std::size_t from = 0;
  find_in(searched, {0, static_cast<std::uint32_t>(searched.text_.size())}, from, out);
  return out;
}

bool Pattern::find_in(Searched& searched, base::Span stretch, std::size_t& from, std::vector<base::Span>& out) const {
  const std::string_view text = searched.text_;
  if (!searched.data_) {
    searched.data_.reset(pcre2_match_data_create(1, nullptr));  // a match's own place is all that is asked
    searched.context_.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(searched.context_.get(), base::limits::pattern_match_limit);
    pcre2_set_depth_limit(searched.context_.get(), base::limits::pattern_depth_limit);
  }
  pcre2_set_offset_limit(searched.context_.get(), stretch.end);
  const auto match = jitted_ ? pcre2_jit_match : pcre2_match;  // the same, but for checks of what is sure here
  const std::uint32_t options = jitted_ ? 0 : PCRE2_NO_UTF_CHECK;
  from = std::max<std::size_t>(from, stretch.begin);
  while (from < text.size() && from <= stretch.end) {
    int found = match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, options,
                      searched.data_.get(), searched.context_.get());
    if (found < 0) return found == PCRE2_ERROR_NOMATCH;
    const PCRE2_SIZE* places = pcre2_get_ovector_pointer(searched.data_.get());
    out.push_back({static_cast<std::uint32_t>(places[0]), static_cast<std::uint32_t>(places[1])});
    from = places[1] > from ? places[1] : from + 1;
  }
  return true;
}

}  // namespace lexicon
