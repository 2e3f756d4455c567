// libxml2's SAX2 interface, pushed through one parser context per document.
#include "base/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "base/limits.h"
#include "base/utf8.h"
#include "base/xml_stream.h"

namespace base::xml {

std::string too_many_attributes() {
  return "has an element with too many attributes: no more than " + std::to_string(limits::element_attributes) +
         " are ever read";
}

namespace {

std::string_view view(const xmlChar* s) {
  return s == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(s));
}

struct ContextFree {
  void operator()(xmlParserCtxtPtr context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};
using Context = std::unique_ptr<xmlParserCtxt, ContextFree>;

// What the callbacks share; libxml2 hands it back as the context's private pointer.
struct Parse {
  Handler* handler = nullptr;
  std::size_t depth = 0;
  bool stopped = false;
  std::string refusal;  // why we stopped it, where the handler didn't
  std::vector<Attribute> attributes;
  std::uint32_t* line = nullptr;  // kept where somebody asks for it
  std::uint32_t stopped_line = 0, stopped_column = 0;
};

Parse& parse_of(void* context) {
  return *static_cast<Parse*>(static_cast<xmlParserCtxtPtr>(context)->_private);
}

void stop(void* context, Parse& parse, const std::string& refusal = {}) {
  parse.stopped = true;
  if (parse.refusal.empty()) {
    parse.refusal = refusal;
    const int line = xmlSAX2GetLineNumber(context), column = xmlSAX2GetColumnNumber(context);
    parse.stopped_line = line > 0 ? static_cast<std::uint32_t>(line) : 0;
    parse.stopped_column = column > 0 ? static_cast<std::uint32_t>(column) : 0;
  }
  xmlStopParser(static_cast<xmlParserCtxtPtr>(context));
}

void tell_line(void* context, const Parse& parse) {
  if (parse.line == nullptr) return;
  const int line = xmlSAX2GetLineNumber(context);
  *parse.line = line > 0 ? static_cast<std::uint32_t>(line) : 0;
}

void on_start(void* context, const xmlChar* name, const xmlChar*, const xmlChar* space, int, const xmlChar**, int count,
              int, const xmlChar** attributes) {
  Parse& parse = parse_of(context);
  if (parse.stopped) return;
  tell_line(context, parse);
  if (++parse.depth > limits::markup_depth)
    return stop(context, parse,
                "is nested too deeply: no more than " + std::to_string(limits::markup_depth) + " levels are ever read");
  if (static_cast<std::size_t>(count) > limits::element_attributes) {
    return stop(context, parse, too_many_attributes());
  }
  parse.attributes.clear();
  for (int i = 0; i < count; ++i) {
    const xmlChar** a = attributes + std::ptrdiff_t{5} * i;
    const char* begin = reinterpret_cast<const char*>(a[3]);
    const char* end = reinterpret_cast<const char*>(a[4]);
    parse.attributes.push_back({view(a[2]), view(a[0]), std::string(begin, end)});
  }
  if (!parse.handler->start(view(space), view(name), parse.attributes)) stop(context, parse);
}

void on_end(void* context, const xmlChar* name, const xmlChar*, const xmlChar* space) {
  Parse& parse = parse_of(context);
  if (parse.stopped) return;
  --parse.depth;
  tell_line(context, parse);
  if (!parse.handler->end(view(space), view(name))) stop(context, parse);
}

void on_text(void* context, const xmlChar* text, int length) {
  Parse& parse = parse_of(context);
  if (parse.stopped) return;
  if (!parse.handler->text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)})) {
    stop(context, parse);
  }
}

void on_entity_declaration(void* context, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
  stop(context, parse_of(context), "declares entities of its own");
}

void on_attribute_declaration(void* context, const xmlChar*, const xmlChar*, int, int, const xmlChar*,
                              xmlEnumerationPtr tree) {
  xmlFreeEnumeration(tree);
  stop(context, parse_of(context), "declares attributes of its own");
}

void on_element_declaration(void* context, const xmlChar*, int, xmlElementContentPtr) {
  stop(context, parse_of(context), "declares elements of its own");
}

xmlEntityPtr on_entity(void*, const xmlChar* name) {
  return xmlGetPredefinedEntity(name);
}

