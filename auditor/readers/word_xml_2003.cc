#include "readers/word_xml_2003.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "readers/form_field_data.h"
#include "readers/mime_body.h"

namespace readers {
namespace {

using Attributes = Word2003::Attributes;

constexpr std::string_view old_space = "http://schemas.microsoft.com/office/word/2003/wordml";
constexpr std::string_view new_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view relation_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::size_t most_margins = 1'000;

std::string_view value_of(const Attributes& attributes, std::string_view name) {
  for (const base::xml::Attribute& a : attributes) {
    if (a.name == name) return a.value;
  }
  return {};
}

// Names that are spelt otherwise in packages.
std::string_view new_name(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> renamed = {
      {{"wordDocument", "document"},
       {"vmerge", "vMerge"},
       {"hmerge", "hMerge"},
       {"listPr", "numPr"},
       {"ilfo", "numId"},
       {"lists", "numbering"},
       {"listDef", "abstractNum"},
       {"listDefId", "abstractNumId"},
       {"list", "num"},
       {"ilst", "abstractNumId"},
       {"nfc", "numFmt"},
       {"listStyleLink", "numStyleLink"},
       {"hlink", "hyperlink"}}};
  for (auto [from, to] : renamed) {
    if (from == name) return to;
  }
  return name;
}

// How a list's numbers look, which was a number itself.
std::string number_format(std::string_view code) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 8> formats = {{{"1", "upperRoman"},
                                                                                       {"2", "lowerRoman"},
                                                                                       {"3", "upperLetter"},
                                                                                       {"4", "lowerLetter"},
                                                                                       {"5", "ordinal"},
                                                                                       {"22", "decimalZero"},
                                                                                       {"23", "bullet"},
                                                                                       {"255", "none"}}};
  for (auto [from, to] : formats) {
    if (from == code) return to;
  }
  return "decimal";
}

// LibreOffice writes the blanks in a style's name as ODF does in its identifiers.
std::string with_blanks(std::string_view name) {
  constexpr std::string_view blank = "_20_";
  std::string out(name);
  for (std::size_t at = out.find(blank); at != std::string::npos; at = out.find(blank, at + 1)) {
    out.replace(at, blank.size(), " ");
  }
  return out;
}

Attributes new_attributes(std::string_view element, const Attributes& attributes) {
  Attributes out;
  for (const base::xml::Attribute& a : attributes) {
    base::xml::Attribute one{a.space == old_space ? new_space : a.space, new_name(a.name), a.value};
    if (element == "nfc" && a.name == "val") one.value = number_format(a.value);
    if (element == "name" && a.name == "val") one.value = with_blanks(a.value);
    if (element == "style" && a.name == "default") one.value = a.value == "off" ? "0" : "1";
    out.push_back(std::move(one));
  }
  return out;
}

base::xml::Attribute word(std::string_view name, std::string value) {
  return {new_space, name, std::move(value)};
}

// What is neither text nor says how text is meant.
bool is_skipped(std::string_view name) {
  static constexpr std::array<std::string_view, 7> skipped = {"fonts",         "docPr",  "binData",      "docSuppData",
                                                              "shapeDefaults", "bgPict", "ignoreSubtree"};
  return std::find(skipped.begin(), skipped.end(), name) != skipped.end();
}

}  // namespace

void Word2003::put(std::string_view name, const Attributes& attributes) {
  part().start(new_space, name, attributes);
}

void Word2003::put_empty(std::string_view name, const Attributes& attributes) {
  put(name, attributes);
  part().end();
}

void Word2003::divert(xml::Writer& writer, Open& element) {
  parts_.push_back(&writer);
  element.diverts = true;
}

bool Word2003::start(std::string_view space, std::string_view name, const Attributes& attributes) {
  if (skipping_ > 0 || (space == old_space && is_skipped(name))) {
    ++skipping_;
    return true;
  }
  Open element;
  element.name = name;
  if (space == old_space) {
    start_word(name, attributes, element);
  } else if (name == "annotation" && space.ends_with("/aml/2001/core")) {
    start_annotation(attributes, element);
  } else {
    in_title_ = name == "Title" && within("DocumentProperties");
    part().start(space, name, attributes);
    element.written = 1;
  }
  open_.push_back(std::move(element));
  return true;
}

void Word2003::start_word(std::string_view name, const Attributes& attributes, Open& element) {
  if (name == "wordDocument") {
    macros_ = value_of(attributes, "macrosPresent") == "yes";
    embedded_ = value_of(attributes, "embeddedObjPresent") == "yes";
  } else if (name == "styles" && parts_.size() == 1 && styles_.empty()) {
    divert(styles_, element);
  } else if (name == "lists" && parts_.size() == 1 && numbering_.empty()) {
    divert(numbering_, element);
  } else if ((name == "hdr" || name == "ftr") && within("sectPr")) {
    return start_margin(name, attributes, element);
  } else if ((name == "footnote" || name == "endnote") && within("r")) {
    return start_note(name, element);
  } else if (name == "fldData") {
    in_field_data_ = true;
    field_data_.clear();
    return;
  }
  put(new_name(name), new_attributes(name, attributes));
  element.written = 1;
}

