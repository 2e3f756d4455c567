#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "checklist/checklist.h"
#include "checklist/program.h"

namespace {

namespace fs = std::filesystem;

// A checklist's folder of its own for each test, with the project's schema, gone afterwards.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "auditor-checklist-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
    fs::copy(fs::path(AUDITOR_SOURCE_DIR) / "checklists" / "checklist.rng", path / "checklist.rng");
    write("words.xml",
          "<lexicon><concept name='a'><terms>alpha</terms></concept>"
          "<section name='plan'><headings>plan</headings></section>"
          "<field name='dob'><labels>dob</labels></field></lexicon>");
  }
  ~Folder() { fs::remove_all(path); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
  // What loading the checklist says: "" where it loads, else the error after the folder's name.
  std::string loading(const std::string& body) const {
    write("c.xml",
          "<checklist id='c' title='C' version='1'>\n<use lexicon='words.xml'/>\n"
          "<dimension id='D' title='Dim'/>\n" +
              body + "</checklist>");
    auto loaded = checklist::load((path / "c.xml").string());
    if (loaded) return "";
    return loaded.error().one_line().substr(path.string().size() + 1);
  }
  fs::path path;
};

const char* const good =
    "<item id='D1' dimension='D' asks='Why?'><met because='so'><mark has='a'/></met><not-met because='none'/></item>";

}  // namespace

BOOST_AUTO_TEST_SUITE(checklist_load)

BOOST_AUTO_TEST_CASE(small_checklist_loads) {
  Folder folder;
  BOOST_TEST(folder.loading(good) == "");
  auto loaded = checklist::load((folder.path / "c.xml").string());
  BOOST_REQUIRE(loaded.ok());
  BOOST_TEST(loaded.value().items.size() == 1u);
  BOOST_TEST(loaded.value().sha256.size() == 64u);
}

// A run keeps the rules of scoring as lines, and reads them again for its reports.
BOOST_AUTO_TEST_CASE(titles_stand_on_one_line_and_grades_above_the_lowest_are_three_at_most) {
  Folder folder;
  BOOST_REQUIRE(folder.loading("<dimension id='E' title='Ends&#10;item X'/><grades outstanding='0.9' good='0.7' "
                               "requires_improvement='0.4' above-lowest='300'/>" +
                               std::string(good)) == "");
  auto loaded = checklist::load((folder.path / "c.xml").string());
  BOOST_REQUIRE(loaded.ok());
  BOOST_TEST(loaded.value().program->dimensions.at(1).title == "Ends item X");
  BOOST_TEST(static_cast<int>(loaded.value().program->above_lowest) == 3);
}

BOOST_AUTO_TEST_CASE(digest_changes_with_any_file) {
  Folder folder;
  BOOST_REQUIRE(folder.loading(good) == "");
  std::string before = checklist::load((folder.path / "c.xml").string()).value().sha256;
  folder.write("words.xml", "<lexicon><concept name='a'><terms>beta</terms></concept></lexicon>");
  std::string after = checklist::load((folder.path / "c.xml").string()).value().sha256;
  BOOST_TEST(before != after);
}

