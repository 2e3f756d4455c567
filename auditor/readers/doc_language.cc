#include "readers/doc_language.h"

namespace readers::doc {

int code_page_of_language(std::uint16_t language) {
  switch (language & 0x3FF) {  // without the country
    case 0x04:                 // Chinese: Taiwan, Hong Kong and Macau write it in traditional signs
      return language == 0x0404 || language == 0x0C04 || language == 0x1404 ? 950 : 936;
    case 0x11:
      return 932;
    case 0x12:
      return 949;
    case 0x1E:
      return 874;
    case 0x08:
      return 1253;
    case 0x1F:
      return 1254;
    case 0x0D:
      return 1255;
    case 0x01:
    case 0x29:
    case 0x20:
      return 1256;
    case 0x25:
    case 0x26:
    case 0x27:
      return 1257;
    case 0x2A:
      return 1258;
    case 0x02:  // Bulgarian, Russian, Ukrainian, Belarusian, Macedonian
    case 0x19:
    case 0x22:
    case 0x23:
    case 0x2F:
      return 1251;
    case 0x05:  // Czech, Hungarian, Polish, Romanian, Slovak, Albanian, Slovene
    case 0x0E:
    case 0x15:
    case 0x18:
    case 0x1B:
    case 0x1C:
    case 0x24:
      return 1250;
    case 0x1A:  // Croatian and Serbian, the latter in either script
      return language == 0x0C1A ? 1251 : 1250;
    default:
      return 1252;
  }
}

}  // namespace readers::doc
