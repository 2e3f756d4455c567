// Which parts of a DOCX package play which role.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/limit.h"
#include "base/result.h"
#include "document/document.h"
#include "readers/zip.h"

namespace readers::docx {

struct Relationship {
  std::string type;    // the last segment of the type's URI, such as "styles"
  std::string target;  // the part's key in the package
};

// By id. Targets outside the package are left out. `folder` is where relative targets start from.
std::map<std::string, Relationship> relationships(std::string_view xml, const std::string& folder);

// Keys of parts; empty where the package has none.
struct Roles {
  std::string main;
  std::string core_properties;
  std::string styles;
  std::string numbering;
  std::string footnotes;
  std::string endnotes;
  std::string comments;
  std::map<std::string, Relationship> of_main;  // headers and footers are found here by id
  bool macros = false;
  bool embedded = false;  // documents or objects inside the document
};

// Where a document stands that is a part of another one, and what all such parts may still cost together.
struct Nesting {
  std::size_t depth = 0;  // documents that this one is inside of
  std::size_t left =
      base::limit(base::Limit::text);  // of the parts' bytes, their text, and the keeping of their blocks
};

// Reads the document that a package holds; `format` is what it is called.
base::Result<document::Document> read_package(Package& package, const std::string& name, const char* format,
                                              Nesting& nesting);

// Likewise for a document that is one XML text.
base::Result<document::Document> read_flat(std::string_view bytes, const std::string& name, Nesting& nesting);

base::Result<Roles> roles_of(Package& package, const std::string& name);

}  // namespace readers::docx
