#include "base/error.h"

#include <boost/test/unit_test.hpp>

#include "base/result.h"

BOOST_AUTO_TEST_SUITE(base_error)

BOOST_AUTO_TEST_CASE(one_line_tells_place_and_advice) {
  base::Error error{base::ErrorCode::damaged, "a\nb.docx", 3, 7, "is cut off", "export it again"};
  BOOST_TEST(error.one_line() == "a?b.docx:3:7: is cut off; export it again");
  BOOST_TEST(base::Error({base::ErrorCode::empty, "", 0, 0, "nothing", ""}).one_line() == "nothing");
}

BOOST_AUTO_TEST_CASE(one_line_commands_nobody) {
  base::Error error{base::ErrorCode::damaged,
                    "a\xE2\x80\xAE"
                    "b\xE2\x81\xA7\x1B[2J\xC2\x9B"
                    "c\xC2\xA3\xE2\x80\x93.docx",
                    0,
                    0,
                    "is bad",
                    ""};
  BOOST_TEST(error.one_line() == "a?b??[2J?c\xC2\xA3\xE2\x80\x93.docx: is bad");
  BOOST_TEST(base::Error({base::ErrorCode::damaged, "\xE2\x80", 0, 0, "x\xC2", ""}).one_line() == "\xE2\x80: x\xC2");
}

BOOST_AUTO_TEST_CASE(every_code_has_a_name) {
  for (int code = 0; code <= static_cast<int>(base::ErrorCode::interrupted); ++code) {
    BOOST_TEST(std::string(base::name_of(static_cast<base::ErrorCode>(code))) != "unknown");
  }
}

BOOST_AUTO_TEST_CASE(result_holds_one_of_both) {
  base::Result<int> good = 4;
  base::Result<int> bad = base::Error{base::ErrorCode::empty, "f", 0, 0, "no", ""};
  BOOST_TEST(good.ok());
  BOOST_TEST(good.value() == 4);
  BOOST_TEST(!bad.ok());
  BOOST_TEST(bad.error().file == "f");
}

BOOST_AUTO_TEST_SUITE_END()
