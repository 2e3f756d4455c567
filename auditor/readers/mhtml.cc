// Web archives (Word's "single file web page", browsers' .mht) and mails (.eml): the one body that a person would be
// shown, read as the page or text that it is. Of a mail its few telling headers come first, as fields.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "readers/encoding.h"
#include "readers/format.h"
#include "readers/html_page.h"
#include "readers/mime_entity.h"
#include "readers/text_layout.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;
using document::NoteKind;
using document::Part;
using mime::Entity;

constexpr std::size_t frame_nesting = 5;         // frames whose pages show frames
constexpr std::size_t message_nesting = 5;       // messages forwarded in messages; each is decoded anew
constexpr std::size_t margins_bytes = 1u << 20;  // of header.htm, which is read once for each header

bool is_page(const Entity& entity) {
  return entity.type == "text/html" || entity.type == "application/xhtml+xml";
}

bool is_readable(const Entity& entity) {
  return is_page(entity) || entity.type == "text/plain" || entity.type.starts_with("message/rfc822");
}

// The last step of an address, without its query.
std::string_view file_of(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  const std::size_t slash = address.find_last_of("/\\");
  return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

class MhtmlReader {
 public:
  MhtmlReader(const std::string& name) : name_(name), builder_("mhtml") {}

  base::Result<document::Document> read(std::string_view bytes) {
    bool all = true;
    const Entity root = mime::entity_of(bytes, all);
    if (!all)
      builder_.note(NoteKind::cut, "of the very many parts of this message not all were read: save them as files");
    base::Status status = message(root);
    if (!status) return status.error();
    if (attachments_) builder_.note(NoteKind::left_out, "attached files are not read");
    const std::string subject = mime::readable(root.headers.field("subject"));
    if (is_mail(root) && !subject.empty()) builder_.title(subject);
    return builder_.take();
  }

 private:
  // Archives have a subject and a date of their own, but nobody whom they were sent to.
  static bool is_mail(const Entity& entity) {
    return !entity.headers.field("to").empty() || entity.headers.field("from").find('@') != std::string_view::npos;
  }

  base::Status message(const Entity& entity) {
    if (is_mail(entity)) {
      static constexpr std::array<std::pair<const char*, const char*>, 5> telling = {
          {{"from", "From"}, {"to", "To"}, {"cc", "Cc"}, {"date", "Date"}, {"subject", "Subject"}}};
      for (auto [field, label] : telling) {
        const std::string value = mime::readable(entity.headers.field(field));
        if (!value.empty()) builder_.field(label, value);
      }
    }
    return body(entity);
  }

  base::Status body(const Entity& entity) {
    if (entity.cut_off) builder_.note(NoteKind::salvaged, "the file is cut off: its end may be missing");
    if (entity.type == "multipart/encrypted" || is_sealed(entity)) {
      return Error{ErrorCode::encrypted, name_, 0, 0, "is encrypted", "save it decrypted"};
    }
    if (entity.type == "multipart/alternative") return alternative(entity);
    if (entity.type == "multipart/related") return related(entity);
    if (!entity.is_multipart()) return single(entity);
    for (const Entity& part : entity.parts) {
      base::Status status = part.is_attached() ? attached() : body(part);
      if (!status) return status;
    }
    return base::Done{};
  }

  base::Status attached() {
    attachments_ = true;
    return base::Done{};
  }

  static bool is_sealed(const Entity& entity) {
    if (entity.type != "application/pkcs7-mime" && entity.type != "application/x-pkcs7-mime") return false;
    return mime::parameter(entity.headers.field("content-type"), "smime-type") != "signed-data";
  }

  // The last branch that can be read is the richest; a branch without words gives way to the one before it.
  base::Status alternative(const Entity& entity) {
    for (auto part = entity.parts.rbegin(); part != entity.parts.rend(); ++part) {
      if (!part->is_multipart() && !is_readable(*part)) continue;
      const std::size_t before = builder_.blocks();
      base::Status status = body(*part);
      if (!status || builder_.blocks() > before) return status;
    }
    return base::Done{};
  }

  // A page and what it shows; only pages in frames and Word's headers are text.
  base::Status related(const Entity& entity) {
    const Entity* root = root_of(entity);
    if (root == nullptr) return base::Done{};
    for (const Entity& part : entity.parts) {
      if (&part != root && part.is_attached()) attachments_ = true;
    }
    if (!is_page(*root)) return body(*root);
    return page(*root, entity, frame_nesting);
  }

  static const Entity* root_of(const Entity& entity) {
    std::string start = mime::parameter(entity.headers.field("content-type"), "start");
    if (start.starts_with('<')) start.erase(0, 1);
    if (start.ends_with('>')) start.pop_back();
    const Entity* first = nullptr;
    for (const Entity& part : entity.parts) {
      if (!start.empty() && part.id() == start) return &part;
      if (first == nullptr && (is_page(part) || part.is_multipart())) first = &part;
    }
    if (first == nullptr && !entity.parts.empty()) first = &entity.parts.front();
    return first;
  }

  base::Status single(const Entity& entity) {
    if (entity.type.starts_with("message/rfc822")) {
      bool all = true;
      const std::string content = entity.content();
      const Entity inner = mime::entity_of(content, all);
      if (!all || nesting_ == message_nesting) {
        builder_.note(NoteKind::cut, "of the messages inside this message not all were read: save them as files");
      }
      if (nesting_ == message_nesting) return base::Done{};
      ++nesting_;
      base::Status status = message(inner);
      --nesting_;
      return status;
    }
    if (is_page(entity)) return page(entity, entity, 0);
    if (entity.type != "text/plain") return attached();
    Decoded text = to_utf8(entity.content(), Declares::nothing, entity.charset());
    note_repairs(text);
    lay_out_text(text.text, builder_);
    return base::Done{};
  }

  std::string decoded_page(const Entity& entity) {
    Decoded page = to_utf8(entity.content(), Declares::markup, entity.charset());
    note_repairs(page);
    return std::move(page.text);
  }

  void note_repairs(const Decoded& decoded) {
    if (decoded.repaired) builder_.note(NoteKind::salvaged, "bytes that don't fit the encoding were replaced");
  }

  base::Status page(const Entity& entity, const Entity& archive, std::size_t nesting) {
    shown_.push_back(&entity);
    std::string text = decoded_page(entity);
    const html::Margins margins = html::margins_of(text);
    base::Status status = margin(archive, margins.headers);
    if (!status) return status;
    base::Result<html::Page> page = html::read_page(std::move(text), name_, builder_);
    if (!page) return page.error();
    for (const std::string& address : page.value().frames) {
      const Entity* frame = part_at(archive, address, entity.location());
      const bool known = std::find(shown_.begin(), shown_.end(), frame) != shown_.end();
      if (known) continue;
      if (frame == nullptr || !is_page(*frame) || nesting == 0) {
        builder_.note(NoteKind::left_out, "pages shown in frames are not part of this file and were not read");
        continue;
      }
      status = this->page(*frame, archive, nesting - 1);
      if (!status) return status;
    }
    return margin(archive, margins.footers);
  }

  // Headers or footers that Word keeps in a page of their own; those that read alike once.
  base::Status margin(const Entity& archive, const std::vector<std::string>& ids) {
    const auto holds = [](const Entity& part) {
      const std::string location = part.location();
      const std::string_view file = file_of(location);
      return is_page(part) && (file == "header.htm" || file == "header.html");
    };
    const auto file = std::find_if(archive.parts.begin(), archive.parts.end(), holds);
    if (ids.empty() || file == archive.parts.end()) return base::Done{};
    const std::string text = decoded_page(*file);
    if (text.size() > margins_bytes) {
      builder_.note(NoteKind::cut, "headers and footers are too long to be read: save it as .docx");
      return base::Done{};
    }
    std::vector<std::string> seen;
    for (const std::string& id : ids) {
      document::Builder alone("html");
      base::Result<html::Page> read = html::read_page(text, name_, alone, id);
      if (!read) return read.error();
      const std::string words = alone.take().text;
      if (words.empty() || std::find(seen.begin(), seen.end(), words) != seen.end()) continue;
      seen.push_back(words);
      read = html::read_page(text, name_, builder_, id);
      if (!read) return read.error();
    }
    return base::Done{};
  }

  // The part that an address in a page means: by its Content-ID, by its whole location, or beside the page.
  static const Entity* part_at(const Entity& archive, std::string_view address, std::string_view page) {
    for (const Entity& part : archive.parts) {
      if (address.starts_with("cid:")) {
        if (part.id() == address.substr(4)) return &part;
        continue;
      }
      const std::string location = part.location();
      if (location.empty()) continue;
      if (location == address) return &part;
      const std::size_t slash = page.rfind('/');
      const std::string_view folder = slash == std::string_view::npos ? "" : page.substr(0, slash + 1);
      if (location == std::string(folder) + std::string(address)) return &part;
    }
    return nullptr;
  }

  std::string name_;
  document::Builder builder_;
  std::vector<const Entity*> shown_;
  std::size_t nesting_ = 0;
  bool attachments_ = false;
};

}  // namespace

base::Result<document::Document> read_mhtml(std::string_view bytes, const std::string& name) {
  return MhtmlReader(name).read(bytes);
}

}  // namespace readers
