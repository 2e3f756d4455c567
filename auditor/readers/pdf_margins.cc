#include "readers/pdf_margins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "readers/pdf_lines.h"
#include "readers/pdf_signs.h"

namespace readers::pdf {
namespace {

using document::Part;

struct Line {
  std::vector<std::size_t> words;
  std::string key;
  double middle = 0;
  bool in_margin = false;
};

std::string text_of(const Page& page, const std::vector<std::size_t>& words, const Joins& joins) {
  Run run(joins);
  for (std::size_t i = 0; i < words.size(); ++i) {
    run.add(page.words[words[i]], 1, i > 0 && words[i - 1] + 1 == words[i]);
  }
  return run.text();
}

// "page 3", "page 3 of 7", "- 3 -", "3 / 7": with digits alike.
bool is_page_number(std::string_view key) {
  std::string plain;
  for (char c : key) {
    if (c != ' ' && c != '-' && c != '|' && c != '.') plain += c;
  }
  return plain == "#" || plain == "page#" || plain == "page#of#" || plain == "#of#" || plain == "#/#" ||
         plain == "page#/#" || plain == "p#" || plain == "pg#";
}

class MarginFinder {
 public:
  MarginFinder(const std::vector<Page>& pages, const std::vector<bool>& by_marks, Spacing spacing, const Joins& joins)
      : pages_(pages), by_marks_(by_marks), spacing_(spacing), joins_(joins), lines_(pages.size()) {}

  Margins find() {
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      margins_.taken.emplace_back(pages_[p].words.size(), false);
      std::vector<std::size_t> words = by_marks_[p] ? artifacts(p) : all(p);
      collect(p, words, lines_[p]);
      if (by_marks_[p]) note_marked(p);
    }
    count();
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      std::vector<const Line*> found;
      for (const Line& line : lines_[p]) {
        if (by_marks_[p] || repeats(line, p)) found.push_back(&line);
      }
      // A page of nothing else holds its text there.
      bool all = !by_marks_[p] && found.size() == lines_[p].size();
      for (const Line* line : found) {
        if (!all) take(p, *line);
      }
    }
    return std::move(margins_);
  }

 private:
  // The words that are called artifacts, or else the others.
  std::vector<std::size_t> artifacts(std::size_t p, bool wanted = true) const {
    const Page& page = pages_[p];
    std::vector<std::size_t> words;
    for (std::size_t w = 0; w < page.words.size(); ++w) {
      std::int32_t mark = page.words[w].mark;
      if ((mark >= 0 && page.marks[static_cast<std::size_t>(mark)].artifact) == wanted) words.push_back(w);
    }
    return words;
  }

  // Which lines of the text itself and which artifacts there are, on a page whose producer tells.
  void note_marked(std::size_t p) {
    std::vector<Line> text;
    collect(p, artifacts(p, false), text);
    for (const Line& line : text) told_.insert(line.key);
    for (const Line& line : lines_[p]) artifact_pages_[line.key].insert(p);
  }

  // A table's heading row that is said again on the next page is called an artifact too. It stands in the text, and not
  // on the pages where a running head would be: the first, or all others.
  bool repeats_text(const Line& line) const {
    if (told_.count(line.key) == 0) return false;
    const std::set<std::size_t>& pages = artifact_pages_.at(line.key);
    const bool running = pages.count(0) > 0 || (pages.size() > 1 && pages.size() + 1 >= pages_.size());
    return !running;
  }

  std::vector<std::size_t> all(std::size_t p) const {
    std::vector<std::size_t> words;
    for (std::size_t w = 0; w < pages_[p].words.size(); ++w) {
      if (pages_[p].words[w].turn == 0) words.push_back(w);
    }
    return words;
  }

  void collect(std::size_t p, const std::vector<std::size_t>& words, std::vector<Line>& lines) const {
    const Page& page = pages_[p];
    for (const Band& band : bands_of(segments_of(page, words, spacing_))) {
      Line line;
      for (const Segment& segment : band.segments) {
        line.words.insert(line.words.end(), segment.words.begin(), segment.words.end());
      }
      line.middle = (band.top + band.bottom) / 2;
      line.in_margin = line.middle < page.height * margin || line.middle > page.height * (1 - margin);
      line.key = with_digits_alike(text_of(page, line.words, joins_));
      lines.push_back(std::move(line));
    }
  }

  void count() {
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      if (by_marks_[p]) continue;
      ++untold_;
      for (const Line& line : lines_[p]) {
        if (!line.in_margin) {
          elsewhere_.insert(line.key);
        } else {
          std::vector<double>& places = places_[line.key];
          places.push_back(line.middle);
        }
      }
    }
    for (auto& [key, places] : places_) std::sort(places.begin(), places.end());
  }

  // On as many pages, about as high up. A table's heading row that is repeated stands elsewhere once.
  bool repeats(const Line& line, std::size_t p) const {
    if (!line.in_margin) return false;
    if (is_page_number(line.key) && is_outermost(line, p)) return true;
    if (elsewhere_.count(line.key) > 0) return false;
    constexpr double near = 4;  // points
    const std::vector<double>& places = places_.at(line.key);
    auto begin = std::lower_bound(places.begin(), places.end(), line.middle - near);
    auto end = std::upper_bound(places.begin(), places.end(), line.middle + near);
    auto pages = static_cast<std::size_t>(end - begin);
    return pages >= 2 && pages * 3 >= untold_;
  }

  bool is_outermost(const Line& line, std::size_t p) const {
    return &line == &lines_[p].front() || &line == &lines_[p].back();
  }

  void take(std::size_t p, const Line& line) {
    const Page& page = pages_[p];
    for (std::size_t w : line.words) margins_.taken[p][w] = true;
    bool head = line.middle < page.height / 2;
    if (by_marks_[p] && repeats_text(line)) return;
    if (!seen_.insert(line.key).second) return;
    Paragraph paragraph;
    paragraph.text = text_of(page, line.words, joins_);
    paragraph.part = head ? Part::header : Part::footer;
    paragraph.inferred = !by_marks_[p];
    paragraph.page = static_cast<std::uint32_t>(p) + 1;
    (head ? margins_.headers : margins_.footers).emplace_back(std::move(paragraph));
  }

  const std::vector<Page>& pages_;
  const std::vector<bool>& by_marks_;
  Spacing spacing_;
  const Joins& joins_;
  std::vector<std::vector<Line>> lines_;
  std::map<std::string, std::vector<double>> places_;
  std::set<std::string> elsewhere_;
  std::set<std::string> seen_;
  std::set<std::string> told_;                                   // lines of the text where a producer tells
  std::map<std::string, std::set<std::size_t>> artifact_pages_;  // pages on which such a line is an artifact
  std::size_t untold_ = 0;                                       // pages whose producer says nothing
  Margins margins_;
};

}  // namespace

Margins margins_of(const std::vector<Page>& pages, const std::vector<bool>& by_marks, Spacing spacing,
                   const Joins& joins) {
  return MarginFinder(pages, by_marks, spacing, joins).find();
}

}  // namespace readers::pdf
