// The worker processes of one run: making, dealing to, watching, and replacing them.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "batch/channel.h"
#include "batch/sandbox.h"
#include "batch/worker.h"
#include "evaluation/outcome.h"

namespace batch {

class Crew {
 public:
  // What became of a document that was given to a worker, by the number it was given under.
  struct Result {
    std::size_t number;
    evaluation::Outcome outcome;
  };
  // What one look at the workers brought.
  struct News {
    std::vector<Result> results;
    std::vector<std::size_t> returned;  // given to a worker that ended before it came to them: to be given again
  };

  Crew(const Audit& audit, const Bounds& bounds, bool keep_text);
  ~Crew();  // ends every worker at once
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // Makes workers until there are `count`; false where there is none at all.
  bool hire(std::size_t count);
  bool has_room() const;
  // Gives the task to the worker with the least to do; needs has_room(). False where that worker is gone: the task is
  // to be given again after wait().
  bool give(std::size_t number, const Task& task);
  // Waits at most `most` for replies, deaths and deadlines.
  News wait(std::chrono::milliseconds most);

  const std::string& sandbox() const { return sandbox_; }
  // Workers keep ending before they come to a document: no run can be made of that.
  bool hopeless() const { return stillborn_ > 8; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Given {
    std::size_t number;
    std::string path;
  };
  struct Worker {
    pid_t process = -1;
    Descriptor socket;
    ReplyReader replies;
    bool greeted = false;
    std::uint32_t documents = 0;    // given so far
    std::deque<Given> given;        // first: being worked on
    Clock::time_point front_since;  // when the first was begun
  };

  bool fits(const Worker& worker) const;
  void listen(Worker& worker, News& news);
  void end(Worker& worker, News& news, std::optional<base::ErrorCode> reason);
  std::optional<Worker> made();

  const Audit& audit_;
  Bounds bounds_;
  bool keep_text_;
  std::size_t wanted_ = 0;
  std::vector<Worker> workers_;
  std::string sandbox_;
  unsigned stillborn_ = 0;
};

}  // namespace batch
