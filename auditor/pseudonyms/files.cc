#include "pseudonyms/files.h"

#include <algorithm>

#include "base/utf8.h"
#include "lexicon/tokens.h"
#include "pseudonyms/vocabulary.h"

namespace pseudonyms {
namespace {

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0 || c == '\'';
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}
bool capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// Words of a file's name: "JackWILSON2021" is three of them.
std::vector<std::string> pieces_of(std::string_view name) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < name.size();) {
    std::size_t end = i + 1;
    if (letter(name[i])) {
      while (end < name.size() && letter(name[end]) &&
             !(capital(name[end]) && name[end - 1] >= 'a' && name[end - 1] <= 'z'))
        ++end;
    } else if (digit(name[i])) {
      while (end < name.size() && digit(name[end])) ++end;
    }
    out.emplace_back(name.substr(i, end - i));
    i = end;
  }
  return out;
}

class File {
 public:
  File(const Known* known, const Register& things) : known_(known), things_(things) {}

  std::string part(std::string_view name) const {
    const std::vector<std::string> pieces = pieces_of(name);
    std::string out, last_label;
    std::size_t gap = 0;  // where what stands behind the last label begins
    for (std::size_t i = 0; i < pieces.size();) {
      if (!letter(pieces[i][0])) {
        out += digit(pieces[i][0]) && pieces[i].size() > 4 ? "0" : pieces[i];
        ++i;
        continue;
      }
      // The name may go on: "jack-wilson", "WILSON Jack".
      Written written;
      std::size_t end = i, k = i;
      while (known_ != nullptr && k < pieces.size() && letter(pieces[k][0])) {
        const std::string word = lexicon::folded_word(pieces[k]);
        const bool known = knows(word) || (word.size() == 1 && capital(pieces[k][0]) &&
                                           (!written.words.empty() || next_known(pieces, k)));
        if (!known) break;
        written.words.push_back(word);
        end = ++k;
        while (k < pieces.size() && std::string_view(" -_.,").find(pieces[k][0]) != std::string_view::npos) ++k;
      }
      std::string label;
      if (end > i) {
        label = label_of(written);
      } else {
        end = i + 1;
        const std::string word = lexicon::folded_word(pieces[i]);
        if (known_ != nullptr && pieces[i].size() <= 3 && capital(pieces[i][0]) && !kept(word) &&
            known_->circle.has_initials(word)) {
          label = label_of({"", {word.substr(0, 1), word.substr(word.size() - 1)}, false});
        } else if (kept(word) || (word.size() == 1 && !capital(pieces[i][0]))) {
          out += pieces[i];
        } else {
          label = "x";
        }
      }
      if (!label.empty()) {
        if (label == last_label && gap <= out.size()) {
          out.resize(gap);
        } else {
          out += label;
        }
        last_label = label;
        gap = out.size();
      } else {
        last_label.clear();
      }
      i = end;
    }
    return out;
  }

 private:
  bool knows(const std::string& word) const {
    return known_->circle.knows(word) || (word.size() > 3 && !known_->circle.misspelt(word).empty());
  }
  bool next_known(const std::vector<std::string>& pieces, std::size_t k) const {
    for (++k; k < pieces.size() && !letter(pieces[k][0]); ++k) {
    }
    return k < pieces.size() && knows(lexicon::folded_word(pieces[k]));
  }
  // Ordinary words are no names in a path unless somebody of the record bears them.
  static bool kept(const std::string& word) {
    const Vocabulary& vocabulary = Vocabulary::get();
    if (vocabulary.kept(word)) return true;
    if (word.size() == 1) return false;  // an initial, perhaps
    return vocabulary.ordinary(word) && !(vocabulary.forename(word) && !vocabulary.everyday(word));
  }
  std::string label_of(const Written& written) const {
    const Meant meant = known_->circle.meant(written);
    if (meant.who) return known_->labels[*meant.who];
    if (!meant.family.empty()) return things_.family_label(meant.family);
    // "jack-lily": two people.
    if (written.words.size() < 2) return "x";
    std::string out;
    for (const std::string& word : written.words) {
      const std::string label = label_of({"", {word}, false});
      if (out.find(label) == std::string::npos) out += (out.empty() ? "" : " ") + label;
    }
    return out;
  }

  const Known* known_;
  const Register& things_;
};

}  // namespace

std::string renamed_path(std::string_view path, const Known* known, const Register& things) {
  const std::string whole = base::repaired_utf8(path);
  const File file(known, things);
  std::string out;
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    std::string part = whole.substr(at, end - at);
    std::string tail;  // an archive's mark, and the ending
    if (part.ends_with('!')) {
      tail = "!";
      part.pop_back();
    }
    const std::size_t stop = part.rfind('.');
    if (stop != std::string::npos && stop > 0 && part.size() - stop <= 6 && part.find(' ', stop) == std::string::npos) {
      tail = part.substr(stop) + tail;
      part.resize(stop);
    }
    out += file.part(part) + tail;
    if (end == whole.size()) break;
    out += '/';
    at = end + 1;
  }
  return out;
}

}  // namespace pseudonyms