void be_silent(void*, const char*, ...) {}
void be_silent_too(void*, xmlErrorPtr) {}

xmlSAXHandler callbacks() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.cdataBlock = on_text;
  sax.ignorableWhitespace = on_text;
  sax.entityDecl = on_entity_declaration;
  sax.attributeDecl = on_attribute_declaration;
  sax.elementDecl = on_element_declaration;
  sax.getEntity = on_entity;
  sax.warning = be_silent;
  sax.error = be_silent;
  sax.serror = be_silent_too;
  return sax;
}

// Whether a start tag, or the declaration of a document type, has more attributes than the limit: libxml2 compares each
// with all before it. Bytes of zero are passed over, which reads UTF-16 well enough for this.
class Crowd {
 public:
  explicit Crowd(std::string_view bytes) : bytes_(bytes) {}

  bool found() {
    while (next()) {
      if (c_ == '<' && tag()) return true;
    }
    return false;
  }

 private:
  bool next() {
    while (at_ < bytes_.size() && bytes_[at_] == '\0') ++at_;
    if (at_ >= bytes_.size()) return false;
    c_ = bytes_[at_++];
    return true;
  }

  void pass(std::string_view end) {
    for (std::size_t same = 0; same < end.size() && next();) {
      // The ends that are looked for repeat their first sign at most once.
      same = c_ == end[same] ? same + 1 : same > 1 && c_ == end[0] ? same : c_ == end[0] ? 1 : 0;
    }
  }

  // From behind a '<' to the end of what it begins.
  bool tag() {
    if (!next()) return false;
    if (c_ == '?') return pass("?>"), false;
    if (c_ == '!') {
      if (!next()) return false;
      if (c_ == '-') return pass("-->"), false;
      if (c_ == '[') return pass("]]>"), false;
    }
    std::size_t attributes = 0;
    char quote = 0;
    do {
      if (quote != 0) {
        if (c_ == quote) quote = 0;
      } else if (c_ == '"' || c_ == '\'') {
        quote = c_;
        if (++attributes > limits::element_attributes) return true;
      } else if (c_ == '>') {
        return false;
      }
    } while (next());
    return false;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  char c_ = 0;
};

std::string message_of(const xmlError* error) {
  std::string text = error == nullptr || error->message == nullptr ? "is not well-formed XML" : error->message;
  return on_one_line(text);
}

// Builds the tree of load(); positions come from the parser's cursor, which stands behind the start tag.
class TreeBuilder : public Handler {
 public:
  TreeBuilder(std::string_view bytes) : bytes_(bytes) {}
  void watch(xmlParserCtxtPtr context) { context_ = context; }
  Element take() { return std::move(root_.children.front()); }
  bool complete() const { return !root_.children.empty() && open_.empty(); }

  bool start(std::string_view, std::string_view name, const std::vector<Attribute>& attributes) override {
    Element element;
    element.name = name;
    for (const Attribute& a : attributes) element.attributes.emplace_back(a.name, a.value);
    place(element);
    Element& parent = open_.empty() ? root_ : *open_.back();
    parent.children.push_back(std::move(element));
    open_.push_back(&parent.children.back());
    return true;
  }
  bool end(std::string_view, std::string_view) override {
    open_.pop_back();
    return true;
  }
  bool text(std::string_view characters) override {
    if (!open_.empty()) open_.back()->text += characters;
    return true;
  }

 private:
  void place(Element& element) {
    long consumed = xmlByteConsumed(context_);
    if (consumed < 0) return;
    std::size_t cursor = std::min(static_cast<std::size_t>(consumed), bytes_.size());
    std::size_t tag = bytes_.substr(0, cursor).rfind('<');
    if (tag == std::string_view::npos) return;
    // Start tags come in order: lines are counted on from the last one.
    for (; counted_ < tag; ++counted_) {
      if (bytes_[counted_] == '\n') {
        ++line_;
        line_start_ = counted_ + 1;
      }
    }
    element.line = line_;
    element.column = static_cast<std::uint32_t>(tag - line_start_ + 1);
  }

