// An Excel workbook (ECMA-376 part 1, chapter 18; the strict kind too): which parts are its sheets, its shared texts,
// and each sheet's cells.
#include "base/xml.h"
#include "readers/docx_package.h"
#include "readers/sheets.h"
#include "readers/sheets_cells.h"
#include "readers/zip.h"

namespace readers {
namespace {

using base::xml::Attribute;
using sheets::Attributes;
using sheets::Cells;
using sheets::Kept;
using sheets::Texts;
using sheets::value_of;

base::Error refused(base::ErrorCode code, const std::string& name, std::string what) {
  return {code, name, 0, 0, std::move(what), "open it in its program and save it again as .xlsx, or as CSV"};
}

struct Listed {
  std::string name, id;
};

class BookHandler : public base::xml::Handler {
 public:
  std::vector<Listed> sheets;

  bool start(std::string_view, std::string_view name, const Attributes& attributes) override {
    if (name != "sheet") return true;
    Listed sheet{std::string(value_of(attributes, "name")), {}};
    for (const Attribute& attribute : attributes) {
      if (attribute.name == "id" && !attribute.space.empty()) sheet.id = attribute.value;
    }
    sheets.push_back(std::move(sheet));
    return true;
  }
  bool end(std::string_view, std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }
};

// The one part of that name, which must be there whole.
base::Result<std::string> part(Package& package, const std::string& key, const std::string& name) {
  base::Result<std::map<std::string, PackagePart>> read = package.read({key});
  if (!read) return read.error();
  auto found = read.value().find(Package::key_of(key));
  if (found == read.value().end()) return refused(base::ErrorCode::damaged, name, "lacks a part of itself");
  if (!found->second.whole) return refused(base::ErrorCode::damaged, name, "is damaged");
  return std::move(found->second.bytes);
}

base::Status parsed(Package& package, const std::string& key, const std::string& name, base::xml::Handler& handler) {
  base::Result<std::string> bytes = part(package, key, name);
  if (!bytes) return bytes.error();
  return base::xml::parse(bytes.value(), name, handler);
}

struct Parts {
  std::string folder;
  std::vector<std::pair<std::string, std::string>> sheets;  // name, key
  std::string shared;                                       // key; empty where there is none
};

base::Result<Parts> parts_of(Package& package, const std::string& name) {
  if (package.has("mimetype") && package.has("content.xml")) {
    return base::Error{base::ErrorCode::unsupported,
                       name,
                       0,
                       0,
                       "is an OpenDocument file",
                       "save it as .xlsx (Excel 2007-365) or as CSV"};
  }
  base::Result<std::string> of_package = part(package, "_rels/.rels", name);
  if (!of_package) return of_package.error();
  std::string main;
  for (const auto& [id, relationship] : docx::relationships(of_package.value(), "")) {
    if (relationship.type == "officeDocument") main = relationship.target;
  }
  std::size_t slash = main.rfind('/');
  Parts out;
  out.folder = slash == std::string::npos ? "" : main.substr(0, slash);
  const std::string file = slash == std::string::npos ? main : main.substr(slash + 1);
  BookHandler book;
  if (base::Status read = parsed(package, main, name, book); !read) return read.error();
  if (book.sheets.empty()) return refused(base::ErrorCode::unsupported, name, "is no workbook");
  base::Result<std::string> of_book = part(package, out.folder + "/_rels/" + file + ".rels", name);
  if (!of_book) return of_book.error();
  auto relationships = docx::relationships(of_book.value(), out.folder);
  for (const Listed& sheet : book.sheets) {
    auto found = relationships.find(sheet.id);
    if (found == relationships.end() || found->second.type != "worksheet") continue;  // a chart's own sheet
    out.sheets.emplace_back(sheet.name, found->second.target);
  }
  for (const auto& [id, relationship] : relationships) {
    if (relationship.type == "sharedStrings") out.shared = relationship.target;
  }
  return out;
}

}  // namespace

base::Result<std::vector<Sheet>> read_workbook(std::string_view bytes, const std::string& name, const Wanted& wanted) {
  base::Result<Package> package = Package::open(bytes, name);
  if (!package) return package.error();
  base::Result<Parts> parts = parts_of(package.value(), name);
  if (!parts) return parts.error();
  Texts shared;
  if (!parts.value().shared.empty()) {
    if (base::Status read = parsed(package.value(), parts.value().shared, name, shared); !read) return read.error();
  }
  std::vector<Sheet> out;
  Kept kept;
  for (const auto& [sheet_name, key] : parts.value().sheets) {
    Sheet sheet;
    sheet.name = sheet_name;
    Cells cells(sheet, shared.all, wanted, kept);
    if (base::Status read = parsed(package.value(), key, name, cells); !read) return read.error();
    if (cells.beyond != nullptr) return refused(base::ErrorCode::over_limit, name, cells.beyond);
    if (!cells.unwanted) out.push_back(std::move(sheet));
  }
  return out;
}

}  // namespace readers
