// OpenDocument texts made in memory, for tests.
#pragma once

#include <string>

#include "readers/package_maker.h"

namespace readers_test {

// An .odt whose office:text holds `body`, with `automatic` among the automatic styles of its content.xml. `parts` are
// added as they are, such as "styles.xml". Prefixes office, style, text, table, draw, fo, svg, xlink, dc, form, math,
// field and loext are bound, in opendocument() too.
std::string odt(const std::string& body, const std::string& automatic = "", const Parts& parts = {});

// A part with those bindings: opendocument("document-styles", "<office:styles/>").
std::string opendocument(const std::string& element, const std::string& content);

// A flat file: `before` stands between the root's start and the body.
std::string fodt(const std::string& body, const std::string& before = "");

// The content of styles.xml.
std::string odt_styles(const std::string& common, const std::string& automatic = "", const std::string& masters = "");

}  // namespace readers_test
