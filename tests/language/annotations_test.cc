// Look-ups by place give what a look at everything would.
#include "language/annotations.h"

#include "record.h"

namespace {

using language_tests::cast_record;
using language_tests::Record;

const Record& record() {
  static const Record made = cast_record(
      "prose", "",
      "Sam was seen on 4 May 2019 and 5 May 2019. Dana rang on 12/05/2019. He was fine! Joan Frost will visit on "
      "20 May 2019, Carol Bell on 21 May 2019. Nobody else is known.");
  return made;
}

// Places that begin and end anywhere in the record.
template <typename Use>
void each_place(Use use) {
  const auto size = static_cast<std::uint32_t>(record().document.text.size());
  for (std::uint32_t begin = 0; begin <= size; ++begin) {
    for (std::uint32_t end = begin; end <= size; end += 3) use(base::Span{begin, end});
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(annotations)

BOOST_AUTO_TEST_CASE(dates_in_a_place) {
  const language::Annotations& found = record().annotations;
  BOOST_REQUIRE(found.dates.size() == 5u);
  std::size_t differing = 0;
  each_place([&](base::Span at) {
    std::vector<base::Span> all, looked_up;
    for (const language::Date& date : found.dates) {
      if (at.contains(date.at)) all.push_back(date.at);
    }
    for (const language::Date& date : found.dates_in(at)) looked_up.push_back(date.at);
    differing += all == looked_up ? 0u : 1u;
  });
  BOOST_TEST(differing == 0u);
}

BOOST_AUTO_TEST_CASE(sentences_over_a_place) {
  const language::Annotations& found = record().annotations;
  BOOST_REQUIRE(found.sentences.size() >= 5u);
  std::size_t differing = 0;
  each_place([&](base::Span at) {
    std::vector<base::Span> all, looked_up;
    for (const language::Sentence& sentence : found.sentences) {
      if (sentence.at.overlaps(at)) all.push_back(sentence.at);
    }
    for (const language::Sentence& sentence : found.sentences_over(at)) looked_up.push_back(sentence.at);
    differing += all == looked_up ? 0u : 1u;
  });
  BOOST_TEST(differing == 0u);
}

BOOST_AUTO_TEST_CASE(concepts_of_a_statement_are_traced) {
  const language::Annotations& found = record().annotations;
  BOOST_REQUIRE(!found.statements.empty());
  for (const language::Statement& s : found.statements) {
    const base::Span at = s.main ? found.sentences[s.sentence].at : s.at;
    for (const lexicon::Hit& hit : found.scan.within(at)) {
      lexicon::Trace one;
      one.add(hit.concept_id);
      BOOST_TEST(s.concepts.may_meet(one));
    }
    BOOST_TEST(!s.concepts.may_meet(lexicon::Trace()));
  }
}

BOOST_AUTO_TEST_SUITE_END()
