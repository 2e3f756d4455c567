// Whom a record is about, in the many ways in which its first lines say so: fixtures/language/heads.txt holds the heads
// of records, each below the children that it is about.
#include <sstream>

#include "language/roster.h"
#include "record.h"

namespace {

struct Head {
  std::string children;  // as the fixture has them, by "; "
  std::vector<std::string> lines;
};

std::vector<Head> heads() {
  const auto bytes = base::read_file(AUDITOR_SOURCE_DIR "/fixtures/language/heads.txt", 1u << 20);
  BOOST_REQUIRE(bytes.ok());
  std::vector<Head> out;
  std::istringstream all(bytes.value());
  for (std::string line; std::getline(all, line);) {
    if (line.starts_with("= ")) {
      out.push_back({line.substr(2), {}});
    } else if (!out.empty() && !line.empty()) {
      out.back().lines.push_back(line);
    }
  }
  return out;
}

// "| a | b |" is a row of a table, "## a" a heading, anything else a line.
language_tests::Record of_head(const Head& head) {
  document::Builder builder("test");
  language_tests::Rows rows;
  const auto end_table = [&] {
    if (!rows.empty()) language_tests::add_table(builder, rows, false);
    rows.clear();
  };
  for (const std::string& line : head.lines) {
    if (line.starts_with("|")) {
      rows.push_back(language_tests::parted(line.substr(1, line.rfind('|') - 1), '|'));
      continue;
    }
    end_table();
    const std::size_t level = line.find_first_not_of('#');
    if (level > 0) {
      document::Style style;
      style.level = static_cast<std::uint8_t>(level);
      builder.add(document::BlockKind::heading, base::trimmed(line.substr(level)), style);
    } else {
      builder.add(document::BlockKind::paragraph, line);
    }
  }
  end_table();
  language_tests::add_heading(builder, "What has happened");
  builder.add(document::BlockKind::paragraph,
              "School rang on 4 May 2019 because nobody had come at home time. The flat was cold that evening.");
  language_tests::add_heading(builder, "Plan");
  builder.add(document::BlockKind::paragraph, "The worker will visit each week until the end of June.");
  return language_tests::Record(builder.take());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(heads_of_records)

BOOST_AUTO_TEST_CASE(children_are_found_in_every_form) {
  const std::vector<Head> all = heads();
  BOOST_REQUIRE(all.size() > 100);
  for (const Head& head : all) {
    const language_tests::Record record = of_head(head);
    std::string found;
    for (const language::EntityId id : record.annotations.subjects) {
      found += (found.empty() ? "" : "; ") + record.annotations.people[static_cast<std::size_t>(id)].name;
    }
    BOOST_TEST(found == head.children, head.lines.front() << ": " << found << ", not " << head.children);
  }
}

BOOST_AUTO_TEST_SUITE_END()