  std::string_view bytes_;
  xmlParserCtxtPtr context_ = nullptr;
  std::size_t counted_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
  Element root_;
  std::vector<Element*> open_;  // children are appended only to the innermost, so outer addresses stay valid
};

// Parses what `open` gives; it is called once the parser stands, since the buffer belongs to the parser's input then.
template <typename Open>
Status run_from(Open open, const std::string& file, Handler& handler, TreeBuilder* tree, std::uint32_t* line) {
  Parse parse;
  parse.handler = &handler;
  parse.line = line;
  Context context(xmlNewParserCtxt());
  if (!context) return Error{ErrorCode::damaged, file, 0, 0, "no memory for the XML parser", ""};
  xmlSAXHandler sax = callbacks();
  *context->sax = sax;
  context->_private = &parse;
  // NOENT resolves the five predefined entities in attributes too; others cannot be declared, see above.
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT);
  context->userData = context.get();
  xmlParserInputBufferPtr buffer = open();
  xmlParserInputPtr input =
      buffer == nullptr ? nullptr : xmlNewIOInputStream(context.get(), buffer, XML_CHAR_ENCODING_NONE);
  if (input == nullptr) return Error{ErrorCode::damaged, file, 0, 0, "no memory for the XML parser", ""};
  inputPush(context.get(), input);
  if (tree != nullptr) tree->watch(context.get());
  xmlParseDocument(context.get());
  if (!parse.refusal.empty()) {
    Error out{ErrorCode::over_limit, file, 0, 0, parse.refusal, "export it again without such mark-up"};
    if (tree != nullptr) {  // whose files people write
      out.line = parse.stopped_line;
      out.column = parse.stopped_column;
    }
    return out;
  }
  if (parse.stopped) return Done{};
  if (context->wellFormed == 0) {
    const xmlError* error = xmlCtxtGetLastError(context.get());
    Error out{ErrorCode::damaged, file, 0, 0, message_of(error), ""};
    if (error != nullptr) {
      out.line = error->line > 0 ? static_cast<std::uint32_t>(error->line) : 0;
      out.column = error->int2 > 0 ? static_cast<std::uint32_t>(error->int2) : 0;
    }
    return out;
  }
  return Done{};
}

Status run(std::string_view bytes, const std::string& file, Handler& handler, TreeBuilder* tree) {
  if (Crowd(bytes).found()) {
    return Error{ErrorCode::over_limit, file, 0, 0, too_many_attributes(), "export it again without such mark-up"};
  }
  auto open = [&] {
    return xmlParserInputBufferCreateMem(bytes.data(), static_cast<int>(bytes.size()), XML_CHAR_ENCODING_NONE);
  };
  return run_from(open, file, handler, tree, nullptr);
}

// The bytes of a descriptor as libxml2 asks for them.
struct Pieces {
  int descriptor = -1;
  bool failed = false;
  bool long_tag = false;
  std::size_t tag = 0;  // bytes since a '<' that no '>' has ended
};

int read_piece(void* user, char* buffer, int size) {
  constexpr std::size_t longest_tag = 64u << 10;
  Pieces& pieces = *static_cast<Pieces*>(user);
  ssize_t got = 0;
  do got = ::read(pieces.descriptor, buffer, static_cast<std::size_t>(size));
  while (got < 0 && errno == EINTR);
  pieces.failed = got < 0;
  for (ssize_t i = 0; i < got; ++i) {
    if (buffer[i] == '<')
      pieces.tag = 1;
    else if (buffer[i] == '>')
      pieces.tag = 0;
    else if (pieces.tag > 0 && ++pieces.tag > longest_tag)
      pieces.long_tag = true;
  }
  return pieces.long_tag ? -1 : static_cast<int>(got);
}

int leave_open(void*) {
  return 0;
}

}  // namespace

Status parse_descriptor(int descriptor, const std::string& file, Handler& handler, std::uint32_t& line) {
  Pieces pieces;
  pieces.descriptor = descriptor;
  auto open = [&] { return xmlParserInputBufferCreateIO(read_piece, leave_open, &pieces, XML_CHAR_ENCODING_NONE); };
  Status status = run_from(open, file, handler, nullptr, &line);
  if (pieces.failed) return Error{ErrorCode::unreadable, file, 0, 0, "cannot be read to its end", "try again"};
  if (pieces.long_tag) {
    return Error{
        ErrorCode::over_limit, file, line, 0, "has a tag of more than 64 KiB", "export it again: this limit is fixed"};
  }
  return status;
}

