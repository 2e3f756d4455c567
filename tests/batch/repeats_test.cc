#include "batch/repeats.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <random>

namespace {

using batch::PassageWords;

// Words of a passage from numbers that stand for them.
evaluation::Passage passage(const std::vector<std::uint32_t>& hashes) {
  evaluation::Passage out;
  for (std::uint32_t hash : hashes) {
    auto at = static_cast<std::uint32_t>(out.words.size());
    out.words.push_back({hash, at * 5, at});
  }
  out.at = {0, static_cast<std::uint32_t>(out.words.size() * 5)};
  return out;
}

std::vector<std::uint32_t> words(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::uint32_t> out(count);
  for (auto& word : out) word = static_cast<std::uint32_t>(random());
  return out;
}

std::vector<std::uint32_t> joined(std::initializer_list<std::vector<std::uint32_t>> parts) {
  std::vector<std::uint32_t> out;
  for (const auto& part : parts) out.insert(out.end(), part.begin(), part.end());
  return out;
}

std::vector<batch::Repeat> found(const std::vector<std::vector<std::uint32_t>>& records) {
  auto repeats = batch::Repeats::create(std::filesystem::temp_directory_path().string());
  BOOST_REQUIRE(repeats.ok());
  for (std::uint32_t r = 0; r < records.size(); ++r) BOOST_REQUIRE(repeats.value().add(r, {passage(records[r])}).ok());
  return repeats.value().find(static_cast<std::uint32_t>(records.size())).value();
}

std::string shared(const std::vector<std::uint32_t>& one, std::size_t word, const std::vector<std::uint32_t>& other,
                   std::size_t place) {
  batch::Shared s = batch::grown(passage(one).words, word, passage(other).words, place);
  return std::to_string(s.begin) + "-" + std::to_string(s.end) + " " + std::to_string(s.other_begin) + "-" +
         std::to_string(s.other_end);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_repeats)

BOOST_AUTO_TEST_CASE(common_run_of_fifty_words_is_found_wherever_it_stands) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    auto copy = words(50, seed);
    auto repeats = found({joined({words(seed % 37, seed + 1000), copy, words(20, seed + 2000)}), words(80, seed + 3000),
                          joined({words(seed % 23, seed + 4000), copy})});
    BOOST_REQUIRE_MESSAGE(repeats.size() >= 2u, seed);
    BOOST_TEST((repeats.front().here.record == 0u && repeats.front().there.record == 2u));
    BOOST_TEST((repeats.back().here.record == 2u && repeats.back().there.record == 0u));
  }
}

BOOST_AUTO_TEST_CASE(nothing_common_gives_nothing) {
  BOOST_TEST(found({words(200, 1), words(200, 2), words(9, 1)}).empty());
  // A passage that stands twice in one record is that record's own affair.
  BOOST_TEST(found({joined({words(50, 1), words(50, 1)}), words(50, 2)}).empty());
}

BOOST_AUTO_TEST_CASE(what_most_records_hold_is_form_text) {
  std::vector<std::vector<std::uint32_t>> records;
  for (unsigned r = 0; r < 6; ++r) records.push_back(joined({words(20, 10 + r), words(60, 1)}));
  BOOST_TEST(found(records).empty());
  for (unsigned r = 0; r < 6; ++r) records.push_back(words(60, 100 + r));
  BOOST_TEST(!found(records).empty());
}

BOOST_AUTO_TEST_CASE(run_grows_over_small_changes) {
  auto a = words(20, 1), b = words(20, 2);
  BOOST_TEST(shared(joined({a, b}), 3, joined({words(4, 3), a, b}), 7) == "0-40 4-44");
  BOOST_TEST(shared(joined({a, {7}, b}), 3, joined({a, {8}, b}), 3) == "0-41 0-41");  // a word for another
  BOOST_TEST(shared(joined({a, b}), 30, joined({a, {8, 9}, b}), 32) ==
             "0-40 0-42");  // two words put in, walked back over
  BOOST_TEST(shared(joined({a, b}), 3, joined({a, words(3, 8), b}), 3) == "0-20 0-20");  // three are another text
}

BOOST_AUTO_TEST_SUITE_END()
