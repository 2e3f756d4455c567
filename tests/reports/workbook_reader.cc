#include "reports/workbook_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <algorithm>
#include <stdexcept>

namespace reports_tests {
namespace {

const xmlChar* as_xml(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

struct FreeContext {
  void operator()(xmlXPathContext* context) const { xmlXPathFreeContext(context); }
};
struct FreeObject {
  void operator()(xmlXPathObject* object) const { xmlXPathFreeObject(object); }
};
struct FreeArchive {
  void operator()(archive* file) const { archive_read_free(file); }
};

}  // namespace

void FreeXml::operator()(_xmlDoc* document) const {
  xmlFreeDoc(document);
}

Part::Part(const std::string& xml)
    : document_(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "part", nullptr,
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_HUGE)) {
  if (!document_) throw std::runtime_error("not well-formed");
}

std::vector<std::string> Part::all(const std::string& path) const {
  std::unique_ptr<xmlXPathContext, FreeContext> context(xmlXPathNewContext(document_.get()));
  xmlXPathRegisterNs(context.get(), as_xml("s"), as_xml("http://schemas.openxmlformats.org/spreadsheetml/2006/main"));
  std::unique_ptr<xmlXPathObject, FreeObject> found(xmlXPathEvalExpression(as_xml(path), context.get()));
  if (!found || found->type != XPATH_NODESET) throw std::runtime_error("not a path: " + path);
  std::vector<std::string> out;
  for (int i = 0; found->nodesetval != nullptr && i < found->nodesetval->nodeNr; ++i) {
    std::unique_ptr<xmlChar, decltype(xmlFree)> text(xmlNodeGetContent(found->nodesetval->nodeTab[i]), xmlFree);
    out.emplace_back(reinterpret_cast<const char*>(text.get()));
  }
  return out;
}

std::string Part::one(const std::string& path) const {
  std::vector<std::string> found = all(path);
  if (found.size() != 1) throw std::runtime_error(path + " is there " + std::to_string(found.size()) + " times");
  return found[0];
}

ReadWorkbook::ReadWorkbook(const std::string& path) {
  std::unique_ptr<archive, FreeArchive> file(archive_read_new());
  archive_read_support_format_zip(file.get());
  if (archive_read_open_filename(file.get(), path.c_str(), 1u << 16) != ARCHIVE_OK) throw std::runtime_error("no ZIP");
  archive_entry* entry = nullptr;
  while (archive_read_next_header(file.get(), &entry) == ARCHIVE_OK) {
    std::string& bytes = parts_[archive_entry_pathname(entry)];
    char buffer[1u << 14];
    la_ssize_t size = 0;
    while ((size = archive_read_data(file.get(), buffer, sizeof buffer)) > 0) {
      bytes.append(buffer, static_cast<std::size_t>(size));
    }
    if (size < 0) throw std::runtime_error("damaged");
  }
}

std::vector<std::string> ReadWorkbook::names() const {
  std::vector<std::string> out;
  for (const auto& [name, bytes] : parts_) out.push_back(name);
  return out;
}

std::vector<std::string> ReadWorkbook::sheets() const {
  return part("xl/workbook.xml").all("/s:workbook/s:sheets/s:sheet/@name");
}

Part ReadWorkbook::sheet(const std::string& name) const {
  std::vector<std::string> all = sheets();
  auto found = std::find(all.begin(), all.end(), name);
  if (found == all.end()) throw std::runtime_error("no sheet " + name);
  return part("xl/worksheets/sheet" + std::to_string(found - all.begin() + 1) + ".xml");
}

}  // namespace reports_tests
