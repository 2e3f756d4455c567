#include "readers/package_maker.h"

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>

namespace readers_test {
namespace {

la_ssize_t append(archive*, void* out, const void* bytes, size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

}  // namespace

std::string package(const Parts& parts, bool stored) {
  std::string out;
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  if (stored) archive_write_zip_set_compression_store(writer);
  archive_write_set_bytes_per_block(writer, 0);
  if (archive_write_open(writer, &out, nullptr, append, nullptr) != ARCHIVE_OK) throw std::runtime_error("no archive");
  for (const auto& [name, bytes] : parts) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  return out;
}

std::string root(const std::string& element, const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + element +
         " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
         " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
         " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
         " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
         " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
         " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
         " xmlns:v=\"urn:schemas-microsoft-com:vml\">" +
         content + "</w:" + element + ">";
}

std::string word(const std::string& body, const Parts& parts) {
  const std::string relationships =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  Parts all = {{"[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
                "PartName=\"/word/document.xml\" ContentType=\"application/"
                "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
               {"_rels/.rels", relationships + "<Relationship Id=\"rId1\" Type=\"" + types +
                                   "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
               {"word/document.xml", root("document", "<w:body>" + body + "</w:body>")}};
  std::string list = relationships;
  for (const auto& [name, bytes] : parts) {
    all.emplace_back("word/" + name, bytes);
    std::string stem = name.substr(0, name.find('.'));
    std::string type = stem.substr(0, stem.find_first_of("0123456789"));
    list += "<Relationship Id=\"rId" + stem + "\" Type=\"" + types + type + "\" Target=\"" + name + "\"/>";
  }
  all.emplace_back("word/_rels/document.xml.rels", list + "</Relationships>");
  return package(all);
}

std::string p(const std::string& text) {
  return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

}  // namespace readers_test
