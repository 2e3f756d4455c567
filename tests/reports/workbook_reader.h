// A workbook read back by other libraries than the one that wrote it: its parts out of the ZIP, their XML asked by
// XPath.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

struct _xmlDoc;

namespace reports_tests {

struct FreeXml {
  void operator()(_xmlDoc* document) const;
};

// One part. Paths name elements of the spreadsheet's namespace with the prefix s.
class Part {
 public:
  explicit Part(const std::string& xml);                        // throws where it is not well-formed
  std::vector<std::string> all(const std::string& path) const;  // the text of every node found
  std::string one(const std::string& path) const;               // of the only one; throws where there are more or none

 private:
  std::unique_ptr<_xmlDoc, FreeXml> document_;
};

class ReadWorkbook {
 public:
  explicit ReadWorkbook(const std::string& path);  // throws where it is no ZIP archive

  const std::string& raw(const std::string& part) const { return parts_.at(part); }
  Part part(const std::string& name) const { return Part(parts_.at(name)); }
  std::vector<std::string> names() const;   // of the parts
  std::vector<std::string> sheets() const;  // their names in order
  Part sheet(const std::string& name) const;

 private:
  std::map<std::string, std::string> parts_;
};

}  // namespace reports_tests
