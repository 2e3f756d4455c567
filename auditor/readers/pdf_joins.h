// How words become running text again: spaces, line ends, and words that were broken at a line's end.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "readers/pdf_page.h"

namespace readers::pdf {

class Joins {
 public:
  explicit Joins(const std::vector<Page>& pages);

  // Appends the first word of a new line: "assess-" and "ment" become one word, "well-" and "being" keep the hyphen.
  // Whether a word was cut between these two, at a line's end.
  bool is_cut(const Word& last, const Word& next) const;
  // `broken`: as of the word.
  void next_line(std::string& text, std::string_view word, bool broken) const;

 private:
  bool breaks_words_ = false;    // the document is set with words broken at line ends
  bool spaces_at_ends_ = false;  // the spaces at line ends are drawn, too
  std::unordered_set<std::string> words_;
};

// Text of consecutive words, and how it is set.
class Run {
 public:
  explicit Run(const Joins& joins) : joins_(&joins) {}

  // Words come in order; `page` tells pages apart.
  void add(const Word& word, std::uint32_t page, bool next_of_last);
  void add(std::string_view text);  // in place of words

  bool empty() const { return text_.empty(); }
  // Lines that were ended early, where the next word had room, end there still.
  std::string text() const;
  bool bold() const { return any_ && bold_; }
  bool italic() const { return any_ && italic_; }
  std::uint32_t page() const { return page_; }

 private:
  // A line's end within the text.
  struct Turn {
    std::size_t at = 0;     // where the next line begins in the text
    double left = 0;        // of the line that ends
    double right = 0;       // of the line that ends
    double next_width = 0;  // of the next line's first word
    double size = 0;
  };

  static long column(double left);

  const Joins* joins_;
  std::string text_;
  std::vector<Turn> turns_;
  std::map<long, double> rights_;  // how far lines reach, by where they begin
  double line_left_ = 0;
  bool any_ = false;
  bool bold_ = true;
  bool italic_ = true;
  std::uint32_t page_ = 0;
  std::uint32_t last_page_ = 0;
  Box last_;
  double last_baseline_ = 0;
  double last_size_ = 0;
};

}  // namespace readers::pdf
