#include "base/limit.h"

#include <boost/test/unit_test.hpp>

using base::Limit;

namespace {

std::string refused(const char* typed) {
  auto setting = base::limit_setting(typed);
  return setting ? "taken" : setting.error().one_line();
}

// Puts the usual limits back, whatever a case ends with.
struct Usual {
  ~Usual() { base::set_limits({}); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(base_limit)

BOOST_AUTO_TEST_CASE(setting_is_read_in_its_unit) {
  auto pages = base::limit_setting("pages=10000");
  BOOST_REQUIRE(pages.ok());
  BOOST_TEST((pages.value().first == Limit::pages));
  BOOST_TEST(pages.value().second == 10'000u);
  auto file = base::limit_setting("file=512");
  BOOST_REQUIRE(file.ok());
  BOOST_TEST(file.value().second == std::uint64_t{512} << 20);
}

BOOST_AUTO_TEST_CASE(bad_setting_is_told_in_one_line) {
  BOOST_TEST(refused("page=3").starts_with("there is no limit 'page'; choose from file, part, unpacked, "));
  for (const char* typed : {"pages", "pages=", "pages=0", "pages=-1", "pages=1e3", "pages= 7", "pages=100001",
                            "pages=99999999999999999999", "pages=5000x"}) {
    BOOST_TEST(refused(typed) == "the limit 'pages' takes a whole number from 1 to 100000; usual is pages=5000");
  }
  BOOST_TEST(refused("memory=100") ==
             "the limit 'memory' takes a whole number from 512 to 65536 of MiB; usual is memory=2048");
}

BOOST_AUTO_TEST_CASE(memory_and_time_follow_a_size) {
  Usual usual;
  const std::uint64_t memory = base::limit(Limit::memory);
  base::set_limits({{Limit::pages, 12'000}});
  BOOST_TEST(base::limit(Limit::pages) == 12'000u);
  BOOST_TEST(base::limit(Limit::memory) == 3 * memory);
  BOOST_TEST(base::limit(Limit::seconds) == 30u);
  BOOST_TEST((base::unusual_limits() == std::vector<std::string>{"pages=12000", "seconds=30", "memory=6144"}));
  base::set_limits({{Limit::pages, 100'000}, {Limit::seconds, 5}});
  BOOST_TEST(base::limit(Limit::memory) == 8 * memory);
  BOOST_TEST(base::limit(Limit::seconds) == 5u);
  base::set_limits({{Limit::pages, 2}, {Limit::ratio, 1'000}});
  BOOST_TEST((base::unusual_limits() == std::vector<std::string>{"ratio=1000", "pages=2"}));
  base::set_limits({});
  BOOST_TEST(base::unusual_limits().empty());
}

BOOST_AUTO_TEST_CASE(advice_says_what_to_type) {
  Usual usual;
  BOOST_TEST(base::advice_to_raise(Limit::memory, "split it") == "split it, or raise the limit: --limit memory=4096");
  BOOST_TEST(base::advice_to_raise(Limit::file, "split it", (std::uint64_t{300} << 20) + 1) ==
             "split it, or raise the limit: --limit file=301");
  BOOST_TEST(base::advice_to_raise(Limit::file, "split it", std::uint64_t{5'000} << 20) ==
             "split it: this limit can be raised to 4096 MiB and no further");
  BOOST_TEST(base::cut_at(Limit::pages, "5000 were read", 6'000) ==
             "5000 were read (to read more: --limit pages=6000)");
  base::set_limits({{Limit::pages, 100'000}});
  BOOST_TEST(base::cut_at(Limit::pages, "so many were read") ==
             "so many were read (more cannot be asked for: split it)");
  BOOST_TEST(base::limit_words(Limit::text) == "60 MiB");
}

BOOST_AUTO_TEST_CASE(every_limit_is_in_the_help) {
  const std::string help = base::limits_help();
  for (const char* name : {"file", "archive", "pages", "ocr-document", "memory"}) {
    BOOST_TEST(help.find("\n  " + std::string(name) + " ") != std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
