#include "readers/archive.h"

#include <boost/test/unit_test.hpp>

#include "base/limits.h"
#include "readers/package_maker.h"
#include "readers/reader.h"

using readers::Member;
using readers_test::package;

namespace {

constexpr readers::Room plenty{std::uint64_t{1} << 30, 1'000};

struct Taken {
  std::vector<Member> members;
  std::vector<std::string> bytes;
  base::Status status = base::Done{};
};

Taken unpacked(std::string_view archive, readers::Room room = plenty) {
  Taken taken;
  auto pass = [](std::string_view name) -> std::optional<base::Error> {
    if (!name.starts_with("skip")) return std::nullopt;
    return base::Error{base::ErrorCode::not_a_record, "", 0, 0, "is skipped", ""};
  };
  auto take = [&](const Member& member, std::string&& bytes) {
    taken.members.push_back(member);
    taken.bytes.push_back(std::move(bytes));
    return true;
  };
  taken.status = readers::unpack(archive, "batch.zip", room, pass, take);
  return taken;
}

std::string code_of(const Taken& taken) {
  return taken.status ? "done" : base::name_of(taken.status.error().code);
}

std::string label(std::string_view name, bool* renamed = nullptr) {
  bool changed = false;
  std::string out = readers::label_of(name, changed);
  if (renamed != nullptr) *renamed = changed;
  return out;
}

// Sets a bit of the general flags, or the method, of the first entry, in its header and in the directory.
std::string patched(std::string bytes, std::size_t offset, char value) {
  bytes[6 + offset] = value;
  bytes[bytes.find("PK\x01\x02") + 8 + offset] = value;
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers_archive)

BOOST_AUTO_TEST_CASE(files_come_with_their_bytes) {
  Taken taken = unpacked(package({{"a/b.txt", "one"}, {"skip.txt", "two"}, {"c.txt", ""}}));
  BOOST_TEST(code_of(taken) == "done");
  BOOST_REQUIRE(taken.members.size() == 3u);
  BOOST_TEST(taken.members[0].name == "a/b.txt");
  BOOST_TEST((taken.members[0].whole && taken.members[0].given && !taken.members[0].renamed));
  BOOST_TEST(taken.bytes[0] == "one");
  BOOST_TEST(!taken.members[1].given);
  BOOST_TEST(taken.bytes[1].empty());
  BOOST_TEST((taken.members[2].given && taken.bytes[2].empty()));
}

BOOST_AUTO_TEST_CASE(names_are_labels) {
  bool renamed = true;
  BOOST_TEST(label("a\\b/c d.docx", &renamed) == "a/b/c d.docx");
  BOOST_TEST(!renamed);
  BOOST_TEST(label("./a//b.docx", &renamed) == "a/b.docx");
  BOOST_TEST(!renamed);
  BOOST_TEST(label("caf\xC3\xA9 \xE2\x80\x93 x.docx", &renamed) == "caf\xC3\xA9 \xE2\x80\x93 x.docx");
  BOOST_TEST(!renamed);
  BOOST_TEST(label("caf\x82.docx", &renamed) == "caf\x82.docx");  // an old code page: as it is
  BOOST_TEST(!renamed);
  for (auto [name, shown] : {std::pair{"../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd"},
                             {"/etc/passwd", "etc/passwd"},
                             {"C:\\x\\..\\y", "x/%2E%2E/y"},
                             {"a\nb\x1B[31m", "a%0Ab%1B[31m"},
                             {"\xE2\x80\xAExcod.exe", "%E2%80%AExcod.exe"},
                             {"", "unnamed"},
                             {"/", "unnamed"}}) {
    BOOST_TEST(label(name, &renamed) == shown);
    BOOST_TEST(renamed, name);
  }
  std::string longest = label(std::string(900, 'a') + std::string(200, '\xC3') + "\xA9", &renamed);
  BOOST_TEST(longest.size() <= base::limits::archive_name_bytes);
  BOOST_TEST(renamed);
}

BOOST_AUTO_TEST_CASE(a_name_given_twice_is_told_apart) {
  Taken taken = unpacked(package({{"a", "1"}, {"a", "2"}, {"a~2", "3"}, {"A", "4"}, {"a", "5"}}));
  std::string names;
  for (const Member& member : taken.members) names += member.name + (member.repeated ? "! " : " ");
  BOOST_TEST(names == "a a~2! a~2~2! A a~3! ");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_unpacked_says_why) {
  Taken taken = unpacked(patched(package({{"a", "secret"}, {"b", "open"}}), 0, 1));
  BOOST_REQUIRE(taken.members.size() == 2u);
  BOOST_TEST(base::name_of(taken.members[0].error.code) == "encrypted");
  BOOST_TEST(taken.bytes[1] == "open");
  taken = unpacked(patched(package({{"a", "odd"}, {"b", "plain"}}), 2, 99));
  BOOST_REQUIRE(taken.members.size() == 2u);
  BOOST_TEST(base::name_of(taken.members[0].error.code) == "unsupported");
  BOOST_TEST(taken.bytes[1] == "plain");
  taken = unpacked(package({{"a", std::string(16u << 20, 'x')}, {"b", "plain"}}));
  BOOST_REQUIRE(taken.members.size() == 2u);
  BOOST_TEST(taken.members[0].error.message == "inflates to more than 200 times its size");
  BOOST_TEST(taken.bytes[1] == "plain");
}

BOOST_AUTO_TEST_CASE(room_is_kept) {
  std::string archive = package({{"a", "12345"}, {"b", "12345"}, {"c", "12345"}});
  Taken taken = unpacked(archive, {12, 10});
  BOOST_TEST(taken.members.size() == 2u);
  BOOST_TEST(code_of(taken) == "over_limit");
  taken = unpacked(archive, {1'000, 2});
  BOOST_TEST(taken.members.size() == 2u);
  BOOST_TEST(code_of(taken) == "over_limit");
  BOOST_TEST(code_of(unpacked(archive, {15, 3})) == "done");
}

BOOST_AUTO_TEST_CASE(damaged_archive_gives_what_is_there) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i * 7'919 % 100'003) + " ";
  std::string archive = package({{"a", "whole"}, {"b", text}, {"c", "gone"}});
  Taken taken = unpacked(std::string_view(archive).substr(0, archive.size() / 2));
  BOOST_TEST(code_of(taken) == "damaged");
  BOOST_REQUIRE(taken.members.size() == 2u);
  BOOST_TEST((taken.members[0].whole && taken.bytes[0] == "whole"));
  BOOST_TEST(!taken.members[1].whole);
  BOOST_TEST((!taken.bytes[1].empty() && text.starts_with(taken.bytes[1])));
  BOOST_TEST(code_of(unpacked("PK\x03\x04rubbish")) == "damaged");
}

BOOST_AUTO_TEST_CASE(archive_without_files_is_empty) {
  BOOST_TEST(code_of(unpacked(package({}))) == "empty");
}

BOOST_AUTO_TEST_CASE(what_is_left_of_an_office_file_is_no_archive) {
  BOOST_TEST(readers::is_archive(package({{"a.txt", "x"}}), "batch.zip"));
  BOOST_TEST(readers::is_archive("\1\2" + package({{"a.txt", "x"}}), "batch"));
  BOOST_TEST(!readers::is_archive(package({{"word/styles.xml", "x"}}), "a.docx"));
  BOOST_TEST(!readers::is_archive(package({{"[Content_Types].xml", "x"}}), "a"));
  BOOST_TEST(!readers::is_archive(package({{"mimetype", "application/epub+zip"}}), "a.epub"));
  BOOST_TEST(!readers::is_archive("PK is what people call it", "a.txt"));
}

BOOST_AUTO_TEST_SUITE_END()
