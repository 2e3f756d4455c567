#include "readers/pdf_file.h"

#include <Error.h>
#include <Gfx.h>
#include <GlobalParams.h>
#include <PDFDoc.h>

#include <functional>
#include <optional>
#include <type_traits>
#include <unordered_map>

#include "base/limit.h"
#include "base/utf8.h"
#include "readers/pdf_annotations.h"
#include "readers/pdf_cover.h"
#include "readers/pdf_device.h"
#include "readers/pdf_picture.h"
#include "readers/pdf_strings.h"
#include "readers/pdf_tree_reader.h"

namespace readers::pdf {
namespace {

using base::Error;
using base::ErrorCode;

constexpr double resolution = 72;  // points

// Whether the page's own content stays within what a part may hold. A stream that cannot be large is not unpacked for
// that; deflate makes at most 1,032 bytes of one.
bool within_bounds(const Object& content, std::size_t& budget) {
  if (content.isArray()) {
    int count = content.arrayGetLength();
    for (int i = 0; i < count; ++i) {
      Object part = content.arrayGet(i);
      if (!part.isArray() && !within_bounds(part, budget)) return false;
    }
    return true;
  }
  if (!content.isStream()) return true;
  constexpr std::size_t deflate_ratio = 1'032;
  Object length = content.streamGetDict()->lookup("Length");
  Object filter = content.streamGetDict()->lookup("Filter");
  bool chained = filter.isArray() && filter.arrayGetLength() > 1;
  std::size_t raw = length.isInt() && length.getInt() >= 0 ? static_cast<std::size_t>(length.getInt())
                                                           : base::limit(base::Limit::part);
  if (!chained && raw <= budget / deflate_ratio) {
    budget -= raw * (filter.isNull() ? 1 : 8);
    return true;
  }
  Stream* stream = content.getStream();
  stream->reset();
  std::vector<unsigned char> block(1 << 16);
  bool small = true;
  for (;;) {
    int got = stream->doGetChars(static_cast<int>(block.size()), block.data());
    if (got <= 0) break;
    if (static_cast<std::size_t>(got) > budget) {
      small = false;
      break;
    }
    budget -= static_cast<std::size_t>(got);
  }
  stream->close();
  return small;
}

constexpr double most_of_it = 0.6;  // a picture that covers so much of a page is taken for the page, scanned

// As many as are stamped onto a page: a number, a date, whose file it is.
bool has_few_words(const Page& page) {
  constexpr std::size_t few = 200;  // bytes
  std::size_t bytes = 0;
  for (const Word& word : page.words) bytes += word.text.size();
  return bytes < few;
}

bool shows_pictures(Dict* resources) {
  if (resources == nullptr) return false;
  Object pictures = resources->lookup("XObject");
  if (!pictures.isDict()) return false;
  int count = std::min(pictures.dictGetLength(), 100);
  for (int i = 0; i < count; ++i) {
    Object drawn = pictures.dictGetVal(i);
    if (!drawn.isStream()) continue;
    Object kind = drawn.streamGetDict()->lookup("Subtype");
    if (kind.isName("Image")) return true;
    Object inner = drawn.streamGetDict()->lookup("Resources");
    Object nested = inner.isDict() ? inner.dictLookup("XObject") : Object(objNull);
    if (nested.isDict() && nested.dictGetLength() > 0) {
      Object deep = nested.dictGetVal(0);
      if (deep.isStream() && deep.streamGetDict()->lookup("Subtype").isName("Image")) return true;
    }
  }
  return false;
}

// A file that is cut off has lost its trailer, which names the catalogue: the last one found is named anew. Empty where
// there is none.
std::string with_trailer(std::string_view bytes) {
  std::size_t catalog = std::string_view::npos;
  for (std::size_t at = bytes.find("/Catalog"); at != std::string_view::npos; at = bytes.find("/Catalog", at + 1)) {
    std::string_view before = bytes.substr(0, at);
    std::size_t type = before.rfind("/Type");
    if (type != std::string_view::npos && at - type < 16) catalog = at;
  }
  if (catalog == std::string_view::npos) return "";
  std::size_t object = bytes.substr(0, catalog).rfind(" obj");
  if (object == std::string_view::npos) return "";
  std::size_t begin = object;
  std::size_t spaces = 0;
  while (begin > 0 && object - begin < 24) {
    char c = bytes[begin - 1];
    if (c == ' ' && spaces == 0) {
      ++spaces;
    } else if (c < '0' || c > '9') {
      break;
    }
    --begin;
  }
  if (spaces == 0 || begin == object) return "";
  return std::string(bytes) + "\ntrailer\n<</Root " + std::string(bytes.substr(begin, object - begin)) +
         " R>>\nstartxref\n0\n%%EOF\n";
}

// Later releases of the library have dropped the pointer that nobody used.
template <typename Document>
std::unique_ptr<Document> opened(BaseStream* stream, const std::optional<GooString>& no_password,
                                 const std::function<void()>& rebuilt) {
  using Password = const std::optional<GooString>&;
  using Callback = const std::function<void()>&;
  if constexpr (std::is_constructible_v<Document, BaseStream*, Password, Password, void*, Callback>) {
    return std::make_unique<Document>(stream, no_password, no_password, nullptr, rebuilt);
  } else {
    return std::make_unique<Document>(stream, no_password, no_password, rebuilt);
  }
}

}  // namespace

struct File::Held {
  std::string mended;  // the bytes, where they had to be completed
  std::unique_ptr<PDFDoc> document;
  std::size_t pages = 0;
  bool salvaged = false;

