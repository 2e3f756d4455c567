#include "lexicon/plain_term.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"

namespace {

using namespace lexicon;

// Slots with their symbols, as the draft of a plain term has them.
std::string told(const TermDraft& draft) {
  std::string out = draft.at_start ? "^" : "";
  for (const Slot& slot : draft.slots) {
    out += " " + std::to_string(static_cast<int>(slot.kind)) + (slot.optional ? "?" : "") +
           std::to_string(slot.longest) + "{" + std::to_string(slot.concept_id) + "}";
    for (std::uint32_t i = slot.begin; i < slot.end; ++i) out += "," + std::to_string(draft.symbols[i]);
  }
  return out;
}

struct Language {
  Vocabulary vocabulary;
  Register concepts;

  Language() { concepts.entry("person"); }

  // "-" where it isn't plain.
  std::string plain(std::string_view term) {
    TermDraft draft;
    return read_plain(term, vocabulary, concepts, draft) ? told(draft) : "-";
  }

  // As parse_term() reads it; "-" where it can't, and each reading where there are several.
  std::string parsed(std::string_view term) {
    const auto specs = parse_term(term);
    if (!specs) return "-";
    std::string out;
    for (const TermSpec& spec : specs.value()) {
      TermDraft draft;
      draft.at_start = spec.at_start;
      for (const SlotSpec& written : spec.slots) {
        for (const SlotWord& word : written.words)
          vocabulary.add_symbols(word.text, lexicon::hash_of(word.text), word.kind, draft.symbols);
        Slot slot;
        slot.kind = written.kind;
        slot.optional = written.optional;
        slot.longest = written.longest;
        slot.concept_id = written.name.empty() ? ConceptId{0} : concepts.find(written.name);
        draft.close(slot);
      }
      out += told(draft);
    }
    return out;
  }
};

// What stands in <terms>, <headings> and <labels>, however deep.
void gather(const base::xml::Element& element, std::vector<std::string>& out) {
  if (element.name == "terms" || element.name == "headings" || element.name == "labels") {
    std::string term;
    for (char c : element.text + ";") {
      if (c != ';' && c != '\n') {
        term += c;
        continue;
      }
      term = base::on_one_line(term);
      if (!term.empty()) out.push_back(term);
      term.clear();
    }
  }
  for (const base::xml::Element& child : element.children) gather(child, out);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_plain_term)

BOOST_AUTO_TEST_CASE(plain_terms_are_read_as_others_are) {
  Language language;
  for (const char* term :
       {"keep~ him|her safe", "a? b", "say~|tell~ worr*", "^ seen", "^ not ...2 seen", "is ... two", "a ...12 b",
        "he 's|was", "do n't|not", "n't", "# years", "{person}", "{person}? says", "_ said", "says _?", "47|48 high"}) {
    BOOST_TEST(language.plain(term) != "-", term);
    BOOST_TEST(language.plain(term) == language.parsed(term), term);
  }
}

BOOST_AUTO_TEST_CASE(others_are_left) {
  Language language;
  for (const char* term :
       {"",     "^",          "a?",         "... a",     "a ...", "^ ... a",   "a ...13 b", "a ...x b",
        "_",    "step-dad a", "Mum",        "a|",        "|a",    "a||b",      "a~~",       "~",
        "a*b",  "a ^ b",      "{nobody} a", "{person a", "{}",    "mum's",     "dont|n't",  "i|47 dont|48",
        "a47",  "47*",        "a  b",       "'",         "'sss",  "caf\u00E9", "a&b",       "a? ...2 b",
        "a b ", "a?? b",      "?",          "#|a b"}) {
    if (language.plain(term) == "-") continue;
    BOOST_TEST(language.plain(term) == language.parsed(term), term);
  }
  BOOST_TEST(language.plain("dont|n't know") == "-");  // "do nt", which the scanner of texts makes of it
  BOOST_TEST(language.plain("dont know") != "-");
  std::string longest = "a";
  for (int i = 1; i < 100; ++i) longest += " a";
  BOOST_TEST(language.plain(longest) != "-");
  BOOST_TEST(language.plain(longest + " a") == "-");
  BOOST_TEST(language.plain("^ " + longest) == "-");
}

BOOST_AUTO_TEST_CASE(all_terms_of_the_lexicons_are_read_alike) {
  Language language;
  std::vector<std::string> terms;
  for (const auto& entry : std::filesystem::directory_iterator(AUDITOR_SOURCE_DIR "/checklists/lexicon")) {
    const std::string file = entry.path().string();
    const base::xml::Element root = base::xml::load(base::read_file(file, 1u << 24).value(), file).value();
    for (const base::xml::Element& element : root.children) {
      if (element.name == "concept") language.concepts.entry(std::string(element.attribute("name")));
    }
    gather(root, terms);
  }
  std::size_t plain = 0;
  for (const std::string& term : terms) {
    const std::string read = language.plain(term);
    if (read == "-") continue;
    ++plain;
    if (read != language.parsed(term)) BOOST_TEST(read == language.parsed(term), term);
  }
  BOOST_TEST(terms.size() > 20'000u);
  BOOST_TEST(10 * plain > 9 * terms.size());
}

BOOST_AUTO_TEST_SUITE_END()