void Word2003::start_margin(std::string_view name, const Attributes& attributes, Open& element) {
  const std::string id = "margin" + std::to_string(margins_.size());
  std::string_view type = value_of(attributes, "type");
  if (type == "odd") type = "default";
  const bool header = name == "hdr";
  put_empty(header ? "headerReference" : "footerReference",
            {word("type", std::string(type)), {relation_space, "id", id}});
  if (margins_.size() < most_margins) {
    if (relationships_.empty()) relationships_.start("", "Relationships");
    relationships_.start("", "Relationship",
                         {{"", "Id", id}, {"", "Type", header ? "/header" : "/footer"}, {"", "Target", id + ".xml"}});
    relationships_.end();
  }
  divert(margins_[margins_.size() < most_margins ? id : "margin0"], element);
  put(name);
  element.written = 1;
}

void Word2003::start_note(std::string_view kind, Open& element) {
  const std::string id = std::to_string(++notes_);
  const bool foot = kind == "footnote";
  put_empty(foot ? "footnoteReference" : "endnoteReference", {word("id", id)});
  divert(foot ? footnotes_ : endnotes_, element);
  if (part().empty()) put(foot ? "footnotes" : "endnotes");
  put(kind, {word("id", id)});
  element.written = 1;
}

// Changes, comments and bookmarks, of which only the kind tells what they are.
void Word2003::start_annotation(const Attributes& attributes, Open& element) {
  const std::string_view type = value_of(attributes, "type");
  element.written = 1;
  if (type == "Word.Deletion") {
    put("del");
  } else if (type == "Word.Formatting" || type == "Word.Numbering") {
    put("rPrChange");
  } else if (type == "Word.Comment") {
    const std::string id = std::to_string(++notes_);
    put_empty("commentReference", {word("id", id)});
    divert(comments_, element);
    if (part().empty()) put("comments");
    put("comment", {word("id", id)});
  } else {
    put("annotation");
  }
}

bool Word2003::end(std::string_view, std::string_view) {
  if (skipping_ > 0) {
    --skipping_;
    return true;
  }
  const Open element = std::move(open_.back());
  open_.pop_back();
  if (element.name == "fldData") end_form_field();
  if (element.name == "Title") in_title_ = false;
  for (std::size_t i = 0; i < element.written; ++i) part().end();
  if (element.diverts) parts_.pop_back();
  return true;
}

// Legacy form fields keep their state as Word's binary files do.
void Word2003::end_form_field() {
  in_field_data_ = false;
  const std::optional<FormFieldData> data = form_field_data(mime::from_base64(field_data_));
  if (!data || data->kind == FormFieldData::Kind::text) return;
  put("ffData");
  if (data->kind == FormFieldData::Kind::box) {
    put("checkBox");
    put_empty("checked", {word("val", data->ticked ? "1" : "0")});
  } else {
    put("ddList");
    put_empty("result", {word("val", std::to_string(data->chosen))});
    for (const std::string& entry : data->entries) put_empty("listEntry", {word("val", entry)});
  }
  part().end();
  part().end();
}

bool Word2003::text(std::string_view characters) {
  if (skipping_ > 0) return true;
  if (in_field_data_) {
    field_data_ += characters;
  } else {
    if (in_title_) title_ += characters;
    part().text(characters);
  }
  return true;
}

std::map<std::string, std::string> Word2003::take() {
  std::map<std::string, std::string> parts;
  auto keep = [&](const std::string& key, xml::Writer& writer) {
    if (!writer.empty()) parts[key] = writer.take();
  };
  keep("word/document.xml", document_);
  keep("word/styles.xml", styles_);
  keep("word/numbering.xml", numbering_);
  keep("word/footnotes.xml", footnotes_);
  keep("word/endnotes.xml", endnotes_);
  keep("word/comments.xml", comments_);
  keep("word/_rels/document.xml.rels", relationships_);
  for (auto& [id, writer] : margins_) keep("word/" + id + ".xml", writer);
  if (!title_.empty()) {
    xml::Writer relations;
    relations.start("", "Relationships");
    relations.start("", "Relationship", {{"", "Type", "/core-properties"}, {"", "Target", "core.xml"}});
    keep("_rels/.rels", relations);
    xml::Writer properties;
    properties.start("", "properties");
    properties.start("", "title");
    properties.text(title_);
    keep("core.xml", properties);
  }
  if (macros_) parts["word/vbaproject.bin"];
  if (embedded_) parts["word/embeddings/object"];
  return parts;
}

}  // namespace readers
