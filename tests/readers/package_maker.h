// ZIP packages and Word documents made in memory, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace readers_test {

using Parts = std::vector<std::pair<std::string, std::string>>;

// A ZIP package of the parts, in order; `stored` ones are not compressed.
std::string package(const Parts& parts, bool stored = false);

// A Word document whose w:body holds `body`. `parts` are added as word/NAME, with their relationships: NAME is such as
// "styles.xml", "header1.xml" (with the id rIdheader1), "footnotes.xml". Prefixes w, w14, r, mc, v, wps and m are
// bound.
std::string word(const std::string& body, const Parts& parts = {});

// The same bindings around the content of another part: root("hdr", "<w:p/>").
std::string root(const std::string& element, const std::string& content);

// <w:p><w:r><w:t>text</w:t></w:r></w:p>
std::string p(const std::string& text);

}  // namespace readers_test
