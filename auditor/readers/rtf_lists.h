// An RTF's list tables, and the number that a paragraph shows: as printed in the file where its writer stored that,
// else counted as Word counts.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "readers/docx_numbering.h"

namespace readers::rtf {

class Lists {
 public:
  // The list table: a list begins, then its levels, each with what is said of it; its id may come last.
  void begin_list();
  void list_id(int id);
  void begin_level();
  void format(int code);
  void start(int number);
  void text(std::string_view characters);  // \leveltext: a count, then the label, bytes 0 to 8 being levels' numbers
  void end_list();
  // The override table: which list paragraphs with \lsN belong to.
  void begin_override();
  void begin_override_level();
  void overrides_start();
  void override_number(int number);
  void end_override();
  void end_tables();

  struct Marker {
    std::string text;  // as docx shows it: empty for bullets
    bool listed = false;
  };
  // `printed` is the text that the file holds for the marker; `has_printed` whether it holds one for this paragraph.
  Marker marker(int list, int level, std::string_view printed, bool has_printed);

 private:
  bool is_bullet(int list, int level, const std::string& printed) const;

  std::map<int, docx::Numbering::List> lists_;
  std::map<int, docx::Numbering::Instance> instances_;
  docx::Numbering::List list_;
  docx::Numbering::Instance override_;
  int list_id_ = -1;
  int override_number_ = -1;
  int level_ = -1;
  bool in_override_ = false;
  bool override_start_ = false;
  bool printed_seen_ = false;
  docx::Numbering numbering_;
};

}  // namespace readers::rtf
