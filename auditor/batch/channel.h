// The socket between the supervisor and one worker: tasks with an open file one way, replies the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace batch {

// Owns an open descriptor, or none (-1).
class Descriptor {
 public:
  explicit Descriptor(int value = -1) : value_(value) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    reset();
    value_ = std::exchange(other.value_, -1);
    return *this;
  }
  int get() const { return value_; }
  bool open() const { return value_ >= 0; }
  void reset();

 private:
  int value_;
};

// One document to audit: its file open for reading, and how it is known.
struct Task {
  Descriptor file;
  std::string path;
  bool named = false;
};

bool send_task(int socket, const Task& task);
// Waits for the next task; nothing once the supervisor has closed its end.
std::optional<Task> receive_task(int socket);

// A reply is a header of wire.h and a payload. `parting`: the worker ends after this one.
bool send_reply(int socket, std::string_view payload, bool parting);

struct Reply {
  std::string payload;
  bool parting = false;
};

// Gathers replies from what arrives in pieces.
class ReplyReader {
 public:
  enum class State { waiting, closed, broken };  // broken: a length beyond wire::payload_limit

  // Takes what the socket holds now, without waiting.
  State read(int socket);
  // The next whole reply, if one has arrived.
  std::optional<Reply> next();

 private:
  std::string bytes_;
};

}  // namespace batch
