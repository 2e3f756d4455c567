// What a file says of concepts, sections and fields, kept as it stands until finish().
#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "lexicon/content.h"

namespace lexicon {
namespace {

base::Error misplaced(const base::xml::Element& element, const std::string& file, const std::string& message,
                      const std::string& advice) {
  return {base::ErrorCode::bad_checklist, file, element.line, element.column, message, advice};
}

// Whether base::on_one_line() would change nothing but the ends of a text; nearly all are so.
bool stands_on_one_line(std::string_view text) {
  char before = '\0';
  for (char c : text) {
    const bool plain = (c > ' ' && c < 0x7F) || (c == ' ' && before != ' ');
    if (!plain) return false;
    before = c;
  }
  return true;
}

// How a byte stands in a row of terms.
enum class RowByte : std::uint8_t { plain, blank, reference, end, other };

constexpr std::array<RowByte, 256> row_bytes = [] {
  std::array<RowByte, 256> out{};
  out.fill(RowByte::other);
  for (std::size_t c = '!'; c < 0x7F; ++c) out[c] = RowByte::plain;
  out[' '] = RowByte::blank;
  out['&'] = out['<'] = RowByte::reference;  // in the file
  out[';'] = out['\n'] = out['\0'] = RowByte::end;
  return out;
}();

RowByte byte_of(char c) {
  return row_bytes[static_cast<unsigned char>(c)];
}

}  // namespace

// The text with single blanks, which the content keeps: `text` is of one of its roots.
std::string_view Lexicon::Content::on_one_line(std::string_view text) {
  text = base::trimmed(text);
  return stands_on_one_line(text) ? text : lines.emplace_back(base::on_one_line(text));
}

Written Lexicon::Content::written_at(const base::xml::Element& element, std::string_view text,
                                     const std::string& file) {
  return {on_one_line(text), &file, element.line, element.column, false};
}

// The terms of <terms>, <headings> or <labels>, each with the place where it begins.
void Lexicon::Content::read_rows(const base::xml::Element& element, Entry& entry, const std::string& file) {
  std::uint32_t line = element.line;
  std::uint32_t column = element.column + static_cast<std::uint32_t>(element.name.size()) + 2;
  const char* at = element.text.c_str();  // with the zero behind it
  const char* const end = at + element.text.size();
  const auto ends = std::count_if(at, end, [](char c) { return byte_of(c) == RowByte::end; });
  entry.terms.reserve(entry.terms.size() + static_cast<std::size_t>(ends) + 1);
  while (at < end) {
    for (; *at == ' ' || *at == '\t' || *at == '\r'; ++at) ++column;
    const char* const from = at;
    const std::uint32_t column_from = column;
    bool single_blanks = true;
    for (RowByte byte = byte_of(*at); byte != RowByte::end; byte = byte_of(*++at)) {
      if (byte == RowByte::plain) continue;
      if (byte == RowByte::reference) column += *at == '&' ? 4 : 3;
      if (byte == RowByte::other || (byte == RowByte::blank && byte_of(at[1]) == RowByte::blank)) single_blanks = false;
    }
    column += static_cast<std::uint32_t>(at - from);
    std::string_view term(from, static_cast<std::size_t>(at - from));
    if (!single_blanks) {
      term = on_one_line(term);
    } else if (term.ends_with(' ')) {
      term.remove_suffix(1);
    }
    if (!term.empty()) entry.terms.push_back({term, &file, line, column_from, false});
    column = *at == '\n' ? 1 : column + 1;
    line += *at == '\n' ? 1 : 0;
    ++at;
  }
}

base::Status Lexicon::Content::read_entry(const base::xml::Element& element, Entry& entry, const std::string& file) {
  if (entry.line == 0) {
    entry.file = file;
    entry.line = element.line;
  }
  std::string_view examples = element.attribute("examples");
  if (!examples.empty()) {
    if (examples != "none" || base::trimmed(element.attribute("reason")).empty()) {
      return misplaced(element, file, "'" + entry.name + "' says examples=\"" + std::string(examples) + "\"",
                       "write examples=\"none\", and why in reason=\"...\"");
    }
    entry.without_examples = true;
  }
  for (const auto& attribute : element.attributes) {
    if (attribute.first != "name" && attribute.first != "examples" && attribute.first != "reason") {
      entry.attributes.push_back(attribute);
    }
  }
  const std::size_t before = entry.terms.size() + entry.patterns.size();
  for (const base::xml::Element& child : element.children) {
    if (child.name == "terms" || child.name == "headings" || child.name == "labels") {
      read_rows(child, entry, file);
    } else if (child.name == "term" || child.name == "heading" || child.name == "label") {
      entry.terms.push_back(written_at(child, child.text, file));
    } else if (child.name == "words" && element.name == "section") {
      if (base::Status status = read_entry(child, section_words.entry(entry.name), file); !status) return status;
    } else if (child.name == "pattern") {
      Written& pattern = entry.patterns.emplace_back(written_at(child, {}, file));
      pattern.text = base::trimmed(child.text);
      pattern.exact_case = child.attribute("case") == "exact";
    } else if (child.name == "hit" || child.name == "miss") {
      entry.examples.push_back({written_at(child, child.text, file), child.name == "hit"});
    } else {
      return misplaced(child, file, "<" + child.name + "> has no meaning in <" + element.name + ">",
                       element.name == "section" ? "use headings, heading, words, hit or miss"
                                                 : "use terms, term, pattern, hit or miss");
    }
  }
  terms += entry.terms.size() + entry.patterns.size() - before;
  return base::Done{};
}

// What strangers wrote may be of any size; ids have 16 bits, and each term costs time with every start.
base::Status Lexicon::Content::bounded(const base::xml::Element& element, const std::string& file) const {
  for (const Register* all : {&concepts, &sections, &fields, &section_words}) {
    if (all->entries.size() - 1 <= base::limits::lexicon_names) continue;
    return misplaced(element, file,
                     "there are more than " + std::to_string(base::limits::lexicon_names) + " of this kind",
                     "put terms that mean the same under one name");
  }
  if (terms > base::limits::lexicon_terms) {
    return misplaced(element, file,
                     "the lexicons have more than " + std::to_string(base::limits::lexicon_terms) + " terms",
                     "leave out what is hardly ever written");
  }
  return base::Done{};
}

base::Status Lexicon::add(base::xml::Element lexicon, const std::string& given_file) {
  if (lexicon.name != "lexicon")
    return misplaced(lexicon, given_file, "the file is no <lexicon>", "name a lexicon file here");
  const std::string& file = content_->files.emplace_back(given_file);  // which what is written refers to
  const base::xml::Element& root = content_->roots.emplace_back(std::move(lexicon));
  for (const base::xml::Element& element : root.children) {
    base::Status status = base::Done{};
    std::string name(element.attribute("name"));
    if (element.name == "forms") {
      std::vector<std::string> forms;
      for (const Token& token : tokens_of(element.text)) forms.push_back(folded_word(token.at.of(element.text)));
      content_->vocabulary.add_forms(folded_word(element.attribute("of")), forms);
    } else if (element.name == "short") {
      for (const Token& token : tokens_of(element.text))
        content_->vocabulary.add_short(folded_word(token.at.of(element.text)), folded_word(element.attribute("for")));
    } else if (element.name == "help") {
      content_->helps.terms.push_back(content_->written_at(element, element.text, file));
    } else if (element.name == "helps") {
      Entry& helps = content_->helps;
      for (const base::xml::Element& help : element.children) {
        helps.terms.push_back(content_->written_at(help, help.text, file));
      }
    } else if (name.empty()) {
      return misplaced(element, file, "<" + element.name + "> has no name", "give it a name attribute");
    } else if (element.name == "concept") {
      status = content_->read_entry(element, content_->concepts.entry(name), file);
    } else if (element.name == "section") {
      status = content_->read_entry(element, content_->sections.entry(name), file);
    } else if (element.name == "field") {
      status = content_->read_entry(element, content_->fields.entry(name), file);
    } else {
      return misplaced(element, file, "<" + element.name + "> has no meaning in a lexicon",
                       "use concept, section, field, forms, short or help");
    }
    if (!status) return status;
    if (base::Status small = content_->bounded(element, file); !small) return small;
  }
  return base::Done{};
}

}  // namespace lexicon
