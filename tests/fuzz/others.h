// What is fuzzed besides records: whatever else strangers may have written, and what comes back from a process that
// read a stranger's file. Each gives an empty document where the bytes are taken, and looks that what was taken holds.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace fuzz {

// A checklist, or one of the files that a checklist names (lexicon, items, calendar): by its root element. What
// compiles is held against the schema, described, and audits a small record.
base::Result<document::Document> as_checklist(std::string_view bytes, const std::string& name);

// A text with dates as people write them, and each of its lines as a day in a list.
base::Result<document::Document> as_dates(std::string_view bytes, const std::string& name);

// A council's list (CSV) or its children in need census (XML).
base::Result<document::Document> as_manifest(std::string_view bytes, const std::string& name);

// What passes between supervisor and worker: the bytes as an outcome, a task and a member of an archive (behind the
// version of today, so that a corpus outlives a change of it), and as they are as a stream of replies and of tasks.
base::Result<document::Document> as_wire(std::string_view bytes, const std::string& name);

}  // namespace fuzz
