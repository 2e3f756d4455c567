#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "base/limit.h"
#include "document/dump.h"
#include "readers/format.h"
#include "readers/goldens.h"

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string dump(std::string_view bytes) {
  base::Result<document::Document> document = readers::read_rtf(bytes, "a.rtf");
  if (!document.ok()) return "refused " + document.error().one_line() + "\n";
  return document::dump(document.value());
}

const std::string fonts =
    "{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset2 Wingdings;}"
    "{\\f3\\fcharset204 Times New Roman CYR;}{\\f4\\fcharset128 MS Mincho;}{\\f5\\fcharset238 Arial CE;}"
    "{\\f6\\fnil\\cpg1253\\fcharset0 Arial Greek;}}";

// A document with that table of fonts.
std::string document(const std::string& body) {
  return "{\\rtf1\\ansi\\ansicpg1252\\deff0" + fonts + "\n" + body + "}";
}

void check(const std::string& body, const std::string& expected) {
  BOOST_TEST(dump(document(body)) == expected);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(rtf_golden_files) {
  check_goldens("rtf", ".rtf", readers::read_rtf);
}

BOOST_AUTO_TEST_CASE(rtf_paragraphs_and_line_ends) {
  check("First\r\n part\\par\nSecond\\line below\\\n\\pard Third\\sect Last",
        "paragraph [First part]\nparagraph [Second\\nbelow]\nparagraph [Third]\nparagraph [Last]\n");
}

BOOST_AUTO_TEST_CASE(rtf_characters_with_names) {
  check(
      "a\\emdash b\\endash c \\lquote d\\rquote  \\ldblquote e\\rdblquote\\~f\\_g\\-h \\bullet\\tab i \\{j\\}\\\\\\par",
      "paragraph [a—b–c ‘d’ “e” f-gh • i {j}\\]\n");
}

BOOST_AUTO_TEST_CASE(rtf_bytes_are_of_the_fonts_code_page) {
  check("caf\\'e9 \\f3\\'cc\\'e8\\'f0\\f0  \\f5\\'b3ód\\'9f\\f0", "paragraph [café Мир łódź]\n");
  check("{\\f4\\'93\\'fa\\'96{\\b\\'7b}\\'8cJ} {\\f6\\'e1\\'e2}", "paragraph [日本繰 αβ]\n");
  check("{\\f1\\'b7} {\\f2\\'a8\\'fe}", "paragraph [• ☐☑]\n");
  BOOST_TEST(dump("{\\rtf1\\mac caf\\'8e}") == "paragraph [café]\n");
  BOOST_TEST(dump("{\\rtf1\\pc caf\\'82}") == "paragraph [café]\n");
  BOOST_TEST(dump("{\\rtf1\\pca \\'9b}") == "paragraph [ø]\n");
  BOOST_TEST(dump("{\\rtf1\\ansi\\ansicpg936 \\'c4\\'e3}") == "paragraph [你]\n");
  BOOST_TEST(dump("{\\rtf1\\ansi\\ansicpg65001 \\'e2\\'80\\'99}") == "paragraph [’]\n");
  // Fonts by their names, as before charsets; the default one where text names none.
  BOOST_TEST(
      dump("{\\rtf1\\ansi\\deff2{\\fonttbl{\\f1 Arial;}{\\f2\\froman Times Cyr;}}\\pard \\'cc\\'e8\\'f0\\f1\\'e9}") ==
      "paragraph [Мирé]\n");
  // A writer that knows one charset means the document's code page; unknown pages are windows-1252.
  BOOST_TEST(dump("{\\rtf1\\ansicpg1251{\\fonttbl{\\f0\\fcharset0 A;}}\\f0\\'cc\\'e8\\'f0}") == "paragraph [Мир]\n");
  BOOST_TEST(dump("{\\rtf1\\ansicpg99999 caf\\'e9}") == "paragraph [café]\n");
}

BOOST_AUTO_TEST_CASE(rtf_utf8_written_as_it_is) {
  BOOST_TEST(dump("{\\rtf1\\ansi mum’s café \\'e9}") == "paragraph [mum’s café é]\n");
  BOOST_TEST(dump("{\\rtf1\\ansi mum\x92s caf\xE9}") == "paragraph [mum’s café]\n");
}

BOOST_AUTO_TEST_CASE(rtf_unicode_and_its_fallbacks) {
  check("\\u8217 ?s \\uc2\\u8212 ab- {\\uc0\\u8364}\\u960\\'70\\'69.", "paragraph [’s —- €π.]\n");
  check("{\\uc3\\u65 b}c", "paragraph [Ac]\n");
  check("\\u-10179 ?\\u-8704 ? \\u55357?\\u56832?", "paragraph [😀 😀]\n");
  check("\\u9746\\par \\u9744\\emdash\\cell", "paragraph [☒]\ncell t0 r0 c0 [☐]\n");
  check("\\u-3928 ?\\u-8704 ?.", "paragraph [☐.]\n");
  check("{\\upr{\\footnote plain}{\\*\\ud{\\footnote Unicode \\u269?}}}Text",
        "paragraph [Text]\nparagraph footnote [Unicode č]\n");
}

BOOST_AUTO_TEST_CASE(rtf_groups_that_are_no_text) {
  check(
      "a{\\*\\unknown{\\b b}c}{\\pict\\wmetafile8 0102{\\*\\blipuid 99}\\bin3 }}}03}d{\\*\\bkmkstart x}{\\unknown e}"
      "{\\nonshppict{\\pict 00}}{\\xe index}{\\stylesheet{\\s0 Normal;}}{\\colortbl;\\red1;}f",
      "paragraph [adef]\n");
}

BOOST_AUTO_TEST_CASE(rtf_headings_by_style_and_outline) {
  const std::string styles =
      "{\\stylesheet{\\ql Normal;}{\\s1\\b\\sbasedon0{\\*\\keycode \\ctrl 1} heading 1,H1,Kop 1;}{\\s2\\sbasedon1 Kop;}"
      "{\\s3\\outlinelevel2 Rubrik 3;}{\\*\\cs4 heading 4;}{\\s5\\sbasedon6 Ring;}{\\s6\\sbasedon5 Ring2;}"
      "{\\s7 List Bullet 2;}}";
  check(styles +
            "\\pard\\s1\\b One\\par\\pard\\plain\\s2 Two\\par\\pard\\s3 Three\\par\\pard\\s4 Four\\par\\pard\\s5 "
            "Five\\par"
            "\\pard\\outlinelevel1 Six\\par\\pard\\s1\\outlinelevel9 Seven\\par\\pard\\s7 Eight\\par",
        "heading 1 [One]\nheading 1 [Two]\nheading 3 [Three]\nparagraph [Four]\nparagraph [Five]\nheading 2 "
        "[Six]\nparagraph [Seven]\nlist_item 2 [Eight]\n");
}

BOOST_AUTO_TEST_CASE(rtf_bold_and_italic_of_whole_paragraphs) {
  check("{\\b Bold}\\par{\\b Part}ly\\par\\b\\i Both\\b0\\par\\plain Plain\\par",
        "paragraph bold [Bold]\nparagraph [Partly]\nparagraph bold italic [Both]\nparagraph [Plain]\n");
}

BOOST_AUTO_TEST_CASE(rtf_lists_show_their_markers) {
  check(
      "{\\listtext\\pard\\plain\\f1 \\'b7\\tab}\\ls1\\ilvl0 One\\par{\\listtext\\f0 o\\tab}\\ilvl1 Two\\par\\pard\\ls2 "
      "{\\listtext 1.1\\tab}Three\\par\\ls2 Continued\\par",
      "list_item 1 [One]\nlist_item 2 [Two]\nlist_item 1 [1.1 Three]\nparagraph [Continued]\n");
  check(
      "\\pard{\\pntext\\f1\\'B7\\tab}{\\*\\pn\\pnlvlblt\\pnf1{\\pntxtb\\'B7}}\\fi-200\\li200 "
      "One\\par{\\pntext\\f1\\'B7\\tab}"
      "Two\\par\\pard{\\pntext 2)\\tab}{\\*\\pn\\pnlvl2\\pndec{\\pntxta )}}Three\\par",
      "list_item 1 [One]\nlist_item 1 [Two]\nlist_item 2 [2) Three]\n");
}

BOOST_AUTO_TEST_CASE(rtf_lists_are_counted_where_no_marker_is_stored) {
  const std::string tables =
      "{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat3{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}"
      "{\\listlevel\\levelnfc4\\levelstartat1{\\leveltext\\'04\\'00.\\'01);}{\\levelnumbers\\'01\\'03;}}{\\listname "
      ";}\\listid77}"
      "{\\list{\\listlevel\\levelnfc23{\\leveltext\\'01\\u-3913 ?;}}\\listid78}}"
      "{\\*\\listoverridetable{\\listoverride\\listid77\\listoverridecount0\\ls1}{\\listoverride\\listid78\\ls2}}";
  check(tables + "\\ls1 One\\par\\ilvl1 Two\\par Three\\par\\ilvl0 Four\\par\\pard\\ls2 Five\\par\\pard\\ls9 Six\\par",
        "list_item 1 [3. One]\nlist_item 2 [3.a) Two]\nlist_item 2 [3.b) Three]\nlist_item 1 [4. Four]\nlist_item 1 "
        "[Five]\nparagraph [Six]\n");
}

BOOST_AUTO_TEST_CASE(rtf_lists_set_by_hand) {
  check("\\pard\\li360\\fi-360\\bullet\\tab One\\par\\li720 1.\\tab Two\\par\\pard \\bullet\\tab Three\\par",
        "list_item 1 [One]\nlist_item 2 [1. Two]\nparagraph [• Three]\n");
}

BOOST_AUTO_TEST_CASE(rtf_tables_by_their_edges) {
  check(
      "Before\\par\\trowd\\trhdr\\cellx1000\\cellx3000\\cellx4000\\pard\\intbl A\\cell B\\cell C\\cell\\row"
      "\\trowd\\cellx1000\\cellx4000\\pard\\intbl D\\cell\\b E\\cell\\row\\pard\\plain After\\par",
      "paragraph [Before]\ncell t0 r0 c0 header [A]\ncell t0 r0 c1 header [B]\ncell t0 r0 c2 header [C]\n"
      "cell t0 r1 c0 [D]\ncell t0 r1 c1 columns=2 bold [E]\nparagraph [After]\n");
  // Rows with equally many cells have the same columns, wherever their edges were dragged to.
  check(
      "\\trowd\\cellx1000\\cellx3000\\intbl A\\cell B\\cell\\row\\trowd\\cellx1500\\cellx3000\\intbl C\\cell "
      "D\\cell\\row",
      "cell t0 r0 c0 [A]\ncell t0 r0 c1 [B]\ncell t0 r1 c0 [C]\ncell t0 r1 c1 [D]\n");
}

BOOST_AUTO_TEST_CASE(rtf_merged_cells) {
  check(
      "\\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\pard\\intbl A\\cell B\\cell\\cell\\row"
      "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\intbl\\cell C\\cell D\\cell\\row",
      "cell t0 r0 c0 rows=2 [A]\ncell t0 r0 c1 columns=2 [B]\ncell t0 r1 c1 [C]\ncell t0 r1 c2 [D]\n");
}

BOOST_AUTO_TEST_CASE(rtf_cells_of_several_paragraphs) {
  check("\\trowd\\cellx1000\\cellx2000\\pard\\intbl One\\par Two\\cell Three\\cell\\row\\pard After",
        "cell t0 r0 c0 [One\\nTwo]\n  paragraph [One]\n  paragraph [Two]\ncell t0 r0 c1 [Three]\nparagraph [After]\n");
  // \intbl forgotten, and a row without an end.
  check("\\trowd\\cellx1000\\cellx2000\\pard One\\cell Two\\par Three\\cell\\row\\trowd\\cellx1000 Four\\cell",
        "cell t0 r0 c0 [One]\ncell t0 r0 c1 [Two\\nThree]\n  paragraph [Two]\n  paragraph [Three]\ncell t0 r1 c0 "
        "[Four]\n");
}

BOOST_AUTO_TEST_CASE(rtf_nested_tables) {
  check(
      "\\trowd\\cellx4000\\cellx6000\\pard\\intbl Outer\\par\\pard\\intbl\\itap2 in 1\\nestcell{\\nonesttables\\par}"
      "\\pard\\intbl\\itap2 in 2\\nestcell{\\nonesttables\\par}"
      "{{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}}\\pard\\intbl\\itap1 "
      "more\\cell beside\\cell\\row\\pard After",
      "cell t0 r0 c0 [Outer\\nin 1\\tin 2\\nmore]\n  paragraph [Outer]\n  cell t1 r0 c0 [in 1]\n  cell t1 r0 c1 [in "
      "2]\n  paragraph [more]\ncell t0 r0 c1 [beside]\nparagraph [After]\n");
}

BOOST_AUTO_TEST_CASE(rtf_adjacent_tables_are_told_apart) {
  check(
      "\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl A\\cell B\\cell C\\cell\\row"
      "\\trowd\\cellx1600\\cellx5000\\pard\\intbl D\\cell E\\cell\\row",
      "cell t0 r0 c0 [A]\ncell t0 r0 c1 [B]\ncell t0 r0 c2 [C]\ncell t1 r0 c0 [D]\ncell t1 r0 c1 [E]\n");
  // Where the rows are numbered, the numbers say which.
  check(
      "\\trowd\\irow0\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl A\\cell B\\cell C\\cell\\row"
      "\\trowd\\irow1\\cellx1600\\cellx3000\\pard\\intbl D\\cell E\\cell\\row",
      "cell t0 r0 c0 [A]\ncell t0 r0 c1 columns=2 [B]\ncell t0 r0 c3 [C]\ncell t0 r1 c0 columns=2 [D]\ncell t0 r1 c2 "
      "columns=2 [E]\n");
}

BOOST_AUTO_TEST_CASE(rtf_headers_and_footers_once_each) {
  check(
      "{\\header\\pard Case 17\\par}{\\headerl\\pard Case 17\\par}{\\headerf Not shown\\par}{\\footer Restricted "
      "\\chpgn\\par}Body\\par\\sect\\sectd\\titlepg{\\headerf First\\par}{\\header Case 17\\par}More\\par",
      "paragraph header [Case 17]\nparagraph [Body]\nparagraph header [First]\nparagraph [More]\nparagraph footer "
      "[Restricted]\n");
}

BOOST_AUTO_TEST_CASE(rtf_notes_follow_their_paragraph) {
  check(
      "Told{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} Foot}}{\\*\\atnid AB}{\\*\\atnauthor A "
      "B}\\chatn{\\*\\annotation{\\*\\atnref 1}{\\*\\atndate 2}\\pard Check this} on.\\par Next{\\footnote\\ftnalt "
      "End}\\par",
      "paragraph [Told on.]\nparagraph footnote [Foot]\nparagraph comment [Check this]\nparagraph [Next]\nparagraph "
      "footnote [End]\n");
}

BOOST_AUTO_TEST_CASE(rtf_fields_show_results_only) {
  check(
      "Page {\\field{\\*\\fldinst{ PAGE }}{\\fldrslt{\\b 3}}} of {\\field\\fldedit{\\*\\fldinst NUMPAGES}{\\fldrslt "
      "4}}",
      "paragraph [Page 3 of 4]\n");
  check(
      "{\\field{\\*\\fldinst{ IF {\\field{\\*\\fldinst MERGEFIELD x}{\\fldrslt in}} = 1 }}{\\fldrslt "
      "out}}{\\field{\\*\\fldinst SYMBOL 168 \\\\f \"Wingdings\" \\\\s 12}{\\fldrslt\\f2\\'a8}} tick",
      "paragraph [out☐ tick]\n");
}

BOOST_AUTO_TEST_CASE(rtf_form_fields_show_their_state) {
  auto field = [](const std::string& instruction, const std::string& form, const std::string& result) {
    return "{\\field{\\*\\fldinst{ " + instruction + " }{{\\*\\formfield{" + form + "}}}}{\\fldrslt " + result + "}}";
  };
  check(field("FORMCHECKBOX", "\\fftype1\\ffres25\\ffdefres1{\\*\\ffname Check1}", "") + " Yes " +
            field("FORMCHECKBOX", "\\fftype1\\ffres0\\ffdefres1", "x") + " No",
        "paragraph [☒ Yes ☐ No]\n");
  check(field("FORMDROPDOWN", "\\fftype2\\ffres1\\ffhaslistbox1{\\*\\ffl Mr}{\\*\\ffl Ms}", "Mr") + " Lee, " +
            field("FORMTEXT", "\\fftype0{\\*\\ffname Text1}{\\*\\ffdeftext none}", "aged 7"),
        "paragraph [Ms Lee, aged 7]\n");
}

BOOST_AUTO_TEST_CASE(rtf_text_boxes_once) {
  check(
      "before{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt\\pard In a box\\par}}{\\shprslt"
      "{\\*\\do{\\dptxbxtext In a box\\par}}}} after{\\*\\do\\dptxbx{\\dptxbxtext Old box\\par}}\\par Next",
      "paragraph [before after]\nparagraph [In a box]\nparagraph [Old box]\nparagraph [Next]\n");
}

// As JasperReports writes its pages: every label and value is a box.
BOOST_AUTO_TEST_CASE(rtf_boxes_on_a_page_are_read_as_they_stand) {
  auto box = [](int left, int top, const std::string& text) {
    return "{\\shp\\shpbxpage\\shpbypage\\shpleft" + std::to_string(left) + "\\shpright" +
           std::to_string(left + 1'900) + "\\shptop" + std::to_string(top) +
           "{\\sp{\\sn fFilled}{\\sv 0}}{\\shpinst{\\shptxt{\\pard " + text + "\\par}}}}\n";
  };
  check(box(100, 900, "Name") + box(2'000, 910, "Ann") + box(100, 100, "Record") + box(2'000, 1'200, "7") +
            box(100, 1'200, "Age") + box(4'000, 1'200, "years") + "\\page\n" + box(100, 100, "Next"),
        "paragraph [Record]\ncell t0 r0 c0 inferred [Name]\ncell t0 r0 c1 columns=2 inferred [Ann]\ncell t0 r1 c0 "
        "inferred "
        "[Age]\ncell t0 r1 c1 inferred [7]\ncell t0 r1 c2 inferred [years]\nparagraph [Next]\n");
}

BOOST_AUTO_TEST_CASE(rtf_what_is_left_out_is_named) {
  check(
      "Kept{\\deleted  deleted{\\footnote gone}}{\\revised  added}{\\mvf  moved}{\\v  "
      "secret}{\\object\\objemb{\\*\\objclass "
      "Excel.Sheet.8}{\\*\\objdata 0102}{\\result shown}}",
      "paragraph [Kept addedshown]\nnote left_out text that was deleted with changes tracked is left out\nnote "
      "left_out hidden text is left out\nnote left_out embedded objects are not read: Excel.Sheet.8\n");
  check("Kept{\\object{\\*\\objclass her own words}{\\*\\objdata 01}}",
        "paragraph [Kept]\nnote left_out embedded objects are not read\n");
}

BOOST_AUTO_TEST_CASE(rtf_title_is_kept_beside_the_text) {
  auto read = readers::read_rtf("{\\rtf1{\\info{\\title A  record}{\\author B}{\\doccomm C}}Text}", "a.rtf");
  BOOST_TEST(read.value().title == "A record");
  BOOST_TEST(read.value().text == "Text");
}

BOOST_AUTO_TEST_CASE(rtf_damage_is_salvaged_or_refused) {
  const std::string cut_off = "note salvaged the file is cut off or damaged: the text after the fault is missing\n";
  BOOST_TEST(dump("{\\rtf1 One\\par {\\b Two") == "paragraph [One]\nparagraph bold [Two]\n" + cut_off);
  BOOST_TEST(dump("{\\rtf1 One\\par{\\pict 0102") == "paragraph [One]\n" + cut_off);
  BOOST_TEST(dump("{\\rtf1 One\\par \\trowd\\cellx100\\intbl Two\\cell Thr") ==
             "paragraph [One]\ncell t0 r0 c0 [Two]\ncell t0 r0 c1 [Thr]\n" + cut_off);
  BOOST_TEST(dump("{\\rtf1 One}}\\par Two\\par}") ==
             "paragraph [One]\nparagraph [Two]\nnote salvaged braces of the file do not match: formatting may be "
             "wrong\n");
  BOOST_TEST(dump(std::string("{\\rtf1 One}\n\0\0 junk", 20)) == "paragraph [One]\n");
  BOOST_TEST(dump("{\\rtf1 One {\\pict\\bin999999 }Two}") == "paragraph [One Two]\n");
  BOOST_TEST(dump("{\\rtf1 a\\'zzb\\'4") == "paragraph [azzb4]\n" + cut_off);
  BOOST_TEST(dump("{\\rtf1{\\fonttbl") == "refused a.rtf: is damaged: no text can be read; copy or export it again\n");
  BOOST_TEST(dump("{\\rtf1}").empty());
}

BOOST_AUTO_TEST_CASE(rtf_hostile_nesting_and_counts) {
  std::string deep = dump("{\\rtf1 " + repeated("{", 200'000) + "Deep" + repeated("}", 200'000) + " Out}");
  BOOST_TEST(deep.starts_with("paragraph [Deep Out]\nnote salvaged groups are nested deeper"));
  BOOST_TEST(dump("{\\rtf1 " + repeated("{\\pict", 50'000) + repeated("}", 50'000) + "After}") ==
             "paragraph [After]\n");
  BOOST_TEST(dump("{\\rtf1 " + repeated("}", 50'000) + "\\par After").ends_with("formatting may be wrong\n"));
  BOOST_TEST(dump("{\\rtf1\\uc2000000000\\u65 " + repeated("x", 100) + "y}") ==
             "paragraph [A" + repeated("x", 68) + "y]\n");
  BOOST_TEST(dump("{\\rtf1\\b-1 \\u99999999999999999999?x\\" + repeated("w", 100'000) + "5 y}")
                 .starts_with("paragraph bold [\xEF\xBF\xBDxy]"));
  BOOST_TEST(dump("{\\rtf1 " + repeated("\\'", 100'000) + "a}") == "paragraph [a]\n");
  BOOST_TEST(dump("{\\rtf1 " + repeated("{\\footnote ", 900) + "Deep").starts_with("paragraph footnote [Deep]\n"));
  BOOST_TEST(dump("{\\rtf1 \\intbl\\itap2000000 a\\nestcell\\nestrow b\\cell\\row}").find("[a]") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(rtf_limits_are_kept_and_said) {
  std::string wide =
      dump("{\\rtf1\\trowd" + repeated("\\cellx1", 2'000) + "\\intbl " + repeated("x\\cell ", 2'000) + "\\row}");
  BOOST_TEST(wide.ends_with("note cut rows hold more cells than are read as such: split these tables\n"));
  std::string many = "{\\rtf1\\trowd\\cellx1\\intbl " + repeated("\\cell\\row", base::limit(base::Limit::cells) + 10) +
                     "\\pard After}";
  auto read = readers::read_rtf(many, "a.rtf");
  BOOST_TEST_REQUIRE(read.ok());
  BOOST_TEST(read.value().blocks.size() <= base::limit(base::Limit::cells) + 1);
  BOOST_TEST((read.value().notes.at(0).kind == document::NoteKind::cut));
  BOOST_TEST(
      dump("{\\rtf1 " + repeated("x\\par ", base::limit(base::Limit::paragraphs) + 10) + "}")
          .ends_with(
              "note cut only the first 2000000 paragraphs were read (to read more: --limit paragraphs=4000000)\n"));
  // One line beyond the limit is cut, not dropped.
  auto line = readers::read_rtf("{\\rtf1 a\\par " + repeated("x", base::limit(base::Limit::text) + 10) + "}", "a.rtf");
  BOOST_TEST(line.value().text.size() == base::limit(base::Limit::paragraph) + 2);
  BOOST_TEST((line.value().notes.at(0).kind == document::NoteKind::cut));
}

BOOST_AUTO_TEST_SUITE_END()
