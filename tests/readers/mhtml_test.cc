#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "document/dump.h"
#include "readers/format.h"
#include "readers/goldens.h"
#include "readers/reader.h"

namespace {

std::string text(const std::string& bytes) {
  auto read = readers::read(bytes, "a.mht");
  return read ? read.value().text : "refused: " + read.error().one_line();
}

const std::string related = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b";
const std::string html = "--b\nContent-Type: text/html";

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(mhtml_golden_files) {
  for (const char* extension : {".mht", ".mhtml", ".eml"}) check_goldens("mhtml", extension, readers::read_mhtml);
}

BOOST_AUTO_TEST_CASE(mhtml_body_is_chosen) {
  const std::string alternative = "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n";
  const std::vector<std::pair<std::string, std::string>> cases = {
      // The root: named, or the first page.
      {related + "; start=\"<two>\"\n\n" + html + "\n\n<p>One\n" + html + "\nContent-ID: <two>\n\n<p>Two\n--b--",
       "Two"},
      {related + "\n\n--b\nContent-Type: image/png\n\nx\n" + html + "\n\n<p>Page\n--b--", "Page"},
      // The richest branch that says something.
      {alternative + "--b\n\nPlain\n" + html + "\n\n<p>Rich\n--b--", "Rich"},
      {alternative + html + "\n\n<p>Rich\n--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--b--", "Rich"},
      {alternative + "--b\n\nPlain\n" + html + "\n\n<p><img src=x></p>\n--b--", "Plain"},
      // One body, in its own encoding; the transfer encoding before the page's own words.
      {"MIME-Version: 1.0\nContent-Type: text/html; charset=koi8-r\n\n<meta charset=utf-8><p>\xF0\xD2\xC9\xD7\xC5\xD4",
       "Привет"},
      {"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nWm/Dqw==",
       "Zoë"},
      {"MIME-Version: 1.0\n\nNo type is plain text.", "No type is plain text."},
      {"MIME-Version: 1.0\nContent-Type: text/html; charset=unheard-of\n\n<p>mum\x92s", "mum’s"},
      // Frames: those inside the archive once, and none that shows itself for ever.
      {related + "\n\n" + html + "\nContent-Location: http://x/a.htm\n\n<frameset><frame src=b.htm><frame src=a.htm>" +
           "<frame src=b.htm></frameset>\n" + html + "\nContent-Location: http://x/b.htm\n\n<p>Framed</p>\n--b--",
       "Framed"},
  };
  for (const auto& [bytes, expected] : cases) BOOST_TEST(text(bytes) == expected);
}

BOOST_AUTO_TEST_CASE(mhtml_says_what_it_left_out) {
  auto notes = [](const std::string& bytes) {
    std::string out;
    const auto read = readers::read_mhtml(bytes, "a.mht");
    for (const document::Note& note : read.value().notes) out += note.message + "|";
    return out;
  };
  BOOST_TEST(notes(related + "\n\n" + html + "\n\n<p>Words <iframe src='http://elsewhere/x'></iframe>\n--b--") ==
             "pages shown in frames are not part of this file and were not read|");
  BOOST_TEST(notes(related + "\n\n" + html + "\n\n<p>Cut o") == "the file is cut off: its end may be missing|");
  BOOST_TEST(notes("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nWords\n--b\nContent-Type: "
                   "application/pdf\n\n%PDF\n--b--") == "attached files are not read|");
}

BOOST_AUTO_TEST_CASE(mhtml_refusals) {
  BOOST_TEST(text("MIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--") ==
             "refused: a.mht: is encrypted; save it decrypted");
  BOOST_TEST(text("MIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIx") ==
             "refused: a.mht: is encrypted; save it decrypted");
  BOOST_TEST(text(related + "\n\n--b--").starts_with("refused: a.mht: holds no text"));
}

BOOST_AUTO_TEST_CASE(mhtml_messages_in_messages_are_bounded) {
  std::string bytes = "MIME-Version: 1.0\n";
  for (int i = 0; i < 50; ++i) bytes += "Content-Type: message/rfc822\n\n";
  auto read = readers::read_mhtml(bytes + "Content-Type: text/plain\n\nInnermost", "a.eml");
  BOOST_TEST_REQUIRE(read.ok());
  BOOST_TEST(read.value().text == "");
  BOOST_TEST(read.value().notes.at(0).message ==
             "of the messages inside this message not all were read: save them as files");
}

BOOST_AUTO_TEST_SUITE_END()
