// Destinations: what a group holds, and what becomes of it when it closes.
#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "readers/rtf_reader.h"

namespace readers::rtf {
namespace {

using document::NoteKind;

constexpr std::size_t most_stories = 16;     // notes in boxes in notes; deeper ones join the one around them
constexpr std::size_t most_margins = 1'000;  // headers, or footers
constexpr std::size_t most_entries = 1'000;  // of a list to choose from

bool begins_story(Word word) {
  switch (word) {
    case Word::header:
    case Word::header_first:
    case Word::footer:
    case Word::footer_first:
    case Word::footnote:
    case Word::annotation:
    case Word::box:
      return true;
    default:
      return false;
  }
}

}  // namespace

// Passes over the rest of the group at hand, and closes it.
void Reader::skip_group() {
  if (!tokens_.skip_group()) {
    builder_.note(NoteKind::salvaged, "the file is cut off or damaged: the text after the fault is missing");
  }
  group_begins_ = ignorable_ = false;
  skip_ = 0;
  if (beyond_ > 0) {
    --beyond_;
  } else {
    State closed = std::move(states_.back());
    states_.pop_back();
    if (closed.opened) close_destination(closed);
  }
}

// Whether the word is one of a destination, which is then begun.
bool Reader::begin_destination(Word word, bool ignorable) {
  // The document's own group is none, whatever it says.
  if (states_.size() <= 2 && beyond_ == 0) return is_destination(word);
  bool skips = word == Word::skipped || word == Word::object_data || (ignorable && !is_read_when_ignorable(word));
  if (word == Word::object_data) left_out_.objects = true;
  if (begins_story(word) && (character().hidden || character().deleted)) {
    (character().deleted ? left_out_.deletions : left_out_.hidden) = true;
    skips = true;
  }
  if (skips) {
    skip_group();
    return true;
  }
  if (!is_destination(word)) return false;
  if (beyond_ == 0) open_destination(word);
  return true;
}

void Reader::open_destination(Word word) {
  State& here = state();
  if (here.opened) {
    // One destination a group: a second ends the first.
    State first = here;
    here.opened = false;
    close_destination(first);
  }
  State& inner = state();
  inner.opened = true;
  inner.destination = word;
  switch (word) {
    case Word::font_table:
      inner.mode = Mode::font_name;
      break;
    case Word::style_sheet:
      inner.mode = Mode::style_name;
      break;
    case Word::title:
    case Word::form_entry:
    case Word::field_instruction:
    case Word::level_text:
    case Word::object_class:
      inner.mode = Mode::captured;
      captures_.emplace_back();
      break;
    case Word::list_marker:
      inner.mode = Mode::marker;
      story().begin_marker();
      break;
    case Word::object:
      left_out_.objects = true;
      inner.mode_around = inner.mode;
      inner.mode = Mode::quiet;
      break;
    case Word::upr:
      inner.mode_around = inner.mode;
      inner.mode = Mode::quiet;
      break;
    case Word::object_result:
    case Word::ud:
      inner.mode = inner.mode_around;
      break;
    case Word::field:
      begin_field();
      break;
    case Word::field_result:
      inner.mode = !fields_.empty() && fields_.back().hides_result ? Mode::quiet : inner.mode_around;
      break;
    default:
      inner.mode = Mode::quiet;
      if (begins_story(word)) begin_story(word);
      break;
  }
}

void Reader::begin_field() {
  State& here = state();
  here.mode_around = here.mode;
  here.mode = Mode::quiet;
  Field field;
  field.format = here.character;
  field.mode = here.mode_around;
  fields_.push_back(std::move(field));
}

void Reader::begin_story(Word word) {
  State& here = state();
  here.mode = Mode::story;
  if (stories_.size() >= most_stories) {
    here.opened = false;
    return;
  }
  here.destination = word;
  here.paragraph = {};
  here.character.bold = here.character.italic = here.character.hidden = here.character.deleted = false;
  stories_.emplace_back(styles_, lists_, left_out_);
}

void Reader::close_destination(const State& closed) {
  if (begins_story(closed.destination)) return close_story(closed);
  switch (closed.destination) {
    case Word::title:
    case Word::form_entry:
    case Word::field_instruction:
    case Word::level_text:
    case Word::object_class:
      close_capture(closed.destination);
      break;
    case Word::form_field:
      if (!fields_.empty()) {
        if (auto shown = state_of(fields_.back().form)) show_field(*shown);
      }
      break;
    case Word::field:
      fields_.pop_back();
      break;
    case Word::font_table:
      // Text that names no font is in the default one.
      set_font(default_font_);
      break;
    case Word::old_numbering:
      paragraph().old_level = closed.paragraph.old_level;
      break;
    case Word::list_table:
    case Word::list_overrides:
      lists_.end_tables();
      break;
    default:
      break;
  }
}

void Reader::close_capture(Word destination) {
  std::string captured = std::move(captures_.back());
  captures_.pop_back();
  if (destination == Word::title && !base::on_one_line(captured).empty()) builder_.title(captured);
  if (destination == Word::level_text) lists_.text(captured);
  if (destination == Word::object_class) name_object(captured);
  if (fields_.empty()) return;
  if (destination == Word::form_entry && fields_.back().form.entries.size() < most_entries) {
    fields_.back().form.entries.push_back(std::move(captured));
  } else if (destination == Word::field_instruction) {
    if (auto shown = symbol_of(captured)) show_field(*shown);
  }
}

// "Excel.Sheet.8": what looks otherwise is not the name of a program, and no message may hold a record's words.
void Reader::name_object(std::string_view captured) {
  constexpr std::size_t longest = 40;
  constexpr std::size_t most = 10;
  std::string name = base::on_one_line(captured);
  bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
  });
  if (plain && !name.empty() && name.size() <= longest && left_out_.programs.size() < most) {
    left_out_.programs.insert(std::move(name));
  }
}

// In place of the result of the field at hand.
void Reader::show_field(const std::string& text) {
  Field& field = fields_.back();
  field.hides_result = true;
  put(field.mode, text, field.format);
}

void Reader::close_story(const State& closed) {
  story().finish(closed.paragraph);
  too_wide_ = too_wide_ || story().tables().too_wide();
  docx::Flow flow = std::move(story().flow());
  stories_.pop_back();
  if (flow.empty()) return;
  bool note = closed.destination == Word::footnote || closed.destination == Word::annotation;
  if (closed.destination == Word::box) {
    story().add_box({std::move(flow), closed.place});
  } else if (note) {
    docx::NoteReference reference;
    if (closed.destination == Word::annotation) reference.kind = docx::NoteReference::Kind::comment;
    reference.id = ++note_count_;
    notes_[{reference.kind, reference.id}] = std::move(flow);
    story().refer(reference);
  } else {
    bool top = closed.destination == Word::header || closed.destination == Word::header_first;
    auto& margins = top ? margins_ : footers_;
    if (margins.size() >= most_margins) {
      builder_.note(NoteKind::cut,
                    "only the first " + std::to_string(most_margins) + " headers and footers were read: split it");
    } else if (margins_seen_.insert((top ? "header " : "footer ") + docx::text_of(flow)).second) {
      margins.emplace_back(closed.destination, std::move(flow));
    }
  }
}

}  // namespace readers::rtf
