/* Preloaded under valgrind, which sees neither into compiled patterns nor past a worker's confinement: patterns are
   matched by PCRE2's interpreter, as where PCRE2 was built without its compiler (JIT); workers keep their files (valgrind
   reads the program's own and writes its log) and their time (valgrind takes thirty times as long). All else is as users
   have it. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { no_jit = -45 }; /* PCRE2_ERROR_JIT_BADOPTION: what a PCRE2 without JIT answers */

int pcre2_jit_compile_8(void *code, uint32_t options) {
  (void)code;
  (void)options;
  return no_jit;
}

int setrlimit(__rlimit_resource_t resource, const struct rlimit *limits) {
  (void)resource;
  (void)limits;
  return 0;
}

/* Without this right given up, a worker neither asks for seccomp nor for Landlock. */
int prctl(int option, ...) {
  unsigned long values[4];
  va_list rest;
  va_start(rest, option);
  for (int i = 0; i < 4; ++i) values[i] = va_arg(rest, unsigned long);
  va_end(rest);
  if (option == PR_SET_NO_NEW_PRIVS) {
    errno = EPERM;
    return -1;
  }
  return (int)syscall(SYS_prctl, option, values[0], values[1], values[2], values[3]);
}
