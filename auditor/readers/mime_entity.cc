#include "readers/mime_entity.h"

#include <cstddef>
#include <optional>

#include "base/utf8.h"
#include "readers/mime_body.h"

namespace readers::mime {
namespace {

constexpr std::size_t deepest = 20;
constexpr std::size_t most_parts = 10'000;

struct Bounds {
  std::size_t parts = 0;
  bool all = true;
};

// One boundary line.
struct Boundary {
  std::size_t begin = 0;  // of the line end before it, or of the body
  std::size_t end = 0;    // behind its own line end
  bool last = false;
};

std::optional<Boundary> next_boundary(std::string_view body, std::size_t from, const std::string& mark) {
  for (std::size_t at = body.find(mark, from); at != std::string_view::npos; at = body.find(mark, at + 1)) {
    if (at > 0 && body[at - 1] != '\n' && body[at - 1] != '\r') continue;
    Boundary found;
    const std::size_t end = body.find_first_of("\r\n", at);
    std::string_view behind =
        body.substr(at + mark.size(), end == std::string_view::npos ? end : end - at - mark.size());
    behind = base::trimmed(behind);
    found.last = behind == "--";
    if (!behind.empty() && !found.last) continue;  // another boundary that begins alike
    found.begin = at;
    if (found.begin > from && body[found.begin - 1] == '\n') --found.begin;
    if (found.begin > from && body[found.begin - 1] == '\r') --found.begin;
    found.end = end == std::string_view::npos ? body.size() : end + (body.substr(end).starts_with("\r\n") ? 2 : 1);
    return found;
  }
  return std::nullopt;
}

// Where Content-Type tells no boundary: the first line that looks like one.
std::string guessed_mark(std::string_view body) {
  std::size_t at = body.starts_with("--") ? 0 : body.find("\n--");
  if (at == std::string_view::npos) return {};
  if (body[at] == '\n') ++at;
  std::string_view line = body.substr(at, body.find_first_of("\r\n", at) - at);
  return line.size() > 2 && line.size() < 200 ? std::string(base::trimmed(line)) : std::string();
}

Entity parsed(std::string_view bytes, std::size_t depth, const char* usual_type, Bounds& bounds) {
  Entity entity;
  entity.headers = Headers::take(bytes);
  entity.type = media_type(entity.headers.field("content-type"));
  if (entity.type.find('/') == std::string::npos) entity.type = usual_type;
  entity.body = bytes;
  if (!entity.is_multipart()) return entity;
  std::string mark = parameter(entity.headers.field("content-type"), "boundary");
  mark = mark.empty() ? guessed_mark(bytes) : "--" + mark;
  std::optional<Boundary> boundary;
  if (!mark.empty()) boundary = next_boundary(bytes, 0, mark);
  if (!boundary) {
    entity.type = usual_type;
    return entity;
  }
  const char* usual = entity.type == "multipart/digest" ? "message/rfc822" : "text/plain";
  while (boundary && !boundary->last) {
    if (depth == deepest || ++bounds.parts > most_parts) {
      bounds.all = false;
      break;
    }
    const std::size_t from = boundary->end;
    boundary = next_boundary(bytes, from, mark);
    entity.cut_off = !boundary;
    std::string_view part = bytes.substr(from, boundary ? boundary->begin - from : std::string_view::npos);
    entity.parts.push_back(parsed(part, depth + 1, usual, bounds));
  }
  return entity;
}

}  // namespace

bool Entity::is_attached() const {
  return media_type(headers.field("content-disposition")) == "attachment";
}

std::string Entity::content() const {
  return decoded(body, headers.field("content-transfer-encoding"));
}

std::string Entity::charset() const {
  return parameter(headers.field("content-type"), "charset");
}

std::string Entity::id() const {
  std::string_view id = base::trimmed(headers.field("content-id"));
  if (id.starts_with('<')) id.remove_prefix(1);
  if (id.ends_with('>')) id.remove_suffix(1);
  return std::string(id);
}

std::string Entity::location() const {
  std::string location = readable(headers.field("content-location"));
  std::string out;
  for (char c : location) {
    if (c != ' ' && c != '\t') out += c;  // long ones are folded, with blanks where the lines were joined
  }
  return out;
}

Entity entity_of(std::string_view bytes, bool& all) {
  // Blank lines and a byte order mark before the headers are slips of whoever saved it.
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (!bytes.empty() && (bytes.front() == '\r' || bytes.front() == '\n')) bytes.remove_prefix(1);
  Bounds bounds;
  Entity entity = parsed(bytes, 0, "text/plain", bounds);
  all = bounds.all;
  return entity;
}

}  // namespace readers::mime
