// Turns the parser's events for an HTML page into blocks. Elements are expected balanced, as libxml2 sends them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/builder.h"
#include "readers/html_gathered.h"
#include "readers/html_style.h"

namespace readers::html {

// The form control whose content is being read.
struct Control {
  enum class Kind : std::uint8_t { none, area, choice } kind = Kind::none;
  std::string text;    // of the <textarea>, or of the open <option>
  std::string chosen;  // what the <select> shows
  bool in_option = false;
  bool selected = false;      // the open <option> is
  bool any_selected = false;  // one has been
  bool many = false;          // several may be: none is shown unless selected
};

class Walk {
 public:
  // `margin` names the one header or footer of Word's to read; empty for everything.
  explicit Walk(document::Builder& builder, std::string_view margin = {}) : builder_(builder), margin_(margin) {}

  void start(std::string_view tag, const Attributes& attributes);
  void end(std::string_view tag);
  void text(std::string_view characters);
  void finish();  // after the last event
  std::vector<std::string> take_frames() { return std::move(frames_); }

 private:
  struct Open {
    std::string tag;
    Look look;
    bool block = false;
    bool inert = false;  // nothing of it is read
  };
  struct OpenTable {
    bool begun = false;  // has a row: the builder knows of it
    bool in_head = false;
    bool in_cell = false;
    std::size_t lists = 0;  // lists open around it
    std::string stray;      // text between rows, kept for after the table
  };
  struct OpenList {
    bool numbered = false;
    char style = '1';  // '1', 'a' or 'A'
    std::int64_t next = 1;
  };

  void start_block(std::string_view tag, const Attributes& attributes);
  void start_table_part(std::string_view tag, const Attributes& attributes);
  void start_item(const Attributes& attributes);
  void start_control(std::string_view tag, const Attributes& attributes);
  void start_picture(std::string_view alternative);
  void start_input(const Attributes& attributes);
  void close(const Open& element);
  void end_block(std::string_view tag);
  void end_control(std::string_view tag);
  void end_cell();
  void end_table();

  bool is_bold_line() const;
  bool ends_as_sentence() const;
  bool is_inert(std::string_view tag, const Attributes& attributes) const;
  void begin_table_if_needed();
  void put_value(std::string_view value);
  void put_tick(bool ticked);
  void flush();
  void flush_term();
  unsigned depth() const;
  document::Style in_part() const;  // that of plain words here
  Look look() const { return open_.empty() ? Look() : open_.back().look; }

  document::Builder& builder_;
  std::string margin_;
  std::vector<std::string> frames_;  // addresses
  std::vector<Open> open_;
  std::vector<OpenTable> tables_;
  std::vector<OpenList> lists_;
  std::size_t flat_tables_ = 0;  // open tables beyond the nesting that is kept: their cells are plain blocks

  Gathered gathered_;
  Control control_;
  std::uint8_t heading_ = 0;
  unsigned item_depth_ = 0;  // a list item waits for its first words
  std::string item_mark_;
  bool word_item_ = false;  // from Word: its bullet is part of the words
  bool in_term_ = false;    // inside <dt>
  bool has_term_ = false;   // a <dt> waits for its <dd>
  std::string term_;
  std::string preformatted_;
  std::size_t pre_depth_ = 0;
  std::size_t quotes_ = 0;  // open <q>
  std::size_t title_depth_ = 0;
  std::string title_;
};

}  // namespace readers::html
