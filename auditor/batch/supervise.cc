#include "batch/supervise.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "batch/archives.h"
#include "batch/channel.h"
#include "batch/crew.h"
#include "batch/queue.h"

namespace batch {
namespace {

constexpr std::size_t most_jobs = 256;
constexpr std::chrono::milliseconds stop_is_noticed_within(100);

// Opens without waiting, whatever the path has become since the walk; only ordinary files are dealt.
base::Result<Task> opened(const Entry& entry) {
  const std::string& path = entry.path;
  auto failed = [&](std::string what) {
    return base::Error{base::ErrorCode::unreadable, path, 0, 0, std::move(what), "ask for the right to read it"};
  };
  Task task;
  task.path = path;
  task.named = entry.named;
  if (entry.archive) {
    base::Result<Descriptor> file = entry.archive->reader();
    if (!file) return file.error();
    task.file = std::move(file).value();
    task.from = entry.from;
    task.size = entry.size;
    task.marks = entry.marks;
    return task;
  }
  task.file = Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
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
      : queue_(found), archives_(queue_, options), options_(options), sink_(sink), crew_(crew), window_(window) {}

  base::Result<Summary> run() {
    while (queue_.left() > 0) {
      if (stopped()) return interrupted();
      deal();
      base::Status status = deliver();
      if (!status) return status.error();
      if (queue_.left() == 0) break;
      if (!take_news()) {
        if (base::Status idle = sink_.idle(); !idle) return idle.error();
      }
      if (crew_.hopeless()) {
        return base::Error{base::ErrorCode::crashed, "", 0, 0, "worker processes end as soon as they are started",
                           "please report it"};
      }
    }
    summary_.sandbox = crew_.sandbox();
    return summary_;
  }

 private:
  using Number = Queue::Number;

  bool stopped() const { return options_.stop != nullptr && options_.stop->load(); }

  void finish(Number number, const base::Error& error, bool named) {
    finished_.emplace(number, outcome_of(error, queue_[number].path, named));
  }

  // Whether there was any.
  bool take_news() {
    Crew::News news = crew_.wait(stop_is_noticed_within);
    for (Crew::Piece& piece : news.pieces) archives_.take(piece);
    for (Crew::Result& result : news.results) {
      if (archives_.unpacks(result.number)) {
        std::optional<base::Error> wrong = archives_.end(result);
        wrong ? finish(result.number, *wrong, true) : queue_.finish(result.number);
      } else if (result.kind == Crew::ResultKind::archive) {
        std::optional<base::Error> refusal = archives_.met(result.number);
        if (refusal) finish(result.number, *refusal, true);
      } else {
        finished_.emplace(result.number, std::move(result.outcome));
      }
    }
    for (Number number : news.returned) {
      if (!archives_.returned(number)) queue_.again(number);
    }
    return !news.pieces.empty() || !news.results.empty() || !news.returned.empty();
  }

  // Gives out what there is room for, never further ahead of what was delivered than the window: memory stays flat.
  void deal() {
    while (true) {
      std::optional<Number> archive = crew_.has_room() ? archives_.next() : std::nullopt;
      std::optional<Number> next = archive ? archive : queue_.next(window_);
      if (!next) return;
      const Entry entry = queue_[*next];
      if (entry.passed == nullptr && !crew_.has_room()) return;
      if (!archive) queue_.take(*next);
      if (entry.passed != nullptr) {
        finish(*next, *entry.passed, entry.named);
        continue;
      }
      base::Result<Task> task = opened(entry);
      if (task && archive) {
        if (std::optional<base::Error> wrong = archives_.begin(*next, task.value())) task = *wrong;
      }
      if (!task) {
        finish(*next, task.error(), entry.named);
      } else if (!crew_.give(*next, task.value())) {
        if (!archives_.returned(*next)) queue_.again(*next);
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
    if (status && options_.progress) options_.progress(taken_, taken_ + queue_.left());
    return status;
  }

  base::Status deliver() {
    for (std::optional<Number> front = queue_.front(); front; front = queue_.front()) {
      auto next = finished_.find(*front);
      if (next == finished_.end()) break;
      queue_.finish(*front);
      base::Status status = take(next->second);
      if (!status) return status;
      finished_.erase(next);
    }
    return base::Done{};
  }

  // What is finished is kept, though something before it is not.
  base::Result<Summary> interrupted() {
    for (Number number : queue_.out()) {
      auto finished = finished_.find(number);
      if (finished == finished_.end()) continue;
      base::Status status = take(finished->second);
      if (!status) return status.error();
    }
    summary_.interrupted = true;
    summary_.sandbox = crew_.sandbox();
    return summary_;
  }

  Queue queue_;
  Archives archives_;
  const Options& options_;
  evaluation::Sink& sink_;
  Crew& crew_;
  std::size_t window_;
  std::size_t taken_ = 0;
  std::map<Number, evaluation::Outcome> finished_;
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
