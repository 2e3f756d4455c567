// A run's records as they come, each joined to its cases: particulars from the list, and flag F7.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "evaluation/sink.h"
#include "manifest/codes.h"
#include "manifest/join.h"
#include "manifest/manifest.h"
#include "store/run_facts.h"

namespace manifest {

class Joined : public evaluation::Sink {
 public:
  // How a run that is kept remembers what was joined; both may be empty.
  struct Memory {
    // Of an outcome that stands for a document which is kept already, with what the list says of it: how that was
    // joined.
    std::function<std::optional<store::Joining>(const evaluation::Outcome&)> known;
    // Told before the outcome is handed on.
    std::function<void(store::Joining)> keep;
  };

  // All must outlive this. Outcomes need their own facts, but for those that are known; they are handed on without.
  Joined(const Manifest& manifest, const Codes& codes, evaluation::Sink& next, Memory memory = {});

  // Team, worker and manager are the list's where it gives them: it spells them one way, and reports group by them.
  // Those of the record stay where the list has none.
  base::Status take(const evaluation::Outcome& outcome) override;
  base::Status idle() override { return next_->idle(); }

  struct Belonging {
    std::size_t document = 0;  // from 1, in the order in which outcomes came
    std::size_t of = 0;        // index into Manifest::cases
  };
  const std::vector<Belonging>& belongings() const { return belongings_; }

  store::JoiningCounts counts() const;

  // What was joined and what was not, as lines for people: how many records and by what, those without a case, those in
  // doubt and why, rows that name a record which was not there, rows that belong to several records.
  std::vector<std::string> told() const;

 private:
  const Source& source_of(const Case& one) const;
  void note(const Match& match, const std::string& path);
  std::map<std::size_t, std::size_t> records_by_row() const;
  std::vector<std::string> rows_without_record() const;
  std::vector<std::string> rows_of_several() const;

  const Manifest* manifest_;
  const Codes* codes_;
  evaluation::Sink* next_;
  Join join_;
  std::size_t documents_ = 0;
  Memory memory_;
  store::JoiningCounts counts_;  // of records
  std::vector<Belonging> belongings_;
  std::vector<std::string> without_;  // paths of records that have no case
  std::vector<std::string> doubts_;
};

}  // namespace manifest
