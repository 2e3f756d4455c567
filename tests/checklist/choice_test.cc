#include "checklist/choice.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;

// A folder of checklists of its own for each test, gone afterwards.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "auditor-choice-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
    fs::copy(fs::path(AUDITOR_SOURCE_DIR) / "checklists" / "checklist.rng", path / "checklist.rng");
    write("words.xml",
          "<lexicon><concept name='a'><terms>alpha</terms></concept>"
          "<concept name='type.letter'><terms>letter</terms></concept>"
          "<concept name='type.note'><terms>note</terms></concept></lexicon>");
    write("limits.xml", "<limits/>");
    checklist("usual", "letter");
  }
  ~Folder() { fs::remove_all(path); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
  void checklist(const std::string& id, const std::string& types, const std::string& concept_name = "a") const {
    write(id + ".xml", "<checklist id='" + id + "' title='T' version='1'" +
                           (types.empty() ? "" : " for='" + types + "'") +
                           ">\n<use lexicon='words.xml'/>\n<dimension id='D' title='Dim'/>\n"
                           "<item id='D1' dimension='D' asks='Why?'><met because='so'><mark has='" +
                           concept_name + "'/></met><not-met because='none'/></item></checklist>");
  }
  base::Result<checklist::Choice> choice() const { return checklist::Choice::by_type((path / "usual.xml").string()); }
  fs::path path;
};

std::string id_of(const base::Result<const checklist::Checklist*>& chosen) {
  return chosen ? chosen.value()->id : "error: " + chosen.error().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checklist_choice)

BOOST_AUTO_TEST_CASE(record_is_rated_by_the_one_for_its_type_else_by_the_standard) {
  Folder folder;
  folder.checklist("notes", "note");
  folder.checklist("for_nothing", "");
  auto choice = folder.choice();
  BOOST_REQUIRE(choice.ok());
  BOOST_TEST(id_of(choice.value().for_type("note")) == "notes");
  BOOST_TEST(id_of(choice.value().for_type("letter")) == "usual");
  BOOST_TEST(id_of(choice.value().for_type("unknown")) == "usual");
  BOOST_TEST(id_of(choice.value().with_id("notes")) == "notes");
  BOOST_TEST(id_of(choice.value().with_id("for_nothing")).starts_with("error"));
}

BOOST_AUTO_TEST_CASE(other_is_compiled_once_and_without_its_files) {
  Folder folder;
  folder.checklist("notes", "note");
  auto choice = folder.choice();
  BOOST_REQUIRE(choice.ok());
  fs::remove_all(folder.path);
  int compiled = 0;
  choice.value().compiling = [&](bool begins) { compiled += begins ? 1 : 0; };
  auto first = choice.value().for_type("note");
  BOOST_REQUIRE(first.ok());
  BOOST_TEST(choice.value().for_type("note").value() == first.value());
  BOOST_TEST(compiled == 1);
}

BOOST_AUTO_TEST_CASE(mistake_in_another_is_told_when_it_is_needed) {
  Folder folder;
  folder.checklist("notes", "note", "no.such.concept");
  auto choice = folder.choice();
  BOOST_REQUIRE(choice.ok());
  BOOST_TEST(id_of(choice.value().for_type("letter")) == "usual");
  auto broken = choice.value().for_type("note");
  BOOST_REQUIRE(!broken.ok());
  BOOST_TEST((broken.error().code == base::ErrorCode::bad_checklist));
  BOOST_TEST(!choice.value().for_type("note").ok());
}

BOOST_AUTO_TEST_CASE(two_for_one_type_are_refused) {
  Folder folder;
  folder.checklist("notes", "note");
  folder.checklist("more_notes", "note");
  auto choice = folder.choice();
  BOOST_REQUIRE(!choice.ok());
  BOOST_TEST(choice.error().message.find("'note'") != std::string::npos);
  Folder standard;
  standard.checklist("letters", "letter");
  BOOST_TEST(!standard.choice().ok());
}

BOOST_AUTO_TEST_CASE(type_that_nothing_finds_is_a_mistake) {
  Folder folder;
  folder.checklist("notes", "not");
  auto loaded = checklist::load((folder.path / "notes.xml").string());
  BOOST_REQUIRE(!loaded.ok());
  BOOST_TEST(loaded.error().line == 1u);
  BOOST_TEST(loaded.error().advice == "did you mean 'note'?");
}

BOOST_AUTO_TEST_CASE(one_alone_rates_every_type) {
  Folder folder;
  auto loaded = checklist::load((folder.path / "usual.xml").string());
  BOOST_REQUIRE(loaded.ok());
  checklist::Choice only(std::move(loaded).value());
  BOOST_TEST(id_of(only.for_type("note")) == "usual");
}

BOOST_AUTO_TEST_SUITE_END()
