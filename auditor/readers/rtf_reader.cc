// The groups: what each takes over, and where the file ends.
#include "readers/rtf_reader.h"

#include <algorithm>

#include "base/limit.h"
#include "base/limits.h"

namespace readers::rtf {

using document::NoteKind;

namespace {

// The document's own limit leaves out a whole block that goes beyond it: the last one is ended before that.
constexpr std::size_t room_for_separators = 1u << 20;

}  // namespace

Reader::Reader(std::string_view bytes) : all_(bytes), tokens_(bytes), builder_("rtf") {
  states_.emplace_back();
  stories_.emplace_back(styles_, lists_, left_out_);
  set_font(default_font_);
}

document::Document Reader::read() {
  while (!stopped_) {
    Token token = tokens_.next();
    if (token.kind == Token::Kind::end) break;
    dispatch(token);
    if (builder_.full()) stopped_ = true;
    if (taken_ + room_for_separators > base::limit(base::Limit::text)) {
      stop(base::cut_at(base::Limit::text,
                        "only the first " + base::limit_words(base::Limit::text) + " of text were read"));
    }
  }
  finish();
  return builder_.take();
}

// Leaves out the rest of the file.
void Reader::stop(std::string cut) {
  builder_.note(NoteKind::cut, std::move(cut));
  stopped_ = true;
}

void Reader::dispatch(const Token& token) {
  switch (token.kind) {
    case Token::Kind::open:
      return open_group();
    case Token::Kind::close:
      return close_group();
    case Token::Kind::word:
      word(token);
      break;
    case Token::Kind::symbol:
      if (token.byte == '*' && group_begins_) {
        ignorable_ = true;
        return;
      }
      symbol(token.byte);
      break;
    case Token::Kind::bytes:
      bytes(token.text, false);
      break;
    case Token::Kind::text:
      bytes(token.text, true);
      break;
    case Token::Kind::binary:
      if (skip_ > 0) --skip_;
      break;
    case Token::Kind::end:
      break;
  }
  group_begins_ = ignorable_ = false;
}

void Reader::open_group() {
  skip_ = 0;
  group_begins_ = true;
  ignorable_ = false;
  if (state().destination == Word::upr && state().opened && !state().alternative) {
    state().alternative = true;
    group_begins_ = false;
    if (!tokens_.skip_group()) builder_.note(NoteKind::salvaged, "the file is cut off: the text after that is missing");
    return;
  }
  if (states_.size() > base::limits::markup_depth) {
    if (++beyond_ > 1) return;
    builder_.note(NoteKind::salvaged, "groups are nested deeper than is read: formatting may be wrong there");
    return;
  }
  State inner = state();
  inner.opened = false;
  if (state().opened && state().mode == Mode::style_name) styles_.begin();
  states_.push_back(std::move(inner));
}

void Reader::close_group() {
  skip_ = 0;
  group_begins_ = ignorable_ = false;
  if (beyond_ > 0) {
    --beyond_;
    return;
  }
  if (states_.size() == 1) {
    // More groups are closed than were opened.
    if (ends_here()) stopped_ = true;
    return;
  }
  State closed = std::move(states_.back());
  states_.pop_back();
  if (closed.opened) close_destination(closed);
  if (state().opened && state().mode == Mode::style_name) styles_.end();
  if (states_.size() > 1) return;
  // The document's own group: its last paragraph may have no end.
  if (closed.mode == Mode::story) story().finish(closed.paragraph);
  if (ends_here()) stopped_ = true;
}

// After the brace that closes the document: whether what follows is none of it. Text that does follow was cut off from
// the rest by a brace too many.
bool Reader::ends_here() {
  if (!last_content_) {
    last_content_ = 0;
    for (std::string_view sign : {"\\par", "\\cell", "{\\rtf"}) {
      std::size_t at = all_.rfind(sign);
      if (at != std::string_view::npos) last_content_ = std::max(*last_content_, at);
    }
  }
  bool goes_on = tokens_.position() <= *last_content_;
  if (goes_on) builder_.note(NoteKind::salvaged, "braces of the file do not match: formatting may be wrong");
  return !goes_on;
}

void Reader::finish() {
  bool cut_off = !stopped_ && (states_.size() > 1 || beyond_ > 0);
  if (cut_off) {
    builder_.note(NoteKind::salvaged, "the file is cut off or damaged: the text after the fault is missing");
  }
  while (states_.size() > 1) {
    State closed = std::move(states_.back());
    states_.pop_back();
    if (closed.opened) {
      close_destination(closed);
    } else if (states_.size() == 1 && closed.mode == Mode::story) {
      // The document's own group: its last paragraph may have no end.
      story().finish(closed.paragraph);
    }
  }
  story().finish(paragraph());
  flush(true);
  if (too_wide_ || story().tables().too_wide())
    builder_.note(NoteKind::cut, "rows hold more cells than are read as such: split these tables");
  if (left_out_.deletions) {
    builder_.note(NoteKind::left_out, "text that was deleted with changes tracked is left out");
  }
  if (left_out_.hidden) builder_.note(NoteKind::left_out, "hidden text is left out");
  if (left_out_.objects) {
    std::string programs;
    for (const std::string& program : left_out_.programs) programs += (programs.empty() ? ": " : ", ") + program;
    builder_.note(NoteKind::left_out, "embedded objects are not read" + programs);
  }
}

}  // namespace readers::rtf
