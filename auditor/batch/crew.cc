#include "batch/crew.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <utility>

#include "batch/wire.h"

namespace batch {
namespace {

constexpr std::size_t given_ahead =
    2;  // one being worked on and one waiting, so that no worker waits for the supervisor

// Unpacking takes the time of many documents, whatever the disk; its processor time is bounded like any document's.
constexpr unsigned unpacking_takes = 6;

base::ErrorCode reason_of(int status) {
  if (!WIFSIGNALED(status)) return base::ErrorCode::crashed;
  if (WTERMSIG(status) == SIGXCPU) return base::ErrorCode::timed_out;
  // Nobody here sent it: the system's own remedy for want of memory.
  if (WTERMSIG(status) == SIGKILL) return base::ErrorCode::over_limit;
  return base::ErrorCode::crashed;
}

std::uint64_t bytes_of(const Task& task) {
  struct stat facts {};
  if (task.size != Task::whole_file) return task.size;
  return ::fstat(task.file.get(), &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
}

}  // namespace

Crew::Crew(const Audit& audit, const Bounds& bounds, bool keep_text)
    : audit_(audit), bounds_(bounds), keep_text_(keep_text) {}

Crew::~Crew() {
  for (Worker& worker : workers_) ::kill(worker.process, SIGKILL);
  for (Worker& worker : workers_) {
    while (::waitpid(worker.process, nullptr, 0) < 0 && errno == EINTR) continue;
  }
}

std::optional<Crew::Worker> Crew::made() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return std::nullopt;
  Worker worker;
  worker.socket = Descriptor(ends[0]);
  Descriptor other(ends[1]);
  pid_t supervisor = ::getpid();
  worker.process = ::fork();
  if (worker.process < 0) return std::nullopt;
  if (worker.process == 0) {
    if (::getppid() != supervisor) ::_exit(1);
    work(other.get(), bounds_, audit_, keep_text_);
  }
  worker.front_since = Clock::now();
  return worker;
}

bool Crew::hire(std::size_t count) {
  wanted_ = count;
  while (workers_.size() < wanted_) {
    std::optional<Worker> worker = made();
    if (!worker) break;
    workers_.push_back(std::move(*worker));
  }
  return !workers_.empty();
}

bool Crew::fits(const Worker& worker) const {
  return worker.given.size() < given_ahead && worker.documents < bounds_.documents;
}

bool Crew::has_room() const {
  return std::any_of(workers_.begin(), workers_.end(), [&](const Worker& worker) { return fits(worker); });
}

bool Crew::give(std::size_t number, const Task& task) {
  Worker* least = nullptr;
  for (Worker& worker : workers_) {
    if (fits(worker) && (least == nullptr || worker.given.size() < least->given.size())) least = &worker;
  }
  assert(least != nullptr);
  if (!send_task(least->socket.get(), task)) {
    least->documents = bounds_.documents;  // wait() will find it gone; until then nothing more is given to it
    return false;
  }
  if (least->given.empty()) least->front_since = Clock::now();
  least->given.push_back({number, task.path, task.unpack, bytes_of(task)});
  ++least->documents;
  return true;
}

std::chrono::seconds Crew::allowed(const Given& given) const {
  if (given.unpack) return std::chrono::seconds(bounds_.wall_seconds) * unpacking_takes;
  return std::chrono::seconds(bounds_.wall_seconds_for(given.bytes));
}

bool Crew::take(Worker& worker, Reply& reply, News& news) {
  Given& given = worker.given.front();
  bool piece = reply.kind == ReplyKind::member || reply.kind == ReplyKind::bytes;
  if ((piece || reply.kind == ReplyKind::unpacked) && !given.unpack) return false;
  if (reply.kind == ReplyKind::archive && given.unpack) return false;
  if (reply.kind == ReplyKind::bytes) {
    if (reply.payload.empty()) return false;
    news.pieces.push_back({given.number, std::nullopt, std::move(reply.payload)});
    return true;
  }
  if (reply.kind == ReplyKind::member) {
    std::optional<readers::Member> member = wire::decode_member(reply.payload);
    if (member) news.pieces.push_back({given.number, std::move(member), ""});
    return member.has_value();
  }
  if (reply.kind == ReplyKind::outcome && given.unpack && !reply.parting) return false;
  Result result{given.number, {}, ResultKind::outcome};
  if (reply.kind == ReplyKind::unpacked) result.kind = ResultKind::unpacked;
  if (reply.kind == ReplyKind::archive) {
    result.kind = ResultKind::archive;
  } else {
    std::optional<evaluation::Outcome> outcome = wire::decode(reply.payload);
    if (!outcome) return false;
    result.outcome = std::move(*outcome);
    result.outcome.path = given.path;
  }
  news.results.push_back(std::move(result));
  worker.given.pop_front();
  worker.front_since = Clock::now();
  stillborn_ = 0;
  return true;
}

void Crew::listen(Worker& worker, News& news) {
  ReplyReader::State state = worker.replies.read(worker.socket.get());
  while (std::optional<Reply> reply = worker.replies.next()) {
    if (!worker.greeted) {
      worker.greeted = true;
      sandbox_ = reply->payload.substr(0, 200);
      continue;
    }
    if (worker.given.empty() || !take(worker, *reply, news)) return end(worker, news, base::ErrorCode::crashed);
    if (reply->parting) {
      for (const Given& rest : worker.given) news.returned.push_back(rest.number);
      worker.given.clear();
      return end(worker, news, std::nullopt);
    }
  }
  if (state == ReplyReader::State::broken) return end(worker, news, base::ErrorCode::crashed);
  if (state == ReplyReader::State::closed) return end(worker, news, std::nullopt);
  bool spent = worker.documents >= bounds_.documents && worker.given.empty();
  if (spent) end(worker, news, std::nullopt);
}

// Ends the worker and replaces it later; the document that it was at pays, those behind it are returned. Without a
// reason, its exit status tells.
void Crew::end(Worker& worker, News& news, std::optional<base::ErrorCode> reason) {
  ::kill(worker.process, SIGKILL);  // where it has ended by itself, this comes too late to change its status
  worker.socket.reset();
  int status = 0;
  while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) continue;
  worker.process = -1;
  if (!worker.greeted) {
    ++stillborn_;  // it never came to a document
  } else if (!worker.given.empty()) {
    Given guilty = std::move(worker.given.front());
    worker.given.pop_front();
    base::Error error = blame(reason.value_or(reason_of(status)), guilty.path, guilty.bytes, bounds_);
    news.results.push_back({guilty.number, outcome_of(error, guilty.path, true)});
  }
  for (const Given& rest : worker.given) news.returned.push_back(rest.number);
  worker.given.clear();
}

Crew::News Crew::wait(std::chrono::milliseconds most) {
  News news;
  auto until = Clock::now() + most;
  std::vector<pollfd> sockets;
  for (const Worker& worker : workers_) {
    sockets.push_back({worker.socket.get(), POLLIN, 0});
    if (!worker.given.empty()) until = std::min(until, worker.front_since + allowed(worker.given.front()));
  }
  auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  ::poll(sockets.data(), sockets.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));
  for (std::size_t i = 0; i < sockets.size(); ++i) {
    Worker& worker = workers_[i];
    if (sockets[i].revents != 0) {
      listen(worker, news);
    }
    bool late = worker.process >= 0 && !worker.given.empty() &&
                Clock::now() >= worker.front_since + allowed(worker.given.front());
    if (late) end(worker, news, base::ErrorCode::timed_out);
  }
  std::erase_if(workers_, [](const Worker& worker) { return worker.process < 0; });
  hire(wanted_);
  return news;
}

}  // namespace batch
