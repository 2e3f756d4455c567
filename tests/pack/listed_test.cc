#include "pack/listed.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(pack_listed)

BOOST_AUTO_TEST_CASE(safe_paths_are_plain_and_climb_nowhere) {
  for (const char* path : {"a", "README.txt", "records/12.html", "checklist/lexicon/a-b_c.xml"}) {
    BOOST_TEST(pack::is_safe(path), path);
  }
  for (const char* path :
       {"", "/a", "a/", "a//b", "../a", "a/../b", ".hidden", "a/.b", "a b", "a\\b", "\xC3\xA9", "c:a"}) {
    BOOST_TEST(!pack::is_safe(path), path);
  }
}

BOOST_AUTO_TEST_CASE(sum_lines_are_read_as_they_are_written) {
  const std::string sum(64, 'a');
  BOOST_TEST(pack::sum_line(sum, "a b.docx") == sum + "  a b.docx\n");
  BOOST_TEST(pack::sum_line(sum, "a\\b\nc") == "\\" + sum + "  a\\\\b\\nc\n");
  for (const char* path : {"a b.docx", "a\\b\nc\rd", "x.zip!/\xC3\xA9.txt"}) {
    pack::Sums read = pack::read_sums(pack::sum_line(sum, path));
    BOOST_TEST(read.whole);
    BOOST_REQUIRE(read.lines.size() == 1u);
    BOOST_TEST(read.lines[0].path == path);
    BOOST_TEST(read.lines[0].sha256 == sum);
  }
}

BOOST_AUTO_TEST_CASE(lines_of_another_shape_are_told) {
  const std::string sum(64, 'a');
  for (const std::string& text :
       {sum + "  a", sum + " a\n", sum + "  \n", std::string(64, 'G') + "  a\n", std::string("\n")}) {
    BOOST_TEST(!pack::read_sums(text).whole, text);
  }
  BOOST_TEST(pack::read_sums("rubbish\n" + sum + "  a\n").lines.size() == 1u);
}

BOOST_AUTO_TEST_CASE(lists_are_in_bytewise_order) {
  std::vector<pack::Listed> files{{"b", 2, "22"}, {"a", 1, "11"}};
  BOOST_TEST(pack::sums_of(files) == "11  a\n22  b\n");
  BOOST_TEST(pack::manifest_files(files) ==
             R"("files":[{"path":"a","bytes":1,"sha256":"11"},{"path":"b","bytes":2,"sha256":"22"}])");
}

BOOST_AUTO_TEST_SUITE_END()
