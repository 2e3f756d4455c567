// Texts in the encodings that people still meet, made by ICU's converters and read without being told.
#include "readers/encoding_guess.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "readers/encoding.h"
#include "readers/encoding_extra.h"
#include "readers/encoding_likelihood.h"
#include "readers/reader.h"

namespace {

using readers::Declares;

std::string encoded(std::string_view text, const char* encoding) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string out(text.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  BOOST_TEST_REQUIRE(U_SUCCESS(status));
  const std::int32_t size = wide.extract(out.data(), static_cast<std::int32_t>(out.size()), converter, status);
  ucnv_close(converter);
  BOOST_TEST_REQUIRE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

struct Language {
  const char* text;
  std::vector<const char*> encodings;
};

const std::vector<Language>& languages() {
  static const std::vector<Language> all = {
      {"The mother said it was “fine” – the father didn’t agree, and paid £20 for the café.", {"windows-1252"}},
      {"Die Mutter möchte während der Prüfung zu Hause bleiben; das Mädchen hört gern Geschichten und läuft täglich.",
       {"windows-1252", "iso-8859-1", "ibm-850", "ibm-437", "macintosh", "ibm-273", "ibm-500", "ibm-37"}},
      {"La mère a déclaré que l'élève était très fatigué après la rentrée et qu'il préférait être reçu à l'école.",
       {"windows-1252", "ibm-850", "ibm-863", "macintosh", "ibm-297"}},
      {"A mãe não está satisfeita com a situação; as crianças têm de ir à escola até às três.",
       {"windows-1252", "ibm-860"}},
      {"Moren sier at hun ikke får sove når barna gråter; søsteren bør hjelpe på kvelden.",
       {"windows-1252", "ibm-865"}},
      {"Matka powiedziała, że córka źle się czuła i nie chciała iść do szkoły, więc została w domu z babcią.",
       {"windows-1250", "iso-8859-2", "ibm-852", "x-mac-centraleurroman"}},
      {"Matka říká, že dítě bylo včera večer unavené a nechtělo jít do školy; otec s tím souhlasí.",
       {"windows-1250", "iso-8859-2", "ibm-852"}},
      {"Az édesanya elmondta, hogy a kislány rosszul érezte magát, és nem akart iskolába menni, ezért otthon őrizte.",
       {"windows-1250", "ibm-852"}},
      {"Anne, çocuğun dün akşam çok yorgun olduğunu ve okula gitmek istemediğini söyledi.",
       {"windows-1254", "ibm-857", "ibm-1026"}},
      {"Motina pasakė, kad vaikas vakar buvo labai pavargęs ir nenorėjo eiti į mokyklą, todėl liko namuose.",
       {"windows-1257", "iso-8859-13", "ibm-775"}},
      {"Η μητέρα είπε ότι το παιδί ήταν πολύ κουρασμένο και δεν ήθελε να πάει στο σχολείο.",
       {"windows-1253", "iso-8859-7", "ibm-737", "ibm-869", "x-mac-greek", "ibm-875"}},
      {"Мать сказала, что ребёнок вчера очень устал и не хотел идти в школу, поэтому остался дома с бабушкой.",
       {"windows-1251", "koi8-r", "iso-8859-5", "ibm-866", "ibm-855", "x-mac-cyrillic"}},
      {"Мати сказала, що дитина вчора дуже втомилася і не хотіла йти до школи, тому її залишили вдома.",
       {"windows-1251", "koi8-u", "ibm-1125"}},
      {"האם אמרה שהילד היה עייף מאוד אתמול ולא רצה ללכת לבית הספר ולכן נשאר בבית.",
       {"windows-1255", "iso-8859-8", "ibm-862", "ibm-424"}},
      {"قالت الأم إن الطفل كان متعبا جدا أمس ولم يرد الذهاب إلى المدرسة ولذلك بقي في البيت.",
       {"windows-1256", "iso-8859-6"}},
      {"แม่บอกว่าเด็กเหนื่อยมากเมื่อวานนี้และไม่อยากไปโรงเรียนจึงอยู่บ้านกับยาย", {"windows-874"}},
      {"母親は、子どもが昨日とても疲れていて学校に行きたくなかったと話した。",
       {"windows-31j", "euc-jp", "ISO-2022-JP", "UTF-16LE"}},
      {"母亲说孩子昨天很累，不想去上学，所以和外婆一起留在家里。",
       {"gb18030", "HZ", "UTF-16LE", "UTF-16BE", "UTF-32LE"}},
      {"母親說孩子昨天很累，不想去上學，所以和外婆一起留在家裡。", {"big5", "euc-tw"}},
      {"어머니는 아이가 어제 매우 피곤해서 학교에 가고 싶어 하지 않았다고 말했다.",
       {"windows-949", "ISO-2022-KR", "UTF-16BE"}},
      {"Мать сказала, что ребёнок вчера очень устал.", {"UTF-16LE", "UTF-32BE", "UTF-7"}},
  };
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(encoding_is_guessed_from_the_text_itself) {
  std::size_t count = 0;
  for (const Language& language : languages()) {
    for (const char* encoding : language.encodings) {
      ++count;
      const std::string bytes = encoded(language.text, encoding);
      BOOST_TEST_CONTEXT(encoding) {
        BOOST_TEST(readers::to_utf8(bytes, Declares::nothing).text == language.text);
        BOOST_TEST(readers::name_of(readers::sniff(bytes, "a.txt")) == "text");
      }
    }
  }
  BOOST_TEST(count >= 60u);
}

BOOST_AUTO_TEST_CASE(encoding_of_one_sign_in_english_is_that_of_windows) {
  for (const char* text :
       {"Mum paid £20 for it.", "Dad’s car", "It was 38° today.", "Zoë was seen.", "André and Chloë left.", "½ a day",
        "José Muñoz lives with his aunt, Begoña.", "Père Noël", "• one", "Smith © 2003", "€500 a month", "A – B"}) {
    BOOST_TEST(readers::to_utf8(encoded(text, "windows-1252"), Declares::nothing).text == text);
  }
}

BOOST_AUTO_TEST_CASE(encoding_that_a_page_declares_is_believed_unless_it_makes_nonsense) {
  const std::string russian = languages()[11].text;
  const std::string page = "<meta charset=iso-8859-1><p>";
  BOOST_TEST(readers::to_utf8(page + encoded(russian, "windows-1251"), Declares::markup).text == page + russian);
  const std::string koi = "<meta charset=koi8-r><p>";
  BOOST_TEST(readers::to_utf8(koi + encoded(russian, "koi8-r"), Declares::markup).text == koi + russian);
  // Told from outside, and wrongly.
  BOOST_TEST(readers::to_utf8(encoded(russian, "koi8-r"), Declares::nothing, "koi8-r").text == russian);
  BOOST_TEST(readers::to_utf8(encoded(russian, "koi8-r"), Declares::nothing, "windows-1252").text == russian);
  BOOST_TEST(readers::to_utf8("plain", Declares::nothing, "utf-16").text == "plain");
}

BOOST_AUTO_TEST_CASE(encoding_page_in_ebcdic_is_a_page) {
  const std::string page =
      "<html><head><title>A record</title></head><body><p>The child was seen at home.</p></body></html>";
  const auto read = readers::read(encoded(page, "ibm-37"), "a.html");
  BOOST_TEST_REQUIRE(read.ok());
  BOOST_TEST(read.value().format == "html");
  BOOST_TEST(read.value().text == "The child was seen at home.");
}

BOOST_AUTO_TEST_CASE(encoding_zero_bytes_and_signs_do_not_mislead) {
  using namespace std::string_literals;
  const std::string text = "Mum’s car\0 and the café; Zoë’s school.\n"s;
  BOOST_TEST(readers::to_utf8(text, Declares::nothing).text == text);
  const std::string signs = "@@@ write to @ann @bob @cleo @dave @@@@ at@home @@";
  BOOST_TEST(readers::to_utf8(signs, Declares::nothing).text == signs);
}

BOOST_AUTO_TEST_CASE(encoding_signs_of_plain_text_are_no_escapes) {
  for (const char* text :
       {"C++ and +44 20 7946 0000 - ring-", "a+b-c, 1+1-2 = 0", "~{curly}~ braces", "~/.profile ~{"}) {
    BOOST_TEST(readers::to_utf8(text, Declares::nothing).text == text);
  }
  const std::string smuggled = "+ADw-script+AD4-";
  BOOST_TEST(readers::to_utf8(smuggled, Declares::markup).text == smuggled);
}

BOOST_AUTO_TEST_CASE(encoding_random_bytes_are_no_text) {
  std::string bytes;
  std::uint32_t state = 7;
  for (int i = 0; i < 4096; ++i) {
    state = state * 1664525u + 1013904223u;
    bytes += static_cast<char>(state >> 24);
  }
  BOOST_TEST(readers::guessed_encoding(bytes, false).encoding == "");
  BOOST_TEST(readers::name_of(readers::sniff(bytes, "a.txt")) == "unknown");
}

BOOST_AUTO_TEST_CASE(encodings_beyond_icus) {
  auto decoded = [](std::string_view bytes, const char* encoding) {
    std::string out;
    icu::UnicodeString wide;
    const auto text = readers::decoded_here(bytes, encoding);
    if (!text) return std::string("none");
    for (char32_t c : *text) wide.append(static_cast<UChar32>(c));
    return wide.toUTF8String(out);
  };
  // "한글", the letters of one syllable, a Chinese character, a symbol, and bytes that are nothing.
  BOOST_TEST(decoded("a\xD0\x65\x8B\x69", "johab") == "a한글");
  BOOST_TEST(decoded("\xE0\x31\xD9\x31", "johab") == "伽　");
  BOOST_TEST(decoded("\x88\x20\xD0", "johab") == "\xEF\xBF\xBD \xEF\xBF\xBD");
  BOOST_TEST(decoded("\xAA\xBA\xE3", "iso-8859-16") == "Șșă");
  BOOST_TEST(decoded("\x87\xA0\xDF", "x-mac-icelandic") == "áÝþ");
  BOOST_TEST(decoded("a", "windows-1252") == "none");
}

BOOST_AUTO_TEST_CASE(likelihood_prefers_what_people_write) {
  BOOST_TEST(readers::likelihood(U"") == 0.0);
  BOOST_TEST(readers::likelihood(U"the child") > readers::likelihood(U"xqj zvkqw"));
  BOOST_TEST(readers::likelihood(U"ребёнок") > readers::likelihood(U"ðåá¸íîê"));
  BOOST_TEST(readers::likelihood(U"Прывет") > readers::likelihood(U"пРЫВЕТ"));
}

BOOST_AUTO_TEST_SUITE_END()
