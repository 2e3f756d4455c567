#include "intake/names.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(intake_names)

BOOST_AUTO_TEST_CASE(a_name_alone_can_say_that_it_is_no_record) {
  auto reason = [](const char* path) {
    auto passed = intake::passed_by_name(path);
    return passed ? passed->message : "record";
  };
  BOOST_TEST(reason("a/b.docx") == "record");
  BOOST_TEST(reason("a.b/c..docx") == "record");
  BOOST_TEST(reason("a/~$b.docx") == "is a lock file of an open document");
  BOOST_TEST(reason("a/.~lock.b.odt#") == "is a lock file of an open document");
  BOOST_TEST(reason(".DS_Store") == "is a hidden file");
  BOOST_TEST(reason(".git/config") == "is in a hidden folder");
  BOOST_TEST(reason("a/.b/c.docx") == "is in a hidden folder");
  BOOST_TEST(reason("a/THUMBS.DB") == "is kept by the desktop, not a record");
}

BOOST_AUTO_TEST_SUITE_END()
