// The archives of a run: which are known, which are being unpacked, when the next may be. Their files join the queue.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "base/result.h"
#include "batch/crew.h"
#include "batch/queue.h"
#include "batch/run.h"
#include "batch/unpacking.h"

namespace batch {

class Archives {
 public:
  using Number = Queue::Number;

  // Both must outlive this.
  Archives(Queue& queue, const Options& options) : queue_(queue), options_(options) {}

  // A worker has found that the entry is an archive. An error where it is not to be unpacked.
  std::optional<base::Error> met(Number number);
  // The one to unpack next, if it may be: the first in order, when little is kept of others or it is what all wait for.
  std::optional<Number> next() const;
  // It is given to a worker with this task. An error where its files cannot be kept.
  std::optional<base::Error> begin(Number number, Task& task);
  // Whether it was given to a worker and has not ended.
  bool unpacks(Number number) const { return open_.count(number) > 0; }
  // It was given, and its worker ended before it came to it; false where it is no archive.
  bool returned(Number number);
  void take(Crew::Piece& piece);
  // Its worker is through with it. An error where something is to be said of the archive itself.
  std::optional<base::Error> end(const Crew::Result& result);

 private:
  struct Open {
    Unpacking unpacking;
    std::optional<base::Error> failed;  // what comes after this is dropped
  };

  void join(Number archive, Unpacking::Whole whole, const std::shared_ptr<Unpacked>& into);
  bool wanted(const std::string& path) const;

  Queue& queue_;
  const Options& options_;
  Kept kept_;
  std::set<Number> known_;  // and waiting to be unpacked
  std::map<Number, Open> open_;
};

}  // namespace batch
