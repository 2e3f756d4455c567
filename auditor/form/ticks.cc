#include "form/ticks.h"

#include <algorithm>
#include <array>

#include "form/text.h"

namespace form {
namespace {

struct Mark {
  std::string_view text;
  bool ticked;
};

constexpr std::array<Mark, 36> marks = {{
    {"\xE2\x98\x90", false}, {"\xE2\x98\x91", true},  {"\xE2\x98\x92", true},
    {"\xE2\x9C\x93", true},  {"\xE2\x9C\x94", true},  {"\xE2\x9C\x97", true},
    {"\xE2\x9C\x98", true},  {"\xE2\x9C\x95", true},  {"\xE2\x9C\x96", true},
    {"\xE2\x9C\x85", true},  {"\xE2\x96\xA1", false}, {"\xE2\x96\xA0", true},
    {"\xE2\x96\xA2", false}, {"\xE2\x97\xBB", false}, {"\xE2\x97\xBC", true},
    {"\xE2\xAC\x9C", false}, {"\xE2\xAC\x9B", true},  {"\xE2\x8A\xA0", true},
    {"\xE2\x97\x8B", false}, {"\xE2\x97\x8F", true},  {"\xE2\x97\xAF", false},
    {"\xE2\x97\x89", true},  {"\xEF\x82\xA8", false}, {"\xEF\x83\xBE", true},
    {"\xEF\x83\xBD", true},  {"\xEF\x81\xAF", false}, {"\xEF\x83\xBC", true},
    {"[x]", true},           {"[X]", true},           {"[ ]", false},
    {"[]", false},           {"[  ]", false},         {"[\xE2\x9C\x93]", true},
    {"(x)", true},           {"( )", false},          {"(X)", true},
}};

const Mark* mark_at(std::string_view text, std::size_t at) {
  for (const Mark& mark : marks) {
    if (text.substr(at, mark.text.size()) == mark.text) return &mark;
  }
  return nullptr;
}

struct Piece {
  base::Span at;
  const Mark* mark = nullptr;  // null: words
};

bool letters_or_digits(base::Span at, std::string_view text) {
  return has_letter_or_digit(at.of(text));
}

std::vector<Piece> pieces_of(base::Span at, std::string_view text) {
  std::vector<Piece> out;
  std::uint32_t begin = at.begin;
  auto words_until = [&](std::uint32_t end) {
    base::Span words = trimmed(base::Span{begin, end}, text);
    if (words.empty()) return;
    if (!letters_or_digits(words, text) && !out.empty()) return;  // a comma or dash between options
    out.push_back({words, nullptr});
  };
  for (std::uint32_t i = at.begin; i < at.end;) {
    const Mark* mark = mark_at(text.substr(0, at.end), i);
    if (mark == nullptr) {
      ++i;
      continue;
    }
    words_until(i);
    auto size = static_cast<std::uint32_t>(mark->text.size());
    out.push_back({{i, i + size}, mark});
    i += size;
    begin = i;
  }
  words_until(at.end);
  return out;
}

// "Child seen alone Yes" before a mark: the last word is the option, the rest asks.
base::Span answer_at_end(base::Span words, std::string_view text, const Cues& cues) {
  std::uint32_t begin = words.end;
  while (begin > words.begin && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != ':') --begin;
  base::Span last{begin, words.end};
  return cues.yes_or_no(last.of(text)) ? last : base::Span{words.end, words.end};
}

// "Yes/No", "Y / N", "Yes No", "Yes/No/N/A": alternatives of which none was struck out.
bool read_alternatives(base::Span at, std::string_view text, Ticks& out) {
  static constexpr std::array<std::string_view, 14> forms = {
      "Yes/No",   "Yes / No", "YES/NO", "Y/N",        "Y / N",          "yes/no",           "Yes No",
      "YES / NO", "yes / no", "Yes/no", "Yes/No/N/A", "Yes / No / N/A", "Yes/No/Not known", "Yes | No"};
  std::string_view value = at.of(text);
  bool found = std::find(forms.begin(), forms.end(), value) != forms.end();
  static constexpr std::string_view advice = "(delete as ";
  std::size_t bracket = value.find(advice);
  if (!found && bracket != std::string_view::npos && bracket > 0) {
    std::string_view head = trimmed(value.substr(0, bracket));
    found = std::find(forms.begin(), forms.end(), head) != forms.end();
    if (found) value = head;
  }
  if (!found) return false;
  auto option = [&](std::size_t begin, std::size_t end) {
    base::Span span = trimmed(
        base::Span{at.begin + static_cast<std::uint32_t>(begin), at.begin + static_cast<std::uint32_t>(end)}, text);
    out.options.push_back({span, span, false});
  };
  std::size_t cut = value.find_first_of("/| ");
  std::size_t next = value.find_first_not_of("/| ", cut);
  option(0, cut);
  std::size_t third = value.find('/', next);
  option(next, third == std::string_view::npos ? value.size() : third);
  if (third != std::string_view::npos) option(third + 1, value.size());
  return true;
}

}  // namespace

bool Ticks::any_ticked() const {
  return std::any_of(options.begin(), options.end(), [](const Option& option) { return option.ticked; });
}

bool has_mark(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    if ((byte == 0xE2 || byte == 0xEF || text[i] == '[' || text[i] == '(') && mark_at(text, i) != nullptr) return true;
  }
  return false;
}

