#include "pack/print.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "pack/zips.h"

using pack_tests::Folder;

namespace {

// A program in the folder that does as the script says in place of a browser.
std::string instead(const Folder& folder, const std::string& script) {
  std::string path = folder / "browser";
  pack_tests::write_bytes(
      path, "#!/bin/sh\nfor word; do case $word in --print-to-pdf=*) out=${word#*=};; esac; done\n" + script);
  ::chmod(path.c_str(), 0700);
  return path;
}

pack::Printing printing(const Folder& folder, const std::string& script) {
  std::filesystem::create_directory(folder / "work");
  return {instead(folder, script), folder / "work", 30, {}};
}

bool cleared(const Folder& folder) {
  return std::filesystem::is_empty(folder / "work");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pack_print)

BOOST_AUTO_TEST_CASE(the_pdf_comes_back_and_nothing_stays) {
  Folder folder;
  auto pdf = pack::print("<p>page", "2026-11-26T10:57:43Z",
                         printing(folder, "printf '%%PDF-1.4 %s' \"$(cat \"$HOME/page.html\")\" >\"$out\""));
  BOOST_REQUIRE(pdf.ok());
  BOOST_TEST(pdf.value() == "%PDF-1.4 <p>page");
  BOOST_TEST(cleared(folder));
}

BOOST_AUTO_TEST_CASE(a_browser_that_fails_or_hangs_is_given_up) {
  Folder folder;
  BOOST_TEST(!pack::print("x", "", printing(folder, "exit 3")).ok());
  BOOST_TEST(!pack::print("x", "", printing(folder, "printf nonsense >\"$out\"")).ok());
  BOOST_TEST(!pack::print("x", "", {folder / "no-such-browser", folder / "work", 30, {}}).ok());
  pack::Printing slow = printing(folder, "sleep 60 & sleep 60");
  slow.seconds = 1;
  BOOST_TEST(!pack::print("x", "", slow).ok());
  BOOST_TEST(cleared(folder));
}

BOOST_AUTO_TEST_CASE(it_stops_when_told_to) {
  Folder folder;
  pack::Printing slow = printing(folder, "sleep 60");
  slow.stopped = [] { return true; };
  auto pdf = pack::print("x", "", slow);
  BOOST_REQUIRE(!pdf.ok());
  BOOST_TEST((pdf.error().code == base::ErrorCode::interrupted));
  BOOST_TEST(cleared(folder));
}

BOOST_AUTO_TEST_CASE(dates_are_set_and_lengths_kept) {
  const std::string pdf = "<</CreationDate (D:20300101020304+00'00')\n/ModDate (D:20300101020304+00'00')>>";
  BOOST_TEST(pack::dated(pdf, "2026-11-26T10:57:43Z") ==
             "<</CreationDate (D:20261126105743+00'00')\n/ModDate (D:20261126105743+00'00')>>");
  BOOST_TEST(pack::dated(pdf, "") == pdf);
  BOOST_TEST(pack::dated("/ModDate (D:2030", "2026-11-26T10:57:43Z") == "/ModDate (D:2030");
}

BOOST_AUTO_TEST_SUITE_END()
