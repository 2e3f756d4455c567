// Word 2003 XML rewritten as the parts of a package. The vocabulary is an early form of DOCX's: most names are the
// same, some are spelt otherwise, and what a package keeps in parts (styles, lists, headers, notes, comments) stands
// within the text or before it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml.h"
#include "readers/xml_writer.h"

namespace readers {

class Word2003 : public base::xml::Handler {
 public:
  using Attributes = std::vector<base::xml::Attribute>;

  bool start(std::string_view space, std::string_view name, const Attributes& attributes) override;
  bool end(std::string_view space, std::string_view name) override;
  bool text(std::string_view characters) override;

  // By their keys in a package; what is still open is ended.
  std::map<std::string, std::string> take();

 private:
  // An open element: how many elements of how many writers it became, and what its end does.
  struct Open {
    std::string name;
    bool diverts = false;     // what it holds goes to another part
    std::size_t written = 0;  // elements to end in the part at hand
  };

  xml::Writer& part() { return *parts_.back(); }
  void put(std::string_view name, const Attributes& attributes = {});  // an element of the main vocabulary
  void put_empty(std::string_view name, const Attributes& attributes);
  void divert(xml::Writer& writer, Open& element);
  bool within(std::string_view name) const { return !open_.empty() && open_.back().name == name; }

  void start_word(std::string_view name, const Attributes& attributes, Open& element);
  void start_margin(std::string_view name, const Attributes& attributes, Open& element);
  void start_note(std::string_view kind, Open& element);
  void start_annotation(const Attributes& attributes, Open& element);
  void end_form_field();

  std::vector<Open> open_;
  std::size_t skipping_ = 0;
  xml::Writer document_, styles_, numbering_, footnotes_, endnotes_, comments_;
  std::map<std::string, xml::Writer> margins_;  // headers and footers, by their ids
  xml::Writer relationships_;
  std::vector<xml::Writer*> parts_{&document_};
  std::size_t notes_ = 0;
  std::string field_data_;
  bool in_field_data_ = false;
  std::string title_;
  bool in_title_ = false;
  bool macros_ = false;
  bool embedded_ = false;
};

}  // namespace readers