int lone_mark(std::string_view text) {
  text = trimmed(text);
  if (text == "x" || text == "X") return 1;
  const Mark* mark = text.empty() ? nullptr : mark_at(text, 0);
  return mark == nullptr || mark->text.size() != text.size() ? -1 : (mark->ticked ? 1 : 0);
}

Ticks read_ticks(base::Span at, std::string_view text, const Cues& cues, bool label_known) {
  Ticks out;
  at = trimmed(at, text);
  out.label = {at.begin, at.begin};
  out.rest = {at.end, at.end};
  if (!has_mark(at.of(text))) {
    read_alternatives(at, text, out);
    return out;
  }
  std::vector<Piece> pieces = pieces_of(at, text);
  std::size_t first = 0;
  std::size_t mark_count = 0;
  for (const Piece& piece : pieces) mark_count += piece.mark != nullptr ? 1 : 0;
  bool follow = pieces.front().mark == nullptr;  // marks stand after their words
  if (follow) {
    base::Span head = pieces.front().at;
    // A label ends at the last colon or question mark before the first mark.
    std::size_t cut = head.of(text).find_last_of(":?");
    if (!label_known && cut != std::string_view::npos) {
      base::Span label{head.begin, head.begin + static_cast<std::uint32_t>(cut) + 1};
      base::Span tail = trimmed(base::Span{label.end, head.end}, text);
      out.label = label;
      if (tail.empty()) {
        first = 1;
        follow = false;
      } else {
        pieces.front().at = tail;
        follow = true;
      }
    } else {
      base::Span answer = answer_at_end(head, text, cues);
      if (!answer.empty() && answer.begin > head.begin && !label_known) {
        out.label = trimmed(base::Span{head.begin, answer.begin}, text);
        pieces.front().at = answer;
      } else if (answer.empty() && !label_known && (mark_count == 1 || pieces.back().mark == nullptr)) {
        out.label = head;  // "Consent given ☑", "Seen alone ☐ Yes ☒ No"
        first = 1;
        follow = false;
      } else if (answer.empty() && label_known && mark_count == 1 && pieces.size() == 2) {
        follow = true;
      }
    }
  }
  if (follow) {
    for (std::size_t i = first; i < pieces.size(); ++i) {
      const Piece& piece = pieces[i];
      bool marked = i + 1 < pieces.size() && pieces[i + 1].mark != nullptr;
      if (piece.mark == nullptr && marked) {
        out.options.push_back({base::join(piece.at, pieces[i + 1].at), piece.at, pieces[i + 1].mark->ticked});
        ++i;
      } else if (piece.mark != nullptr) {
        out.options.push_back({piece.at, {piece.at.end, piece.at.end}, piece.mark->ticked});
      } else {
        out.rest = {piece.at.begin, at.end};
      }
    }
    return out;
  }
  for (std::size_t i = first; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.mark == nullptr) {
      out.rest = {piece.at.begin, at.end};
      break;
    }
    bool named = i + 1 < pieces.size() && pieces[i + 1].mark == nullptr;
    base::Span words = named ? pieces[i + 1].at : base::Span{piece.at.end, piece.at.end};
    out.options.push_back({named ? base::join(piece.at, words) : piece.at, words, piece.mark->ticked});
    if (named) ++i;
  }
  return out;
}

}  // namespace form
