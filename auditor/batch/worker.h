// One worker process: task in, outcome out, until the supervisor closes the socket.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/sandbox.h"
#include "document/document.h"
#include "evaluation/outcome.h"

namespace batch {

// What is known of a document beside its bytes.
struct Known {
  std::string path;
  bool named = false;                 // by the user itself, rather than met
  std::vector<document::Note> notes;  // on how its bytes were come by: to stand before the reader's own
};

// What is done with one document's bytes; batch::audit_bytes in the program, whatever a test wants in a test.
using Audit = std::function<evaluation::Outcome(std::string_view bytes, const Known& known)>;

// An outcome that is only an error: skipped where the error says that the file is no record and nobody named it.
evaluation::Outcome outcome_of(const base::Error& error, const std::string& path, bool named);

// Why an end of a worker that nobody asked for cost the document that it was at, in words for the person who gave it:
// timed_out, over_limit (memory), or else crashed. `bytes`: of its file.
base::Error blame(base::ErrorCode code, const std::string& path, std::uint64_t bytes, const Bounds& bounds);

// Confines this process, says so in a first reply (the text of Summary::sandbox), then works. Never returns, and leaves
// without running the destructors of what it inherited.
[[noreturn]] void work(int socket, const Bounds& bounds, const Audit& audit, bool keep_text);

}  // namespace batch
