#include "batch/supervise.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "batch/channel.h"
#include "batch/crew.h"

namespace batch {
namespace {

constexpr std::size_t most_jobs = 256;
constexpr std::chrono::milliseconds stop_is_noticed_within(100);

// Inputs and what was passed over, as one list in bytewise order of path.
struct Entry {
  const intake::Input* input = nullptr;
  const intake::Passed* passed = nullptr;
};

std::vector<Entry> in_order(const intake::Found& found) {
  std::vector<Entry> entries;
  entries.reserve(found.inputs.size() + found.passed.size());
  auto passed = found.passed.begin();
  for (const intake::Input& input : found.inputs) {
    for (; passed != found.passed.end() && passed->path < input.path; ++passed) entries.push_back({nullptr, &*passed});
    entries.push_back({&input, nullptr});
  }
  for (; passed != found.passed.end(); ++passed) entries.push_back({nullptr, &*passed});
  return entries;
}

// Opens without waiting, whatever the path has become since the walk; only ordinary files are dealt.
base::Result<Task> opened(const intake::Input& input) {
  auto failed = [&](std::string what) {
    return base::Error{base::ErrorCode::unreadable, input.path, 0, 0, std::move(what), ""};
  };
  Task task{Descriptor(::open(input.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)), input.path,
            input.named};
  if (!task.file.open()) return failed("cannot be opened: " + std::string(std::strerror(errno)));
  struct stat facts {};
  if (::fstat(task.file.get(), &facts) != 0) return failed("cannot be read: " + std::string(std::strerror(errno)));
  if (!S_ISREG(facts.st_mode)) return failed("is not an ordinary file");
  return task;
}

std::size_t workers_for(const Options& options, std::size_t inputs) {
  std::size_t jobs = options.jobs == 0 ? std::max(1u, std::thread::hardware_concurrency()) : options.jobs;
  return std::min({jobs, most_jobs, inputs});
}

class Supervisor {
 public:
  Supervisor(const intake::Found& found, const Options& options, evaluation::Sink& sink, Crew& crew, std::size_t window)
      : entries_(in_order(found)), options_(options), sink_(sink), crew_(crew), window_(window) {}

  base::Result<Summary> run() {
    while (delivered_ < entries_.size()) {
      if (stopped()) return interrupted();
      deal();
      base::Status status = deliver();
      if (!status) return status.error();
      if (delivered_ == entries_.size()) break;
      for (auto& result : take_news()) finished_.emplace(result.number, std::move(result.outcome));
      if (crew_.hopeless()) {
        return base::Error{base::ErrorCode::crashed, "", 0, 0, "worker processes end as soon as they are started",
                           "please report it"};
      }
    }
    summary_.sandbox = crew_.sandbox();
    return summary_;
  }

 private:
  bool stopped() const { return options_.stop != nullptr && options_.stop->load(); }

  std::vector<Crew::Result> take_news() {
    Crew::News news = crew_.wait(stop_is_noticed_within);
    again_.insert(news.returned.begin(), news.returned.end());
    return std::move(news.results);
  }

  // Gives out what there is room for, never further ahead of what was delivered than the window: memory stays flat.
  void deal() {
    while (true) {
      bool repeated = !again_.empty();
      if (!repeated && (dealt_ == entries_.size() || dealt_ >= delivered_ + window_)) return;
      std::size_t number = repeated ? *again_.begin() : dealt_;
      const Entry& entry = entries_[number];
      if (entry.input != nullptr && !crew_.has_room()) return;
      if (repeated) {
        again_.erase(again_.begin());
      } else {
        ++dealt_;
      }
      if (entry.passed != nullptr) {
        finished_.emplace(number, outcome_of(entry.passed->error, entry.passed->path, false));
        continue;
      }
      base::Result<Task> task = opened(*entry.input);
      if (!task) {
        finished_.emplace(number, outcome_of(task.error(), entry.input->path, entry.input->named));
      } else if (!crew_.give(number, task.value())) {
        again_.insert(number);
        return;
      }
    }
  }

  base::Status take(const evaluation::Outcome& outcome) {
    switch (outcome.standing) {
      case evaluation::Standing::audited:
        ++summary_.audited;
        break;
      case evaluation::Standing::refused:
        ++summary_.refused;
        break;
      case evaluation::Standing::skipped:
        ++summary_.skipped;
        break;
    }
    base::Status status = sink_.take(outcome);
    ++taken_;
    if (status && options_.progress) options_.progress(taken_, entries_.size());
    return status;
  }

  base::Status deliver() {
    for (auto next = finished_.find(delivered_); next != finished_.end(); next = finished_.find(delivered_)) {
      base::Status status = take(next->second);
      if (!status) return status;
      finished_.erase(next);
      ++delivered_;
    }
    return base::Done{};
  }

  // What is finished is kept, though something before it is not.
  base::Result<Summary> interrupted() {
    for (const auto& [number, outcome] : finished_) {
      base::Status status = take(outcome);
      if (!status) return status.error();
    }
    summary_.interrupted = true;
    summary_.sandbox = crew_.sandbox();
    return summary_;
  }

  std::vector<Entry> entries_;
  const Options& options_;
  evaluation::Sink& sink_;
  Crew& crew_;
  std::size_t window_;
  std::size_t dealt_ = 0;      // entries before this were given out at least once
  std::size_t delivered_ = 0;  // entries before this are in the sink
  std::size_t taken_ = 0;
  std::set<std::size_t> again_;
  std::map<std::size_t, evaluation::Outcome> finished_;
  Summary summary_;
};

}  // namespace

base::Result<Summary> supervise(const intake::Found& found, const Audit& audit, const Options& options,
                                const Bounds& bounds, evaluation::Sink& sink) {
  warm_up();
  std::size_t workers = workers_for(options, found.inputs.size());
  Crew crew(audit, bounds, options.keep_text);
  if (workers > 0 && !crew.hire(workers)) {
    return base::Error{base::ErrorCode::crashed,
                       "",
                       0,
                       0,
                       "no worker process could be started",
                       "look at the limits on processes and memory"};
  }
  return Supervisor(found, options, sink, crew, 64 + 8 * workers).run();
}

}  // namespace batch
