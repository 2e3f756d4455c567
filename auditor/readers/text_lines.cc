#include "readers/text_lines.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace readers::text {
namespace {

std::uint32_t width_of(char32_t c) {
  if (c < 0x300) return 1;
  const auto point = static_cast<UChar32>(c);
  const auto type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool only(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

Rule rule_of(std::string_view words) {
  if (words.size() < 3) return Rule::none;
  if (words.front() == '+' && only(words, "+-=: ") && words.find_first_of("-=") != std::string_view::npos) {
    return words.find('+', 1) == std::string_view::npos ? Rule::none : Rule::grid;
  }
  if (only(words, "- ") && words.find("--") != std::string_view::npos) {
    for (Run run : dash_runs(words)) {
      if (run.end - run.begin < 2) return Rule::none;
    }
    return Rule::dashes;
  }
  if (only(words, "|+-: ") && words.find("--") != std::string_view::npos) return Rule::pipes;
  for (const char* sign : {"=", "_", "*", "~", "#", ". ", "- "}) {
    if (only(words, sign)) return Rule::other;
  }
  return Rule::none;
}

Line line_of(std::string_view raw, std::uint32_t page) {
  Line line;
  line.page = page;
  std::size_t end = raw.find_last_not_of(" \t\v");
  line.ends_in_tab = raw.ends_with('\t');
  line.spaces = end == std::string_view::npos && raw.size() >= 2;
  line.text = end == std::string_view::npos ? std::string_view() : raw.substr(0, end + 1);
  for (char c : line.text) {
    if (c == ' ') {
      ++line.indent;
    } else if (c == '\t') {
      line.indent += 4;
    } else {
      break;
    }
  }
  line.rule = rule_of(line.words());
  return line;
}

}  // namespace

std::string_view Line::words() const {
  std::size_t first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t page = text.find('\f') == std::string_view::npos ? 0 : 1;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r' && text[end] != '\f') ++end;
    lines.push_back(line_of(text.substr(at, end - at), page));
    if (end < text.size() && text[end] == '\f') {
      ++page;
      lines.push_back(line_of({}, page));  // a page break parts blocks
    }
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

std::uint32_t columns_of(std::string_view text) {
  std::uint32_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += width_of(base::next_code_point(text, at));
  return columns;
}

std::vector<Run> dash_runs(std::string_view line) {
  std::vector<Run> runs;
  for (std::uint32_t i = 0; i < line.size(); ++i) {
    if (line[i] != '-') continue;
    if (runs.empty() || runs.back().end != i) {
      runs.push_back({i, i + 1});
    } else {
      ++runs.back().end;
    }
  }
  return runs;
}

std::vector<std::string> sliced(std::string_view line, const std::vector<std::uint32_t>& starts) {
  std::vector<std::size_t> cuts;
  std::uint32_t column = 0;
  for (std::size_t at = 0; at < line.size() && cuts.size() < starts.size();) {
    std::size_t next = at;
    std::uint32_t width = width_of(base::next_code_point(line, next));
    while (cuts.size() < starts.size() && column + width > starts[cuts.size()]) cuts.push_back(at);
    column += width;
    at = next;
  }
  while (cuts.size() < starts.size()) cuts.push_back(line.size());
  if (!cuts.empty()) cuts[0] = 0;
  for (std::size_t i = 1; i < cuts.size(); ++i) {
    std::size_t cut = std::max(cuts[i], cuts[i - 1]);
    if (cut > 0 && cut < line.size() && line[cut] != ' ' && line[cut - 1] != ' ') {
      std::size_t before = line.rfind(' ', cut);
      std::size_t after = std::min(line.find(' ', cut), line.size());
      bool back = before != std::string_view::npos && before >= cuts[i - 1] && cut - before <= after - cut;
      cut = back ? before : after;
    }
    cuts[i] = cut;
  }
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    std::size_t end = i + 1 < cuts.size() ? cuts[i + 1] : line.size();
    pieces.emplace_back(base::trimmed(line.substr(cuts[i], end - cuts[i])));
  }
  return pieces;
}

}  // namespace readers::text
