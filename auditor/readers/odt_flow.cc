#include "readers/odt_flow.h"

#include "base/utf8.h"

namespace readers::odt {
namespace {

void append_text(const Flow& flow, std::string& out) {
  for (const Item& item : flow) {
    if (const auto* p = std::get_if<Paragraph>(&item)) {
      out += p->text;
      out += '\n';
    } else if (const auto* aside = std::get_if<std::unique_ptr<Aside>>(&item)) {
      append_text((*aside)->content, out);
    } else {
      for (const Row& row : std::get<std::unique_ptr<Table>>(item)->rows) {
        for (const Cell& cell : row.cells) append_text(cell.content, out);
      }
    }
  }
}

}  // namespace

bool blank(std::string_view text) {
  // Most texts begin with a word: no need to look at the rest.
  std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return true;
  auto byte = static_cast<unsigned char>(text[first]);
  return (byte < 0x21 || byte > 0x7E) && base::on_one_line(text.substr(first)).empty();
}

std::size_t text_bytes(const Flow& flow) {
  std::size_t bytes = 0;
  for (const Item& item : flow) {
    if (const auto* p = std::get_if<Paragraph>(&item)) {
      if (!blank(p->text)) bytes += p->text.size();
    } else if (const auto* aside = std::get_if<std::unique_ptr<Aside>>(&item)) {
      bytes += (*aside)->text_bytes;
    } else {
      for (const Row& row : std::get<std::unique_ptr<Table>>(item)->rows) {
        for (const Cell& cell : row.cells) bytes += cell.text_bytes;
      }
    }
  }
  return bytes;
}

std::string text_of(const Flow& flow) {
  std::string out;
  append_text(flow, out);
  return out;
}

}  // namespace readers::odt
