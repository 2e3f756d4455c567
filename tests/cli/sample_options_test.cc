#include "cli/sample_options.h"

#include <boost/test/unit_test.hpp>

#include "cli/options.h"

using cli::Options;
using cli::parse;

namespace {

std::string mistake(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"sample", "exports"});
  auto parsed = parse(arguments);
  return parsed ? "none" : parsed.error().one_line();
}

Options good(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"sample", "exports"});
  auto parsed = parse(arguments);
  BOOST_REQUIRE_MESSAGE(parsed.ok(), (parsed.ok() ? "" : parsed.error().one_line()));
  return parsed.value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_sample_options)

BOOST_AUTO_TEST_CASE(sizes) {
  BOOST_TEST(good({"--size", "30"}).sampling.plan.size == 30u);
  BOOST_TEST(good({"--size=5%"}).sampling.plan.share == 0.05, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(good({"--margin", "7.5%"}).sampling.plan.margin == 0.075, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(good({"--dip", "5"}).sampling.dip == 5u);
  Options quota = good({"--quota", "Manager=3", "--by", "worker, type"});
  BOOST_TEST(quota.sampling.plan.quota == 3u);
  BOOST_TEST(quota.sampling.plan.quota_of == "manager");
  BOOST_TEST((quota.sampling.plan.by == std::vector<std::string>{"worker", "type"}));
  for (const char* wrong : {"0", "-3", "abc", "", "3x", "0%", "100%", "1e3"}) {
    BOOST_TEST(mistake({"--size", wrong}) ==
               "--size takes a number of records, or a share of them; --size 30, or --size 5%");
  }
  for (const char* wrong : {"10", "50%", "0%", "x%", "%"}) {
    BOOST_TEST(mistake({"--margin", wrong}) == "--margin takes points above 0% and below 50%; --margin 10%");
  }
  for (const char* wrong : {"3", "manager", "manager=", "=3", "manager=0"}) {
    BOOST_TEST(mistake({"--quota", wrong}).starts_with("--quota takes a name and how many"));
  }
}

BOOST_AUTO_TEST_CASE(what_is_drawn_from) {
  Options options = good({"--size", "3", "--only", "Team=North, South", "--except", "worker=Jo Field"});
  BOOST_REQUIRE(options.sampling.plan.only.size() == 2u);
  BOOST_TEST(options.sampling.plan.only[0].name == "team");
  BOOST_TEST((options.sampling.plan.only[0].values == std::vector<std::string>{"North", "South"}));
  BOOST_TEST(!options.sampling.plan.only[0].except);
  BOOST_TEST(options.sampling.plan.only[1].except);
  BOOST_TEST(mistake({"--only", "North"}) == "--only takes a name and its values; --only team=North,South");
  BOOST_TEST(mistake({"--except", "team="}).starts_with("--except takes"));
  BOOST_TEST(mistake({"--seed", "1234567890123456"}).starts_with("--seed takes a number of at most fifteen digits"));
  BOOST_TEST(mistake({"--on", "2026-02-29"}) == "--on takes a day; --on 2026-11-27");
  BOOST_TEST(mistake({"--on", "27.11.2026"}) == "--on takes a day; --on 2026-11-27");
  BOOST_TEST(mistake({"--by", "team,team"}).starts_with("--by names team twice"));
}

BOOST_AUTO_TEST_CASE(what_goes_together) {
  BOOST_TEST(mistake({}) == "nothing says how many to draw; give --size, --margin, --quota or --dip");
  for (const char* second : {"--margin=10%", "--quota=team=1", "--dip=4", "--size=5%"}) {
    BOOST_TEST(mistake({"--size", "3", second}) ==
               "--size, --margin, --quota and --dip don't go together; give one of them");
  }
  BOOST_TEST(mistake({"--size", "3", "--not-audited-in", "12"}).starts_with("--not-audited-in needs to know"));
  BOOST_TEST(mistake({"--quota", "team=3", "--by", "team"}).starts_with("--by names what --quota is for"));
  BOOST_TEST(mistake({"--size", "3", "--format", "html"}) == "a list is csv or json, not html; --format csv,json");
  BOOST_TEST(parse({"sample", "--size", "3", "--manifest", "list.csv"}).ok());
  BOOST_TEST(mistake({"--size", "3", "--manifest-map", "map.xml"}).starts_with("--manifest-map goes with --manifest"));
  BOOST_TEST(parse({"sample", "--size", "3"}).error().one_line().starts_with("nothing to draw from"));
}

BOOST_AUTO_TEST_CASE(months_back) {
  BOOST_TEST(cli::months_before("2026-11-27", 12) == "2025-11-27");
  BOOST_TEST(cli::months_before("2026-11-30", 9) == "2026-02-28");
  BOOST_TEST(cli::months_before("2024-03-31", 1) == "2024-02-29");
  BOOST_TEST(cli::months_before("2026-01-15", 1) == "2025-12-15");
}

BOOST_AUTO_TEST_SUITE_END()