  void load(std::string_view bytes);
  Object catalog() const { return document->getXRef()->getCatalog(); }
};

void warm_up() {
  // The library's one global: its tables, its list of the machine's encoding files. Its complaints go nowhere: they
  // would print the record's words.
  if (!globalParams) {
    globalParams = std::make_unique<GlobalParams>();
    globalParams->setErrQuiet(true);
  }
}

File::File(std::unique_ptr<Held> held) : held_(std::move(held)) {}
File::File(File&&) noexcept = default;
File& File::operator=(File&&) noexcept = default;
File::~File() = default;

// Opens the bytes, whatever comes of it.
void File::Held::load(std::string_view bytes) {
  auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  const std::optional<GooString> none;
  const std::function<void()> rebuilt = [this] { salvaged = true; };
  document = opened<PDFDoc>(stream, none, rebuilt);
}

base::Result<File> File::open(std::string_view bytes, const std::string& name) {
  warm_up();
  auto held = std::make_unique<Held>();
  held->load(bytes);
  if (!held->document->isOk() && held->document->getErrorCode() != errEncrypted) {
    held->mended = with_trailer(bytes);
    if (!held->mended.empty()) {
      held->load(held->mended);
      held->salvaged = true;
    }
  }
  PDFDoc& document = *held->document;
  if (!document.isOk()) {
    if (document.getErrorCode() == errEncrypted) {
      return Error{ErrorCode::encrypted, name, 0, 0, "is password-protected", "save it without a password"};
    }
    return Error{ErrorCode::damaged,       name, 0, 0, "is damaged: its table of pages cannot be found",
                 "copy or export it again"};
  }
  int pages = document.getNumPages();
  if (pages <= 0) {
    return Error{ErrorCode::damaged, name, 0, 0, "is damaged: it has no pages", "copy or export it again"};
  }
  held->pages = static_cast<std::size_t>(pages);
  return File(std::move(held));
}

bool File::salvaged() const {
  return held_->salvaged;
}

std::size_t File::pages() const {
  return held_->pages;
}

std::string File::title() const {
  std::unique_ptr<GooString> title = held_->document->getDocInfoTitle();
  return title ? utf8(title->toStr()) : "";
}

bool File::attachments() const {
  Object catalog = held_->catalog();
  Object names = catalog.isDict() ? catalog.dictLookup("Names") : Object(objNull);
  return names.isDict() && names.getDict()->hasKey("EmbeddedFiles");
}

bool File::scripts() const {
  Object catalog = held_->catalog();
  if (!catalog.isDict()) return false;
  Object names = catalog.dictLookup("Names");
  Object action = catalog.dictLookup("OpenAction");
  return (names.isDict() && names.getDict()->hasKey("JavaScript")) ||
         (action.isDict() && action.dictLookup("S").isName("JavaScript"));
}

bool File::other_form() const {
  Object catalog = held_->catalog();
  Object form = catalog.isDict() ? catalog.dictLookup("AcroForm") : Object(objNull);
  return form.isDict() && form.getDict()->hasKey("XFA");
}

Page File::page(std::size_t index) const {
  Page result;
  ::Page* page = held_->document->getPage(static_cast<int>(index) + 1);
  if (page == nullptr || !page->isOk()) {
    result.damaged = true;
    return result;
  }
  Object content = page->getContents();
  std::size_t budget = bytes_an_operator * base::limit(base::Limit::drawing);
  bool small = within_bounds(content, budget);
  Object nothing(objNull);
  Device device(result, small ? content : nothing, page->getResourceDict(), held_->document->getXRef());
  auto stop = [](void* drawing) { return static_cast<Device*>(drawing)->over_limit(); };
  std::unique_ptr<Gfx> gfx(
      page->createGfx(&device, resolution, resolution, 0, false, true, -1, -1, -1, -1, false, stop, &device));
  if (!small) {
    result.cut = true;
  } else if (!content.isNull()) {
    gfx->saveState();
    gfx->display(&content);
    gfx->restoreState();
  }
  double matrix[6];
  page->getDefaultCTM(matrix, resolution, resolution, 0, false, true);
  Annotations annotations = annotations_of(page->getAnnotsObject(), matrix);
  result.cut = result.cut || annotations.cut;
  for (Appearance& look : annotations.appearances) {
    gfx->drawAnnot(&look.stream, nullptr, nullptr, look.left, look.bottom, look.right, look.top, 0);
  }
  device.finish();
  result.pictures = shows_pictures(page->getResourceDict());
  place(annotations.entries, result);
  if (result.pictures && !result.cut && has_few_words(result)) {
    result.scanned = covered_by_pictures(*held_->document, index) >= most_of_it;
  }
  return result;
}

ocr::Picture File::picture(std::size_t index) const {
  return drawn(*held_->document, index);
}

Tree File::tree() const {
  Object catalog = held_->catalog();
  Object root = catalog.isDict() ? catalog.dictLookup("StructTreeRoot") : Object(objNull);
  if (!root.isDict()) return {};
  std::unordered_map<int, std::int32_t> index_of;
  std::size_t pages = std::min(held_->pages, base::limit(base::Limit::pages));
  for (std::size_t i = 0; i < pages; ++i) {
    Ref* reference = held_->document->getCatalog()->getPageRef(static_cast<int>(i) + 1);
    if (reference != nullptr) index_of.emplace(reference->num, static_cast<std::int32_t>(i));
  }
  return tree_of(root, [&](int number) {
    auto found = index_of.find(number);
    return found == index_of.end() ? -1 : found->second;
  });
}

}  // namespace readers::pdf
