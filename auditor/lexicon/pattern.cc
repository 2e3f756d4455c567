#define PCRE2_CODE_UNIT_WIDTH 8
#include "lexicon/pattern.h"

#include <pcre2.h>

#include "base/limits.h"

namespace lexicon {
namespace {

struct MatchFree {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

}  // namespace

void Pattern::Free::operator()(pcre2_real_code_8* code) const {
  pcre2_code_free(code);
}

base::Result<Pattern> Pattern::compile(const std::string& written, bool exact_case) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  std::uint32_t options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | (exact_case ? 0u : PCRE2_CASELESS);
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
  pcre2_jit_compile(pattern.code_.get(), PCRE2_JIT_COMPLETE);
  return pattern;
}

std::vector<base::Span> Pattern::find_all(std::string_view text) const {
  std::vector<base::Span> out;
  std::unique_ptr<pcre2_match_data, MatchFree> data(pcre2_match_data_create_from_pattern(code_.get(), nullptr));
  std::unique_ptr<pcre2_match_context, MatchFree> context(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(context.get(), base::limits::pattern_match_limit);
  pcre2_set_depth_limit(context.get(), base::limits::pattern_depth_limit);
  std::size_t at = 0;
  while (at < text.size()) {
    int found = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), at, PCRE2_NO_UTF_CHECK,
                            data.get(), context.get());
    if (found < 0) break;
    const PCRE2_SIZE* places = pcre2_get_ovector_pointer(data.get());
    out.push_back({static_cast<std::uint32_t>(places[0]), static_cast<std::uint32_t>(places[1])});
    at = places[1] > at ? places[1] : at + 1;
  }
  return out;
}

}  // namespace lexicon
