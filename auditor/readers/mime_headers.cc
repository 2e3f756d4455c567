#include "readers/mime_headers.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "readers/encoding.h"
#include "readers/mime_body.h"

namespace readers::mime {
namespace {

constexpr std::size_t most_fields = 2'000;
constexpr std::size_t most_pieces = 200;  // continuations of one parameter

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// The line at the front, without its end, and `rest` behind it.
std::string_view next_line(std::string_view& rest) {
  std::size_t end = rest.find_first_of("\r\n");
  std::string_view line = rest.substr(0, end);
  if (end == std::string_view::npos) {
    rest = {};
  } else {
    rest.remove_prefix(rest.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
  return line;
}

bool is_field_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

// One "name=value" of a field, quotes taken off.
struct Attribute {
  std::string name;
  std::string value;
};

std::vector<Attribute> attributes_of(std::string_view field) {
  std::vector<Attribute> found;
  std::size_t at = field.find(';');
  while (at < field.size() && found.size() < most_pieces) {
    const std::size_t equals = field.find_first_of("=;", at + 1);
    if (equals == std::string_view::npos) break;
    if (field[equals] == ';') {
      at = equals;
      continue;
    }
    Attribute one;
    one.name = lower(base::trimmed(field.substr(at + 1, equals - at - 1)));
    std::size_t from = field.find_first_not_of(" \t", equals + 1);
    if (from != std::string_view::npos && field[from] == '"') {
      for (++from; from < field.size() && field[from] != '"'; ++from) {
        if (field[from] == '\\' && from + 1 < field.size()) ++from;
        one.value += field[from];
      }
      at = field.find(';', std::min(from, field.size()));
    } else {
      at = field.find(';', equals);
      one.value = base::trimmed(field.substr(equals + 1, at == std::string_view::npos ? at : at - equals - 1));
    }
    found.push_back(std::move(one));
  }
  return found;
}

std::string without_percents(std::string_view text) {
  std::string quoted(text);
  std::replace(quoted.begin(), quoted.end(), '=', ' ');
  std::replace(quoted.begin(), quoted.end(), '%', '=');
  return from_quoted_printable(quoted);
}

// An encoded word "=?charset?b?text?=" at the front.
struct EncodedWord {
  std::size_t size = 0;  // with its marks; 0 where there is none
  std::string charset;
  std::string bytes;
};

EncodedWord encoded_word(std::string_view text) {
  EncodedWord word;
  if (!text.starts_with("=?")) return word;
  const std::size_t charset = text.find('?', 2);
  if (charset == std::string_view::npos || charset + 2 >= text.size() || text[charset + 2] != '?') return word;
  const char encoding = static_cast<char>(text[charset + 1] | 0x20);
  // A word is at most 75 characters long; longer ones are met.
  const std::size_t end = text.substr(0, 2'000).find("?=", charset + 3);
  if (end == std::string_view::npos || (encoding != 'b' && encoding != 'q')) return word;
  std::string content(text.substr(charset + 3, end - charset - 3));
  word.charset = lower(text.substr(2, charset - 2));
  word.charset.resize(std::min(word.charset.size(), word.charset.find('*')));  // a language may follow
  if (encoding == 'q') std::replace(content.begin(), content.end(), '_', ' ');
  word.bytes = encoding == 'b' ? from_base64(content) : from_quoted_printable(content);
  word.size = end + 2;
  return word;
}

}  // namespace

Headers Headers::take(std::string_view& entity) {
  Headers headers;
  while (!entity.empty()) {
    std::string_view rest = entity;
    std::string_view line = next_line(rest);
    if (line.empty()) {
      entity = rest;
      break;
    }
    const std::size_t colon = line.find(':');
    const bool folded = line.front() == ' ' || line.front() == '\t';
    if (folded && !headers.fields_.empty()) {
      headers.fields_.back().second += ' ';
      headers.fields_.back().second += base::trimmed(line);
    } else if (colon != std::string_view::npos && is_field_name(base::trimmed(line.substr(0, colon)))) {
      if (headers.fields_.size() == most_fields) break;
      headers.fields_.emplace_back(lower(base::trimmed(line.substr(0, colon))), base::trimmed(line.substr(colon + 1)));
    } else if (!headers.fields_.empty() || !line.starts_with("From ")) {  // an mbox begins with a line "From ..."
      break;
    }
    entity = rest;
  }
  return headers;
}

std::string_view Headers::field(std::string_view name) const {
  for (const auto& [key, value] : fields_) {
    if (key == name) return value;
  }
  return {};
}

std::string media_type(std::string_view field) {
  return lower(base::trimmed(field.substr(0, field.find_first_of("; \t"))));
}

std::string parameter(std::string_view field, std::string_view name) {
  std::map<std::size_t, std::string> pieces;
  std::string charset;
  for (const Attribute& one : attributes_of(field)) {
    if (one.name == name) return readable(one.value);
    if (!one.name.starts_with(name) || one.name.size() == name.size() || one.name[name.size()] != '*') continue;
    std::string_view mark = std::string_view(one.name).substr(name.size() + 1);
    std::size_t place = 0;
    for (; !mark.empty() && mark[0] >= '0' && mark[0] <= '9' && place < most_pieces; mark.remove_prefix(1)) {
      place = place * 10 + static_cast<std::size_t>(mark[0] - '0');
    }
    const bool encoded = mark == "*" || one.name.size() == name.size() + 1;
    std::string_view value = one.value;
    const std::size_t language = value.find('\'');
    const std::size_t text = language == std::string_view::npos ? language : value.find('\'', language + 1);
    if (encoded && place == 0 && text != std::string_view::npos) {
      charset = lower(value.substr(0, language));
      value.remove_prefix(text + 1);
    }
    pieces[place] = encoded ? without_percents(value) : std::string(value);
  }
  std::string joined;
  for (const auto& [place, piece] : pieces) joined += piece;
  return to_utf8(joined, Declares::nothing, charset).text;
}

std::string readable(std::string_view field) {
  std::string out;
  std::string plain;   // not yet decoded: mail in one of the old encodings has bytes as they are in its headers
  EncodedWord joined;  // characters may be cut between words, which are joined before they are decoded
  auto end_words = [&] {
    if (joined.size > 0) out += to_utf8(joined.bytes, Declares::nothing, joined.charset).text;
    joined = {};
  };
  auto end_plain = [&] {
    out += to_utf8(plain, Declares::nothing).text;
    plain.clear();
  };
  for (std::size_t at = 0; at < field.size();) {
    EncodedWord word = encoded_word(field.substr(at));
    if (word.size == 0) {
      plain += field[at++];
      continue;
    }
    const bool goes_on = joined.size > 0 && base::trimmed(plain).empty();  // blanks between words are none
    at += word.size;
    if (goes_on && word.charset == joined.charset) {
      joined.bytes += word.bytes;
      plain.clear();
      continue;
    }
    end_words();
    if (goes_on) plain.clear();
    end_plain();
    joined = std::move(word);
  }
  end_words();
  end_plain();
  return out;
}

}  // namespace readers::mime
