// What an HTML element is, for reading: its place in the flow of text and what its attributes say about its look.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace readers::html {

using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;  // names in lower case

// The attribute's value, or `otherwise` where it isn't given.
std::string_view attribute(const Attributes& attributes, std::string_view name, std::string_view otherwise = {});
bool has_attribute(const Attributes& attributes, std::string_view name);

// The number that a value such as colspan gives, at least 1.
std::uint32_t count_of(std::string_view value);

bool is_block(std::string_view tag);    // parts the text before and after it
bool is_dropped(std::string_view tag);  // holds no words of the record: scripts, styles, templates

// The look of an element; what it doesn't set, it inherits.
struct Look {
  bool bold = false;
  bool italic = false;
  bool hidden = false;
  bool deleted = false;      // marked as deleted by a tracked change
  bool keeps_lines = false;  // line ends of the source are shown
  bool symbols = false;      // letters are shown in a font of symbols (Wingdings)
  document::Part part = document::Part::body;
};

Look look_of(std::string_view tag, const Attributes& attributes, Look inherited);

// What Word says an element is, such as "header" or "footnote-list" (mso-element); empty where it says nothing.
std::string word_element(const Attributes& attributes);

std::string list_style_type(const Attributes& attributes);  // of a style attribute; empty where it sets none

// Whether a style attribute makes an inline element a block.
bool is_styled_as_block(const Attributes& attributes);

// Word's list paragraphs: the level from "mso-list:l0 level2 lfo1", or 0.
unsigned list_level(const Attributes& attributes);

// Ticks as Wingdings draws them; other characters are kept.
std::string symbols_as_unicode(std::string_view text);

}  // namespace readers::html
