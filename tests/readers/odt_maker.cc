#include "readers/odt_maker.h"

namespace readers_test {

std::string opendocument(const std::string& element, const std::string& content) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:" + element;
  for (const auto& [prefix, name] : {std::pair("office", "office"),
                                     {"style", "style"},
                                     {"text", "text"},
                                     {"table", "table"},
                                     {"draw", "drawing"},
                                     {"fo", "xsl-fo-compatible"},
                                     {"svg", "svg-compatible"},
                                     {"form", "form"},
                                     {"meta", "meta"}}) {
    out += std::string(" xmlns:") + prefix + "=\"urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0\"";
  }
  return out +
         " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:math=\"http://www.w3.org/1998/Math/MathML\" xmlns:ooo=\"http://openoffice.org/2004/office\""
         " xmlns:field=\"urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0\""
         " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
         " office:version=\"1.2\">" +
         content + "</office:" + element + ">";
}

std::string odt(const std::string& body, const std::string& automatic, const Parts& parts) {
  Parts all = {{"mimetype", "application/vnd.oasis.opendocument.text"}};
  all.insert(all.end(), parts.begin(), parts.end());
  all.emplace_back("content.xml", opendocument("document-content", "<office:automatic-styles>" + automatic +
                                                                       "</office:automatic-styles><office:body>"
                                                                       "<office:text>" +
                                                                       body + "</office:text></office:body>"));
  return package(all);
}

std::string fodt(const std::string& body, const std::string& before) {
  return opendocument("document", before + "<office:body><office:text>" + body + "</office:text></office:body>");
}

std::string odt_styles(const std::string& common, const std::string& automatic, const std::string& masters) {
  return opendocument("document-styles", "<office:styles>" + common + "</office:styles><office:automatic-styles>" +
                                             automatic + "</office:automatic-styles><office:master-styles>" + masters +
                                             "</office:master-styles>");
}

}  // namespace readers_test
