#include "batch/archives.h"

#include <cassert>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"

namespace batch {
namespace {

using base::Error;
using base::ErrorCode;

// Archives are unpacked ahead of their turn while no more than this is kept of those before.
constexpr std::uint64_t ahead_bytes = 64u << 20;
constexpr std::size_t ahead_archives = 64;

}  // namespace

// Whether a path is asked for, itself or for what is in it.
bool Archives::wanted(const std::string& path) const {
  return options_.only.empty() || path == options_.only || options_.only.starts_with(path + "!/");
}

std::optional<Error> Archives::met(Number number) {
  const Entry entry = queue_[number];
  if (entry.path == options_.only) {
    return Error{ErrorCode::unsupported,
                 "",
                 0,
                 0,
                 "is a ZIP archive: each file in it is a document of its own",
                 "name one of them, as in " + base::repaired_utf8(entry.path) + "!/folder/record.docx"};
  }
  if (entry.depth < base::limits::archive_depth) {
    known_.insert(number);
    return std::nullopt;
  }
  return Error{ErrorCode::over_limit,
               "",
               0,
               0,
               "is a ZIP archive within " + std::to_string(base::limits::archive_depth) + " others",
               "unpack it and name the folder: this limit is fixed"};
}

std::optional<Archives::Number> Archives::next() const {
  if (known_.empty()) return std::nullopt;
  bool ahead = kept_.bytes < ahead_bytes && kept_.archives < ahead_archives;
  std::optional<Number> front = queue_.front();
  for (Number number : queue_.out()) {
    if (known_.count(number) > 0 && (ahead || number == front)) return number;
    if (!ahead) break;
  }
  return std::nullopt;
}

std::optional<Error> Archives::begin(Number number, Task& task) {
  const Entry entry = queue_[number];
  std::shared_ptr<Yield> yield = entry.archive ? entry.archive->yield() : std::make_shared<Yield>();
  auto into = Unpacked::create(options_.temporary_folder, yield, kept_);
  known_.erase(number);
  if (!into) return into.error();
  readers::Room room = room_after(*yield);
  task.unpack = true;
  task.room_bytes = room.bytes;
  task.room_members = room.members;
  open_.emplace(number, Open{Unpacking(std::move(into).value()), std::nullopt});
  return std::nullopt;
}

bool Archives::returned(Number number) {
  if (open_.erase(number) == 0) return false;
  known_.insert(number);
  return true;
}

void Archives::join(Number archive, Unpacking::Whole whole, const std::shared_ptr<Unpacked>& into) {
  const Entry container = queue_[archive];
  Entry entry;
  entry.path = container.path + "!/" + whole.member.name;
  entry.named = entry.path == options_.only;
  entry.depth = container.depth + 1;
  entry.archive = into;
  entry.from = whole.from;
  entry.size = whole.size;
  entry.marks = static_cast<std::uint8_t>((whole.member.whole ? 0u : unsigned{broken}) |
                                          (whole.member.renamed ? unsigned{renamed} : 0u) |
                                          (whole.member.repeated ? unsigned{repeated} : 0u));
  std::optional<Error> passed;
  if (!whole.member.given) passed = std::move(whole.member.error);
  queue_.add(std::move(entry), std::move(passed));
}

void Archives::take(Crew::Piece& piece) {
  auto found = open_.find(piece.number);
  assert(found != open_.end());
  Open& open = found->second;
  if (open.failed) return;
  if (piece.member) {
    bool keep = wanted(queue_[piece.number].path + "!/" + piece.member->name);
    std::optional<Unpacking::Whole> whole = open.unpacking.begin(std::move(*piece.member), keep);
    if (whole) join(piece.number, std::move(*whole), open.unpacking.into());
  }
  if (base::Status added = open.unpacking.add(piece.bytes); !added) open.failed = added.error();
}

std::optional<Error> Archives::end(const Crew::Result& result) {
  auto found = open_.find(result.number);
  assert(found != open_.end());
  Open open = std::move(found->second);
  open_.erase(found);
  std::optional<Unpacking::Whole> last = open.unpacking.end();
  // Of a worker that died, the file that it was at is not whole.
  bool whole = result.kind == Crew::ResultKind::unpacked && !open.failed;
  std::size_t members = open.unpacking.members() - (whole || open.unpacking.members() == 0 ? 0 : 1);
  if (whole && last) join(result.number, std::move(*last), open.unpacking.into());
  if (whole && result.outcome.standing == evaluation::Standing::audited) return std::nullopt;
  Error error = open.failed ? *open.failed : result.outcome.error;
  if (members > 0) {
    error.message += ": " + std::to_string(members) + (members == 1 ? " file" : " files") + " in it " +
                     (members == 1 ? "was" : "were") + " read, any others could not be";
  }
  return error;
}

}  // namespace batch
