#include "lexicon/cover.h"

#include <algorithm>
#include <cctype>

namespace lexicon {
namespace {

using Slots = std::vector<Reach::Slot>;
using Kind = SlotSpec::Kind;

constexpr std::size_t most_optional = 6;  // slots that may be left out, of which every choice is tried

bool has_prefix(const Reach::Slot& slot, const std::string& word) {
  return std::any_of(slot.prefixes.begin(), slot.prefixes.end(),
                     [&](const std::string& prefix) { return word.compare(0, prefix.size(), prefix) == 0; });
}

bool slot_covers(const Reach::Slot& general, const Reach::Slot& special) {
  if (general.kind == Kind::any) {
    if (special.kind == Kind::any) return true;
    // Numbers and marks are no words.
    auto lettered = [](const std::string& word) {
      auto first = static_cast<unsigned char>(word.front());
      return first >= 0x80 || std::isalpha(first) != 0;
    };
    return special.kind == Kind::words && std::all_of(special.words.begin(), special.words.end(), lettered) &&
           std::all_of(special.prefixes.begin(), special.prefixes.end(), lettered);
  }
  if (general.kind != special.kind) return false;
  if (general.kind == Kind::number) return true;
  if (general.kind == Kind::reference) return general.name == special.name;
  for (const std::string& word : special.words) {
    bool listed = std::binary_search(general.words.begin(), general.words.end(), word);
    if (!listed && !has_prefix(general, word)) return false;
  }
  return std::all_of(special.prefixes.begin(), special.prefixes.end(),
                     [&](const std::string& prefix) { return has_prefix(general, prefix); });
}

// Walks both rows of slots; `special` has no optional ones.
bool walk(const Slots& general, std::size_t g, const Slots& special, std::size_t s) {
  if (g == general.size()) return s == special.size();
  const Reach::Slot& slot = general[g];
  if (slot.optional && walk(general, g + 1, special, s)) return true;
  if (slot.kind == Kind::gap) {
    std::size_t passed = 0;
    while (true) {
      if (walk(general, g + 1, special, s)) return true;
      if (s == special.size() || special[s].kind == Kind::reference) return false;
      passed += special[s].kind == Kind::gap ? std::size_t{special[s].longest} : std::size_t{1};
      if (passed > slot.longest) return false;
      ++s;
    }
  }
  if (s == special.size() || special[s].kind == Kind::gap) return false;
  return slot_covers(slot, special[s]) && walk(general, g + 1, special, s + 1);
}

}  // namespace

Reach reach_of(const TermSpec& spec, const Vocabulary& vocabulary) {
  Reach out;
  out.at_start = spec.at_start;
  for (const SlotSpec& written : spec.slots) {
    Reach::Slot slot{written.kind, written.optional, written.longest, {}, {}, written.name};
    for (const SlotWord& word : written.words) {
      if (word.kind == SlotWord::Kind::prefix) {
        slot.prefixes.push_back(word.text);
      } else {
        std::vector<std::string> forms = vocabulary.forms_of(word);
        slot.words.insert(slot.words.end(), forms.begin(), forms.end());
      }
    }
    std::sort(slot.words.begin(), slot.words.end());
    out.slots.push_back(std::move(slot));
  }
  return out;
}

bool covers(const Reach& general, const Reach& special) {
  if (general.at_start && !special.at_start) return false;
  std::vector<std::size_t> optional;
  for (std::size_t i = 0; i < special.slots.size(); ++i) {
    if (special.slots[i].optional) optional.push_back(i);
  }
  if (optional.size() > most_optional) return false;
  for (std::size_t choice = 0; choice < (std::size_t{1} << optional.size()); ++choice) {
    Slots slots;
    for (std::size_t i = 0; i < special.slots.size(); ++i) {
      auto place = std::find(optional.begin(), optional.end(), i);
      bool left_out =
          place != optional.end() && ((choice >> static_cast<std::size_t>(place - optional.begin())) & 1u) != 0;
      if (!left_out) slots.push_back(special.slots[i]);
    }
    if (!walk(general.slots, 0, slots, 0)) return false;
  }
  return true;
}

}  // namespace lexicon
