// The form controls of an OpenDocument: office:forms lists them, draw:control says where each one stands.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml.h"
#include "readers/odt_names.h"

namespace readers::odt {

struct Control {
  enum class Kind : std::uint8_t {
    silent,  // buttons, pictures and the like: nothing written stands in them
    box,     // a check box or radio button
    value,   // something to write or choose in
    label,   // text that stands on the page
  };
  Kind kind = Kind::silent;
  bool ticked = false;
  std::string label;  // beside a box, or the text of a label
  std::string title;  // what a value is asked for as, where the form's author said
  std::string value;
};

// Fed with what stands in office:forms.
class Controls {
 public:
  void start(Tag tag, const std::vector<base::xml::Attribute>& attributes);
  void end(Tag tag);
  void text(std::string_view characters);

  const Control* find(std::string_view id) const;

 private:
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::vector<Control> controls_;
  std::vector<std::size_t> open_;  // of controls_
  bool in_paragraph_ = false;
};

}  // namespace readers::odt
