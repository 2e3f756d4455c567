#include "timeliness/limits.h"

#include <filesystem>

#include "base/file.h"
#include "english.h"

namespace timeliness {
namespace {

// A file of limits in a folder of its own; the schema and the calendar stand elsewhere.
base::Result<Limits> loaded(const std::string& xml, const std::string& council = "") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "auditor-limits-test";
  std::filesystem::create_directories(folder);
  const std::string file = (folder / "ours.xml").string();
  BOOST_REQUIRE(base::write_file(file, xml).ok());
  base::Result<Limits> out = load_limits(file, AUDITOR_SOURCE_DIR "/checklists", council);
  std::filesystem::remove_all(folder);
  return out;
}

std::string days_of(const Limits& limits, const char* type, const char* on) {
  for (const Limit& limit : limits.kind(type)->limits) {
    if (limit.holds_on(day(on))) return std::to_string(limit.days);
  }
  return "none";
}

BOOST_AUTO_TEST_SUITE(limits)

BOOST_AUTO_TEST_CASE(national_limits_by_kind_and_day) {
  const Limits limits = english();
  BOOST_TEST(days_of(limits, "initial_assessment", "2010-03-31") == "7");
  BOOST_TEST(days_of(limits, "initial_assessment", "2010-04-01") == "10");
  BOOST_TEST(days_of(limits, "core_assessment", "2010-04-01") == "35");
  BOOST_TEST(days_of(limits, "single_assessment", "2020-04-01") == "45");
  BOOST_TEST(days_of(limits, "child_and_family", "2020-04-01") == "45");
  BOOST_TEST(days_of(limits, "s47_enquiry", "2020-04-01") == "15");
  BOOST_TEST(days_of(limits, "referral", "2020-04-01") == "1");
  BOOST_TEST((limits.kind("nonsense") == nullptr));
}

BOOST_AUTO_TEST_CASE(a_council_goes_first_by_name_or_number) {
  for (const char* council : {"Coventry", "coventry", "331"}) {
    const Limits limits = english(council);
    BOOST_TEST(limits.council == "Coventry");
    BOOST_TEST(days_of(limits, "initial_assessment", "2011-04-01") == "7");
    BOOST_TEST(days_of(limits, "single_assessment", "2020-04-01") == "45");
  }
  const std::string data = AUDITOR_SOURCE_DIR "/checklists";
  const base::Result<Limits> unknown = load_limits(data + "/limits.xml", data, "Atlantis");
  BOOST_REQUIRE(!unknown.ok());
  BOOST_TEST(unknown.error().one_line().find("there are those of Coventry, Wirral") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_day_of_receipt_is_day_nought_or_one) {
  const char* one =
      R"(<limits first-day="1"><work type="x" title="X" ends="completed"><limit days="10" from="start"/></work></limits>)";
  const base::Result<Limits> ours = loaded(one);
  BOOST_REQUIRE(ours.ok());
  const Limits national = english();
  // Thursday 18 March 2010; Good Friday was 2 April.
  BOOST_TEST(national.count(day("2010-03-18"), day("2010-04-01")) == 10);
  BOOST_TEST(ours.value().count(day("2010-03-18"), day("2010-03-31")) == 10);
  BOOST_TEST(ours.value().count(day("2010-03-18"), day("2010-03-18")) == 1);
  BOOST_TEST(ours.value().count(day("2010-03-20"), day("2010-03-22")) == 1);  // a Saturday is no first day
  BOOST_TEST(language::iso_of(national.last_in_time(day("2010-03-18"), 10)) == "2010-04-01");
  BOOST_TEST(language::iso_of(ours.value().last_in_time(day("2010-03-18"), 10)) == "2010-03-31");
  BOOST_TEST(language::iso_of(national.last_in_time(day("2010-03-18"), 11)) == "2010-04-06");
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_with_their_place) {
  const std::string work = R"(<work type="x" title="X" ends="completed"><limit days="10" from="start"/></work>)";
  const std::vector<std::pair<std::string, std::string>> wrong = {
      {"<limits>\n<work type=\"x\" title=\"X\" ends=\"completed\"><limit days=\"0\" from=\"start\"/></work></limits>",
       ":2:"},
      {"<limits>\n<work type=\"x\" title=\"X\" ends=\"completed\"><limit days=\"9\" from=\"birth\"/></work></limits>",
       ":2:"},
      {"<limits>" + work + "\n" + work + "</limits>", "stands twice"},
      {"<limits>" + work + "\n<council name=\"C\"><limit type=\"y\" days=\"3\" from=\"start\"/></council></limits>",
       "there is no <work> of type 'y'"},
      {"<limits><work type=\"x\" title=\"X\" ends=\"completed\"><limit days=\"9\" from=\"start\" since=\"2010-02-01\" "
       "until=\"2010-01-01\"/></work></limits>",
       "ends before it begins"},
      {"<limits calendar=\"none.xml\">" + work + "</limits>", "there is no calendar"},
      {"<limits>" + work, "ours.xml:1"},
      {"<checklist/>", "ours.xml:1"},
  };
  for (const auto& [xml, told] : wrong) {
    const base::Result<Limits> limits = loaded(xml);
    BOOST_REQUIRE_MESSAGE(!limits.ok(), xml);
    BOOST_TEST(limits.error().one_line().find(told) != std::string::npos, limits.error().one_line());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace timeliness
