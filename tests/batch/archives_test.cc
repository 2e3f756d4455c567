// Archives through the supervisor, with real worker processes.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/limit.h"
#include "batch/supervise.h"
#include "readers/package_maker.h"

using readers_test::package;
using readers_test::Parts;

namespace {

struct Kept : evaluation::Sink {
  base::Status take(const evaluation::Outcome& outcome) override {
    outcomes.push_back(outcome);
    return base::Done{};
  }
  std::vector<evaluation::Outcome> outcomes;
};

struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "archives-XXXXXX").string();
    path = ::mkdtemp(name.data());
    std::filesystem::create_directory(path + "/kept");
  }
  ~Folder() { std::filesystem::remove_all(path); }
  void file(const std::string& name, const std::string& bytes) {
    std::ofstream(path + "/" + name, std::ios::binary) << bytes;
    found.inputs.push_back({path + "/" + name, false});
  }
  std::string path;
  intake::Found found;
};

evaluation::Outcome obey(std::string_view words, const batch::Known& known) {
  if (words == "crash") std::abort();
  evaluation::Outcome outcome;
  outcome.path = known.path;
  outcome.document.text = words.substr(0, 100);
  outcome.document.notes = known.notes;
  outcome.type = known.named ? "named" : "met";
  return outcome;
}

batch::Summary run(Folder& folder, Kept& kept, unsigned jobs, const std::string& only = "") {
  batch::Options options;
  options.jobs = jobs;
  options.temporary_folder = folder.path + "/kept";
  if (!only.empty()) options.only = folder.path + "/" + only;
  auto summary = batch::supervise(folder.found, obey, options, batch::Bounds(), kept);
  BOOST_REQUIRE_MESSAGE(summary.ok(), (summary.ok() ? "" : summary.error().one_line()));
  BOOST_TEST(std::filesystem::is_empty(folder.path + "/kept"));
  return summary.value();
}

