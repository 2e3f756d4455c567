// What is to be audited, in bytewise order of path: what is waiting, what is being worked on, what is still to be
// delivered. Files of an archive join when they are unpacked, behind their archive and before whatever follows it.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "batch/unpacking.h"
#include "intake/walk.h"

namespace batch {

struct Entry {
  std::string path;
  bool named = false;
  const base::Error* passed = nullptr;  // decided already: refused or skipped
  // Of a file of an archive; empty for a file of its own.
  std::shared_ptr<Unpacked> archive;
  std::uint64_t from = 0, size = 0;
  std::uint8_t marks = 0;
  std::uint32_t depth = 0;  // archives around it
};

class Queue {
 public:
  using Number = std::size_t;

  // `found` must outlive the queue, and be in bytewise order of path as intake::walk() gives it.
  explicit Queue(const intake::Found& found);

  Entry operator[](Number number) const;
  std::size_t left() const { return (ordered_ - cursor_) + waiting_.size() + out_.size(); }

  // A file of an archive, which must not be delivered yet; the queue keeps the error.
  void add(Entry entry, std::optional<base::Error> passed);

  // The first that waits, where fewer than `window` are to be delivered before it.
  std::optional<Number> next(std::size_t window) const;
  void take(Number number);    // waits no more: it is what next() gave
  void again(Number number);   // waits again
  void finish(Number number);  // is delivered
  // The first to be delivered where it waits no more; none where nothing is left, or where the first still waits.
  std::optional<Number> front() const;
  // Those that wait no more and are not delivered, in order.
  const auto& out() const { return out_; }

 private:
  struct Before {
    const Queue* queue;
    bool operator()(Number a, Number b) const;
  };

  std::optional<Number> first_waiting() const;
  std::string_view path_of(Number number, std::string& room) const;  // valid as long as the queue and the room

  const intake::Found& found_;
  std::vector<Number> passed_;      // which numbers found_.passed has, in its order; the others are its inputs'
  Number ordered_ = 0;              // entries before this came in order, and
  Number cursor_ = 0;               // those before this were taken
  std::deque<Entry> members_;       // files of archives, numbered from ordered_
  std::deque<base::Error> errors_;  // likewise
  std::set<Number, Before> waiting_;
  std::set<Number, Before> out_;
};

}  // namespace batch
