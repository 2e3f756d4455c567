// Control words of the document, of characters and of text.
#include <algorithm>

#include "base/limit.h"
#include "readers/rtf_reader.h"

namespace readers::rtf {
namespace {

constexpr int most_skipped = 32;  // \uc: a character has four bytes at most in the code pages there are

bool is_on(const Token& token) {
  return !token.numbered || token.number != 0;
}

}  // namespace

void Reader::word(const Token& token) {
  Word word = word_of(token.text);
  bool ignorable = ignorable_;
  if (is_destination(word) || ignorable) {
    if (begin_destination(word, ignorable)) return;
  }
  if (word == Word::other) return;
  if (character_word(word, token) || text_word(word, token) || paragraph_word(word, token)) return;
  if (table_word(word, token) || document_word(word, token) || box_word(word, token)) return;
  header_word(word, token);
}

bool Reader::document_word(Word word, const Token& token) {
  switch (word) {
    case Word::ansi:
      break;
    case Word::ansi_code_page:
      if (token.number > 0) document_code_page_ = token.number;
      break;
    case Word::mac:
      document_code_page_ = 10'000;
      break;
    case Word::pc:
      document_code_page_ = 437;
      break;
    case Word::pca:
      document_code_page_ = 850;
      break;
    case Word::default_font:
      default_font_ = token.number;
      break;
    case Word::section:
      skip_ = 0;
      end_block();
      return true;
    case Word::section_defaults:
      title_page_ = false;
      return true;
    case Word::title_page:
      title_page_ = is_on(token);
      return true;
    default:
      return false;
  }
  set_font(default_font_);
  return true;
}

bool Reader::character_word(Word word, const Token& token) {
  switch (word) {
    case Word::plain:
      character() = {};
      set_font(default_font_);
      break;
    case Word::bold:
      character().bold = is_on(token);
      break;
    case Word::italic:
      character().italic = is_on(token);
      break;
    case Word::hidden:
      character().hidden = is_on(token);
      break;
    case Word::deleted:
      character().deleted = is_on(token);
      break;
    case Word::font:
      if (state().mode == Mode::font_name) fonts_.begin(token.number);
      set_font(token.number);
      break;
    case Word::unicode_skip:
      state().unicode_skip = std::clamp(token.number, 0, most_skipped);
      break;
    default:
      return false;
  }
  return true;
}

bool Reader::text_word(Word word, const Token& token) {
  switch (word) {
    case Word::unicode:
      unicode(token.number);
      break;
    case Word::character: {
      if (skipped()) break;
      if (char32_t c = character_of(token.text); c != 0) put_character(c);
      break;
    }
    case Word::tab:
      if (!skipped()) put_character('\t');
      break;
    case Word::page:
      // Report writers place boxes on a page, and then end it.
      if (state().mode == Mode::story && story().has_only_boxes()) {
        skip_ = 0;
        end_block();
        break;
      }
      [[fallthrough]];
    case Word::line:
      skip_ = 0;
      put_character('\n');
      break;
    case Word::paragraph:
      skip_ = 0;
      end_block();
      break;
    default:
      return false;
  }
  return true;
}

// Ends a paragraph of the story at hand.
void Reader::end_block() {
  decoder_.interrupt();
  if (state().mode != Mode::story) return;
  if (++paragraphs_ > base::limit(base::Limit::paragraphs)) {
    return stop(base::cut_at(base::Limit::paragraphs,
                             "only the first " + base::limit_words(base::Limit::paragraphs) + " paragraphs were read"));
  }
  ++taken_;
  story().end_paragraph(paragraph());
  if (stories_.size() == 1) flush(false);
}

}  // namespace readers::rtf
