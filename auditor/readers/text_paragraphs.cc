#include "readers/text_paragraphs.h"

#include <algorithm>
#include <array>

#include "base/ornament.h"
#include "base/utf8.h"
#include "readers/text_signs.h"

namespace readers::text {
namespace {

constexpr std::uint32_t narrowest = 45;  // columns: nothing is wrapped more narrowly, and nothing more widely
constexpr std::uint32_t widest = 160;
constexpr std::uint32_t paragraph_columns = 240;  // columns that only a paragraph on a line of its own fills

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// A word with which no sentence, label or heading ends: the line was broken behind it.
bool cannot_end(std::string_view words) {
  static constexpr std::array<std::string_view, 42> loose = {
      "a",    "an",   "the",  "and",  "or",    "but",     "nor", "of",   "to",  "in",    "on",  "at",   "by",  "for",
      "with", "from", "into", "that", "than",  "because", "if",  "when", "as",  "is",    "was", "were", "are", "be",
      "has",  "had",  "have", "will", "their", "his",     "her", "my",   "our", "which", "who", "Mr",   "Mrs", "Ms"};
  std::string_view last = words.substr(words.find_last_of(" \t(") + 1);
  return std::find(loose.begin(), loose.end(), last) != loose.end();
}

// No entry of its own: neither a date nor a row of columns.
bool starts_text(const Line& line) {
  const std::string_view words = line.words();
  const std::size_t digits = words.find_first_not_of("0123456789");
  const bool dated = digits != std::string_view::npos && digits > 0 && (words[digits] == '/' || words[digits] == '.');
  return !dated && line.rule == Rule::none && words.find("   ") == std::string_view::npos &&
         line.text.find_first_of("|\t") == std::string::npos;
}

bool starts_lower(std::string_view words) {
  return !words.empty() && words.front() >= 'a' && words.front() <= 'z';
}

bool within_brackets(std::string_view words) {
  const std::size_t open = words.rfind('(');
  return open != std::string_view::npos && words.find(')', open) == std::string_view::npos;
}

// "[What happens next]" in a line of its own.
bool is_bracketed(const Line& line) {
  return line.words().starts_with('[') && !base::between_signs(line.words()).empty();
}

std::uint32_t first_word_columns(std::string_view words) {
  return columns_of(words.substr(0, words.find_first_of(" \t")));
}

// Whether `mark` encloses the whole, with none of it inside.
bool encloses(std::string_view words, std::string_view mark) {
  if (words.size() < 2 * mark.size() + 1 || !words.starts_with(mark) || !words.ends_with(mark)) return false;
  std::string_view inner = words.substr(mark.size(), words.size() - 2 * mark.size());
  return inner.front() != ' ' && inner.back() != ' ' && inner.find(mark) == std::string_view::npos;
}

// Most of the text stands in lines that each hold a whole paragraph, two at the least: this writer breaks no lines.
bool unwrapped(const std::vector<Line>& lines) {
  std::size_t filled = 0, within = 0, all = 0;
  for (const Line& line : lines) {
    all += line.text.size();
    const bool columns = line.text.find_first_of("|\t") != std::string::npos ||
                         line.words().find("   ") != std::string_view::npos || line.rule != Rule::none;
    if (columns || line.text.size() <= paragraph_columns || columns_of(line.text) <= paragraph_columns) continue;
    ++filled;
    within += line.text.size();
  }
  return filled > 1 && within * 10 >= all * 6;
}

}  // namespace

Wrap wrap_of(const std::vector<Line>& lines) {
  // Lines of running text that another follows: wrapped ones crowd just below the width.
  std::vector<std::uint32_t> widths;
  std::uint32_t width = 0;
  std::size_t broken = 0;  // lines that end within a sentence
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.empty() || lines[i + 1].empty() || line.rule != Rule::none || lines[i + 1].rule != Rule::none) continue;
    if (line.words().find("   ") != std::string_view::npos || line.text.find('|') != std::string_view::npos) continue;
    if (line.text.find('\t') != std::string_view::npos) continue;
    const std::uint32_t columns = columns_of(line.text);
    if (columns < narrowest || list_mark(lines[i + 1].words()).size > 0 || lines[i + 1].entry) continue;
    widths.push_back(columns);
    if (!ends_sentence(line.text)) ++broken;
    width = std::max(width, columns);
  }
  if (widths.empty() || width > widest || broken * 2 < widths.size()) return {0, unwrapped(lines)};
  const auto near = static_cast<std::size_t>(
      std::count_if(widths.begin(), widths.end(), [&](std::uint32_t w) { return w + 16 >= width; }));
  if (near * 10 < widths.size() * 6) return {0, unwrapped(lines)};
  return {width, false};
}

