#include <boost/test/unit_test.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "readers/mime_body.h"
#include "readers/mime_entity.h"
#include "readers/mime_headers.h"

namespace {

namespace mime = readers::mime;
using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(mime_base64_with_slips) {
  const Pairs cases = {{"dGV4dA==", "text"},
                       {"dGV4\r\ndA", "text"},
                       {"dGV4dA==dGV4dA==", "texttext"},
                       {"d-G.V 4", "tex"},
                       {"d", ""},
                       {"", ""},
                       {"/+7w", "\xFF\xEE\xF0"}};
  for (const auto& [text, bytes] : cases) BOOST_TEST(mime::from_base64(text) == bytes);
}

BOOST_AUTO_TEST_CASE(mime_quoted_printable_with_slips) {
  const Pairs cases = {{"caf=E9", "caf\xE9"}, {"soft=\r\n break", "soft break"}, {"soft= \t\nbreak", "softbreak"},
                       {"=3d=3D", "=="},      {"1=2 =G1 =", "1=2 =G1 "},         {"=E", "=E"},
                       {"end=", "end"}};
  for (const auto& [text, bytes] : cases) BOOST_TEST(mime::from_quoted_printable(text) == bytes);
}

BOOST_AUTO_TEST_CASE(mime_headers_are_unfolded_and_end_where_the_body_begins) {
  std::string_view entity = "From x@y Mon\r\nSubject: one\r\n two\r\nX-Odd :  3\r\n\r\nbody";
  mime::Headers headers = mime::Headers::take(entity);
  BOOST_TEST(headers.field("subject") == "one two");
  BOOST_TEST(headers.field("x-odd") == "3");
  BOOST_TEST(headers.field("to") == "");
  BOOST_TEST(entity == "body");
  entity = "Subject: one\nThis is no header.\n";
  headers = mime::Headers::take(entity);
  BOOST_TEST(headers.field("subject") == "one");
  BOOST_TEST(entity == "This is no header.\n");
}

BOOST_AUTO_TEST_CASE(mime_parameters_in_all_their_spellings) {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {"text/html; charset=utf-8", "charset", "utf-8"},
      {"Text/HTML;CHARSET = \"koi8-r\" ; x=y", "charset", "koi8-r"},
      {"multipart/mixed; x; boundary=\"a \\\"b;c\\\"\"", "boundary", "a \"b;c\""},
      {"a/b; name*=iso-8859-1'en'caf%E9", "name", "café"},
      {"a/b; name*0*=utf-8''Zo%C3; name*1*=%AB; name*2=\" 50%25.doc\"", "name", "Zoë 50%25.doc"},
      {"a/b; name*1=two; name*0=one", "name", "onetwo"},
      {"a/b; name=\"=?utf-8?q?Zo=C3=AB?=\"", "name", "Zoë"},
      {"a/b; name=\"unended", "name", "unended"},
      {"a/b; filename=x", "name", ""},
      {"a/b;;;=;", "name", ""},
      {"", "name", ""}};
  for (const auto& [field, name, value] : cases) BOOST_TEST(mime::parameter(field, name) == value);
}

BOOST_AUTO_TEST_CASE(mime_encoded_words) {
  const Pairs cases = {{"plain", "plain"},
                       {"=?UTF-8?Q?Zo=C3=AB_M?=", "Zoë M"},
                       {"Re: =?utf-8?b?Wm/Dqw==?= (2)", "Re: Zoë (2)"},
                       {"=?utf-8?Q?Zo=C3?= =?utf-8?Q?=AB?=", "Zoë"},
                       {"=?iso-8859-1?q?caf=E9?= =?koi8-r?q?=C4=C1?=", "caféда"},
                       {"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"},
                       {"=?utf-8*en?q?a?=", "a"},
                       {"=?utf-8?x?a?=", "=?utf-8?x?a?="},
                       {"=?utf-8?q?no end", "=?utf-8?q?no end"},
                       {"caf\xE9 raw", "café raw"},
                       {"=?", "=?"}};
  for (const auto& [field, text] : cases) BOOST_TEST(mime::readable(field) == text);
}

BOOST_AUTO_TEST_CASE(mime_parts_by_their_boundaries) {
  bool all = false;
  auto bodies = [&](const std::string& text) {
    std::string out;
    const mime::Entity root = mime::entity_of(text, all);
    for (const mime::Entity& part : root.parts) out += std::string(part.body) + "|";
    return out;
  };
  const std::string head = "Content-Type: multipart/mixed; boundary=b\n\n";
  BOOST_TEST(bodies(head + "preamble\n--b\n\none\n--b \n\ntwo\r\n\r\n--bc\n--b--\nepilogue") == "one|two\r\n\r\n--bc|");
  BOOST_TEST(bodies(head + "--b\n\none\n--b\n\ncut off") == "one|cut off|");
  BOOST_TEST(mime::entity_of(head + "--b\n\none", all).cut_off);
  BOOST_TEST(!mime::entity_of(head + "--b\n\none\n--b--", all).cut_off);
  BOOST_TEST(bodies("Content-Type: multipart/mixed\n\n--guess\n\none\n--guess--") == "one|");
  BOOST_TEST(bodies(head + "no boundary at all") == "");
  BOOST_TEST(all);
}

BOOST_AUTO_TEST_CASE(mime_nesting_and_number_of_parts_are_bounded) {
  bool all = true;
  std::string deep;
  for (int i = 0; i < 100; ++i) {
    const std::string mark = "b" + std::to_string(i) + "x";
    deep += "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n";
  }
  mime::entity_of(deep, all);
  BOOST_TEST(!all);
  all = true;
  const mime::Entity many =
      mime::entity_of("Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\n", 20'000), all);
  BOOST_TEST(many.parts.size() <= 10'000u);
  BOOST_TEST(!all);
}

BOOST_AUTO_TEST_SUITE_END()
