#include "readers/pdf_named_marks.h"

#include <Parser.h>
#include <XRef.h>

#include <memory>
#include <string_view>

#include "base/limit.h"

namespace readers::pdf {

NamedMarks::NamedMarks(const Object& content, Dict* resources, XRef* objects) {
  Object named = resources != nullptr ? resources->lookup("Properties") : Object(objNull);
  if (!named.isDict() || named.dictGetLength() == 0) return;
  Object source = content.copy();
  Parser parser(objects, &source, false);
  Object last;
  bool in_picture = false;
  std::size_t tokens = 0;
  for (Object token = parser.getObj(); !token.isEOF() && !token.isError(); token = parser.getObj()) {
    if (++tokens > 4 * base::limit(base::Limit::drawing)) break;
    if (token.isCmd()) {
      std::string_view command = token.getCmd();
      if (command == "ID") in_picture = true;
      if (command == "EI") in_picture = false;
      if (!in_picture) {
        if (command == "BDC" && last.isName()) {
          steps_.push_back({Event::named_begins, named.dictLookup(last.getName())});
        } else if (command == "BDC" || command == "BMC") {
          steps_.push_back({Event::begins, Object(objNull)});
        } else if (command == "EMC") {
          steps_.push_back({Event::ends, Object(objNull)});
        } else if (command == "Tj" || command == "TJ" || command == "'" || command == "\"") {
          steps_.push_back({Event::shows, Object(objNull)});
        }
      }
    }
    last = std::move(token);
  }
  bool any = false;
  for (const Step& step : steps_) any = any || step.event == Event::named_begins;
  if (!any) steps_.clear();
}

std::vector<Object> NamedMarks::reach(Event heard) {
  std::vector<Object> begun;
  // What was looked through and what is drawn can part ways, in damaged content: then this waits where it is.
  std::size_t next = at_;
  while (next < steps_.size() && steps_[next].event != heard) {
    bool passable = steps_[next].event == Event::named_begins || steps_[next].event == Event::shows;
    if (!passable) return begun;
    ++next;
  }
  if (next >= steps_.size()) return begun;
  for (; at_ <= next; ++at_) {
    if (steps_[at_].event == Event::named_begins) begun.push_back(std::move(steps_[at_].properties));
  }
  return begun;
}

}  // namespace readers::pdf
