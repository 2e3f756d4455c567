#include "batch/channel.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include "batch/wire.h"

namespace batch {
namespace {

constexpr std::uint64_t parting_bit = std::uint64_t{1} << 63;
constexpr unsigned kind_shift = 56;
constexpr std::uint64_t kind_bits = std::uint64_t{0x7F} << kind_shift;
constexpr std::uint64_t length_bits = (std::uint64_t{1} << kind_shift) - 1;
constexpr auto last_kind = static_cast<std::uint64_t>(ReplyKind::unpacked);
// Enough gathered: what is whole is taken before more is read.
constexpr std::size_t enough_bytes = 1u << 20;

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int socket, char* to, std::size_t size) {
  while (size > 0) {
    ssize_t got = ::recv(socket, to, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

// Room for one descriptor beside a message, aligned as the kernel wants it.
struct DescriptorSpace {
  alignas(cmsghdr) char bytes[CMSG_SPACE(sizeof(int))] = {};
};

}  // namespace

void Descriptor::reset() {
  if (value_ >= 0) ::close(std::exchange(value_, -1));
}

bool send_task(int socket, const Task& task) {
  std::string bytes = wire::encode(task);
  bytes = wire::header(bytes.size()) + bytes;
  iovec piece{bytes.data(), bytes.size()};
  DescriptorSpace space;
  msghdr message{};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = space.bytes;
  message.msg_controllen = sizeof space.bytes;
  cmsghdr* control = CMSG_FIRSTHDR(&message);
  control->cmsg_level = SOL_SOCKET;
  control->cmsg_type = SCM_RIGHTS;
  control->cmsg_len = CMSG_LEN(sizeof(int));
  int descriptor = task.file.get();
  std::memcpy(CMSG_DATA(control), &descriptor, sizeof descriptor);
  ssize_t sent = 0;
  do {
    sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent > 0 && send_all(socket, std::string_view(bytes).substr(static_cast<std::size_t>(sent)));
}

std::optional<Task> receive_task(int socket) {
  char header[wire::header_bytes];
  iovec piece{header, sizeof header};
  DescriptorSpace space;
  msghdr message{};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = space.bytes;
  message.msg_controllen = sizeof space.bytes;
  ssize_t got = 0;
  do {
    got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return std::nullopt;
  Task task;
  for (cmsghdr* control = CMSG_FIRSTHDR(&message); control != nullptr; control = CMSG_NXTHDR(&message, control)) {
    if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS) continue;
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(control), sizeof descriptor);
    task.file = Descriptor(descriptor);
  }
  std::size_t done = static_cast<std::size_t>(got);
  if (!receive_all(socket, header + done, sizeof header - done)) return std::nullopt;
  const std::uint64_t size = wire::payload_bytes({header, sizeof header});
  if (size > wire::payload_limit()) return std::nullopt;
  std::string payload(static_cast<std::size_t>(size), '\0');
  if (!receive_all(socket, payload.data(), payload.size()) || !wire::decode(payload, task)) return std::nullopt;
  return task;
}

bool send_reply(int socket, ReplyKind kind, std::string_view payload, bool parting) {
  std::uint64_t word = payload.size() | (static_cast<std::uint64_t>(kind) << kind_shift) | (parting ? parting_bit : 0);
  return send_all(socket, wire::header(word)) && send_all(socket, payload);
}

ReplyReader::State ReplyReader::read(int socket) {
  bytes_.erase(0, std::exchange(taken_, 0));
  char piece[64 << 10];
  while (true) {
    ssize_t got = ::recv(socket, piece, sizeof piece, MSG_DONTWAIT);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) return State::waiting;
    if (got <= 0) return State::closed;
    bytes_.append(piece, static_cast<std::size_t>(got));
    if (bytes_.size() < wire::header_bytes) continue;
    std::uint64_t word = wire::payload_bytes(bytes_);
    std::uint64_t size = word & length_bits;
    if (size > wire::payload_limit() || ((word & kind_bits) >> kind_shift) > last_kind) return State::broken;
    // A worker that only ever writes must not keep the supervisor here, nor fill its memory.
    if (static_cast<std::size_t>(got) < sizeof piece) return State::waiting;
    if (bytes_.size() >= wire::header_bytes + size + enough_bytes) return State::waiting;
  }
}

std::optional<Reply> ReplyReader::next() {
  if (rest().size() < wire::header_bytes) return std::nullopt;
  std::uint64_t word = wire::payload_bytes(rest());
  std::uint64_t size = word & length_bits;
  std::uint64_t kind = (word & kind_bits) >> kind_shift;
  if (size > wire::payload_limit() || kind > last_kind || rest().size() - wire::header_bytes < size)
    return std::nullopt;
  Reply reply;
  reply.kind = static_cast<ReplyKind>(kind);
  reply.parting = (word & parting_bit) != 0;
  reply.payload = rest().substr(wire::header_bytes, static_cast<std::size_t>(size));
  taken_ += wire::header_bytes + static_cast<std::size_t>(size);
  return reply;
}

}  // namespace batch
