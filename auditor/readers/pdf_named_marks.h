// Marked content whose properties are named in the resources ("/P /MC0 BDC"). Poppler tells of its end but not of its
// beginning, so the content is looked through first for where such content begins.
#pragma once

#include <Object.h>

#include <vector>

namespace readers::pdf {

// The events of a content stream that a Device hears of, and between them the beginnings that it does not.
class NamedMarks {
 public:
  enum class Event : std::uint8_t { begins, ends, shows, named_begins };

  // Without events where the resources name no properties.
  NamedMarks(const Object& content, Dict* resources, XRef* objects);

  // Moves to the next event of the kind told, giving the properties of each unheard beginning on the way; null for
  // properties that aren't there.
  std::vector<Object> reach(Event heard);

 private:
  struct Step {
    Event event;
    Object properties;
  };
  std::vector<Step> steps_;
  std::size_t at_ = 0;
};

}  // namespace readers::pdf
