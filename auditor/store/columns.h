// Outcomes to rows and back, with every statement prepared once.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/result.h"
#include "evaluation/outcome.h"
#include "store/sqlite.h"

namespace store {

class OutcomeWriter {
 public:
  explicit OutcomeWriter(const Database& database);

  // Adds the outcome's rows as a document of the run; false where SQLite refuses. Its number is document() then.
  bool write(std::int64_t run, std::int64_t place_in_run, const evaluation::Outcome& outcome, bool keep_text);
  std::int64_t document() const { return number_; }
  // The flags of a document that has none.
  bool write_flags(std::int64_t document, const std::vector<evaluation::Flag>& flags);

 private:
  bool write_answers(std::int64_t document, const evaluation::Outcome& outcome);
  bool write_record(std::int64_t document, const document::Document& record, bool keep_text);

  const Database& database_;
  std::int64_t number_ = 0;
  Statement document_, timeliness_, refusal_, child_, person_, unknown_section_, dimension_, item_, looked_in_,
      evidence_, near_miss_, flag_, text_, block_, table_, note_;
};

class OutcomeReader {
 public:
  explicit OutcomeReader(const Database& database);

  // Reads every outcome of the run in order; false where SQLite fails. An error of `use` ends the reading and is left
  // in `status`.
  bool each(std::int64_t run, const std::function<base::Status(const evaluation::Outcome&)>& use, base::Status& status);
  // Those of one document.
  std::vector<evaluation::Flag> flags(std::int64_t document);

 private:
  bool read_lists(std::int64_t document, evaluation::Outcome& outcome);
  bool read_answers(std::int64_t document, evaluation::Outcome& outcome);
  bool read_record(std::int64_t document, document::Document& record);

  Statement documents_, timeliness_, refusal_, child_, person_, unknown_section_, dimension_, item_, looked_in_,
      evidence_, near_miss_, flag_, text_, block_, table_, note_;
};

}  // namespace store
