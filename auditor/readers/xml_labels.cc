#include "readers/xml_labels.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace readers::xml {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return is_upper(c) ? static_cast<char>(c + 32) : c;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    if (c == '_' || c == '-' || c == '.' || c == ':' || c == ' ') {
      words.emplace_back();
      continue;
    }
    char before = i > 0 ? name[i - 1] : '\0';
    char after = i + 1 < name.size() ? name[i + 1] : '\0';
    bool begins = (is_upper(c) && (is_lower(before) || is_digit(before) || (is_upper(before) && is_lower(after)))) ||
                  (is_digit(c) && is_lower(before));
    if (begins) words.emplace_back();
    words.back() += c;
  }
  std::erase_if(words, [](const std::string& word) { return word.empty(); });
  return words;
}

constexpr std::array<std::string_view, 20> block_tags = {"p",  "div", "br", "li",   "tr",   "h1",        "h2",
                                                         "h3", "h4",  "h5", "h6",   "ul",   "ol",        "table",
                                                         "td", "th",  "hr", "body", "html", "blockquote"};
constexpr std::array<std::string_view, 17> inline_tags = {"b",     "i", "u",     "strong", "em",    "span",
                                                          "font",  "a", "sub",   "sup",    "small", "tbody",
                                                          "thead", "s", "label", "head",   "img"};

// The element named at `at`, which stands at '<'; empty where no HTML tag begins there. `end` is set behind its '>'.
std::string tag_at(std::string_view text, std::size_t at, std::size_t& end) {
  std::size_t first = at + 1;
  if (first < text.size() && text[first] == '/') ++first;
  std::size_t last = first;
  while (last < text.size() && (is_upper(text[last]) || is_lower(text[last]) || is_digit(text[last]))) ++last;
  std::string name = lowered(text.substr(first, last - first));
  // A '<' before the '>' shows that this was no tag; it also keeps the search from running over the same text again.
  std::size_t close = text.find_first_of("<>", last);
  bool known = std::find(block_tags.begin(), block_tags.end(), name) != block_tags.end() ||
               std::find(inline_tags.begin(), inline_tags.end(), name) != inline_tags.end();
  // "a < b" is no tag: what follows a tag's name is a blank, '/' or '>'.
  bool ended = last < text.size() && (text[last] == '>' || text[last] == '/' || text[last] == ' ' ||
                                      text[last] == '\n' || text[last] == '\t' || text[last] == '\r');
  if (!known || !ended || close == std::string_view::npos || text[close] == '<') return "";
  end = close + 1;
  return name;
}

// Moves `at` behind an entity and gives its character, or 0.
char32_t entity_at(std::string_view text, std::size_t& at) {
  std::size_t semicolon = text.substr(at, 12).find(';');
  if (semicolon == std::string_view::npos) return 0;
  std::string_view name = text.substr(at + 1, semicolon - 1);
  static constexpr std::array<std::pair<std::string_view, char32_t>, 13> named = {{{"nbsp", 0xA0},
                                                                                   {"amp", '&'},
                                                                                   {"lt", '<'},
                                                                                   {"gt", '>'},
                                                                                   {"quot", '"'},
                                                                                   {"apos", '\''},
                                                                                   {"pound", 0xA3},
                                                                                   {"ndash", 0x2013},
                                                                                   {"mdash", 0x2014},
                                                                                   {"lsquo", 0x2018},
                                                                                   {"rsquo", 0x2019},
                                                                                   {"ldquo", 0x201C},
                                                                                   {"rdquo", 0x201D}}};
  char32_t found = 0;
  for (auto [known, character] : named) {
    if (known == name) found = character;
  }
  if (found == 0 && name.starts_with('#') && name.size() > 1) {
    bool hexadecimal = name[1] == 'x' || name[1] == 'X';
    std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
    found = value;
  }
  if (found != 0) at += semicolon + 1;
  return found;
}

std::string without_markup(std::string_view text) {
  std::string out;
  bool marked_up = false;
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size() && !marked_up; ++i)
    marked_up = text[i] == '<' && !tag_at(text, i, end).empty();
  // Mark-up that was escaped twice leaves only its entities; anything else with '&' in it is what was written.
  bool entities = marked_up || text.find("&nbsp;") != std::string_view::npos;
  std::size_t i = 0;
  while (i < text.size()) {
    if (text[i] == '<') {
      std::string tag = tag_at(text, i, end);
      if (!tag.empty()) {
        if (std::find(block_tags.begin(), block_tags.end(), tag) != block_tags.end()) out += '\n';
        i = end;
        continue;
      }
    } else if (text[i] == '&' && entities) {
      if (char32_t c = entity_at(text, i); c != 0) {
        base::append_utf8(out, c);
        continue;
      }
    }
    // In HTML a line end is a blank.
    out += marked_up && (text[i] == '\n' || text[i] == '\r') ? ' ' : text[i];
    ++i;
  }
  return out;
}

}  // namespace

std::string label_of(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  bool shouted = std::none_of(name.begin(), name.end(), is_lower) && words.size() > 1;
  std::string out;
  for (std::string& word : words) {
    bool acronym = word.size() > 1 && std::none_of(word.begin(), word.end(), is_lower) && !shouted;
    if (!acronym) word = lowered(word);
    if (out.empty() && !word.empty() && is_lower(word[0])) word[0] = static_cast<char>(word[0] - 32);
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view value) {
  std::vector<std::string> lines;
  std::string plain = without_markup(value);
  std::size_t at = 0;
  while (at <= plain.size()) {
    std::size_t end = std::min(plain.find('\n', at), plain.size());
    std::string line = base::on_one_line(std::string_view(plain).substr(at, end - at));
    if (!line.empty()) lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

}  // namespace readers::xml
