// The supervisor with real worker processes, and a document's audit that misbehaves as the document's words tell it.
#include "batch/supervise.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "batch/channel.h"
#include "batch/wire.h"

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

struct Kept : evaluation::Sink {
  base::Status take(const evaluation::Outcome& outcome) override {
    outcomes.push_back(outcome);
    if (outcomes.size() == fail_at) return base::Error{base::ErrorCode::unreadable, "", 0, 0, "disk is full", ""};
    if (outcomes.size() == stop_at) stop = true;
    return base::Done{};
  }
  std::vector<evaluation::Outcome> outcomes;
  std::size_t fail_at = 0, stop_at = 0;
  std::atomic<bool> stop = false;
};

// A folder of files, each holding what its audit is to do.
struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "batch-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  void file(const std::string& name, const std::string& words) {
    std::ofstream(path + "/" + name) << words;
    found.inputs.push_back({path + "/" + name, false});
  }
  std::string path;
  intake::Found found;
};

volatile unsigned long spun = 0;

unsigned long deep(unsigned long depth) {
  volatile char room[4'096];
  room[depth % sizeof room] = 1;
  return depth == 0 ? 0 : deep(depth + 1) + static_cast<unsigned long>(room[depth % sizeof room]);
}

evaluation::Outcome obey(std::string_view words, const batch::Known& known) {
  const auto& [path, named, notes] = known;
  evaluation::Outcome outcome;
  outcome.path = path;
  outcome.document.notes = notes;
  outcome.document.text = words;
  outcome.type = named ? "named" : "met";
  if (words == "crash") std::raise(SIGSEGV);
  if (words == "abort") std::abort();
  if (words == "exit") ::_exit(0);
  if (words == "throw") throw std::runtime_error("no");
  if (words == "spin") {
    while (true) spun = spun + 1;
  }
  if (words.starts_with("toil")) {
    const std::clock_t until = std::clock() + 3 * CLOCKS_PER_SEC;
    while (std::clock() < until) spun = spun + 1;
  }
  if (words == "memory") {
    std::vector<std::string> heap;
    while (true) heap.emplace_back(64u << 20, 'x');
  }
  if (words == "wait") {  // without using the processor
    std::mutex twice;
    twice.lock();
    twice.lock();
  }
  if (words == "recurse") spun = deep(1);
  if (words == "flood" || words == "endless") {  // what looks like one reply, larger than any may be or as large
    const std::string header = batch::wire::header(batch::wire::payload_limit() + (words == "flood" ? 1 : 0));
    for (std::string bytes = header + std::string(1u << 20, 'x');; bytes.assign(1u << 20, 'x')) {
      if (::send(3, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) break;
    }
  }
  if (words == "chatter") {  // more replies than there are documents
    while (batch::send_reply(3, batch::ReplyKind::outcome, batch::wire::encode(outcome))) continue;
  }
  if (words == "members") {  // as if it had been asked to unpack
    batch::send_reply(3, batch::ReplyKind::member, "x");
    batch::send_reply(3, batch::ReplyKind::bytes, "x");
  }
  if (words == "write")
    outcome.type = ::open("/tmp/auditor-batch-written", O_WRONLY | O_CREAT, 0600) < 0 ? "no file" : "file";
  if (words == "kill") outcome.type = ::kill(::getppid(), SIGTERM) < 0 ? "no signal" : "signal";
  if (words == "print") outcome.type = ::write(STDERR_FILENO, "words", 5) == 5 ? "nowhere" : "closed";
  if (words == "raise limits") {
    rlimit more{RLIM_INFINITY, RLIM_INFINITY};
    outcome.type = ::setrlimit(RLIMIT_AS, &more) < 0 ? "no more" : "more";
  }
  if (words == "run code") {
    void* page = ::mmap(nullptr, 4'096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    outcome.type = page == MAP_FAILED ? "no code" : "code";
  }
  if (words == "open") outcome.type = ::open("/etc/passwd", O_RDONLY) < 0 ? "no file" : "file";
  if (words == "socket") outcome.type = ::socket(AF_INET, SOCK_STREAM, 0) < 0 ? "no socket" : "socket";
  if (words == "fork") outcome.type = ::fork() < 0 ? "no child" : "child";
  if (words == "exec") ::execl("/bin/true", "true", nullptr);
  if (words == "process") outcome.type = std::to_string(::getpid());
  if (words == "picture")
    return batch::outcome_of({base::ErrorCode::not_a_record, path, 0, 0, "is a picture", ""}, path, named);
  return outcome;
}

batch::Bounds quick() {
  batch::Bounds bounds;
  bounds.cpu_seconds = 1;
  bounds.wall_seconds = 5;
  bounds.address_bytes = 512u << 20;
  return bounds;
}

batch::Summary run(Folder& folder, Kept& kept, unsigned jobs, batch::Bounds bounds = quick()) {
  batch::Options options;
  options.jobs = jobs;
  options.stop = &kept.stop;
  auto summary = batch::supervise(folder.found, obey, options, bounds, kept);
  BOOST_REQUIRE_MESSAGE(summary.ok(), (summary.ok() ? "" : summary.error().one_line()));
  return summary.value();
}

std::string code_of(const evaluation::Outcome& outcome) {
  return outcome.standing == evaluation::Standing::audited ? "audited" : base::name_of(outcome.error.code);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_supervise)

BOOST_AUTO_TEST_CASE(outcomes_come_in_the_order_of_inputs_whatever_the_jobs) {
  Folder folder;
  for (int i = 100; i < 400; ++i) {
    // Some take much longer than their neighbours.
    folder.file(std::to_string(i), i % 37 == 0 ? std::string(8u << 20, 'a') : "record " + std::to_string(i));
  }
  for (unsigned jobs : {1u, 4u}) {
    Kept kept;
    batch::Summary summary = run(folder, kept, jobs);
    BOOST_TEST(summary.audited == 300u);
    BOOST_REQUIRE(kept.outcomes.size() == 300u);
    for (std::size_t i = 0; i < kept.outcomes.size(); ++i) {
      BOOST_REQUIRE(kept.outcomes[i].path == folder.found.inputs[i].path);
    }
    BOOST_TEST(kept.outcomes[5].document.text == "record 105");
    BOOST_TEST(kept.outcomes[11].document.text.size() == 8u << 20);
  }
}

BOOST_AUTO_TEST_CASE(misbehaviour_costs_one_document) {
  struct Case {
    const char* words;
    const char* code;
  };
  std::vector<Case> cases = {{"crash", "crashed"}, {"abort", "crashed"},  {"exit", "crashed"},
                             {"throw", "crashed"}, {"spin", "timed_out"}, {"picture", "not_a_record"}};
  if (!sanitized) cases.push_back({"memory", "over_limit"});
  if (!sanitized) cases.push_back({"exec", "crashed"});
  for (const char* words : {"recurse", "flood", "members"}) cases.push_back({words, "crashed"});
  for (unsigned jobs : {1u, 3u}) {
    Folder folder;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      folder.file(std::to_string(10 + i) + "a", "before");
      folder.file(std::to_string(10 + i) + "b", cases[i].words);
      folder.file(std::to_string(10 + i) + "c", "after");
    }
    Kept kept;
    batch::Summary summary = run(folder, kept, jobs);
    BOOST_TEST(summary.audited == 2 * cases.size());
    BOOST_TEST(summary.skipped == 1u);
    BOOST_TEST(summary.refused == cases.size() - 1);
    BOOST_REQUIRE(kept.outcomes.size() == 3 * cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
      BOOST_TEST(code_of(kept.outcomes[3 * i]) == "audited");
      BOOST_TEST(code_of(kept.outcomes[3 * i + 1]) == cases[i].code, cases[i].words);
      BOOST_TEST(code_of(kept.outcomes[3 * i + 2]) == "audited");
    }
  }
}

BOOST_AUTO_TEST_CASE(wall_clock_ends_a_document) {
  Folder folder;
  folder.file("a", "wait");
  folder.file("b", "fine");
  batch::Bounds bounds = quick();
  bounds.cpu_seconds = 1'000;
  bounds.wall_seconds = 1;
  Kept kept;
  auto begun = std::chrono::steady_clock::now();
  run(folder, kept, 1, bounds);
  BOOST_TEST(code_of(kept.outcomes.at(0)) == "timed_out");
  BOOST_TEST(kept.outcomes.at(0).error.message ==
             "took too long: a document may have 1000 seconds of processor time and one more for each 256 KiB of text, "
             "and 1 in all");
  BOOST_TEST(code_of(kept.outcomes.at(1)) == "audited");
  BOOST_TEST((std::chrono::steady_clock::now() - begun < std::chrono::seconds(60)));  // not the 1,000 it may compute
}

BOOST_AUTO_TEST_CASE(processor_time_is_counted_for_each_document_anew) {
  Folder folder;
  // Together more than the bound of one.
  for (int i = 0; i < 60; ++i) folder.file(std::to_string(100 + i), std::string(4u << 20, 'x'));
  Kept kept;
  BOOST_TEST(run(folder, kept, 1).audited == 60u);
}

BOOST_AUTO_TEST_CASE(long_documents_have_more_time) {
  Folder folder;
  folder.file("a", "toil");
  folder.file("b", "toil" + std::string(1u << 20, 'x'));
  Kept kept;
  run(folder, kept, 1);
  BOOST_TEST(code_of(kept.outcomes.at(0)) == "timed_out");
  BOOST_TEST(code_of(kept.outcomes.at(1)) == "audited");

  const batch::Bounds bounds;
  BOOST_TEST(bounds.cpu_seconds_for(20'000) == 10u);
  BOOST_TEST(bounds.wall_seconds_for(1'000) == 20u);
  BOOST_TEST(bounds.cpu_seconds_for(50'000'000) == 200u);
  BOOST_TEST(bounds.cpu_seconds_for(200'000'000) == 250u);  // no more than 60 MiB of text is kept
  BOOST_TEST(bounds.wall_seconds_for(50'000'000) == 500u);
}

BOOST_AUTO_TEST_CASE(worker_can_do_nothing_but_read_and_answer) {
  if (sanitized) return;
  Folder folder;
  for (const char* words : {"open", "fork", "socket", "write", "kill", "raise limits", "print", "run code"})
    folder.file(std::to_string(folder.found.inputs.size()), words);
  Kept kept;
  batch::Summary summary = run(folder, kept, 1);
  BOOST_TEST(summary.sandbox.find("rlimits") != std::string::npos);
  bool filtered = summary.sandbox.find("seccomp") != std::string::npos;
  if (filtered || summary.sandbox.find("landlock") != std::string::npos)
    BOOST_TEST(kept.outcomes.at(0).type == "no file");
  if (!filtered) return;
  BOOST_TEST(kept.outcomes.at(1).type == "no child");
  BOOST_TEST(code_of(kept.outcomes.at(2)) == "crashed");
  for (auto [place, type] :
       {std::pair{3u, "no file"}, {4u, "no signal"}, {5u, "no more"}, {6u, "nowhere"}, {7u, "no code"}}) {
    BOOST_TEST(kept.outcomes.at(place).type == type);
  }
  BOOST_TEST(!std::filesystem::exists("/tmp/auditor-batch-written"));
}

BOOST_AUTO_TEST_CASE(a_flood_does_not_fill_the_supervisor) {
  if (sanitized) return;
  Folder folder;
  for (int i = 0; i < 4; ++i) folder.file(std::to_string(i), i % 2 == 0 ? "endless" : "chatter");
  folder.file("9", "fine");
  Kept kept;
  batch::Bounds bounds = quick();
  bounds.wall_seconds = 2;
  run(folder, kept, 1, bounds);
  BOOST_TEST(code_of(kept.outcomes.at(4)) == "audited");
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  BOOST_TEST(used.ru_maxrss < 1'400L << 10);  // KiB; one reply may be 512 MiB, and is moved once
}

BOOST_AUTO_TEST_CASE(worker_is_replaced_after_its_share) {
  Folder folder;
  for (int i = 0; i < 9; ++i) folder.file(std::to_string(i), "process");
  batch::Bounds bounds = quick();
  bounds.documents = 3;
  Kept kept;
  BOOST_TEST(run(folder, kept, 1, bounds).audited == 9u);
  auto process = [&](std::size_t i) { return kept.outcomes.at(i).type; };
  BOOST_TEST(process(0) == process(2));
  BOOST_TEST(process(2) != process(3));
  BOOST_TEST(process(3) == process(5));
  BOOST_TEST(process(5) != process(6));
}

BOOST_AUTO_TEST_CASE(passed_over_entries_take_their_place) {
  Folder folder;
  folder.file("b", "fine");
  folder.file("d", "fine");
  folder.found.passed = {{folder.path + "/a", {base::ErrorCode::not_a_record, "", 0, 0, "is a lock file", ""}},
                         {folder.path + "/c", {base::ErrorCode::unreadable, "", 0, 0, "cannot be opened", ""}},
                         {folder.path + "/e", {base::ErrorCode::not_a_record, "", 0, 0, "is a lock file", ""}}};
  Kept kept;
  batch::Summary summary = run(folder, kept, 2);
  std::string standings;
  for (const auto& outcome : kept.outcomes)
    standings += outcome.path.back() + std::string("=") + code_of(outcome) + " ";
  BOOST_TEST(standings == "a=not_a_record b=audited c=unreadable d=audited e=not_a_record ");
  BOOST_TEST(summary.skipped == 2u);
  BOOST_TEST(summary.refused == 1u);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_opened_is_refused) {
  Folder folder;
  folder.file("a", "fine");
  folder.found.inputs.push_back({folder.path + "/gone", true});
  folder.found.inputs.push_back({folder.path + "/pipe", false});
  BOOST_REQUIRE(::mkfifo((folder.path + "/pipe").c_str(), 0600) == 0);
  Kept kept;
  BOOST_TEST(run(folder, kept, 1).refused == 2u);
  BOOST_TEST(kept.outcomes.at(2).error.message == "is not an ordinary file");
}

BOOST_AUTO_TEST_CASE(no_inputs_need_no_workers) {
  Folder folder;
  Kept kept;
  BOOST_TEST(run(folder, kept, 4).audited == 0u);
  folder.found.passed = {{folder.path + "/a", {base::ErrorCode::not_a_record, "", 0, 0, "is a lock file", ""}}};
  BOOST_TEST(run(folder, kept, 4).skipped == 1u);
}

BOOST_AUTO_TEST_CASE(stopping_keeps_what_is_finished) {
  Folder folder;
  for (int i = 0; i < 500; ++i) folder.file(std::to_string(1'000 + i), "fine");
  Kept kept;
  kept.stop_at = 20;
  batch::Summary summary = run(folder, kept, 2);
  BOOST_TEST(summary.interrupted);
  BOOST_TEST(kept.outcomes.size() >= 20u);
  BOOST_TEST(kept.outcomes.size() < 500u);
  BOOST_TEST(summary.audited == kept.outcomes.size());
}

BOOST_AUTO_TEST_CASE(failing_sink_ends_the_run) {
  Folder folder;
  for (int i = 0; i < 10; ++i) folder.file(std::to_string(i), "fine");
  Kept kept;
  kept.fail_at = 3;
  auto summary = batch::supervise(folder.found, obey, batch::Options(), quick(), kept);
  BOOST_REQUIRE(!summary.ok());
  BOOST_TEST(summary.error().message == "disk is full");
  BOOST_TEST(kept.outcomes.size() == 3u);
}

BOOST_AUTO_TEST_CASE(text_is_dropped_where_not_wanted) {
  Folder folder;
  folder.file("a", "fine");
  Kept kept;
  batch::Options options;
  options.keep_text = false;
  BOOST_REQUIRE(batch::supervise(folder.found, obey, options, quick(), kept).ok());
  BOOST_TEST(kept.outcomes.at(0).document.text.empty());
}

BOOST_AUTO_TEST_SUITE_END()
