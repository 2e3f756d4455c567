#include "readers/pdf_joins.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace readers::pdf {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::string_view true_hyphen = "\xE2\x80\x90";  // U+2010

// The length of the hyphen that ends the text, 0 for none.
std::size_t hyphen_at_end(std::string_view text) {
  if (text.ends_with(soft_hyphen)) return soft_hyphen.size();
  if (text.ends_with(true_hyphen)) return true_hyphen.size();
  return text.ends_with('-') && !text.ends_with("--") ? 1 : 0;
}

bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

bool begins_small(std::string_view text) {
  return !text.empty() && ((text[0] >= 'a' && text[0] <= 'z') || static_cast<unsigned char>(text[0]) == 0xC3);
}

// Without what stands around it.
std::string bare(std::string_view word) {
  while (!word.empty() && !is_letter(static_cast<unsigned char>(word.front()))) word.remove_prefix(1);
  while (!word.empty() && !is_letter(static_cast<unsigned char>(word.back()))) word.remove_suffix(1);
  return base::fold_case(word);
}

// Whether a word may have been cut here: a date in a narrow cell, or after a stroke.
bool breaks_within(std::string_view text, std::string_view word) {
  if (text.empty() || word.empty()) return false;
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (digit(text.back()) && digit(word.front())) return true;
  return text.back() == '/' && text.size() > 1 && text[text.size() - 2] != ' ';
}

}  // namespace

Joins::Joins(const std::vector<Page>& pages) {
  std::size_t broken = 0;
  std::size_t lines = 0;
  std::size_t run_on = 0;
  std::size_t spaced = 0;
  for (const Page& page : pages) {
    std::size_t start = 0;
    for (std::size_t i = 0; i + 1 < page.words.size(); ++i) {
      const Word& word = page.words[i];
      const Word& next = page.words[i + 1];
      if (std::abs(next.baseline - word.baseline) < word.size * 0.5) continue;
      ++lines;
      const Word& first = page.words[start];
      bool below = std::abs(first.box.left - next.box.left) < 1 && next.baseline > word.baseline &&
                   next.baseline - word.baseline < 1.5 * word.size;
      if (below && i > start + 3) {
        ++run_on;
        if (!next.broken) ++spaced;
      }
      start = i + 1;
      if (hyphen_at_end(word.text) > 0 && word.text.size() > 2 && begins_small(next.text)) ++broken;
    }
  }
  spaces_at_ends_ = run_on >= 3 && spaced * 10 >= run_on * 7;
  if (broken == 0) return;
  breaks_words_ = broken * 50 >= lines && broken >= 3;
  for (const Page& page : pages) {
    for (const Word& word : page.words) words_.insert(bare(word.text));
  }
}

bool Joins::is_cut(const Word& last, const Word& next) const {
  return next.broken && spaces_at_ends_ && breaks_within(last.text, next.text);
}

void Joins::next_line(std::string& text, std::string_view word, bool broken) const {
  std::size_t hyphen = hyphen_at_end(text);
  if (hyphen == 0 || !begins_small(word)) {
    bool whole = broken && spaces_at_ends_ && breaks_within(text, word);
    if (!text.empty() && text.back() != '\n' && !whole) text += ' ';
    text += word;
    return;
  }
  std::size_t begin = text.find_last_of(" \n");
  begin = begin == std::string::npos ? 0 : begin + 1;
  if (text.size() - begin == hyphen) {  // a dash that stands alone
    text += ' ';
    text += word;
    return;
  }
  std::string head = text.substr(begin, text.size() - hyphen - begin);
  bool soft = hyphen == soft_hyphen.size() && text.ends_with(soft_hyphen);
  bool whole_known = words_.count(bare(head + std::string(word))) > 0;
  bool hyphened_known = words_.count(bare(head + "-" + std::string(word))) > 0;
  bool drop = soft || (!hyphened_known && (whole_known || breaks_words_));
  if (drop) text.resize(text.size() - hyphen);
  text += word;
}

void Run::add(const Word& word, std::uint32_t page, bool next_of_last) {
  bool same_page = any_ && page == last_page_;
  double least = std::min(word.size, last_size_);
  bool same_line = same_page && std::abs(word.baseline - last_baseline_) < 0.5 * least;
  if (text_.empty()) {
    text_ = word.text;
    line_left_ = word.box.left;
  } else if (same_line) {
    double gap = word.box.left - last_.right;
    bool joined = next_of_last ? word.follows : !word.spaced && gap < 0.12 * least && gap > -0.5 * least;
    if (!joined) text_ += ' ';
    text_ += word.text;
  } else {
    joins_->next_line(text_, word.text, word.broken);
    if (same_page) {
      turns_.push_back(
          {text_.size() - std::min(word.text.size(), text_.size()), line_left_, last_.right, word.box.width(), least});
    }
    line_left_ = word.box.left;
  }
  double& right = rights_.try_emplace(column(line_left_), word.box.right).first->second;
  right = std::max(right, word.box.right);
  if (page_ == 0) page_ = page;
  any_ = true;
  bold_ = bold_ && word.bold;
  italic_ = italic_ && word.italic;
  last_page_ = page;
  last_ = word.box;
  last_baseline_ = word.baseline;
  last_size_ = word.size;
}

// Lines of one paragraph begin about alike; those of another column do not.
long Run::column(double left) {
  constexpr double apart = 60;  // points
  return std::lround(left / apart);
}

std::string Run::text() const {
  std::string text = text_;
  for (auto turn = turns_.rbegin(); turn != turns_.rend(); ++turn) {
    auto right = rights_.find(column(turn->left));
    bool had_room = right != rights_.end() && right->second - turn->right > turn->next_width + 0.6 * turn->size;
    if (!had_room || turn->at == 0 || turn->at > text.size()) continue;
    if (text[turn->at - 1] == ' ') {
      text[turn->at - 1] = '\n';
    } else if (text[turn->at - 1] >= '0' && text[turn->at - 1] <= '9') {  // numbers of two lines, not a cut date
      text.insert(turn->at, "\n");
    }
  }
  return text;
}

void Run::add(std::string_view text) {
  if (text.empty()) return;
  if (!text_.empty()) text_ += ' ';
  text_ += text;
}

}  // namespace readers::pdf
