// Which words of a record are plain ones, and what their forms share.
#include "language/plain_words.h"

#include <boost/test/unit_test.hpp>

#include "record.h"

namespace {

std::string joined(const std::vector<std::string>& paragraphs) {
  document::Builder builder("test");
  for (const std::string& paragraph : paragraphs) builder.add(document::BlockKind::paragraph, paragraph);
  const language_tests::Record record(builder.take());
  std::string out;
  for (const std::string& word : language::plain_words(record.annotations, record.document.text))
    if (!word.empty()) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(language_plain_words)

BOOST_AUTO_TEST_CASE(forms_share_a_stem) {
  for (const char* form : {"walk", "walks", "walked", "walking"}) BOOST_TEST(language::word_stem(form) == "walk");
  for (const char* form : {"like", "likes", "liked", "liking"}) BOOST_TEST(language::word_stem(form) == "lik");
  for (const char* form : {"stop", "stopped", "stopping"}) BOOST_TEST(language::word_stem(form) == "stop");
  BOOST_TEST(language::word_stem("tell") == language::word_stem("telling"));
  BOOST_TEST(language::word_stem("worries") == "worry");
  BOOST_TEST(language::word_stem("is") == "is");  // too short to lose anything
  BOOST_TEST(language::word_stem("red") == "red");
}

BOOST_AUTO_TEST_CASE(names_are_no_plain_words) {
  BOOST_TEST(joined({"Name: Tom Reed", "Asked about school. Tom likes swimming in Leeds on Mondays."}) ==
             "nam ask about school lik swim in on");
}

BOOST_AUTO_TEST_SUITE_END()
