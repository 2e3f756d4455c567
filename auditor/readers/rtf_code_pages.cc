// Code pages of \fcharset by the RTF specification 1.9.1; ICU's names for them are those of its converter explorer.
#include "readers/rtf_code_pages.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

#include "base/utf8.h"

namespace readers::rtf {
namespace {

struct Named {
  int code_page;
  const char* name;
};

constexpr std::array icu_names = {
    Named{1252, "windows-1252"},  // and those that are not known
    Named{437, "ibm-437"},
    Named{708, "iso-8859-6"},
    Named{720, "ibm-720"},
    Named{737, "ibm-737"},
    Named{775, "ibm-775"},
    Named{819, "windows-1252"},
    Named{850, "ibm-850"},
    Named{852, "ibm-852"},
    Named{855, "ibm-855"},
    Named{857, "ibm-857"},
    Named{858, "ibm-858"},
    Named{860, "ibm-860"},
    Named{861, "ibm-861"},
    Named{862, "ibm-862"},
    Named{863, "ibm-863"},
    Named{864, "ibm-864"},
    Named{865, "ibm-865"},
    Named{866, "ibm-866"},
    Named{869, "ibm-869"},
    Named{874, "windows-874"},
    Named{932, "ibm-943_P15A-2003"},
    Named{936, "windows-936"},
    Named{949, "windows-949"},
    Named{950, "windows-950"},
    Named{1250, "windows-1250"},
    Named{1251, "windows-1251"},
    Named{1253, "windows-1253"},
    Named{1254, "windows-1254"},
    Named{1255, "windows-1255"},
    Named{1256, "windows-1256"},
    Named{1257, "windows-1257"},
    Named{1258, "windows-1258"},
    Named{10000, "macintosh"},
    Named{10001, "ibm-943_P15A-2003"},
    Named{10002, "windows-950"},
    Named{10003, "windows-949"},
    Named{10006, "x-mac-greek"},
    Named{10007, "x-mac-cyrillic"},
    Named{10008, "windows-936"},
    Named{10029, "x-mac-centraleurroman"},
    Named{10081, "x-mac-turkish"},
    Named{20866, "koi8-r"},
    Named{20932, "euc-jp"},
    Named{21866, "koi8-u"},
    Named{code_page_latin1, "iso-8859-1"},
    Named{28592, "iso-8859-2"},
    Named{28595, "iso-8859-5"},
    Named{28597, "iso-8859-7"},
    Named{28599, "iso-8859-9"},
    Named{28605, "iso-8859-15"},
    Named{51949, "euc-kr"},
    Named{54936, "gb18030"},
    Named{code_page_utf8, "UTF-8"},
};

// A charset and its code page.
constexpr std::array<std::pair<int, int>, 31> charsets = {{
    {0, 1252},   {77, 10000}, {78, 10001}, {79, 10003}, {80, 10008}, {81, 10002}, {83, 1255},  {84, 1256},
    {85, 10006}, {86, 10081}, {87, 874},   {88, 10029}, {89, 10007}, {128, 932},  {129, 949},  {134, 936},
    {136, 950},  {161, 1253}, {162, 1254}, {163, 1258}, {177, 1255}, {178, 1256}, {179, 1256}, {180, 1256},
    {181, 1255}, {186, 1257}, {204, 1251}, {222, 874},  {238, 1250}, {254, 437},  {255, 850},
}};

const Named& named(int code_page) {
  const auto* at = std::find_if(icu_names.begin(), icu_names.end(),
                                [&](const Named& known) { return known.code_page == code_page; });
  return at == icu_names.end() ? icu_names.front() : *at;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void append(std::u16string_view wide, std::string& out) {
  for (std::size_t i = 0; i < wide.size(); ++i) {
    char32_t c = wide[i];
    bool pair = c >= 0xD800 && c < 0xDC00 && i + 1 < wide.size() && wide[i + 1] >= 0xDC00 && wide[i + 1] < 0xE000;
    if (pair) c = 0x10000 + ((c - 0xD800) << 10) + (static_cast<char32_t>(wide[++i]) - 0xDC00);
    base::append_utf8(out, c);
  }
}

// Feeds the converter, which keeps what it can't decode yet.
void convert(UConverter* converter, std::string_view bytes, std::string& out) {
  std::array<char16_t, 1'024> wide{};
  const char* source = bytes.data();
  const char* end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char16_t* target = wide.data();
    ucnv_toUnicode(converter, &target, wide.data() + wide.size(), &source, end, nullptr, 0, &status);
    append({wide.data(), static_cast<std::size_t>(target - wide.data())}, out);
  }
}

}  // namespace

int code_page_of_charset(int charset) {
  for (auto [known, code_page] : charsets) {
    if (known == charset) return code_page;
  }
  return 0;
}

Decoder::Page& Decoder::page(int code_page) {
  const Named& known = named(code_page);
  auto [at, created] = pages_.try_emplace(known.code_page);
  Page& page = at->second;
  if (!created) return page;
  UErrorCode status = U_ZERO_ERROR;
  page.converter.reset(ucnv_open(known.name, &status));
  assert(U_SUCCESS(status));
  page.one_byte = ucnv_getMaxCharSize(page.converter.get()) == 1;
  if (!page.one_byte) return page;
  for (unsigned byte = 0; byte < 256; ++byte) {
    char c = static_cast<char>(byte);
    convert(page.converter.get(), {&c, 1}, page.characters[byte]);
  }
  return page;
}

void Decoder::decode(int code_page, std::string_view bytes, std::string& out) {
  if (code_page != last_code_page_) {
    interrupt();
    last_ = &page(code_page);
    last_code_page_ = code_page;
  }
  if (!begun_ && is_ascii(bytes)) {
    out += bytes;
  } else if (last_->one_byte) {
    for (char c : bytes) out += last_->characters[static_cast<unsigned char>(c)];
  } else {
    convert(last_->converter.get(), bytes, out);
    UErrorCode status = U_ZERO_ERROR;
    begun_ = ucnv_toUCountPending(last_->converter.get(), &status) > 0;
  }
}

void Decoder::interrupt() {
  if (begun_) ucnv_resetToUnicode(last_->converter.get());
  begun_ = false;
}

}  // namespace readers::rtf
