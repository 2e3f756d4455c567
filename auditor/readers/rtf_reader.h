// The reader of an RTF: walks its groups and words, and writes the document as its parts come.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/builder.h"
#include "readers/rtf_code_pages.h"
#include "readers/rtf_fields.h"
#include "readers/rtf_header.h"
#include "readers/rtf_lists.h"
#include "readers/rtf_story.h"
#include "readers/rtf_tokens.h"
#include "readers/rtf_words.h"

namespace readers::rtf {

class Reader {
 public:
  // The bytes must outlive the reader.
  explicit Reader(std::string_view bytes);

  // Reads everything, once. Damage and cuts are told in the document's notes.
  document::Document read();

 private:
  // Where text goes.
  enum class Mode : std::uint8_t {
    story,
    marker,      // the number or bullet of a paragraph
    captured,    // the innermost of captures_
    font_name,   //
    style_name,  //
    quiet,       // nowhere
  };

  // What a group takes over from the one around it, and gives back when it closes.
  struct State {
    Word destination = Word::other;  // that the text at hand belongs to
    bool opened = false;             // by this very group
    bool alternative = false;        // of \upr: its first group is for readers without Unicode
    Mode mode = Mode::story;
    Mode mode_around = Mode::story;  // of a field, an object or \upr: where its result goes
    CharacterFormat character;
    ParagraphFormat paragraph;
    Place place;           // of the shape at hand
    int unicode_skip = 1;  // \uc
  };

  struct Field {
    FormField form;
    CharacterFormat format;
    Mode mode = Mode::story;
    bool hides_result = false;
  };

  State& state() { return states_.back(); }
  Story& story() { return stories_.back(); }
  ParagraphFormat& paragraph() { return state().paragraph; }
  CharacterFormat& character() { return state().character; }

  // rtf_reader.cc
  void dispatch(const Token& token);
  void open_group();
  void close_group();
  bool ends_here();
  void stop(std::string cut);
  void finish();
  // rtf_destinations.cc
  void skip_group();
  bool begin_destination(Word word, bool ignorable);
  void open_destination(Word word);
  void begin_field();
  void begin_story(Word word);
  void close_destination(const State& closed);
  void close_story(const State& closed);
  void name_object(std::string_view captured);
  void close_capture(Word destination);
  void show_field(const std::string& text);
  // rtf_flush.cc
  void flush(bool all);
  void flush_margins();
  // rtf_words_read.cc
  void word(const Token& token);
  bool document_word(Word word, const Token& token);
  bool character_word(Word word, const Token& token);
  bool text_word(Word word, const Token& token);
  void end_block();
  // rtf_words_layout.cc
  bool paragraph_word(Word word, const Token& token);
  bool table_word(Word word, const Token& token);
  bool box_word(Word word, const Token& token);
  bool header_word(Word word, const Token& token);
  int row_level();
  // rtf_reader_text.cc
  void symbol(unsigned char c);
  void bytes(std::string_view bytes, bool raw);
  void unicode(int value);
  void put_character(char32_t c);
  void put(std::string_view text);
  void put(Mode mode, std::string_view text, const CharacterFormat& format);
  bool skipped();
  void set_font(int font);
  bool is_written_in_utf8();

  std::string_view all_;
  Tokens tokens_;
  document::Builder builder_;
  std::vector<State> states_;
  std::size_t beyond_ = 0;  // groups open that are too deep to have a state
  bool group_begins_ = false;
  bool ignorable_ = false;
  bool stopped_ = false;
  std::optional<std::size_t> last_content_;  // where the last sign of text stands

  Fonts fonts_;
  Styles styles_;
  Lists lists_;
  int document_code_page_ = 1'252;
  int default_font_ = 0;
  bool title_page_ = false;

  std::vector<Story> stories_;
  std::vector<Field> fields_;
  std::vector<std::string> captures_;
  docx::Notes notes_;
  int note_count_ = 0;
  std::size_t cells_ = 0;
  std::size_t paragraphs_ = 0;
  std::size_t taken_ = 0;  // bytes of text given to stories, and their separators
  bool too_wide_ = false;
  std::vector<std::pair<Word, docx::Flow>> margins_;  // headers that wait for the text of their section
  std::vector<std::pair<Word, docx::Flow>> footers_;
  std::set<std::string> margins_seen_;
  LeftOut left_out_;

  Decoder decoder_;
  std::string decoded_;
  int skip_ = 0;                  // characters still to pass over after \u
  char32_t surrogate_ = 0;        // the first of a pair
  std::optional<bool> raw_utf8_;  // whether unescaped bytes are UTF-8
};

}  // namespace readers::rtf