BOOST_AUTO_TEST_CASE(files_are_those_that_the_digest_is_of) {
  Folder folder;
  BOOST_REQUIRE(folder.loading(good) == "");
  checklist::Checklist loaded = checklist::load((folder.path / "c.xml").string()).value();
  auto files = checklist::files_of(loaded);
  BOOST_REQUIRE(files.ok());
  BOOST_REQUIRE(files.value().size() == 2u);
  BOOST_TEST(files.value()[0].path == "c.xml");
  BOOST_TEST(files.value()[1].path == "words.xml");
  BOOST_TEST(files.value()[1].bytes.find("<lexicon>") != std::string::npos);
  folder.write("words.xml", "<lexicon><concept name='a'><terms>beta</terms></concept></lexicon>");
  BOOST_TEST(!checklist::files_of(loaded).ok());
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_with_line_column_and_remedy) {
  Folder folder;
  auto item = [](const std::string& inside) {
    return "<item id='D1' dimension='D' asks='Why?'>\n" + inside + "\n<not-met because='none'/></item>";
  };
  const std::pair<std::string, std::string> cases[] = {
      {item("<met because='x'><mark has='b'/></met>"), "c.xml:5:18: there is no concept 'b'; did you mean 'a'?"},
      {item("<met because='x'><statement has='a' sections='plam'/></met>"),
       "c.xml:5:18: there is no section 'plam'; define it in a lexicon"},
      {item("<met because='x'><field fields='dbo'/></met>"),
       "c.xml:5:18: there is no field 'dbo'; define it in a lexicon"},
      {item("<met because='x'><statement about='chld'/></met>"),
       "c.xml:5:18: 'chld' is no value of about; did you mean 'child'?"},
      {item("<met because='x'><use name='views'/></met>"),
       "c.xml:5:18: nothing above is named 'views'; define it with <let>"},
      {item(""), "c.xml:4:1: the item 'D1' can never be met; add <met>"},
      {"<item id='D1' dimension='E' asks='Why?'><met because='x'><mark has='a'/></met><not-met because='n'/></item>",
       "c.xml:4:1: there is no dimension 'E'; define it above the items"},
      {std::string(good) + "\n" + good, "c.xml:5:1: the item 'D1' stands twice; rename one"},
      {"<use items='../out.xml'/>" + std::string(good),
       "c.xml:4:1: '../out.xml' lies outside the checklist's folder; name a file beside the checklist"},
      {"<use items='none.xml'/>" + std::string(good),
       "c.xml:4:1: there is no file 'none.xml' beside the checklist; mend the name"},
      {"<dimension id='E F' title='x'/>" + std::string(good), "c.xml:4:1: 'E F' is no id; write one word"},
      {"<item id='D&#10;2' dimension='D' asks='Why?'><met because='x'><mark has='a'/></met></item>",
       "c.xml:4:1: 'D?2' is no id; write one word"},
      {std::string(good) + "\n<grade-limit dimension='D' item='D1' rating='half' at-most='good'/>",
       "c.xml:5:1: 'half' is no rating; write met, partly, not_met or na"},
      {std::string(good) + "<grade-limit dimension='D' item='D9' at-most='good'/>",
       "c.xml: a grade limit names the item 'D9', which is not there; mend the name"},
  };
  for (const auto& [body, expected] : cases) BOOST_TEST(folder.loading(body) == expected);
}

BOOST_AUTO_TEST_CASE(schema_refuses_what_has_no_place) {
  Folder folder;
  std::string error = folder.loading(std::string(good) + "\n<wish/>");
  BOOST_TEST(error.find("c.xml:5:1:") == 0u);
  error = folder.loading("<item id='D1' dimension='D' asks='Why?'>\n<met because='x'><mark hass='a'/></met></item>");
  BOOST_TEST(error.find("c.xml:5:") == 0u);
}

BOOST_AUTO_TEST_CASE(schema_of_strangers_is_not_asked) {
  Folder folder;
  folder.write("checklist.rng",
               "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><externalRef "
               "href='words.xml'/></start></grammar>");
  BOOST_TEST(folder.loading(good) == "");
  BOOST_TEST(folder.loading(std::string(good) + "\n<wish/>").find("c.xml:5:1:") == 0u);
}

BOOST_AUTO_TEST_CASE(file_that_cannot_be_read_is_told_where_it_is_named) {
  Folder folder;
  fs::create_directory(folder.path / "folder.xml");
  BOOST_TEST(folder.loading("<use items='folder.xml'/>" + std::string(good)) ==
             "c.xml:4:1: 'folder.xml' is not an ordinary file; give a file or a folder");
}

BOOST_AUTO_TEST_CASE(broken_xml_is_a_checklist_error) {
  Folder folder;
  folder.write("b.xml", "<checklist id='c'>\n<oops");
  auto loaded = checklist::load((folder.path / "b.xml").string());
  BOOST_REQUIRE(!loaded.ok());
  BOOST_TEST((loaded.error().code == base::ErrorCode::bad_checklist));
  BOOST_TEST(loaded.error().line == 2u);
}

BOOST_AUTO_TEST_CASE(find_suggests_the_nearest) {
  BOOST_TEST(checklist::find("assessment").ok());
  auto none = checklist::find("asessment");
  BOOST_REQUIRE(!none.ok());
  BOOST_TEST(none.error().advice == "did you mean 'assessment'?");
  BOOST_TEST(!checklist::find("/no/such.xml").ok());
}

BOOST_AUTO_TEST_SUITE_END()
