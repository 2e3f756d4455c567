#include "batch/spool.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

BOOST_AUTO_TEST_SUITE(batch_spool)

BOOST_AUTO_TEST_CASE(bytes_come_back_by_place) {
  auto spool = batch::Spool::create(std::filesystem::temp_directory_path().string());
  BOOST_REQUIRE(spool.ok());
  std::string long_one(100'000, 'x');
  for (const std::string& part : {std::string("first"), long_one, std::string("last")}) {
    BOOST_REQUIRE(spool.value().add(part).ok());
  }
  BOOST_TEST(spool.value().size() == 100'009u);
  BOOST_TEST(spool.value().read(0, 5).value() == "first");
  BOOST_TEST(spool.value().read(100'005, 4).value() == "last");
  BOOST_REQUIRE(spool.value().add("more").ok());
  BOOST_TEST(spool.value().read(100'005, 8).value() == "lastmore");
  BOOST_TEST(!spool.value().read(100'005, 9).ok());
}

BOOST_AUTO_TEST_CASE(no_name_is_left_in_the_folder) {
  auto folder = std::filesystem::temp_directory_path() / "auditor-spool-test";
  std::filesystem::create_directories(folder);
  auto spool = batch::Spool::create(folder.string());
  BOOST_TEST(spool.ok());
  BOOST_TEST(std::filesystem::is_empty(folder));
  std::filesystem::remove_all(folder);
  BOOST_TEST(!batch::Spool::create(folder.string()).ok());
}

BOOST_AUTO_TEST_SUITE_END()
