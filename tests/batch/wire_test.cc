#include "batch/wire.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "support/outcomes.h"

using batch::wire::decode;
using batch::wire::encode;

BOOST_AUTO_TEST_SUITE(batch_wire)

BOOST_AUTO_TEST_CASE(outcome_comes_back_whole) {
  evaluation::Outcome outcome = support::full_outcome();
  std::string bytes = encode(outcome);
  auto back = decode(bytes);
  BOOST_REQUIRE(back);
  BOOST_TEST(encode(*back) == bytes);
  BOOST_TEST(back->path == outcome.path);
  BOOST_TEST(back->bytes == outcome.bytes);
  BOOST_TEST(back->overall.score == outcome.overall.score);
  BOOST_TEST(back->document.text == outcome.document.text);
  BOOST_TEST(back->document.blocks.at(1).column_span == 5u);
  BOOST_TEST(back->document.blocks.at(2).parent == 1);
  BOOST_TEST(back->items.at(1).near_misses.at(0).reason == "only intended");
  BOOST_TEST(back->flags.at(0).quote == "last");
  BOOST_TEST((back->people.size() == 2u && back->people[0].forms.at(1) == "kian"));
  BOOST_TEST((back->people[0].born == "2009-05-03" && back->people[1].agency == "agency.school"));
  BOOST_TEST(back->words == 9u);
  outcome.passages = {{{14, 40}, "Child's views", true, {{7, 14, 0}, {8, 18, 1}}}};
  back = decode(encode(outcome));
  BOOST_REQUIRE((back && back->passages.size() == 1u && back->passages[0].words.size() == 2u));
  BOOST_TEST((back->passages[0].section == "Child's views" && back->passages[0].history));
  BOOST_TEST((back->passages[0].words[1].hash == 8u && back->passages[0].words[1].begin == 18u));
}

BOOST_AUTO_TEST_CASE(own_facts_come_back) {
  evaluation::Outcome outcome = support::full_outcome();
  outcome.own_facts = {
      {{"referral", "2010-03-01", "Kian", {45, 49}, "last"}}, {"--03-01", "2010-03-01"}, {"factor.alcohol"}, true};
  auto back = decode(encode(outcome));
  BOOST_REQUIRE((back && back->own_facts.facts.size() == 1u));
  BOOST_TEST((back->own_facts.facts[0].value == "2010-03-01" && back->own_facts.facts[0].child == "Kian"));
  BOOST_TEST((back->own_facts.days.at(1) == "2010-03-01" && back->own_facts.topics.at(0) == "factor.alcohol" &&
              back->own_facts.knows_topics));
  outcome.own_facts.facts[0].at = {45, 4'900};
  BOOST_TEST(!decode(encode(outcome)));
}

BOOST_AUTO_TEST_CASE(refusal_comes_back_whole) {
  auto back = decode(encode(support::refused_outcome()));
  BOOST_REQUIRE(back);
  BOOST_TEST((back->standing == evaluation::Standing::refused));
  BOOST_TEST(back->error.one_line() == "records/b.doc:12:34: is cut off; export it again");
}

BOOST_AUTO_TEST_CASE(tasks_and_members_come_back_whole) {
  batch::Task task;
  task.path = "a.zip!/b";
  task.from = 1ull << 40;
  task.size = 7;
  task.marks = batch::broken | batch::repeated;
  task.unpack = true;
  task.room_bytes = 3;
  task.room_members = 4;
  batch::Task back;
  BOOST_REQUIRE(batch::wire::decode(encode(task), back));
  BOOST_TEST((back.path == task.path && back.from == task.from && back.size == 7u && back.marks == task.marks));
  BOOST_TEST((back.unpack && back.room_bytes == 3u && back.room_members == 4u));
  readers::Member member;
  member.name = "a/b";
  member.whole = false;
  member.error = {base::ErrorCode::encrypted, "", 0, 0, "is locked", "unlock it"};
  std::string bytes = encode(member);
  auto read = batch::wire::decode_member(bytes);
  BOOST_REQUIRE(read);
  BOOST_TEST((read->name == "a/b" && !read->whole && read->given && read->error.message == "is locked"));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    BOOST_TEST(!batch::wire::decode_member(std::string_view(bytes).substr(0, size)), "accepted at " << size);
  }
}

