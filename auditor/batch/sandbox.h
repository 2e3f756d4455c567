// What a worker gives up before it reads a stranger's bytes. Each protection is optional, since a kernel may lack it;
// what is in force is told, so that a run can say so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace batch {

// Bounds of one worker; the defaults are what base/limit.h has in force.
struct Bounds {
  std::uint32_t cpu_seconds;   // one document of no great length
  std::uint32_t wall_seconds;  // likewise, twice as much: the machine may be busy
  std::size_t address_bytes;   // the worker's address space; not under sanitizers, which reserve terabytes
  std::uint32_t documents;     // a worker is replaced after so many
  Bounds();

  // Long documents have more: processor time by the bytes of the file, once its text is known by those of that; the
  // clock on the wall by the most text that a file of so many bytes may hold.
  std::uint32_t cpu_seconds_for(std::uint64_t bytes) const;
  std::uint32_t wall_seconds_for(std::uint64_t file_bytes) const;
};

// Opens for good what libraries open on first use: code pages and the like. Called once, before the first fork.
void warm_up();

// Confines this process for the rest of its life: limits, no new privileges, no files, no network, no programs.
// Returns what is in force: "rlimits, seccomp, landlock".
std::string confine(const Bounds& bounds);

// Gives this process so many further seconds of processor time, from now; beyond them it is ended by SIGXCPU.
void allow_processor_seconds(std::uint32_t seconds);

}  // namespace batch
