// From the elements of a checklist to its program. Every mistake carries file, line, column and how to mend it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/xml.h"
#include "checklist/kinds/kind.h"
#include "checklist/program.h"
#include "lexicon/lexicon.h"

namespace checklist {

// Compiles elements one by one into a program; the lexicon must be finished and outlive the compiler.
class Compiler {
 public:
  Compiler(const lexicon::Lexicon& lexicon, Program& program) : lexicon_(lexicon), program_(program) {}

  // <dimension>, <grades>, <grade-limit>, <overall-limit>, <time-limit>, <let>, <item>, <flag>,
  // <second-reading> (after the items it reads); `file` is where it stands.
  base::Status add(const base::xml::Element& element, const std::string& file);
  // What only the whole can tell: ids used twice, limits that name what isn't there.
  base::Status finish(const std::string& file) const;

 private:
  base::Status add_dimension(const base::xml::Element&, const std::string& file);
  base::Status add_grades(const base::xml::Element&, const std::string& file);
  base::Status add_grade_limit(const base::xml::Element&, const std::string& file);
  base::Status add_overall_limit(const base::xml::Element&, const std::string& file);
  base::Status add_time_limit(const base::xml::Element&, const std::string& file);
  base::Status add_second_reading(const base::xml::Element&, const std::string& file);
  base::Status add_item(const base::xml::Element&, const std::string& file);
  base::Status add_flag(const base::xml::Element&, const std::string& file);

  const lexicon::Lexicon& lexicon_;
  Program& program_;
  std::size_t parts_ = 0;                       // added, or refused
  std::map<std::string, QueryPointer> shared_;  // <let> outside items: every later item may use it
};

}  // namespace checklist