BOOST_AUTO_TEST_CASE(every_truncation_is_refused) {
  std::string bytes = encode(support::full_outcome());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    BOOST_TEST(!decode(std::string_view(bytes).substr(0, size)), "accepted at " << size);
  }
}

BOOST_AUTO_TEST_CASE(trailing_bytes_and_other_versions_are_refused) {
  std::string bytes = encode(support::full_outcome());
  BOOST_TEST(!decode(bytes + '\0'));
  ++bytes[0];
  BOOST_TEST(!decode(bytes));
}

BOOST_AUTO_TEST_CASE(corrupted_bytes_are_refused_or_hold_together) {
  const std::string bytes = encode(support::full_outcome());
  std::mt19937 random(7);
  std::size_t refused = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bad = bytes;
    for (int changes = 1 + round % 3; changes > 0; --changes) bad[random() % bad.size()] = static_cast<char>(random());
    auto back = decode(bad);
    if (!back) {
      ++refused;
      continue;
    }
    for (const document::Block& block : back->document.blocks) {
      BOOST_REQUIRE(block.at.begin <= block.at.end && block.at.end <= back->document.text.size());
      BOOST_REQUIRE(block.table < static_cast<int>(back->document.tables.size()));
    }
  }
  BOOST_TEST(refused > 5'000u);
}

BOOST_AUTO_TEST_CASE(huge_counts_take_no_memory) {
  // A list that claims four thousand million entries and holds none.
  std::string bytes = encode(evaluation::Outcome());
  for (std::size_t at = 1; at + 4 <= bytes.size(); ++at) {
    std::string bad = bytes;
    bad.replace(at, 4, "\xFF\xFF\xFF\xFF");
    if (auto back = decode(bad)) BOOST_TEST(back->path.empty());
  }
}

BOOST_AUTO_TEST_CASE(broken_indices_and_spans_are_refused) {
  auto with = [](auto change) {
    evaluation::Outcome outcome = support::full_outcome();
    change(outcome);
    return decode(encode(outcome)).has_value();
  };
  BOOST_TEST(with([](auto&) {}));
  BOOST_TEST(!with([](auto& o) { o.document.blocks[0].at = {5, 4}; }));
  BOOST_TEST(!with([](auto& o) { o.document.blocks[0].at = {0, 5'000}; }));
  BOOST_TEST(!with([](auto& o) { o.document.blocks[0].parent = 3; }));
  BOOST_TEST(!with([](auto& o) { o.document.blocks[0].parent = -2; }));
  BOOST_TEST(!with([](auto& o) { o.document.blocks[1].table = 2; }));
  BOOST_TEST(!with([](auto& o) { o.document.tables[0].parent = 9; }));
  BOOST_TEST(!with([](auto& o) { o.items[0].evidence[0].at = {0, 5'000}; }));
  BOOST_TEST(!with([](auto& o) { o.items[1].near_misses[0].at = {9, 5'000}; }));
  BOOST_TEST(!with([](auto& o) { o.flags[0].at = {5'000, 5'001}; }));
  evaluation::Passage passage{{14, 40}, "Child's views", true, {{7, 14, 0}, {8, 18, 1}}};
  BOOST_TEST(with([&](auto& o) { o.passages = {passage}; }));
  BOOST_TEST(!with([&](auto& o) { (o.passages = {passage})[0].at.end = 5'000; }));
  BOOST_TEST(!with([&](auto& o) { (o.passages = {passage})[0].words[1].begin = 40; }));
  BOOST_TEST(!with([](auto& o) { o.standing = static_cast<evaluation::Standing>(3); }));
}

BOOST_AUTO_TEST_CASE(header_comes_back) {
  for (std::uint64_t size : {0ull, 1ull, 255ull, 65'536ull, 1ull << 40}) {
    BOOST_TEST(batch::wire::payload_bytes(batch::wire::header(size)) == size);
  }
}

BOOST_AUTO_TEST_SUITE_END()
