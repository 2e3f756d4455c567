// One regular expression of a checklist: PCRE2's door. Match and depth limits come from base/limits.h, so that a
// pattern that backtracks for ever gives up instead.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

struct pcre2_real_code_8;

namespace lexicon {

class Pattern {
 public:
  // Unless `exact_case`, letters match in both cases. bad_checklist where it doesn't compile or can match nothing at
  // all: message and the place in the pattern.
  static base::Result<Pattern> compile(const std::string& pattern, bool exact_case);

  // Every match in order, not overlapping; `text` must be UTF-8. Matching that reaches a limit ends there.
  std::vector<base::Span> find_all(std::string_view text) const;

  const std::string& written() const { return written_; }

 private:
  struct Free {
    void operator()(pcre2_real_code_8* code) const;
  };
  std::unique_ptr<pcre2_real_code_8, Free> code_;
  std::string written_;
};

}  // namespace lexicon
