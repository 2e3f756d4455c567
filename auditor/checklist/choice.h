// The checklists that a run may rate by, and which of them a record is rated by: one for all, or the one that says in
// its file that it is for the record's type. Not to be used by two threads at once.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/result.h"
#include "checklist/checklist.h"
#include "checklist/source.h"

namespace checklist {

class Choice {
 public:
  // This one, whatever a record's type is.
  explicit Choice(Checklist only);
  // The standard one, and those beside it that say which types they are for. Their files are read now, and compiled
  // when a record of such a type turns up: then no file need be opened any more. Two for one type are an error.
  static base::Result<Choice> by_type(const std::string& standard_file);

  // Also for what is of no type that another is for. What a record is, is found with its words.
  const Checklist& standard() const { return *standard_; }
  // The error is the first mistake in the one that is for this type.
  base::Result<const Checklist*> for_type(const std::string& type);
  // not_found where none of them has this id.
  base::Result<const Checklist*> with_id(const std::string& id);

  // Called before another checklist is compiled (true) and after it (false): that takes time which is not the record's.
  std::function<void(bool begins)> compiling;

 private:
  base::Result<const Checklist*> compiled(const std::string& id);

  std::unique_ptr<const Checklist> standard_;
  std::map<std::string, Source> others_;      // by id; not compiled yet, or with a mistake
  std::map<std::string, std::string> types_;  // type: id of the other that is for it
  std::map<std::string, std::unique_ptr<const Checklist>> compiled_;
};

}  // namespace checklist
