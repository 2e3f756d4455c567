#include "batch/queue.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace batch {

bool Queue::Before::operator()(Number a, Number b) const {
  if (a < queue->ordered_ && b < queue->ordered_) return a < b;
  std::string room_of_a, room_of_b;
  const int order = queue->path_of(a, room_of_a).compare(queue->path_of(b, room_of_b));
  return order != 0 ? order < 0 : a < b;
}

Queue::Queue(const intake::Found& found) : found_(found), waiting_(Before{this}), out_(Before{this}) {
  Number input = 0;
  for (const intake::Passed& passed : found.passed) {
    while (input < found.inputs.size() && found.inputs[input].path <= passed.path) ++input;
    passed_.push_back(input + passed_.size());
  }
  ordered_ = found.inputs.size() + found.passed.size();
}

std::string_view Queue::path_of(Number number, std::string& room) const {
  if (number >= ordered_) return members_[number - ordered_].path;
  room = (*this)[number].path;
  return room;
}

Entry Queue::operator[](Number number) const {
  if (number >= ordered_) return members_[number - ordered_];
  Entry entry;
  const auto passed = std::lower_bound(passed_.begin(), passed_.end(), number);
  const auto before = static_cast<std::size_t>(passed - passed_.begin());
  if (passed != passed_.end() && *passed == number) {
    entry.path = found_.passed[before].path;
    entry.passed = &found_.passed[before].error;
    return entry;
  }
  intake::Input input = found_.inputs[number - before];
  entry.path = std::move(input.path);
  entry.named = input.named;
  return entry;
}

void Queue::add(Entry entry, std::optional<base::Error> passed) {
  if (passed) entry.passed = &errors_.emplace_back(std::move(*passed));
  members_.push_back(std::move(entry));
  waiting_.insert(ordered_ + members_.size() - 1);
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
  if (number >= ordered_) members_[number - ordered_].archive.reset();
}

std::optional<Queue::Number> Queue::front() const {
  if (out_.empty()) return std::nullopt;
  Number first = *out_.begin();
  std::optional<Number> waiting = first_waiting();
  return waiting && Before{this}(*waiting, first) ? std::nullopt : std::optional(first);
}

}  // namespace batch
