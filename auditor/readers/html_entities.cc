#include "readers/html_entities.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"

namespace readers::html {
namespace {

// Signs, letters of Europe's languages, boxes and ticks: a name, a blank, its character, a blank.
constexpr std::string_view pairs =
    "Abreve Ă Acy А Amacr Ā Aogon Ą Bcy Б Bernoullis ℬ Bscr ℬ CHcy Ч COPY © Cacute Ć CapitalDifferentialD ⅅ "
    "Cayleys ℭ Ccaron Č Ccirc Ĉ Cdot Ċ CenterDot · Cfr ℭ CloseCurlyDoubleQuote ” CloseCurlyQuote ’ Copf ℂ DD ⅅ "
    "DJcy Ђ DScy Ѕ DZcy Џ Darr ↡ Dcaron Ď Dcy Д DiacriticalGrave ` DifferentialD ⅆ Dstrok Đ ENG Ŋ Ecaron Ě Ecy Э "
    "Edot Ė Emacr Ē EmptySmallSquare ◻ EmptyVerySmallSquare ▫ Eogon Ę Escr ℰ ExponentialE ⅇ Fcy Ф "
    "FilledSmallSquare ◼ FilledVerySmallSquare ▪ Fouriertrf ℱ Fscr ℱ GJcy Ѓ Gbreve Ğ Gcedil Ģ Gcirc Ĝ Gcy Г "
    "Gdot Ġ HARDcy Ъ Hat ^ Hcirc Ĥ Hfr ℌ HilbertSpace ℋ Hopf ℍ HorizontalLine ─ Hscr ℋ Hstrok Ħ IEcy Е IJlig Ĳ "
    "IOcy Ё Icy И Idot İ Ifr ℑ Im ℑ Imacr Ī ImaginaryI ⅈ Iogon Į Iscr ℐ Itilde Ĩ Iukcy І Jcirc Ĵ Jcy Й Jsercy Ј "
    "Jukcy Є KHcy Х KJcy Ќ Kcedil Ķ Kcy К LJcy Љ Lacute Ĺ Laplacetrf ℒ Larr ↞ Lcaron Ľ Lcedil Ļ Lcy Л Lmidot Ŀ "
    "Lscr ℒ Lsh ↰ Lstrok Ł Mcy М Mellintrf ℳ Mscr ℳ NJcy Њ Nacute Ń Ncaron Ň Ncedil Ņ Ncy Н Nopf ℕ Ocy О "
    "Odblac Ő Omacr Ō OpenCurlyDoubleQuote “ OpenCurlyQuote ‘ OverBar ‾ Pcy П Poincareplane ℌ Popf ℙ Qopf ℚ "
    "REG ® Racute Ŕ Rarr ↠ Rcaron Ř Rcedil Ŗ Rcy Р Re ℜ Rfr ℜ Ropf ℝ Rscr ℛ Rsh ↱ SHCHcy Щ SHcy Ш SOFTcy Ь "
    "Sacute Ś Scedil Ş Scirc Ŝ Scy С Square □ TRADE ™ TSHcy Ћ TScy Ц Tcaron Ť Tcedil Ţ Tcy Т Tstrok Ŧ Uarr ↟ "
    "Ubrcy Ў Ubreve Ŭ Ucy У Udblac Ű Umacr Ū UnderBar _ Uogon Ų Uring Ů Utilde Ũ Vcy В Verbar ‖ Vert ‖ "
    "VerticalLine | VerticalSeparator ❘ Wcirc Ŵ YAcy Я YIcy Ї YUcy Ю Ycirc Ŷ Ycy Ы ZHcy Ж Zacute Ź Zcaron Ž "
    "Zcy З Zdot Ż Zfr ℨ Zopf ℤ abreve ă acy а aleph ℵ amacr ā aogon ą ast * backprime ‵ bcy б bernou ℬ beth ℶ "
    "bigcirc ◯ bigstar ★ bigtriangledown ▽ bigtriangleup △ blacksquare ▪ blacktriangle ▴ blacktriangledown ▾ "
    "blacktriangleleft ◂ blacktriangleright ▸ blk12 ▒ blk14 ░ blk34 ▓ block █ boxDL ╗ boxDR ╔ boxDl ╖ boxDr ╓ "
    "boxH ═ boxHD ╦ boxHU ╩ boxHd ╤ boxHu ╧ boxUL ╝ boxUR ╚ boxUl ╜ boxUr ╙ boxV ║ boxVH ╬ boxVL ╣ boxVR ╠ "
    "boxVh ╫ boxVl ╢ boxVr ╟ boxdL ╕ boxdR ╒ boxdl ┐ boxdr ┌ boxh ─ boxhD ╥ boxhU ╨ boxhd ┬ boxhu ┴ boxuL ╛ "
    "boxuR ╘ boxul ┘ boxur └ boxv │ boxvH ╪ boxvL ╡ boxvR ╞ boxvh ┼ boxvl ┤ boxvr ├ bprime ‵ bullet • cacute ć "
    "ccaron č ccirc ĉ cdot ċ centerdot · chcy ч check ✓ checkmark ✓ cir ○ circledR ® clubsuit ♣ colon : comma , "
    "commat @ complexes ℂ copysr ℗ cross ✗ daleth ℸ dash ‐ dcaron ď dcy д dd ⅆ ddagger ‡ ddarr ⇊ dharl ⇃ dharr ⇂ "
    "diamondsuit ♦ djcy ђ dollar $ dscy ѕ dstrok đ dtri ▿ dtrif ▾ duarr ⇵ dzcy џ ecaron ě ecy э edot ė ee ⅇ "
    "ell ℓ emacr ē eng ŋ eogon ę equals = escr ℯ excl ! expectation ℰ exponentiale ⅇ fcy ф female ♀ flat ♭ "
    "fltns ▱ frac13 ⅓ frac15 ⅕ frac16 ⅙ frac18 ⅛ frac23 ⅔ frac25 ⅖ frac35 ⅗ frac38 ⅜ frac45 ⅘ frac56 ⅚ frac58 ⅝ "
    "frac78 ⅞ gbreve ğ gcirc ĝ gcy г gdot ġ gimel ℷ gjcy ѓ grave ` gscr ℊ half ½ hamilt ℋ hardcy ъ harrw ↭ "
    "hbar ℏ hcirc ĥ heartsuit ♥ hoarr ⇿ horbar ― hslash ℏ hstrok ħ hyphen ‐ icy и iecy е iff ⇔ ii ⅈ iiota ℩ "
    "ijlig ĳ imacr ī imagline ℐ imagpart ℑ imath ı incare ℅ inodot ı integers ℤ iocy ё iogon į itilde ĩ iukcy і "
    "jcirc ĵ jcy й jsercy ј jukcy є kcedil ķ kcy к kgreen ĸ khcy х kjcy ќ lAarr ⇚ lacute ĺ lagran ℒ larrb ⇤ "
    "lbbrk ❲ lbrace { lbrack [ lcaron ľ lcedil ļ lcub { lcy л ldquor „ ldsh ↲ lhard ↽ lharu ↼ lhblk ▄ ljcy љ "
    "llarr ⇇ lltri ◺ lmidot ŀ loarr ⇽ lowbar _ lozenge ◊ lpar ( lrarr ⇆ lrhar ⇋ lsh ↰ lsqb [ lsquor ‚ lstrok ł "
    "ltri ◃ ltrif ◂ male ♂ malt ✠ maltese ✠ map ↦ marker ▮ mcy м mho ℧ midast * mldr … nacute ń napos ŉ natur ♮ "
    "natural ♮ naturals ℕ ncaron ň ncedil ņ ncy н neArr ⇗ nearr ↗ nhArr ⇎ nharr ↮ njcy њ nlArr ⇍ nlarr ↚ nldr ‥ "
    "nrArr ⇏ nrarr ↛ num # numero № nwArr ⇖ nwarr ↖ ocy о odblac ő olarr ↺ omacr ō orarr ↻ order ℴ orderof ℴ "
    "oscr ℴ pcy п percnt % period . pertenk ‱ phmmat ℳ phone ☎ planck ℏ planckh ℎ plankv ℏ plus + primes ℙ "
    "quaternions ℍ quest ? rAarr ⇛ racute ŕ rarrb ⇥ rarrw ↝ rationals ℚ rbbrk ❳ rbrace } rbrack ] rcaron ř "
    "rcedil ŗ rcub } rcy р rdquor ” rdsh ↳ realine ℛ realpart ℜ reals ℝ rect ▭ rhard ⇁ rharu ⇀ rlarr ⇄ rlhar ⇌ "
    "roarr ⇾ rpar ) rrarr ⇉ rsh ↱ rsqb ] rsquor ’ rtri ▹ rtrif ▸ rx ℞ sacute ś scedil ş scirc ŝ scy с seArr ⇘ "
    "searr ↘ semi ; sext ✶ sharp ♯ shchcy щ shcy ш slarr ← softcy ь sol / spadesuit ♠ squ □ square □ squarf ▪ "
    "squf ▪ srarr → star ☆ starf ★ sung ♪ swArr ⇙ swarr ↙ tcaron ť tcedil ţ tcy т tprime ‴ triangle ▵ "
    "triangledown ▿ triangleleft ◃ triangleright ▹ tridot ◬ tscy ц tshcy ћ tstrok ŧ ubrcy ў ubreve ŭ ucy у "
    "udarr ⇅ udblac ű uharl ↿ uharr ↾ uhblk ▀ ultri ◸ umacr ū uogon ų uring ů urtri ◹ utilde ũ utri ▵ utrif ▴ "
    "uuarr ⇈ vArr ⇕ varr ↕ vcy в verbar | vert | wcirc ŵ wp ℘ xcirc ◯ xdtri ▽ xutri △ yacy я ycirc ŷ ycy ы "
    "yicy ї yucy ю zacute ź zcaron ž zcy з zdot ż zeetrf ℨ zhcy ж";

// Names that browsers take without their semicolon too.
constexpr std::string_view old_names =
    "AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc "
    "Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml "
    "Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg "
    "divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo "
    "lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound "
    "quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml";

constexpr std::size_t longest_name = 24;

using Names = std::unordered_map<std::string_view, std::string_view>;

Names made_names() {
  Names names;
  for (std::string_view rest = pairs; !rest.empty();) {
    const std::size_t blank = rest.find(' ');
    const std::size_t end = std::min(rest.find(' ', blank + 1), rest.size());
    names.emplace(rest.substr(0, blank), rest.substr(blank + 1, end - blank - 1));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

std::unordered_set<std::string_view> made_old_names() {
  std::unordered_set<std::string_view> names;
  for (std::string_view rest = old_names; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    names.insert(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

// The character of a number from 128 to 159, as in "#150" or "#x96": what windows-1252 has there is meant, since
// Unicode has controls. 0 for other numbers.
char32_t meant_by_number(std::string_view name) {
  static constexpr char32_t characters[] = {0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                            0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17D,  0,
                                            0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};
  if (!name.starts_with('#')) return 0;
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  unsigned value = 0;
  const char* end = name.data() + name.size();
  if (std::from_chars(name.data(), end, value, hexadecimal ? 16 : 10).ptr != end) return 0;
  return value >= 128 && value < 160 ? characters[value - 128] : 0;
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

void resolve_entities(std::string& page) {
  static const Names names = made_names();
  static const std::unordered_set<std::string_view> without_semicolon = made_old_names();
  std::string kept;
  std::size_t from = 0;
  for (std::size_t at = page.find('&'); at != std::string::npos; at = page.find('&', at + 1)) {
    std::size_t end = at + 1;
    if (end < page.size() && page[end] == '#') ++end;
    while (end < page.size() && end - at < longest_name && is_name_letter(page[end])) ++end;
    const std::string_view name = std::string_view(page).substr(at + 1, end - at - 1);
    const bool ended = end < page.size() && page[end] == ';';
    std::string character;
    if (const char32_t meant = meant_by_number(name); meant != 0) {
      base::append_utf8(character, meant);
    } else if (const auto found = names.find(name); ended && found != names.end()) {
      character = found->second;
    } else if (!ended && (end == page.size() || page[end] != '=') && without_semicolon.count(name) > 0) {
      character = "&" + std::string(name) + ";";
    }
    if (character.empty()) continue;
    kept.append(page, from, at - from);
    kept += character;
    from = ended ? end + 1 : end;
  }
  if (from == 0) return;
  kept.append(page, from);
  page = std::move(kept);
}

}  // namespace readers::html