Status parse(std::string_view bytes, const std::string& file, Handler& handler) {
  return run(bytes, file, handler, nullptr);
}

std::string_view Element::attribute(std::string_view wanted, std::string_view otherwise) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return otherwise;
}

bool Element::has_attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return true;
  }
  return false;
}

Result<Element> load(std::string_view bytes, const std::string& file) {
  TreeBuilder tree(bytes);
  Status status = run(bytes, file, tree, &tree);
  if (!status) return status.error();
  if (!tree.complete()) return Error{ErrorCode::damaged, file, 0, 0, "holds no element", ""};
  return tree.take();
}

namespace {

struct SchemaFree {
  void operator()(xmlRelaxNGPtr s) const { xmlRelaxNGFree(s); }
  void operator()(xmlRelaxNGParserCtxtPtr s) const { xmlRelaxNGFreeParserCtxt(s); }
  void operator()(xmlRelaxNGValidCtxtPtr s) const { xmlRelaxNGFreeValidCtxt(s); }
  void operator()(xmlDocPtr d) const { xmlFreeDoc(d); }
};

// The first error of a validation, since later ones are often its echoes.
struct FirstError {
  std::string message;
  std::uint32_t line = 0;
};

void keep_first(void* user, xmlErrorPtr error) {
  auto* first = static_cast<FirstError*>(user);
  if (!first->message.empty()) return;
  first->message = message_of(error);
  first->line = error->line > 0 ? static_cast<std::uint32_t>(error->line) : 0;
}

// A schema may name files and addresses to take in; none of them is looked at.
xmlParserInputPtr nothing(const char*, const char*, xmlParserCtxtPtr) {
  return nullptr;
}

std::uint32_t column_of_line(std::string_view bytes, std::uint32_t line) {
  std::size_t at = 0;
  for (std::uint32_t n = 1; n < line && at != std::string_view::npos; ++n) {
    at = bytes.find('\n', at);
    if (at != std::string_view::npos) ++at;
  }
  if (line == 0 || at == std::string_view::npos) return 0;
  std::size_t mark = bytes.find_first_not_of(" \t", at);
  return mark == std::string_view::npos ? 0 : static_cast<std::uint32_t>(mark - at + 1);
}

}  // namespace

Status validate(std::string_view bytes, const std::string& file, std::string_view schema,
                const std::string& schema_file) {
  FirstError first;
  xmlSetExternalEntityLoader(nothing);
  std::unique_ptr<xmlRelaxNGParserCtxt, SchemaFree> parser(
      xmlRelaxNGNewMemParserCtxt(schema.data(), static_cast<int>(schema.size())));
  if (!parser) return Error{ErrorCode::bad_checklist, schema_file, 0, 0, "no memory for the schema", ""};
  xmlRelaxNGSetParserStructuredErrors(parser.get(), keep_first, &first);
  std::unique_ptr<xmlRelaxNG, SchemaFree> compiled(xmlRelaxNGParse(parser.get()));
  if (!compiled) {
    return Error{ErrorCode::bad_checklist, schema_file, first.line, 0, "is no usable schema: " + first.message, ""};
  }
  Context reader(xmlNewParserCtxt());
  std::unique_ptr<xmlDoc, SchemaFree> document(
      xmlCtxtReadMemory(reader.get(), bytes.data(), static_cast<int>(bytes.size()), file.c_str(), nullptr,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!document) {
    const xmlError* error = xmlCtxtGetLastError(reader.get());
    return Error{ErrorCode::bad_checklist,
                 file,
                 error == nullptr ? 0 : static_cast<std::uint32_t>(error->line),
                 error == nullptr ? 0 : static_cast<std::uint32_t>(error->int2),
                 message_of(error),
                 ""};
  }
  std::unique_ptr<xmlRelaxNGValidCtxt, SchemaFree> validator(xmlRelaxNGNewValidCtxt(compiled.get()));
  xmlRelaxNGSetValidStructuredErrors(validator.get(), keep_first, &first);
  if (xmlRelaxNGValidateDoc(validator.get(), document.get()) == 0) return Done{};
  return Error{ErrorCode::bad_checklist,          file,          first.line,
               column_of_line(bytes, first.line), first.message, "see " + schema_file + " for what may stand here"};
}

}  // namespace base::xml
