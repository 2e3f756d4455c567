// By content first; the name decides only between kinds of text.
#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"
#include "readers/compound.h"
#include "readers/encoding.h"
#include "readers/encoding_guess.h"
#include "readers/reader.h"
#include "readers/root_element.h"
#include "readers/zip.h"

namespace readers {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string_view base_name(std::string_view name) {
  std::size_t slash = name.find_last_of('/');
  return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

std::string extension(std::string_view name) {
  name = base_name(name);
  std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string() : lower(name.substr(dot + 1));
}

bool has(std::string_view bytes, std::string_view what) {
  return bytes.find(what) != std::string_view::npos;
}

bool is_word_name(std::string_view ext) {
  return ext == "docx" || ext == "docm" || ext == "dotx" || ext == "dotm";
}

// Packages: told apart by their parts, which every program names alike.
Type package_type(std::string_view bytes, const std::string& name) {
  base::Result<Package> opened = Package::open(bytes, name);
  if (!opened) {
    // What goes over a limit is what its name says, and its reader tells which limit.
    const bool beyond = opened.error().code == base::ErrorCode::over_limit;
    if (beyond && is_word_name(extension(name))) return Type::docx;
    return beyond && (extension(name) == "odt" || extension(name) == "ott") ? Type::odt : Type::zip;
  }
  Package& package = opened.value();
  auto parts = package.read({"mimetype", "[Content_Types].xml"});
  std::string mimetype;
  std::string content_types;
  if (parts) {
    mimetype = base::trimmed(parts.value()["mimetype"].bytes);
    content_types = parts.value()[Package::key_of("[Content_Types].xml")].bytes;
  }
  if (mimetype.starts_with("application/vnd.oasis.opendocument.text")) return Type::odt;
  if (mimetype.starts_with("application/vnd.sun.xml.writer")) return Type::odt;
  if (mimetype.starts_with("application/vnd.sun.xml.")) return Type::other_office;
  if (mimetype.starts_with("application/vnd.oasis.opendocument.") || mimetype.starts_with("application/epub")) {
    return Type::other_office;
  }
  static constexpr std::array<std::string_view, 4> main_parts = {
      "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
      "ms-word.document.macroEnabled.main+xml", "ms-word.template.macroEnabledTemplate.main+xml"};
  for (std::string_view main : main_parts) {
    if (has(content_types, main)) return Type::docx;
  }
  if (package.has("word/document.xml")) return Type::docx;
  for (const std::string& part : package.names()) {
    if (part.starts_with("xl/") || part.starts_with("ppt/") || part.starts_with("visio/")) return Type::other_office;
  }
  if (package.has("content.xml") && (package.has("meta-inf/manifest.xml") || package.has("styles.xml")))
    return Type::odt;
  // What is left of a damaged office file is no archive of documents: its parts are nobody's records.
  bool parts_of_word = std::any_of(package.names().begin(), package.names().end(),
                                   [](const std::string& part) { return part.starts_with("word/"); });
  bool office = parts_of_word || package.has("[content_types].xml") || package.has("_rels/.rels");
  if (office) return parts_of_word || is_word_name(extension(name)) ? Type::docx : Type::other_office;
  return Type::zip;
}

// What stands at the beginning of Word's main stream: Word 97 and later, Word 6 and 95, Word 2, Word 1. The two bytes
// of the version's number that follow are no text.
bool begins_word_stream(std::string_view bytes) {
  if (bytes.size() <= 32 || static_cast<unsigned char>(bytes[3]) > 1) return false;
  return bytes.starts_with("\xec\xa5") || bytes.starts_with("\xdc\xa5") || bytes.starts_with("\xdb\xa5") ||
         bytes.starts_with("\x9b\xa5");
}

constexpr std::array other_streams = {"Workbook", "Book", "PowerPoint Document", "VisioDocument"};

// Compound files: told apart by their streams. One without a readable directory is mostly a cut-off document, whose
// text begins right behind the header.
Type compound_type(std::string_view bytes, const std::string& name, std::string_view extension) {
  base::Result<CompoundFile> opened = CompoundFile::open(bytes, name);
  // What is named as a document and has lost its text is a damaged record, to be refused, and no file to be skipped.
  bool named = extension == "doc" || extension == "dot" || is_word_name(extension);
  if (!opened) {
    bool document = named || (bytes.size() > 512 && begins_word_stream(bytes.substr(512)));
    return document ? Type::doc : Type::other_office;
  }
  if (opened.value().find("EncryptedPackage") != nullptr) return Type::encrypted_office;
  if (opened.value().find("WordDocument") != nullptr) return Type::doc;
  bool other = std::any_of(other_streams.begin(), other_streams.end(),
                           [&](const char* stream) { return opened.value().find(stream) != nullptr; });
  return named && !other ? Type::doc : Type::other_office;
}

bool is_picture(std::string_view b) {
  auto at = [&](std::size_t offset, std::string_view what) {
    return b.size() > offset && b.substr(offset).starts_with(what);
  };
  using namespace std::string_view_literals;
  if (at(0, "\x89PNG\r\n\x1a\n"sv) || at(0, "\xff\xd8\xff"sv) || at(0, "GIF87a"sv) || at(0, "GIF89a"sv)) return true;
  if (at(0, "II*\0"sv) || at(0, "MM\0*"sv) || (at(0, "RIFF"sv) && at(8, "WEBP"sv))) return true;
  if (at(0, "\0\0\1\0"sv) && b.size() > 22 && b[4] != '\0' && b[5] == '\0') return true;
  if (at(4, "ftypheic"sv) || at(4, "ftypmif1"sv) || at(4, "ftypavif"sv)) return true;
  return at(0, "BM"sv) && b.size() > 26 && b.substr(6, 4) == "\0\0\0\0"sv && b[15] == '\0' && b[14] >= 12;
}

// Word's owner file: the length of a name, the name, and the name again in UTF-16, 162 bytes in all.
bool is_owner_file(std::string_view bytes) {
  return bytes.size() == 162 && bytes[0] > 0 && bytes[0] <= 52 && has(bytes.substr(53), std::string_view("\0", 1));
}

bool is_ascii_based(std::string_view encoding) {
  return !encoding.starts_with("UTF-16") && !encoding.starts_with("UTF-32") && !encoding.starts_with("ibm-");
}

// The beginning as text: decoded where its letters aren't ASCII's.
std::string head_of(std::string_view bytes) {
  std::string_view sample = bytes.substr(0, 8'192);
  if (sample.starts_with("\xef\xbb\xbf")) return std::string(sample.substr(3));
  const bool marked = sample.starts_with("\xff\xfe") || sample.starts_with("\xfe\xff");
  if (marked || has(sample, std::string_view("\0", 1)) || may_be_ebcdic(sample)) {
    Decoded decoded = to_utf8(sample, Declares::nothing);
    if (!is_ascii_based(decoded.encoding)) return std::move(decoded.text);
  }
  return std::string(sample);
}

// Whether nearly all characters are such as texts hold; those that shift between encodings are.
bool is_text(std::string_view head) {
  std::size_t odd = 0;
  for (char c : head) {
    auto u = static_cast<unsigned char>(c);
    bool usual = u >= 0x20 ? u != 0x7f : (u >= '\t' && u <= '\r') || u == 0x0e || u == 0x0f || u == 0x1a || u == 0x1b;
    if (!usual) ++odd;
  }
  return odd * 50 <= head.size();
}

// Mail and web archives begin with header lines; those of older programs are told by the file's name.
bool is_mail(std::string_view head, const std::string& ext) {
  std::size_t end = std::min(head.find("\n\n"), head.find("\r\n\r\n"));
  std::string headers = "\n" + std::string(base::trimmed(head.substr(0, end)));
  if (has(headers, "\nmime-version:")) return true;
  if (ext != "eml" && ext != "mht" && ext != "mhtml") return false;
  return has(headers, "\nfrom:") || has(headers, "\nsubject:") || has(headers, "\ncontent-type:");
}

bool is_html_name(std::string_view element) {
  static constexpr std::array<std::string_view, 22> names = {
      "html", "head", "body",   "div", "p", "table", "h1", "h2", "h3",    "title",  "meta",
      "span", "font", "center", "b",   "i", "ul",    "ol", "br", "style", "script", "link"};
  return std::find(names.begin(), names.end(), element) != names.end();
}

Type markup_type(const std::string& head, const std::string& lower_head, std::string_view bytes,
                 const std::string& ext) {
  bool html_words = has(lower_head, "<html") || has(lower_head, "<!doctype html") || has(lower_head, "<body");
  RootElement root = root_element(head);
  // A document type that fills all of the head.
  if (root.name.empty() && root.declared && has(lower_head, "<!doctype") && !html_words) return Type::xml;
  if (root.name.empty()) return html_words && ext != "txt" ? Type::html : Type::unknown;
  std::string name = lower(root.name);
  // A flat OpenDocument binds the names of many vocabularies, XHTML's among them.
  if (root.name == "document" &&
      (has(root.tag, "opendocument:xmlns:office") || has(root.tag, "openoffice.org/2000/office"))) {
    std::size_t kind = root.tag.find("office:mimetype=");
    bool other = kind != std::string::npos && !has(std::string_view(root.tag).substr(kind, 80), "opendocument.text") &&
                 !has(std::string_view(root.tag).substr(kind, 80), "sun.xml.writer");
    return other ? Type::other_office : Type::odt;
  }
  if (name == "html" || has(root.tag, "http://www.w3.org/1999/xhtml")) return Type::html;
  if (root.name == "wordDocument" || (root.name == "package" && has(root.tag, "office/2006/xmlPackage"))) {
    return Type::word_xml;
  }
  if (name == "svg") return Type::picture;
  if (root.declared) return is_html_name(name) && html_words ? Type::html : Type::xml;
  if (html_words || is_html_name(name)) return Type::html;
  if (ext == "htm" || ext == "html" || ext == "xhtml") return Type::html;
  if (ext == "xml") return Type::xml;
  std::string_view tail = base::trimmed(bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 4'096)));
  return tail.ends_with("</" + root.qualified + ">") ? Type::xml : Type::unknown;
}

}  // namespace

Type sniff(std::string_view bytes, std::string_view name) {
  if (bytes.empty()) return Type::empty;
  std::string ext = extension(name);
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return package_type(bytes, std::string(name));
  if (CompoundFile::begins(bytes)) return compound_type(bytes, std::string(name), ext);
  if (begins_word_stream(bytes)) return Type::doc;
  std::string_view file = base_name(name);
  if (file.starts_with("~$") || file.starts_with(".~lock.") || is_owner_file(bytes)) return Type::lock_file;
  if (is_picture(bytes)) return Type::picture;
  if (bytes.starts_with("\x7f"
                        "ELF") ||
      (bytes.starts_with("MZ") && bytes.size() > 64 && has(bytes.substr(0, 64), std::string_view("\0\0", 2)))) {
    return Type::program;
  }
  if (bytes.starts_with("SQLite format 3")) return Type::database;
  if (bytes.starts_with("%PDF-")) return Type::pdf;  // before its bytes are tried as text in every encoding
  std::string head = head_of(bytes);
  std::string lower_head = lower(head);
  std::string_view start = base::trimmed(head);
  if (start.starts_with("{\\rtf")) return Type::rtf;
  std::size_t pdf = head.substr(0, 1'024).find("%PDF-");
  if (pdf == 0 || (pdf != std::string::npos && (head[pdf - 1] == '\n' || head[pdf - 1] == '\r'))) return Type::pdf;
  if (!is_text(head) && guessed_encoding(bytes.substr(0, 8'192), false).encoding.empty()) {
    // Something in front of a package, as some mail gateways leave it.
    bool late = has(bytes.substr(0, 4'096), "PK\x03\x04") && bytes.size() > 22 &&
                has(bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 65'557)), "PK\x05\x06");
    return late ? package_type(bytes, std::string(name)) : Type::unknown;
  }
  if (is_mail(base::trimmed(lower_head), ext)) return Type::mhtml;
  Type markup = markup_type(head, lower_head, bytes, ext);
  if (markup != Type::unknown) return markup;
  if (ext == "html" || ext == "htm" || ext == "xhtml") return Type::html;
  // Lists and data that stand beside records: text, but nobody's words.
  bool json = (start.starts_with("{") || start.starts_with("[")) && (ext == "json" || ext == "jsonl");
  if (json || ext == "csv" || ext == "tsv") return Type::data;
  return Type::text;
}

bool is_archive(std::string_view bytes, std::string_view name) {
  // Most files are told apart by two bytes; what stands before a package, if anything, is short.
  bool may_be = bytes.starts_with("PK") || has(bytes.substr(0, 4'096), "PK\x03\x04");
  return may_be && sniff(bytes, name) == Type::zip;
}

const char* name_of(Type type) {
  switch (type) {
    case Type::unknown:
      return "unknown";
    case Type::docx:
      return "docx";
    case Type::html:
      return "html";
    case Type::text:
      return "text";
    case Type::xml:
      return "xml";
    case Type::empty:
      return "empty";
    case Type::odt:
      return "odt";
    case Type::doc:
      return "doc";
    case Type::rtf:
      return "rtf";
    case Type::pdf:
      return "pdf";
    case Type::mhtml:
      return "mhtml";
    case Type::word_xml:
      return "word_xml";
    case Type::zip:
      return "zip";
    case Type::encrypted_office:
      return "encrypted_office";
    case Type::picture:
      return "picture";
    case Type::lock_file:
      return "lock_file";
    case Type::program:
      return "program";
    case Type::other_office:
      return "other_office";
    case Type::database:
      return "database";
    case Type::data:
      return "data";
  }
  return "unknown";
}

}  // namespace readers
