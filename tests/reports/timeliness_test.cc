#include "reports/timeliness.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/file.h"
#include "reports/timeliness_parts.h"
#include "reports/timeliness_words.h"

namespace {

namespace fs = std::filesystem;

timeliness::Limits english() {
  const std::string data = AUDITOR_SOURCE_DIR "/checklists";
  base::Result<timeliness::Limits> limits = timeliness::load_limits(data + "/limits.xml", data, "");
  BOOST_REQUIRE(limits.ok());
  return std::move(limits).value();
}

manifest::Case piece(const std::string& child, const std::string& team, const char* completed) {
  manifest::Case out;
  out.child = child;
  out.team = team;
  out.type = "single_assessment";
  out.referral = "2026-01-05";
  out.start = "2026-01-06";
  out.completed = completed;
  return out;
}

// Six in time and one overdue in a team with a hostile name, two in another.
timeliness::Gathered two_teams() {
  timeliness::Gathered out;
  for (int i = 0; i < 6; ++i) out.take(piece("C" + std::to_string(i), "<b>North", "2026-03-09"));
  out.take(piece("=C7", "<b>North", ""));
  out.take(piece("C8", "South", "2026-03-10"));
  out.take(piece("C9", "South", "2026-03-09"));
  return out;
}

// What is written for a day, by name of the file.
std::string written(const char* format, const char* file, bool small_numbers) {
  const timeliness::Gathered gathered = two_teams();
  const timeliness::Limits limits = english();
  const timeliness::Tally tally = timeliness::tally(gathered, limits, language::iso_day("2026-03-31"));
  const reports::TimelinessReport report{gathered, limits, tally, "list<1>.csv", true, false, small_numbers};
  const fs::path folder = fs::temp_directory_path() / "auditor-timeliness-test";
  fs::create_directories(folder);
  BOOST_REQUIRE(reports::write_timeliness(format, report, folder.string()).ok());
  base::Result<std::string> bytes = base::read_file(folder / file, 1 << 20);
  BOOST_REQUIRE(bytes.ok());
  fs::remove_all(folder);
  return bytes.value();
}

std::string text(bool small_numbers) {
  const timeliness::Gathered gathered = two_teams();
  const timeliness::Limits limits = english();
  const timeliness::Tally tally = timeliness::tally(gathered, limits, language::iso_day("2026-03-31"));
  return reports::timeliness_text({gathered, limits, tally, "list.csv", false, false, small_numbers});
}

bool holds(const std::string& whole, const std::string& part) {
  return whole.find(part) != std::string::npos;
}

BOOST_AUTO_TEST_SUITE(timeliness_views)

BOOST_AUTO_TEST_CASE(text_says_day_limit_share_and_both_counts) {
  const std::string out = text(true);
  for (const char* part :
       {"As at 31 March 2026, the latest day in the data.", "9 pieces of work on 9 children.",
        "Limit: 45 working days from the referral (where that is not known, from the start).",
        "In time: 7 of 8 completed, 87.5% (95% interval 52.9% to 97.8%); half took 45 working days or",
        "Not completed: 1, of which 1 overdue.", "Within the limit from the referral: 7 of 8 (87.5%)",
        "from the start: 8 of 8", "Judged by the", "--- limit: 45 working days ---",
        "Completed on days 41 to 45: 7; on days 46 to 50: 1. More than chance piles up", "Overdue: 1",
        "=C7  Child and family assessment"}) {
    BOOST_TEST(holds(out, part), part << "\n" << out);
  }
}

BOOST_AUTO_TEST_CASE(small_teams_are_left_out_unless_asked_for) {
  BOOST_TEST(holds(text(false), "Figures of a team with fewer than 5 are left out"));
  BOOST_TEST(!holds(text(true), "left out"));
  BOOST_TEST(holds(written("csv", "timeliness.csv", false), ",team,South,fewer than 5,,"));
  BOOST_TEST(holds(written("csv", "timeliness.csv", true), ",team,South,2,1,1,0.500000,"));
  BOOST_TEST(holds(written("json", "timeliness.json", false), R"({"name":"South","completed":null,"open":0,)"));
  BOOST_TEST(!holds(written("html", "timeliness.html", false), ">50.0%<"));
  BOOST_TEST(holds(written("html", "timeliness.html", true), ">50.0%<"));
}

BOOST_AUTO_TEST_CASE(names_of_strangers_are_text) {
  const std::string page = written("html", "timeliness.html", true);
  BOOST_TEST(!holds(page, "<b>North"));
  BOOST_TEST(holds(page, "&lt;b&gt;North"));
  BOOST_TEST(holds(page, "list&lt;1&gt;.csv"));
  BOOST_TEST(holds(page, "Content-Security-Policy"));
  BOOST_TEST(holds(written("csv", "timeliness-work.csv", true), ",'=C7,"));
}

// Months of 2026, each with as many of ten in time.
std::vector<timeliness::Group> months(const std::vector<std::size_t>& in_time) {
  std::vector<timeliness::Group> out;
  for (std::size_t i = 0; i < in_time.size(); ++i) {
    out.push_back({language::iso_of(language::day_of(2026, static_cast<int>(i) + 1, 1)).substr(0, 7), {}});
    out.back().figures.by_standing[static_cast<std::size_t>(timeliness::Standing::in_time)] = in_time[i];
    out.back().figures.by_standing[static_cast<std::size_t>(timeliness::Standing::late)] = 10 - in_time[i];
  }
  return out;
}

BOOST_AUTO_TEST_CASE(months_beyond_chance_are_told) {
  const std::string up = reports::run_words(months({5, 4, 5, 4, 5, 4, 8, 9, 8, 9, 8, 9}));
  BOOST_TEST(holds(up, "at or above 65.0% in time"), up);
  BOOST_TEST(holds(up, "From January 2026 to June 2026 the share lay below the median: more than chance."), up);
  BOOST_TEST(holds(up, "From July 2026 to December 2026 the share lay above the median: more than chance."), up);
  BOOST_TEST(holds(reports::run_words(months({5, 4, 5, 4, 5, 6, 5, 6, 5, 4})), "No run of months is beyond chance."));
  BOOST_TEST(holds(reports::run_words(months({1, 2, 3, 4, 5, 6})), "Fewer than 10 months"));
}

BOOST_AUTO_TEST_CASE(bins_have_the_limit_for_an_edge) {
  BOOST_TEST(reports::width_of(45, 18) == 5);
  BOOST_TEST(reports::width_of(45, 130) == 1);
  BOOST_TEST(reports::width_of(7, 18) == 1);
  BOOST_TEST(reports::width_of(10, 18) == 2);
  timeliness::Histogram histogram;
  histogram.limit = 10;
  histogram.days = {{0, 1}, {2, 2}, {3, 4}, {10, 8}, {11, 16}, {300, 32}};
  const std::vector<reports::DayBin> bins = reports::bins_of(histogram, 2, 20);
  BOOST_REQUIRE_EQUAL(bins.size(), 10U);
  BOOST_TEST(reports::bin_words(bins[0]) == "0 to 2");
  BOOST_TEST(bins[0].count == 3U);
  BOOST_TEST(bins[1].count == 4U);
  BOOST_TEST(bins[4].last == 10);
  BOOST_TEST(bins[4].count == 8U);
  BOOST_TEST(bins[5].count == 16U);
  BOOST_TEST(reports::bin_words(bins[9]) == "19 or more");
  BOOST_TEST(bins[9].count == 32U);
  const std::vector<reports::DayBin> single = reports::bins_of(histogram, 1, 20);
  BOOST_TEST(reports::bin_words(single[0]) == "0");
  BOOST_TEST(single[0].count == 1U);
  BOOST_TEST(reports::bin_words(single[10]) == "10");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
