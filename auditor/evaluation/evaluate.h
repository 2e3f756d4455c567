// One record against a checklist: pure, and depends on nothing else.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "checklist/checklist.h"
#include "checklist/choice.h"
#include "document/document.h"
#include "evaluation/outcome.h"

namespace evaluation {

// Form, language, facts, answers, scores, flags. Fills everything of the outcome but path, sha256, bytes.
Outcome evaluate(document::Document document, const checklist::Checklist& checklist);

// Likewise, by the checklist for the record's type, which the standard checklist's words find. Refused where that one
// has a mistake, which is then the error.
Outcome evaluate(document::Document document, checklist::Choice& choice);

// `auditor show --explain ITEM`: each rule of the item in order, what was tried, what matched, what was rejected and
// why, as lines of text. bad_argument where the checklist has no such item.
// `type`: what the record was found to be; empty: as this checklist's words find it.
base::Result<std::string> explain(const document::Document& document, const checklist::Checklist& checklist,
                                  const std::string& item, const std::string& type = {});

// One example of a checklist that did not come out as it says, or that is missing.
struct FailedExample {
  std::string item;
  std::string file;
  std::uint32_t line = 0;
  std::string message;
};
struct ExampleReport {
  std::size_t run = 0;
  std::size_t exempt = 0;             // concepts and sections marked examples="none"
  std::vector<FailedExample> failed;  // lexicon examples too, with item "lexicon"
};
// Runs the examples that the checklist holds: small records in a plain notation, read by `reader` (the text reader).
// Fails closed: each rating of an item or flag needs an example, each concept and section a hit and a near miss.
using ExampleReader = base::Result<document::Document> (*)(std::string_view text, const std::string& name);
ExampleReport run_examples(const checklist::Checklist& checklist, ExampleReader reader);

}  // namespace evaluation
