#include "lexicon/inflect.h"

#include <algorithm>
#include <string_view>

namespace lexicon {
namespace {

bool vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool ends(const std::string& word, std::string_view tail) {
  return word.size() >= tail.size() && std::string_view(word).substr(word.size() - tail.size()) == tail;
}

// One vowel before one final consonant that English may double: stop, visit, travel.
bool may_double(const std::string& word) {
  if (word.size() < 3) return false;
  char last = word.back();
  char middle = word[word.size() - 2];
  char before = word[word.size() - 3];
  return !vowel(last) && last != 'w' && last != 'x' && last != 'y' && vowel(middle) && !vowel(before);
}

std::string stem_y(const std::string& word, std::string_view tail) {
  return word.substr(0, word.size() - 1) + std::string(tail);
}

bool consonant_y(const std::string& word) {
  return word.size() > 1 && word.back() == 'y' && !vowel(word[word.size() - 2]);
}

std::vector<std::string> tidy(std::vector<std::string> forms) {
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace

std::vector<std::string> present_forms(const std::string& word) {
  std::vector<std::string> out = {word};
  if (word.empty()) return out;
  if (consonant_y(word)) {
    out.push_back(stem_y(word, "ies"));
  } else if (ends(word, "s") || ends(word, "x") || ends(word, "z") || ends(word, "ch") || ends(word, "sh") ||
             ends(word, "o")) {
    out.push_back(word + "es");
  } else {
    out.push_back(word + "s");
  }
  if (ends(word, "ie")) {
    out.push_back(word.substr(0, word.size() - 2) + "ying");
  } else if (ends(word, "e") && !ends(word, "ee") && !ends(word, "oe") && !ends(word, "ye")) {
    out.push_back(word.substr(0, word.size() - 1) + "ing");
  } else {
    out.push_back(word + "ing");
    if (may_double(word)) out.push_back(word + word.back() + "ing");
  }
  return tidy(std::move(out));
}

std::vector<std::string> regular_forms(const std::string& word) {
  std::vector<std::string> out = present_forms(word);
  if (word.empty()) return out;
  if (consonant_y(word)) {
    out.push_back(stem_y(word, "ied"));
  } else if (ends(word, "e")) {
    out.push_back(word + "d");
  } else {
    out.push_back(word + "ed");
    if (may_double(word)) out.push_back(word + word.back() + "ed");
  }
  return tidy(std::move(out));
}

}  // namespace lexicon
