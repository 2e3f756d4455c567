// The socket between the supervisor and one worker: tasks with an open file one way, replies the other.
#pragma once

#include <cstdint>
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

// What there is to say of a document that came out of an archive; a set of bits.
enum Mark : std::uint8_t { broken = 1, renamed = 2, repeated = 4 };

// One document to audit: its file open for reading, and how it is known.
struct Task {
  static constexpr std::uint64_t whole_file = ~std::uint64_t{0};

  Descriptor file;
  std::string path;
  bool named = false;
  std::uint64_t from = 0;           // where in the file the document begins
  std::uint64_t size = whole_file;  // bytes of it
  std::uint8_t marks = 0;
  bool unpack = false;             // the file is known to be an archive, and its files are wanted
  std::uint64_t room_bytes = 0;    // unpack only: how much may come out
  std::uint32_t room_members = 0;  // unpack only
};

bool send_task(int socket, const Task& task);
// Waits for the next task; nothing once the supervisor has closed its end, or where what it sent is no task.
std::optional<Task> receive_task(int socket);

enum class ReplyKind : std::uint8_t {
  outcome,   // of a document; ends the task
  archive,   // the file is an archive of documents; ends the task, without a payload
  member,    // of an archive that is being unpacked: its facts
  bytes,     // of the member told last
  unpacked,  // ends the task: an outcome, refused where something is wrong with the archive as a whole
};

// A reply is a header of wire.h and a payload. `parting`: the worker ends after this one.
bool send_reply(int socket, ReplyKind kind, std::string_view payload, bool parting = false);

struct Reply {
  ReplyKind kind = ReplyKind::outcome;
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
  std::string_view rest() const { return std::string_view(bytes_).substr(taken_); }

  std::string bytes_;
  std::size_t taken_ = 0;  // bytes before this were given out
};

}  // namespace batch
