// Every layout of fixtures/form gives the units of the .dump beside it, and each of its bytes lies in exactly one unit.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "form/form.h"
#include "form/form_lexicon.h"
#include "readers/reader.h"

namespace {

std::vector<std::string> records(const std::string& folder) {
  std::set<std::string> sorted;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(AUDITOR_SOURCE_DIR) + folder)) {
    std::string extension = entry.path().extension().string();
    if (extension == ".txt" || extension == ".html" || extension == ".docx") sorted.insert(entry.path().string());
  }
  return {sorted.begin(), sorted.end()};
}

void check_partition(const document::Document& document, const form::Form& form, const std::string& path) {
  const std::string& text = document.text;
  std::vector<int> owners(text.size(), 0);
  std::uint32_t last = 0;
  for (const form::Unit& unit : form.units) {
    BOOST_TEST(unit.at.begin >= last, path << ": units overlap at byte " << unit.at.begin);
    last = unit.at.end;
    BOOST_TEST(unit.at.contains(unit.label) == true, path << ": a label outside its unit");
    for (std::uint32_t i = unit.at.begin; i < unit.at.end; ++i) ++owners[i];
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    if (!blank && owners[i] != 1) {
      BOOST_ERROR(path << ": byte " << i << " lies in " << owners[i] << " units");
      break;
    }
  }
  last = 0;
  for (const form::Passage& passage : form.passages) {
    const form::Unit& unit = form.units[passage.unit];
    BOOST_TEST(passage.at.begin >= last, path << ": passages overlap");
    last = passage.at.end;
    BOOST_TEST(unit.at.contains(passage.at), path << ": a passage outside its unit");
    BOOST_TEST((unit.kind != form::UnitKind::heading && unit.kind != form::UnitKind::help));
    BOOST_TEST(!passage.at.overlaps(unit.label));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(form)

BOOST_AUTO_TEST_CASE(read_gives_the_units_of_each_layout) {
  std::vector<std::string> paths = records("/fixtures/form");
  BOOST_REQUIRE_GE(paths.size(), 11u);
  for (const std::string& path : paths) {
    auto document = readers::read(form_tests::contents(path), path);
    BOOST_REQUIRE_MESSAGE(document, path << " cannot be read");
    form::Form form = form::read(document.value(), form_tests::form_lexicon());
    std::string expected = form_tests::contents(std::filesystem::path(path).replace_extension(".dump").string());
    BOOST_TEST(form::dump(form, document.value(), form_tests::form_lexicon()) == expected, path);
  }
}

BOOST_AUTO_TEST_CASE(read_puts_every_byte_into_one_unit) {
  std::size_t read = 0;
  for (const char* folder : {"/fixtures/form", "/fixtures/exports", "/fixtures/ratings", "/fixtures/blank"}) {
    for (const std::string& path : records(folder)) {
      auto document = readers::read(form_tests::contents(path), path);
      if (!document) continue;
      ++read;
      check_partition(document.value(), form::read(document.value(), form_tests::form_lexicon()), path);
    }
  }
  BOOST_TEST(read >= 11u);
}

BOOST_AUTO_TEST_CASE(unit_at_finds_the_unit_of_each_offset) {
  std::string path = std::string(AUDITOR_SOURCE_DIR) + "/fixtures/form/one-wide-table.html";
  auto document = readers::read(form_tests::contents(path), path);
  BOOST_REQUIRE(document);
  form::Form form = form::read(document.value(), form_tests::form_lexicon());
  for (std::size_t u = 0; u < form.units.size(); ++u) {
    if (form.units[u].at.empty()) continue;
    BOOST_TEST(form.unit_at(form.units[u].at.begin) == static_cast<std::int32_t>(u));
    BOOST_TEST(form.unit_at(form.units[u].at.end - 1) == static_cast<std::int32_t>(u));
  }
  BOOST_TEST(form.unit_at(static_cast<std::uint32_t>(document.value().text.size())) == -1);
}

BOOST_AUTO_TEST_SUITE_END()
