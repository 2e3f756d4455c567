#include "language/clauses.h"

#include "record.h"

namespace {

// Each finite clause as "subject > verb", marked with how it is joined: c told, r relative, s subordinate, i condition.
std::string clauses_of(const std::string& text) {
  const lexicon::Scan scan = language_tests::shipped_lexicon().scan(text);
  const language::Vocabulary vocabulary(language_tests::shipped_lexicon());
  language::Words words(text, scan, vocabulary);
  const std::vector<bool> nobody(words.size(), false);
  words.tag(0, words.size(), nobody, nobody);
  std::string out;
  for (const language::Group& group : language::groups_of(words, 0, words.size())) {
    if (!group.finite) continue;
    out += out.empty() ? "" : " | ";
    constexpr std::string_view kJoints = "mcrsi";
    const char joint = kJoints[static_cast<std::size_t>(group.intro)];
    if (joint != 'm') out += std::string(1, joint) + ": ";
    if (!group.subject.empty()) {
      const base::Span at = {scan.tokens[group.subject.first].at.begin, scan.tokens[group.subject.last].at.end};
      out += std::string(at.of(text)) + " > ";
    }
    const base::Span at = {scan.tokens[group.at.first].at.begin, scan.tokens[group.at.last].at.end};
    out += std::string(group.inverted ? words.text_of(group.verb) : at.of(text)) +
           (group.negation != language::npos ? " not" : "");
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(clauses)

BOOST_AUTO_TEST_CASE(subjects_verbs_and_joints) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Sam was not seen alone.", "Sam > was not seen not"},
      {"Mum says he won't eat.", "Mum > says | c: he > won't eat not"},
      {"She told me that in the night she can hear things.", "She > told | c: she > can hear"},
      {"In the car you said Dad never comes.", "you > said | c: Dad > comes not"},
      {"Sam, asked whether he is hungry, shook his head.", "c: he > is | Sam > shook"},
      {"The man who rang was drunk.", "The man > was drunk | r: The man > rang"},
      {"If he comes back she will ring the police.", "i: he > comes | she > will ring"},
      {"Should Mum be ill, Nan has him.", "i: Mum > be | Nan > has"},
      {"He came in and hit her.", "He > came | He > hit"},
      {"No issues identified.", "No issues > identified"},
      {"Nobody at the school doubts that he tries.", "Nobody at the school > doubts | c: he > tries"},
      {"School have not raised any worries.", "School > have not raised not"},
      {"He cried because the dog died.", "He > cried | s: the dog > died"},
      {"She would like to go to Nan's.", "She > would like"},
  };
  for (const auto& [text, expected] : cases) {
    const std::string got = clauses_of(text);
    const auto sorted = [](const std::string& line) {
      auto parts = language_tests::parted(line, '|');
      std::sort(parts.begin(), parts.end());
      return parts;
    };
    BOOST_TEST((sorted(got) == sorted(expected)), text << " is read as " << got << ", not " << expected);
  }
}

BOOST_AUTO_TEST_CASE(no_text_breaks_the_reading) {
  for (const char* text : {"", ".", "?", "and", "to", "not", "who", "'s", "was", "that that that", "Should", "((((",
                           ", , ,", "\" \" \"", "said", "if if if if", "to to to be be", "School did not attend"}) {
    clauses_of(text);
    const language_tests::Record record = language_tests::cast_record("prose", "", std::string("x ") + text);
    BOOST_TEST(record.annotations.sentences.size() <= 2U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
