// What a second reading does to an answer of the rules: moves it, says so, orders and adds quotes.
#include "evaluation/second_reading.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "base/xml.h"
#include "checklist/checklist.h"
#include "evaluation/analysed.h"
#include "evaluation/answer.h"
#include "readers/format.h"

namespace {

using evaluation::Answer;
using evaluation::Rating;

const checklist::Checklist& words() {
  static const checklist::Checklist loaded =
      std::move(checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml")).value();
  return loaded;
}

// A model of CV2 alone that expects some `points` whatever the rules say and finds what the child says likely.
checklist::Likeness expecting(double points, const std::string& weighs = "CV2") {
  // The two places on the score from which a rating is likely partly and met: far below nought for a sure one.
  const auto odds = [](double chance) {
    return std::to_string(std::clamp(-std::log(chance / (1 - chance)), -9.0, 9.0));
  };
  const std::string places = odds(std::min(points, 1.0)) + " " + odds(std::max(points - 1, 0.0));
  std::string xml = "<second-reading items=\"CV2\" weighs=\"" + weighs +
                    "\" partly-from=\"0.8\" met-from=\"1.5\" unsure-within=\"0.2\">"
                    "<weighing of=\"CV2\">0 0 0 0 0 0 0 0 0 0 0 0 " +
                    places +
                    "</weighing>"
                    "<order of=\"likeness\">4</order><order of=\"quoted\">1</order>"
                    "<aspects step=\"1\">0</aspects><likeness of=\"CV2\">-6 1</likeness>"
                    "<strength of=\"CV2\">-6 1</strength><preference of=\"CV2\">-6 1</preference>"
                    // Six steps, and seven.
                    "<weights of=\"source child\">e</weights><weights of=\"is general\">f</weights></second-reading>";
  return std::move(checklist::Likeness::read(base::xml::load(xml, "m").value(), "m", words().lexicon, {"CV2"})).value();
}

Answer weighed(const std::string& text, const checklist::Likeness& model, Rating by_rules,
               const std::string& quote = "") {
  document::Document document = std::move(readers::read_text(text, "t.txt")).value();
  evaluation::Analysed analysed(document, words());
  const checklist::Record record = analysed.record();
  Answer answer;
  answer.item = "CV2";
  answer.rating = by_rules;
  answer.reason = "as the rules say";
  if (!quote.empty()) {
    auto begin = static_cast<std::uint32_t>(document.text.find(quote));
    base::Span at{begin, begin + static_cast<std::uint32_t>(quote.size())};
    answer.evidence.push_back({at, quote, evaluation::place_of(record, at)});
  }
  checklist::Item item;
  item.id = "CV2";
  item.absent = "Nothing.";
  const evaluation::SecondReading second(record, model, {answer});
  second.weigh(item, answer);
  return answer;
}

// A record long enough to be moved: what is told of the rooms is likely to nobody.
std::string record_of(const std::string& views) {
  std::string out = "Child: Tom Reed\n\n## Child's views\n" + views + "\n\n## Home\n";
  for (int room = 1; room <= 45; ++room) out += "Room " + std::to_string(room) + " has a window. ";
  return out + "\n";
}

const char* const views = "Tom told me that he hates the noise. The flat is on the third floor.";
const std::string note = record_of(views);

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_second_reading)

BOOST_AUTO_TEST_CASE(rating_rises_with_the_likeliest_quote) {
  Answer answer = weighed(note, expecting(0.95), Rating::not_met);
  BOOST_TEST((answer.rating == Rating::partly));
  BOOST_REQUIRE(!answer.evidence.empty());
  BOOST_TEST(answer.evidence.front().quote == "Tom told me that he hates the noise.");
  BOOST_TEST(answer.unsure == "the rules say not met, a second reading says more");
  Answer surer = weighed(note, expecting(1.15), Rating::not_met);
  BOOST_TEST((surer.rating == Rating::partly));
  BOOST_TEST(surer.unsure == "");
  BOOST_TEST((weighed(note, expecting(2), Rating::not_met).rating == Rating::met));
}

BOOST_AUTO_TEST_CASE(rating_falls) {
  Answer met = weighed(note, expecting(1.35), Rating::met, "The flat is on the third floor.");
  BOOST_TEST((met.rating == Rating::partly));
  BOOST_TEST(!met.unsure.empty());
  Answer partly = weighed(note, expecting(0), Rating::partly, "The flat is on the third floor.");
  BOOST_TEST((partly.rating == Rating::not_met));
  BOOST_TEST(partly.evidence.empty());
  BOOST_TEST(partly.reason == "Nothing.");
  BOOST_TEST(std::any_of(partly.near_misses.begin(), partly.near_misses.end(), [](const evaluation::NearMiss& miss) {
    return miss.quote == "The flat is on the third floor.";
  }));
}

BOOST_AUTO_TEST_CASE(rating_stays_where_it_fits_and_where_it_may_not_move) {
  BOOST_TEST((weighed(note, expecting(0.75), Rating::not_met).rating == Rating::not_met));
  BOOST_TEST((weighed(note, expecting(1.55), Rating::met).rating == Rating::met));
  BOOST_TEST((weighed(note, expecting(2, ""), Rating::not_met).rating == Rating::not_met));
  BOOST_TEST((weighed(note, expecting(0), Rating::not_applicable).rating == Rating::not_applicable));
}

BOOST_AUTO_TEST_CASE(rating_of_a_short_note_stays) {
  const std::string text = std::string("Child: Tom Reed\n\n## Child's views\n") + views + "\n";
  BOOST_TEST((weighed(text, expecting(2), Rating::not_met).rating == Rating::not_met));
  BOOST_TEST((weighed(text, expecting(0), Rating::met, "The flat is on the third floor.").rating == Rating::met));
}

// A norm looks likelier to this model than anything; it lifts nothing.
BOOST_AUTO_TEST_CASE(norms_lift_no_rating) {
  Answer answer = weighed(record_of("Children should always be listened to."), expecting(2), Rating::not_met);
  BOOST_TEST((answer.rating == Rating::not_met));
  BOOST_TEST(answer.evidence.empty());
}

// A form pasted as running text: the next heading's number is no answer, but a number of something is.
BOOST_AUTO_TEST_CASE(the_number_of_the_next_heading_lifts_no_rating) {
  const auto rated = [](const std::string& views) {
    return weighed(record_of(views), expecting(2), Rating::not_met).rating;
  };
  BOOST_TEST((rated("Tom told me that he hates: 2. KEY DATES") == Rating::not_met));
  BOOST_TEST((rated("Tom told me that he hates: 12.") == Rating::not_met));
  BOOST_TEST((rated("Tom told me that he hates: 2. the noise") == Rating::met));
  BOOST_TEST((rated("Tom told me that he hates: 2 of them") == Rating::met));
}

BOOST_AUTO_TEST_CASE(likely_quotes_come_first_and_join_the_rules_quotes) {
  Answer answer = weighed(note, expecting(1), Rating::partly, "The flat is on the third floor.");
  BOOST_TEST((answer.rating == Rating::partly));
  BOOST_REQUIRE_EQUAL(answer.evidence.size(), 2u);
  BOOST_TEST(answer.evidence.front().quote == "Tom told me that he hates the noise.");
}

// Of what no rule took, the likelier place stands first, before a near miss of the rules.
BOOST_AUTO_TEST_CASE(places_worth_a_look_stand_in_the_order_of_their_rank) {
  Answer answer = weighed(note, expecting(0), Rating::not_met);
  BOOST_REQUIRE(!answer.near_misses.empty());
  BOOST_TEST(answer.near_misses.front().quote == "Tom told me that he hates the noise.");
  BOOST_TEST(answer.near_misses.front().reason == "worth a look: no rule takes it");
}

BOOST_AUTO_TEST_SUITE_END()
