// One regular expression of a checklist: PCRE2's door. Match and depth limits come from base/limits.h, so that a
// pattern that backtracks for ever gives up instead.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

struct pcre2_real_code_8;
struct pcre2_real_match_context_8;
struct pcre2_real_match_data_8;

namespace lexicon {

// A text that patterns are looked for in, with which bytes it holds and what matching needs; for one text at a time.
class Searched {
 public:
  explicit Searched(std::string_view text) : text_(text) {}  // UTF-8; must outlive the object

  std::string_view text() const { return text_; }

 private:
  friend class Pattern;
  const std::bitset<256>& bytes();

  struct Free {
    void operator()(pcre2_real_match_data_8* data) const;
    void operator()(pcre2_real_match_context_8* context) const;
  };
  std::string_view text_;
  std::bitset<256> bytes_;  // read, and the rest made, when the first pattern needs it
  bool read_ = false;
  std::unique_ptr<pcre2_real_match_data_8, Free> data_;
  std::unique_ptr<pcre2_real_match_context_8, Free> context_;
};

class Pattern {
 public:
  // Unless `exact_case`, letters match in both cases. bad_checklist where it doesn't compile or can match nothing at
  // all: message and the place in the pattern.
  static base::Result<Pattern> compile(const std::string& pattern, bool exact_case);

  // Every match in order, not overlapping. Matching that reaches a limit ends there.
  std::vector<base::Span> find_all(Searched& searched) const;
  // False where the text lacks what a match needs.
  bool may_match(Searched& searched) const;
  // All that begin in a stretch of the text and not before `from`, which then is where the next may begin. False where
  // a limit was reached.
  bool find_in(Searched& searched, base::Span stretch, std::size_t& from, std::vector<base::Span>& out) const;
  std::vector<base::Span> find_all(std::string_view text) const;

  const std::string& written() const { return written_; }

 private:
  struct Free {
    void operator()(pcre2_real_code_8* code) const;
  };
  // What every match begins with and holds, as far as PCRE2 tells.
  void read_needs(bool exact_case);

  std::unique_ptr<pcre2_real_code_8, Free> code_;
  std::bitset<256> first_;  // bytes that a match can begin with
  std::bitset<256> holds_;  // a match holds one of these
  std::size_t shortest_ = 1;
  bool jitted_ = false;
  std::string written_;
};

}  // namespace lexicon
