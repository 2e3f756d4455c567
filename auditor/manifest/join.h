// Which of a manifest's cases a record belongs to.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "evaluation/outcome.h"
#include "manifest/manifest.h"

namespace manifest {

enum class By : std::uint8_t { nothing, document, id_in_name, id_in_record };

const char* name_of(By by);         // "nothing", "file_name", "id_in_name", "id_in_record"
By by_of(const std::string& name);  // nothing where it is none of these

struct Match {
  By by = By::nothing;
  std::vector<std::size_t> cases;  // into Manifest::cases; several where a list has a row for each child of a record
  // Why there is none though something was found, or what is doubtful; for people, without values. Empty otherwise.
  std::string doubt;
};

// Keeps a reference to the manifest.
class Join {
 public:
  explicit Join(const Manifest& manifest);

  // First by path or file name, with or without its extension, whatever the case of letters; then by a child's ID that
  // stands in the file name; then by one in the record's own field for it. Of several cases of the child that one is
  // taken whose kind and days are the record's. An ID tells the child, not the work: where none of the record's days
  // lies within two months of the case's, it is another piece of work.
  Match match(const evaluation::Outcome& outcome) const;

 private:
  Match by_document(const evaluation::Outcome& outcome) const;
  std::vector<std::size_t> of_ids(const std::vector<std::string>& words, bool& several) const;
  void choose(const evaluation::Outcome& outcome, std::vector<std::size_t> candidates, bool told_by_name,
              Match& match) const;

  const Manifest& manifest_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_stem_;   // file name without extension, folded
  std::unordered_map<std::string, std::vector<std::size_t>> by_child_;  // plain()
};

// Whether a record of one type and a case of another may be the same work: a census has one kind of assessment for all.
bool same_work(const std::string& record, const std::string& listed);

}  // namespace manifest