bool continues(const Line& above, const Line& line, Wrap wrap) {
  if (wrap.whole || above.empty() || line.empty() || is_bracketed(above) || is_bracketed(line) || line.entry)
    return false;
  const std::uint32_t columns = columns_of(above.text);
  // The width is that of the longest line seen, which may have had a blank to spare.
  const bool fields = label_size(above.words()) > 0 && label_size(line.words()) > 0;
  if (wrap.width > 0 && !fields && columns + 1 + first_word_columns(line.words()) + 1 > wrap.width) return true;
  if (ends_sentence(above.text) || above.text.ends_with(':') || above.text.ends_with('?')) return false;
  // "... reports (letter of 14" / "March) that he ...": a long line that ends within brackets, or short of the width
  // since a word was taken out of it.
  const bool text = !fields && label_size(line.words()) == 0 && list_mark(line.words()).size == 0;
  if (text && columns >= narrowest && within_brackets(above.words())) return true;
  if (text && wrap.width > 0 && columns >= narrowest && columns * 4 > wrap.width * 3 && starts_text(line)) return true;
  if (columns >= 40 && cannot_end(above.words()) && list_mark(line.words()).size == 0) return true;
  return columns >= 30 && starts_lower(line.words()) && list_mark(line.words()).size == 0;
}

std::vector<Piece> pieces_of(const std::vector<Line>& lines, std::size_t begin, std::size_t end, Wrap wrap) {
  std::vector<Piece> pieces;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin && continues(lines[i - 1], lines[i], wrap)) {
      pieces.back().words += ' ';
      pieces.back().words += lines[i].words();
    } else {
      pieces.push_back({std::string(lines[i].words()), i});
    }
  }
  return pieces;
}

std::vector<Piece> fields_apart(std::vector<Piece> pieces) {
  std::vector<Piece> apart;
  for (Piece& piece : pieces) {
    std::string_view rest = piece.words;
    if (label_size(rest) == 0) {
      apart.push_back(std::move(piece));
      continue;
    }
    std::size_t from = 0;
    for (std::size_t gap = rest.find("  "); gap != std::string_view::npos; gap = rest.find("  ", gap)) {
      gap = rest.find_first_not_of(' ', gap);
      if (gap == std::string_view::npos) break;
      // The label itself must not hold a gap: then its colon belongs to a later field.
      const std::size_t size = label_size(rest.substr(gap));
      if (size == 0 || rest.substr(gap, size).find("  ") != std::string_view::npos) continue;
      apart.push_back({std::string(base::trimmed(rest.substr(from, gap - from))), piece.first});
      from = gap;
    }
    apart.push_back({std::string(base::trimmed(rest.substr(from))), piece.first});
  }
  return apart;
}

std::string without_emphasis(std::string_view words, document::Style& style) {
  words = base::trimmed(words);
  for (bool again = true; again;) {
    again = true;
    if (encloses(words, "**") || encloses(words, "__")) {
      style.bold = true;
      words = words.substr(2, words.size() - 4);
    } else if (encloses(words, "_") || encloses(words, "*")) {
      style.italic = true;
      words = words.substr(1, words.size() - 2);
    } else {
      again = false;
    }
  }
  if (words.find('_') == std::string_view::npos && words.find("**") == std::string_view::npos)
    return std::string(words);
  // Marks inside: a pair that hugs its words from outside of a word.
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t size = words.substr(at).starts_with("**") ? 2 : words[at] == '_' ? 1 : 0;
    const bool opens =
        size > 0 && (at == 0 || !is_word(words[at - 1])) && at + size < words.size() && is_word(words[at + size]);
    if (opens) {
      std::string_view mark = words.substr(at, size);
      const std::size_t close = words.find(mark, at + size);
      const bool hugs = close != std::string_view::npos && words[close - 1] != ' ' && words[close - 1] != '_' &&
                        (close + size >= words.size() || !(is_word(words[close + size]) || words[close + size] == '_'));
      if (hugs) {
        out += words.substr(at + size, close - at - size);
        at = close + size;
        continue;
      }
    }
    out += words[at++];
  }
  return out;
}

}  // namespace readers::text
