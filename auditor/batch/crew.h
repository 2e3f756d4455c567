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
#include "readers/archive.h"

namespace batch {

class Crew {
 public:
  // What became of a document that was given to a worker, by the number it was given under.
  enum class ResultKind {
    outcome,
    archive,   // no outcome: the file is an archive, to be given again for unpacking
    unpacked,  // to the end; the outcome is refused where something is wrong with the archive as a whole
  };
  struct Result {
    std::size_t number;
    evaluation::Outcome outcome;
    ResultKind kind = ResultKind::outcome;
  };
  // Of an archive that is being unpacked: the facts of a file in it, or bytes of the file told last.
  struct Piece {
    std::size_t number;
    std::optional<readers::Member> member;
    std::string bytes;
  };
  // What one look at the workers brought. Pieces of an archive come before its result.
  struct News {
    std::vector<Piece> pieces;
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
    bool unpack;
    std::uint64_t bytes;  // of its file
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
  std::chrono::seconds allowed(const Given& given) const;
  // Whether the reply is one that the worker may give now.
  bool take(Worker& worker, Reply& reply, News& news);
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
