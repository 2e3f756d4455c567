#include "batch/sandbox.h"

#include <iconv.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <clocale>
#include <iterator>

#include "base/limit.h"
#include "base/limits.h"
#include "batch/system_calls.h"
#include "readers/reader.h"

namespace batch {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

// Lowers a limit, soft and hard; one that is lower already stays.
bool lower(__rlimit_resource_t resource, rlim_t value) {
  rlimit limit{};
  if (::getrlimit(resource, &limit) != 0) return false;
  if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < value) value = limit.rlim_max;
  limit = {value, value};
  return ::setrlimit(resource, &limit) == 0;
}

// Landlock's own numbers, written out because the headers of older systems lack the later ones.
struct LandlockRights {
  std::uint64_t files;
  std::uint64_t network;
  std::uint64_t scopes;
};

// A rule set that handles every right this kernel knows and allows none.
bool refuse_files_and_network() {
#if defined(SYS_landlock_create_ruleset) && defined(SYS_landlock_restrict_self)
  constexpr unsigned ask_version = 1;
  long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, ask_version);
  if (abi < 1) return false;
  unsigned file_rights = abi >= 5 ? 16 : abi >= 3 ? 15 : abi == 2 ? 14 : 13;
  LandlockRights rights{(std::uint64_t{1} << file_rights) - 1, abi >= 4 ? 3u : 0u, abi >= 6 ? 3u : 0u};
  std::size_t size = abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
  long rules = ::syscall(SYS_landlock_create_ruleset, &rights, size, 0u);
  if (rules < 0) return false;
  bool done = ::syscall(SYS_landlock_restrict_self, static_cast<int>(rules), 0u) == 0;
  ::close(static_cast<int>(rules));
  return done;
#else
  return false;
#endif
}

}  // namespace

Bounds::Bounds()
    : cpu_seconds(static_cast<std::uint32_t>(base::limit(base::Limit::seconds))),
      wall_seconds(2 * cpu_seconds),
      address_bytes(base::limit(base::Limit::memory)),
      documents(base::limits::worker_documents) {}

std::uint32_t Bounds::cpu_seconds_for(std::uint64_t bytes) const {
  const std::uint64_t counted = std::min<std::uint64_t>(bytes, base::limit(base::Limit::text));
  return cpu_seconds + static_cast<std::uint32_t>(counted / base::limits::worker_bytes_a_second);
}

std::uint32_t Bounds::wall_seconds_for(std::uint64_t file_bytes) const {
  const std::uint64_t most = base::limit(base::Limit::text) / base::limits::worker_text_of_file;
  const std::uint64_t text = std::min(file_bytes, most) * base::limits::worker_text_of_file;
  return wall_seconds + 2 * static_cast<std::uint32_t>(text / base::limits::worker_bytes_a_second);
}

void warm_up() {
  // Names in archives may be UTF-8, which libarchive gives in the locale's encoding or not at all.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  // glibc loads a code page's converter from a file; once loaded and never closed, no worker needs the file.
  static constexpr const char* encodings[] = {
      "WINDOWS-1252", "WINDOWS-1250", "WINDOWS-1251", "ISO-8859-2", "ISO-8859-9", "ISO-8859-15",
      "UTF-16",       "UTF-16LE",     "UTF-16BE",     "UTF-32",     "MACINTOSH",  "IBM850",
      "IBM437",       "KOI8-R",       "SHIFT_JIS",    "GB18030",    "BIG5"};
  static const auto kept_open = [] {
    std::array<iconv_t, 2 * std::size(encodings)> converters{};
    auto next = converters.begin();
    for (const char* encoding : encodings) {
      *next++ = ::iconv_open("UTF-8", encoding);
      *next++ = ::iconv_open(encoding, "UTF-8");
    }
    return converters;
  }();
  static_cast<void>(kept_open);
  readers::warm_up();
}

void allow_processor_seconds(std::uint32_t seconds) {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  rlimit limit{};
  if (::getrlimit(RLIMIT_CPU, &limit) != 0) return;
  limit.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + seconds;
  if (limit.rlim_max != RLIM_INFINITY && limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_CPU, &limit);
}

std::string confine(const Bounds& bounds) {
  std::string in_force;
  auto add = [&](bool done, const char* name) {
    if (done) in_force += (in_force.empty() ? "" : ", ") + std::string(name);
  };
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  bool limited = lower(RLIMIT_CORE, 0) && lower(RLIMIT_FSIZE, 0) && lower(RLIMIT_NPROC, 0) && lower(RLIMIT_NOFILE, 16);
  if (!sanitized) limited = lower(RLIMIT_AS, bounds.address_bytes) && limited;
  add(limited, "rlimits");
  bool no_new_privileges = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  if (sanitized || !no_new_privileges) return in_force;
  bool landlocked = refuse_files_and_network();
  add(allow_only_a_workers_calls(), "seccomp");
  add(landlocked, "landlock");
  return in_force;
}

}  // namespace batch
