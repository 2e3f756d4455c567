#include "evaluation/outcome.h"

namespace evaluation {

const char* name_of(Rating rating) {
  switch (rating) {
    case Rating::not_met:
      return "not_met";
    case Rating::partly:
      return "partly";
    case Rating::met:
      return "met";
    case Rating::not_applicable:
      return "na";
  }
  return "";
}

const char* name_of(Grade grade) {
  switch (grade) {
    case Grade::inadequate:
      return "inadequate";
    case Grade::requires_improvement:
      return "requires_improvement";
    case Grade::good:
      return "good";
    case Grade::outstanding:
      return "outstanding";
  }
  return "";
}

const char* name_of(Standing standing) {
  switch (standing) {
    case Standing::audited:
      return "audited";
    case Standing::refused:
      return "refused";
    case Standing::skipped:
      return "skipped";
  }
  return "";
}

}  // namespace evaluation
