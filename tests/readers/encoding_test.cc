#include "readers/encoding.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace {

using readers::Declares;
using namespace std::string_literals;

// ASCII text in code units of `size` bytes, the low byte first or last.
std::string widened(std::string_view text, std::size_t size, bool low_first) {
  std::string out;
  for (char c : text) {
    std::string unit(size, '\0');
    unit[low_first ? 0 : size - 1] = c;
    out += unit;
  }
  return out;
}

struct Case {
  const char* name;
  std::string bytes;
  Declares declares;
  std::string text;
  bool repaired = false;
};

const std::string page = "He said he is sad.";

std::vector<Case> cases() {
  const Declares no = Declares::nothing;
  const Declares markup = Declares::markup;
  return {
      {"ASCII", page, no, page},
      {"UTF-8 with a mark", "\xEF\xBB\xBF" + page, no, page},
      {"UTF-8 with one smart quote", "mum\xE2\x80\x99s", no, "mum’s"},
      {"UTF-16LE with a mark", "\xFF\xFE" + widened(page, 2, true), no, page},
      {"UTF-16BE with a mark", "\xFE\xFF" + widened(page, 2, false), no, page},
      {"UTF-16LE without a mark", widened(page, 2, true), no, page},
      {"UTF-16BE without a mark", widened(page, 2, false), no, page},
      {"UTF-32LE without a mark", widened(page, 4, true), no, page},
      {"UTF-32BE with a mark", "\0\0\xFE\xFF"s + widened(page, 4, false), no, page},
      {"windows-1252 quotes", "mum\x92s \x93home\x94 \x96 caf\xE9", no, "mum’s “home” – café"},
      {"windows-1252 called Latin-1", "<meta charset=iso-8859-1>mum\x92s", markup, "<meta charset=iso-8859-1>mum’s"},
      {"a declared encoding", "<meta charset=\"windows-1250\">\xB3\xF3", markup, "<meta charset=\"windows-1250\">łó"},
      {"a declaration that lies", "<meta charset='windows-1252'>mum\xE2\x80\x99s", markup,
       "<meta charset='windows-1252'>mum’s"},
      {"a declared encoding that isn't one", "<?xml encoding='none'?>caf\xE9 is", markup,
       "<?xml encoding='none'?>café is"},
      {"declared UTF-8 that is not", "<meta charset=utf-8>mum\x92s", markup, "<meta charset=utf-8>mum’s"},
      {"UTF-8 with a stray windows byte", "Zo\xC3\xAB and Andr\xC3\xA9: mum\x92s", no, "Zoë and André: mum’s", true},
      {"UTF-8 cut off in a character", "Zo\xC3\xAB Andr\xC3\xA9 \xE2\x80", no, "Zoë André \xEF\xBF\xBD", true},
      {"nothing", "", no, ""},
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(bytes_become_the_text_that_was_written) {
  for (const Case& c : cases()) {
    BOOST_TEST_CONTEXT(c.name) {
      readers::Decoded decoded = readers::to_utf8(c.bytes, c.declares);
      BOOST_TEST(decoded.text == c.text);
      BOOST_TEST(decoded.repaired == c.repaired);
    }
  }
}

BOOST_AUTO_TEST_CASE(any_bytes_become_valid_utf8) {
  std::string bytes;
  std::uint32_t state = 1;
  for (int i = 0; i < 4000; ++i) {
    state = state * 1664525u + 1013904223u;
    bytes += static_cast<char>(state >> 24);
    if (i % 37 == 0) BOOST_TEST(base::is_utf8(readers::to_utf8(bytes, Declares::markup).text));
  }
}

BOOST_AUTO_TEST_SUITE_END()
