#include "batch/across.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <sstream>

#include "support/outcomes.h"

namespace {

struct Kept : evaluation::Sink {
  base::Status take(const evaluation::Outcome& outcome) override {
    outcomes.push_back(outcome);
    return base::Done{};
  }
  std::vector<evaluation::Outcome> outcomes;
};

// So many words that belong to `seed` alone.
std::string prose(const std::string& seed, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + seed + std::to_string(i);
  return out;
}

// A record whose text is one passage; every word counts.
evaluation::Outcome record(const std::string& path, const std::string& text, const std::string& child,
                           bool history = false) {
  evaluation::Outcome out;
  out.path = path;
  out.sha256 = path;
  out.children = {child};
  out.document.text = text;
  out.flags = {{"F1", {0, 1}, text.substr(0, 1), "left over"}, {"F5", {0, 1}, text.substr(0, 1), "late"}};
  evaluation::Passage passage{{0, static_cast<std::uint32_t>(text.size())}, "Home", history, {}};
  std::istringstream words(text);
  std::uint32_t begin = 0, ordinal = 0;
  for (std::string word; words >> word; begin += static_cast<std::uint32_t>(word.size()) + 1) {
    passage.words.push_back({static_cast<std::uint32_t>(std::hash<std::string>()(word)), begin, ordinal++});
  }
  out.passages = {passage};
  return out;
}

std::vector<evaluation::Outcome> compared(const std::vector<evaluation::Outcome>& records, bool keep_text = true) {
  Kept kept;
  auto across = batch::Across::create(std::filesystem::temp_directory_path().string(), kept, keep_text);
  BOOST_REQUIRE(across.ok());
  for (const auto& outcome : records) BOOST_REQUIRE(across.value().take(outcome).ok());
  BOOST_TEST(kept.outcomes.empty());
  BOOST_REQUIRE(across.value().finish().ok());
  return kept.outcomes;
}

std::string raised(const evaluation::Outcome& outcome) {
  std::string out;
  for (const auto& flag : outcome.flags) {
    if (flag.id == "F4") out += (out.empty() ? "" : "; ") + flag.reason;
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_across)

BOOST_AUTO_TEST_CASE(copied_passage_is_raised_in_both_and_names_its_twin) {
  std::string copy = prose("copy", 45);
  auto out = compared({record("a.txt", "own " + copy, "Tom Reed"), record("b.txt", prose("b", 90), "Mia Holt"),
                       record("c.txt", copy + " " + prose("c", 9), "Kian Lund")});
  BOOST_REQUIRE(out.size() == 3u);
  BOOST_TEST(raised(out[0]) == "45 words stand again in c.txt, under \u201CHome\u201D");
  BOOST_TEST(raised(out[1]) == "");
  BOOST_TEST(raised(out[2]) == "45 words stand again in a.txt, under \u201CHome\u201D");
  BOOST_REQUIRE(out[0].flags.size() == 3u);
  const evaluation::Flag& flag = out[0].flags[1];  // between F1 and F5
  BOOST_TEST(flag.id == "F4");
  BOOST_TEST(flag.quote == flag.at.of(out[0].document.text));
  BOOST_TEST(flag.quote.ends_with("copy44"));
  BOOST_TEST(flag.twin == "c.txt");
}

BOOST_AUTO_TEST_CASE(notice_stays_before_what_comparing_raises) {
  std::string copy = prose("copy", 45);
  auto one = record("a.txt", copy, "Tom Reed");
  one.flags.insert(one.flags.begin(), {"F9", {0, 1}, copy.substr(0, 1), "danger", {}, true});
  auto out = compared({one, record("b.txt", copy, "Mia Holt")});
  std::string ids;
  for (const auto& flag : out[0].flags) ids += flag.id;
  BOOST_TEST(ids == "F9F1F4F5");
  BOOST_TEST(out[0].flags[0].first);
}

BOOST_AUTO_TEST_CASE(thirty_nine_words_are_not_enough) {
  std::string copy = prose("copy", 39);
  auto out = compared({record("a.txt", copy + " " + prose("a", 20), "Tom Reed"), record("b.txt", copy, "Mia Holt")});
  BOOST_TEST(raised(out[0]) + raised(out[1]) == "");
}

BOOST_AUTO_TEST_CASE(brothers_and_sisters_share_their_history) {
  std::string copy = prose("copy", 60);
  auto history = [&](const std::string& path, const std::string& child) { return record(path, copy, child, true); };
  BOOST_TEST(raised(compared({history("a.txt", "Tom Reed"), history("b.txt", "Mia Reed")})[0]) == "");
  BOOST_TEST(raised(compared({history("a.txt", "Tom Reed"), history("b.txt", "Mia Holt")})[0]) != "");
}

BOOST_AUTO_TEST_CASE(same_file_is_told_once) {
  auto twin = record("b.txt", prose("copy", 60), "Tom Reed");
  twin.sha256 = "a.txt";
  auto out = compared({record("a.txt", prose("copy", 60), "Tom Reed"), twin});
  BOOST_TEST(raised(out[0]) == "the whole file is the same as b.txt");
}

BOOST_AUTO_TEST_CASE(outcomes_come_whole_and_in_order) {
  auto out = compared({support::full_outcome(), support::refused_outcome()}, false);
  BOOST_REQUIRE(out.size() == 2u);
  BOOST_TEST(out[0].path == support::full_outcome().path);
  BOOST_TEST(out[0].items.size() == support::full_outcome().items.size());
  BOOST_TEST((out[0].document.text.empty() && out[0].document.blocks.empty() && out[0].passages.empty()));
  BOOST_TEST(out[1].error.message == support::refused_outcome().error.message);
}

BOOST_AUTO_TEST_SUITE_END()
