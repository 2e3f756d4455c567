#include "batch/queue.h"

#include <cassert>
#include <utility>

namespace batch {

bool Queue::Before::operator()(Number a, Number b) const {
  int order = queue->entries_[a].path.compare(queue->entries_[b].path);
  return order != 0 ? order < 0 : a < b;
}

Queue::Queue(const intake::Found& found) : waiting_(Before{this}), out_(Before{this}) {
  auto passed = found.passed.begin();
  auto pass = [&] {
    Entry entry;
    entry.path = passed->path;
    entry.passed = &passed->error;
    entries_.push_back(std::move(entry));
    ++passed;
  };
  for (const intake::Input& input : found.inputs) {
    while (passed != found.passed.end() && passed->path < input.path) pass();
    Entry entry;
    entry.path = input.path;
    entry.named = input.named;
    entries_.push_back(std::move(entry));
  }
  while (passed != found.passed.end()) pass();
  ordered_ = entries_.size();
}

void Queue::add(Entry entry, std::string path, std::optional<base::Error> passed) {
  entry.path = paths_.emplace_back(std::move(path));
  if (passed) entry.passed = &errors_.emplace_back(std::move(*passed));
  entries_.push_back(std::move(entry));
  waiting_.insert(entries_.size() - 1);
}

std::optional<Queue::Number> Queue::first_waiting() const {
  if (waiting_.empty()) return cursor_ < ordered_ ? std::optional(cursor_) : std::nullopt;
  Number first = *waiting_.begin();
  return cursor_ < ordered_ && Before{this}(cursor_, first) ? cursor_ : first;
}

std::optional<Queue::Number> Queue::next(std::size_t window) const {
  std::optional<Number> first = first_waiting();
  if (!first) return std::nullopt;
  std::size_t before = 0;
  for (Number number : out_) {
    if (!Before{this}(number, *first)) break;
    if (++before >= window) return std::nullopt;
  }
  return first;
}

void Queue::take(Number number) {
  if (waiting_.erase(number) == 0) {
    assert(number == cursor_);
    ++cursor_;
  }
  out_.insert(number);
}

void Queue::again(Number number) {
  out_.erase(number);
  waiting_.insert(number);
}

void Queue::finish(Number number) {
  out_.erase(number);
  entries_[number].archive.reset();
}

std::optional<Queue::Number> Queue::front() const {
  if (out_.empty()) return std::nullopt;
  Number first = *out_.begin();
  std::optional<Number> waiting = first_waiting();
  return waiting && Before{this}(*waiting, first) ? std::nullopt : std::optional(first);
}

}  // namespace batch
