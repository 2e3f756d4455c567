#include "batch/system_calls.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace batch {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t architecture = 0;
#endif

constexpr std::uint32_t x32_bit = 0x40000000;  // x86-64's second set of numbers, which must not be a way round

// Most used first: the filter tries them in turn. Descriptors can come in (recvmsg) but none can be opened.
constexpr int allowed[] = {
    SYS_pread64,        SYS_fstat,        SYS_recvmsg,     SYS_recvfrom,    SYS_sendto,          SYS_read,
    SYS_write,          SYS_close,        SYS_lseek,       SYS_brk,         SYS_munmap,          SYS_mremap,
    SYS_madvise,        SYS_futex,        SYS_getrusage,
#ifdef SYS_getrlimit
    SYS_getrlimit,      SYS_setrlimit,
#endif
    SYS_clock_gettime,  SYS_gettimeofday, SYS_getrandom,   SYS_getpid,      SYS_gettid,          SYS_rt_sigaction,
    SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_sched_yield, SYS_restart_syscall, SYS_exit,
    SYS_exit_group,
#ifdef SYS_newfstatat
    SYS_newfstatat,  // fstat() of newer C libraries; Landlock or EACCES is what guards names
#endif
};

// What reading a record never needs, whatever library does it.
constexpr int deadly[] = {
    SYS_execve, SYS_execveat, SYS_socket,           SYS_connect,           SYS_bind,
    SYS_listen, SYS_ptrace,   SYS_process_vm_readv, SYS_process_vm_writev, SYS_bpf,
#ifdef SYS_fork
    SYS_fork,   SYS_vfork,
#endif
};

sock_filter statement(unsigned code, std::uint32_t k) {
  return {static_cast<std::uint16_t>(code), 0, 0, k};
}

constexpr unsigned load = BPF_LD | BPF_W | BPF_ABS;
constexpr unsigned give = BPF_RET | BPF_K;
constexpr unsigned equals = BPF_JMP | BPF_JEQ | BPF_K;
constexpr unsigned has_bits = BPF_JMP | BPF_JSET | BPF_K;

// Where the loaded value passes, the next statement runs; otherwise `skipped` statements are jumped over.
sock_filter only_where(unsigned test, std::uint32_t value, std::uint8_t skipped = 1) {
  return {static_cast<std::uint16_t>(test), 0, skipped, value};
}

// Allows the call by one of its arguments: where the test holds or, if `inverted`, where it does not.
void allow_by_argument(std::vector<sock_filter>& filter, std::uint32_t call, std::uint32_t argument, unsigned test,
                       std::uint32_t value, bool inverted = false) {
  filter.push_back(only_where(equals, call, 4));
  filter.push_back(statement(load, static_cast<std::uint32_t>(offsetof(seccomp_data, args)) + 8 * argument));
  filter.push_back(only_where(test, value));
  filter.push_back(statement(give, inverted ? SECCOMP_RET_ERRNO | EPERM : SECCOMP_RET_ALLOW));
  filter.push_back(statement(give, inverted ? SECCOMP_RET_ALLOW : SECCOMP_RET_ERRNO | EPERM));
}

}  // namespace

bool allow_only_a_workers_calls() {
  if (architecture == 0) return false;
  std::vector<sock_filter> filter;
  filter.push_back(statement(load, offsetof(seccomp_data, arch)));
  filter.push_back({static_cast<std::uint16_t>(equals), 1, 0, architecture});
  filter.push_back(statement(give, SECCOMP_RET_KILL_PROCESS));
  filter.push_back(statement(load, offsetof(seccomp_data, nr)));
  filter.push_back(only_where(has_bits, x32_bit));
  filter.push_back(statement(give, SECCOMP_RET_KILL_PROCESS));
  for (int call : allowed) {
    filter.push_back(only_where(equals, static_cast<std::uint32_t>(call)));
    filter.push_back(statement(give, SECCOMP_RET_ALLOW));
  }
  // Memory, but never memory to run code from; limits and signals, but only this process's own.
  allow_by_argument(filter, SYS_mmap, 2, has_bits, PROT_EXEC, true);
  allow_by_argument(filter, SYS_mprotect, 2, has_bits, PROT_EXEC, true);
  allow_by_argument(filter, SYS_prlimit64, 0, equals, 0);
  allow_by_argument(filter, SYS_tgkill, 0, equals, static_cast<std::uint32_t>(::getpid()));
  for (int call : deadly) {
    filter.push_back(only_where(equals, static_cast<std::uint32_t>(call)));
    filter.push_back(statement(give, SECCOMP_RET_KILL_PROCESS));
  }
#ifdef SYS_clone3
  filter.push_back(only_where(equals, SYS_clone3));
  filter.push_back(statement(give, SECCOMP_RET_ERRNO | ENOSYS));
#endif
  filter.push_back(statement(give, SECCOMP_RET_ERRNO | EPERM));
  sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

}  // namespace batch
