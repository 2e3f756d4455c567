// Small records for the language room's tests: the cast of fixtures/language, and a text in the shape that its kind
// asks.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "document/builder.h"
#include "form/form.h"
#include "language/annotate.h"
#include "lexicon/lexicon.h"

namespace language_tests {

// The lexicon that the program ships with.
inline const lexicon::Lexicon& shipped_lexicon() {
  static const lexicon::Lexicon lexicon = [] {
    lexicon::Lexicon made;
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(AUDITOR_SOURCE_DIR "/checklists/lexicon")) {
      if (entry.path().extension() == ".xml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
      const auto bytes = base::read_file(file, 16u << 20);
      BOOST_REQUIRE(bytes.ok());
      const auto element = base::xml::load(bytes.value(), file);
      BOOST_REQUIRE(element.ok());
      const auto status = made.add(element.value(), file);
      BOOST_REQUIRE_MESSAGE(status.ok(), (status.ok() ? std::string() : status.error().one_line()));
    }
    const auto status = made.finish();
    BOOST_REQUIRE_MESSAGE(status.ok(), (status.ok() ? std::string() : status.error().one_line()));
    return made;
  }();
  return lexicon;
}

// A document with what was read from it; made in one place, since annotations name spans of the document.
struct Record {
  document::Document document;
  form::Form form;
  language::Annotations annotations;

  explicit Record(document::Document made)
      : document(std::move(made)),
        form(form::read(document, shipped_lexicon())),
        annotations(language::annotate(document, form, shipped_lexicon())) {}

  std::string text_of(base::Span at) const { return std::string(at.of(document.text)); }
};

using Rows = std::vector<std::vector<std::string>>;

inline void add_table(document::Builder& builder, const Rows& rows, bool heading_row = true) {
  builder.begin_table();
  for (std::size_t r = 0; r < rows.size(); ++r) {
    builder.begin_row();
    for (const std::string& cell : rows[r]) {
      document::CellShape shape;
      shape.header = heading_row && r == 0;
      builder.begin_cell(shape);
      builder.add(document::BlockKind::paragraph, cell);
      builder.end_cell();
    }
    builder.end_row();
  }
  builder.end_table();
}

inline void add_heading(document::Builder& builder, std::string_view text) {
  document::Style style;
  style.level = 2;
  builder.add(document::BlockKind::heading, text, style);
}

inline std::vector<std::string> parted(std::string_view line, char by) {
  std::vector<std::string> parts(1);
  for (char c : line) {
    if (c == by) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  for (std::string& part : parts) part = std::string(base::trimmed(part));
  return parts;
}

// The record of fixtures/language/statements.txt: one child, his family, and those who work with them.
inline Record cast_record(std::string_view kind, std::string_view heading, std::string_view text) {
  document::Builder builder("test");
  add_heading(builder, "Child and Family Assessment");
  add_table(builder, {{"Child's name", "Sam Okafor"}, {"Date of birth", ""}}, false);
  add_heading(builder, "Family and professionals");
  add_table(builder, {{"Name", "Relationship / role"},
                      {"Dana Okafor", "mother"},
                      {"Mike Reed", "father"},
                      {"Lily Okafor", "sibling"},
                      {"Pat Hughes", "grandmother"},
                      {"Ken Hughes", "uncle"},
                      {"Joan Frost", "health visitor"},
                      {"Carol Bell", "teacher"},
                      {"Ade Ward", "police officer"}});
  add_table(builder, {{"Social worker", "Rita Shaw"}, {"Team manager", "Tom Lane"}}, false);
  if (!heading.empty() || kind != "letter") add_heading(builder, heading.empty() ? "Assessment" : heading);
  if (kind == "row") {
    add_table(builder, {parted(text, '|')}, false);
  } else {
    if (kind == "letter") builder.add(document::BlockKind::paragraph, "Dear Sam,");
    builder.add(document::BlockKind::paragraph, text);
  }
  return Record(builder.take());
}

}  // namespace language_tests
