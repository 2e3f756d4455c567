// libxml2's HTML parser by its SAX interface: no tree is built, and the depth of the page is no matter.
#include "readers/html_page.h"

#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "base/limits.h"
#include "base/xml.h"
#include "readers/html_entities.h"
#include "readers/html_walk.h"

namespace readers::html {
namespace {

struct ContextFree {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};
using Context = std::unique_ptr<htmlParserCtxt, ContextFree>;

// What the callbacks share.
struct Parse {
  htmlParserCtxtPtr context;
  Walk walk;
  const document::Builder& builder;
  Attributes attributes;
};

Parse& parse_of(void* user) {
  return *static_cast<Parse*>(user);
}

std::string_view view(const xmlChar* s) {
  return s == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(s));
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  Parse& parse = parse_of(user);
  if (parse.builder.full()) return xmlStopParser(parse.context);
  parse.attributes.clear();
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    parse.attributes.emplace_back(view(attributes[0]), view(attributes[1]));
  }
  parse.walk.start(view(name), parse.attributes);
}

void on_end(void* user, const xmlChar* name) {
  parse_of(user).walk.end(view(name));
}

void on_text(void* user, const xmlChar* text, int length) {
  parse_of(user).walk.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

xmlSAXHandler events() {
  xmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  return handler;
}

constexpr std::size_t longest_mark = 500;

// Whether a tag has more attributes than the limit: libxml2 compares each with all before it.
bool has_crowded_tag(std::string_view page) {
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
    ++at;
    if (at >= page.size() || !((page[at] | 0x20) >= 'a' && (page[at] | 0x20) <= 'z')) continue;
    std::size_t attributes = 0;
    char quote = 0;
    char before = 'a';
    for (; at < page.size(); ++at) {
      char c = page[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        break;
      } else if ((c == '"' || c == '\'') && before == '=') {
        quote = c;
      } else {
        bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/';
        bool after = before == ' ' || before == '"' || before == '\'';
        if (!blank && c != '=' && after && ++attributes > base::limits::element_attributes) return true;
        if (blank) {
          if (before != '=') before = ' ';
          continue;
        }
      }
      before = c;
    }
  }
  return false;
}

// What browsers take for comments and libxml2 for text: Word's conditional marks <![if ...]> and <![endif]>, and what
// else begins with "<!" and is neither a comment nor a declaration. Inside a comment they are its text.
void drop_marks(std::string& page) {
  std::string kept;
  std::size_t from = 0;
  for (std::size_t at = page.find("<!"); at != std::string::npos; at = page.find("<!", at)) {
    std::string_view rest = std::string_view(page).substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t end = page.find("-->", at + 4);
      if (end == std::string::npos) break;
      at = end + 3;
      continue;
    }
    const std::size_t end = rest.substr(0, longest_mark).find('>');
    const bool declaration = rest.size() > 2 && (rest[2] | 0x20) >= 'a' && (rest[2] | 0x20) <= 'z';
    if (declaration || rest.starts_with("<![CDATA[") || end == std::string_view::npos) {
      at += 2;
      continue;
    }
    kept.append(page, from, at - from);
    from = at = at + end + 1;
  }
  if (from == 0) return;
  kept.append(page, from);
  page = std::move(kept);
}

}  // namespace

base::Result<Page> read_page(std::string page, const std::string& name, document::Builder& builder,
                             std::string_view margin) {
  if (has_crowded_tag(page)) {
    return base::Error{base::ErrorCode::over_limit,         name, 0, 0, base::xml::too_many_attributes(),
                       "save it again without such mark-up"};
  }
  drop_marks(page);
  resolve_entities(page);
  if (page.empty()) return Page{};
  // libxml2 ends a page at its first zero byte.
  std::replace(page.begin(), page.end(), '\0', ' ');
  Context context(htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())));
  if (context == nullptr) return base::Error{base::ErrorCode::damaged, name, 0, 0, "can't be read as HTML", {}};
  *context->sax = events();
  Parse parse{context.get(), Walk(builder, margin), builder, {}};
  context->userData = &parse;
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                        HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
  if (xmlCharEncodingHandlerPtr utf8 = xmlFindCharEncodingHandler("UTF-8"); utf8 != nullptr) {
    xmlSwitchToEncoding(context.get(), utf8);
  }
  htmlParseDocument(context.get());
  parse.walk.finish();
  return Page{parse.walk.take_frames()};
}

}  // namespace readers::html
