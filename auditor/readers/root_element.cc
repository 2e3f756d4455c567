#include "readers/root_element.h"

namespace readers {
namespace {

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

// Moves `rest` behind `end`; false where it isn't there.
bool pass(std::string_view& rest, std::string_view end) {
  std::size_t at = rest.find(end);
  if (at == std::string_view::npos) return false;
  rest.remove_prefix(at + end.size());
  return true;
}

}  // namespace

RootElement root_element(std::string_view head) {
  RootElement root;
  while (true) {
    std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || head[first] != '<') return root;
    head.remove_prefix(first);
    if (head.starts_with("<?")) {
      if (head.starts_with("<?xml ") || head.starts_with("<?xml\t")) root.declared = true;
      if (!pass(head, "?>")) return root;
    } else if (head.starts_with("<!--")) {
      if (!pass(head, "-->")) return root;
    } else if (head.starts_with("<!")) {
      std::size_t bracket = head.find('[');
      std::size_t close = head.find('>');
      if (bracket < close ? !pass(head, "]>") : !pass(head, ">")) return root;
    } else {
      break;
    }
  }
  std::size_t end = 1;
  while (end < head.size() && is_name(head[end])) ++end;
  if (end == 1 || (head[1] >= '0' && head[1] <= '9')) return root;
  std::string_view tag = head.substr(0, head.find('>'));
  // "<insert name here>" in a plain text is no start tag: what follows a name is an attribute, '/' or '>'.
  std::size_t after = tag.find_first_not_of(" \t\r\n/", end);
  if (after != std::string_view::npos && tag.find('=', after) == std::string_view::npos) return root;
  root.qualified = head.substr(1, end - 1);
  root.tag = tag;
  std::size_t colon = root.qualified.find(':');
  root.name = colon == std::string::npos ? root.qualified : root.qualified.substr(colon + 1);
  return root;
}

}  // namespace readers
