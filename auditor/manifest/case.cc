#include "manifest/case.h"

namespace manifest {

std::string in_words(const Place& place) {
  return place.line == 0 ? place.file : place.file + ", line " + std::to_string(place.line);
}

}  // namespace manifest