// "a.zip!/b.txt=words" or "=code", one after another.
std::string told(const Folder& folder, const Kept& kept) {
  std::string out;
  for (const auto& outcome : kept.outcomes) {
    bool audited = outcome.standing == evaluation::Standing::audited;
    out += outcome.path.substr(folder.path.size() + 1) + "=" +
           (audited ? outcome.document.text : base::name_of(outcome.error.code)) + " ";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_archives)

BOOST_AUTO_TEST_CASE(files_take_their_place_among_the_others) {
  Folder folder;
  folder.file("b.zip", package({{"z.txt", "1"}, {"a.txt", "2"}, {".hidden/x.txt", "3"}, {"c/d.txt", "4"}}));
  folder.file("b.zip copy", "between");  // a blank sorts before '!'
  folder.file("b.zip-", "after");
  folder.file("c.txt", "last");
  for (unsigned jobs : {1u, 3u}) {
    Kept kept;
    batch::Summary summary = run(folder, kept, jobs);
    BOOST_TEST(told(folder, kept) ==
               "b.zip copy=between b.zip!/.hidden/x.txt=not_a_record b.zip!/a.txt=2 b.zip!/c/d.txt=4 b.zip!/z.txt=1 "
               "b.zip-=after c.txt=last ");
    BOOST_TEST(summary.audited == 6u);
    BOOST_TEST(summary.skipped == 1u);
    BOOST_TEST(summary.refused == 0u);
  }
}

BOOST_AUTO_TEST_CASE(archives_in_archives_to_a_depth) {
  std::string four = package({{"d.txt", "4"}});
  std::string three = package({{"four.zip", four}, {"c.txt", "3"}});
  std::string two = package({{"three.zip", three}, {"b.txt", "2"}});
  Folder folder;
  folder.file("one.zip", package({{"two.zip", two}, {"a.txt", "1"}}));
  Kept kept;
  run(folder, kept, 2);
  BOOST_TEST(told(folder, kept) ==
             "one.zip!/a.txt=1 one.zip!/two.zip!/b.txt=2 one.zip!/two.zip!/three.zip!/c.txt=3 "
             "one.zip!/two.zip!/three.zip!/four.zip=over_limit ");
}

BOOST_AUTO_TEST_CASE(many_files_come_in_order_whatever_the_jobs) {
  Folder folder;
  Parts parts;
  for (int i = 999; i >= 0; --i) parts.emplace_back(std::to_string(i), "record " + std::to_string(i));
  for (const char* name : {"a", "b", "c"}) folder.file(name, package(parts));
  for (unsigned jobs : {1u, 4u}) {
    Kept kept;
    BOOST_TEST(run(folder, kept, jobs).audited == 3'000u);
    bool ordered = std::is_sorted(kept.outcomes.begin(), kept.outcomes.end(),
                                  [](const auto& a, const auto& b) { return a.path < b.path; });
    BOOST_TEST(ordered);
    for (const auto& outcome : kept.outcomes) {
      std::string name = outcome.path.substr(outcome.path.rfind('/') + 1);
      BOOST_REQUIRE(outcome.document.text == "record " + name);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_ends_its_worker_costs_itself) {
  Folder folder;
  folder.file("a.zip", package({{"a", "fine"}, {"b", "crash"}, {"c", "fine"}, {"d", "crash"}, {"e", "fine"}}));
  Kept kept;
  run(folder, kept, 2);
  BOOST_TEST(told(folder, kept) == "a.zip!/a=fine a.zip!/b=crashed a.zip!/c=fine a.zip!/d=crashed a.zip!/e=fine ");
}

BOOST_AUTO_TEST_CASE(damage_is_told_of_the_archive_and_of_the_file) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i * 7'919 % 100'003) + " ";
  std::string archive = package({{"a", "whole"}, {"b", text}, {"c", "gone"}});
  Folder folder;
  folder.file("a.zip", archive.substr(0, archive.size() / 2));
  folder.file("b.zip", package({}));
  Kept kept;
  batch::Summary summary = run(folder, kept, 1);
  BOOST_TEST(summary.audited == 2u);
  BOOST_TEST(summary.refused == 2u);
  BOOST_TEST(kept.outcomes.at(0).error.message ==
             "is a damaged ZIP archive: 2 files in it were read, any others could not be");
  BOOST_TEST(kept.outcomes.at(1).document.notes.empty());
  BOOST_REQUIRE(kept.outcomes.at(2).document.notes.size() == 1u);
  BOOST_TEST((kept.outcomes.at(2).document.notes[0].kind == document::NoteKind::salvaged));
  BOOST_TEST(kept.outcomes.at(3).error.message == "is a ZIP archive without a file in it");
}

BOOST_AUTO_TEST_CASE(names_that_were_changed_are_told) {
  Folder folder;
  folder.file("a.zip", package({{"../up", "1"}, {"twice", "2"}, {"twice", "3"}}));
  Kept kept;
  run(folder, kept, 1);
  BOOST_TEST(told(folder, kept) == "a.zip!/%2E%2E/up=1 a.zip!/twice=2 a.zip!/twice~2=3 ");
  BOOST_TEST(kept.outcomes.at(0).document.notes.size() == 1u);
  BOOST_TEST(kept.outcomes.at(1).document.notes.empty());
  BOOST_TEST(kept.outcomes.at(2).document.notes.size() == 1u);
}

BOOST_AUTO_TEST_CASE(more_files_than_the_limit_are_cut) {
  Folder folder;
  Parts parts;
  for (std::size_t i = 0; i < base::limit(base::Limit::parts) + 5; ++i)
    parts.emplace_back(".h" + std::to_string(i), "");
  folder.file("a.zip", package(parts));
  Kept kept;
  batch::Summary summary = run(folder, kept, 2);
  BOOST_TEST(summary.skipped == base::limit(base::Limit::parts));
  BOOST_TEST(summary.refused == 1u);
  BOOST_TEST(kept.outcomes.at(0).error.one_line() ==
             folder.path +
                 "/a.zip: holds more than 20000 files: 20000 files in it were read, any others could not "
                 "be; unpack the archive and name the folder, or raise the limit: --limit parts=40000");
}

BOOST_AUTO_TEST_CASE(one_file_is_asked_for) {
  Folder folder;
  folder.file("a.zip", package({{"a", "1"}, {"b.zip", package({{"c", "2"}, {"d", "crash"}})}, {"e", "crash"}}));
  Kept kept;
  run(folder, kept, 1, "a.zip!/b.zip!/c");
  BOOST_TEST(told(folder, kept) == "a.zip!/b.zip!/c=2 ");
  BOOST_TEST(kept.outcomes.at(0).type == "named");
  kept.outcomes.clear();
  run(folder, kept, 1, "a.zip!/nothing");
  BOOST_TEST(kept.outcomes.empty());
  run(folder, kept, 1, "a.zip");
  BOOST_TEST(told(folder, kept) == "a.zip=unsupported ");
  BOOST_TEST(batch::container_of(folder.path + "/a.zip!/b.zip!/c") == folder.path + "/a.zip");
  BOOST_TEST(batch::container_of(folder.path + "/no.zip!/c") == folder.path + "/no.zip!/c");
}

BOOST_AUTO_TEST_CASE(no_room_for_what_is_unpacked_costs_the_archive) {
  Folder folder;
  folder.file("a.zip", package({{"a", "1"}}));
  folder.file("b", "fine");
  batch::Options options;
  options.temporary_folder = folder.path + "/not-there";
  Kept kept;
  BOOST_REQUIRE(batch::supervise(folder.found, obey, options, batch::Bounds(), kept).ok());
  BOOST_TEST(told(folder, kept) == "a.zip=unreadable b=fine ");
}

BOOST_AUTO_TEST_SUITE_END()
