#include "readers/form_field_data.h"

#include <cstdint>

#include "base/utf8.h"
#include "readers/encoding.h"

namespace readers {
namespace {

constexpr std::size_t most_entries = 100;  // Word allows 25
constexpr unsigned undefined_result = 25;  // the default's value is shown

// Little-endian numbers and counted UTF-16 strings, read in order; `ok` turns false at the end of the bytes.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  bool ok = true;

  unsigned number(std::size_t size) {
    std::string_view taken = take(size);
    unsigned value = 0;
    for (std::size_t i = taken.size(); i > 0; --i) value = value << 8 | static_cast<unsigned char>(taken[i - 1]);
    return value;
  }
  std::string characters(std::size_t count) {
    return to_utf8("\xFF\xFE" + std::string(take(count * 2)), Declares::nothing).text;
  }
  // A string with its length before it and a zero behind it (Xstz).
  std::string ended_string() {
    std::string out = characters(number(2));
    number(2);
    return out;
  }

 private:
  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) {
      ok = false;
      bytes_ = {};
      return {};
    }
    std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::string_view bytes_;
};

}  // namespace

std::optional<FormFieldData> form_field_data(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.number(4) != 0xFFFFFFFF) return std::nullopt;
  const unsigned bits = reader.number(2);
  const unsigned type = bits & 3;
  unsigned result = bits >> 2 & 31;
  if (type > 2) return std::nullopt;
  reader.number(2);  // longest text
  reader.number(2);  // size of a box
  reader.ended_string();
  FormFieldData data;
  if (type == 0) return reader.ok ? std::optional(data) : std::nullopt;
  const unsigned usual = reader.number(2);
  if (!reader.ok) return std::nullopt;
  if (result == undefined_result) result = usual;
  if (type == 1) {
    data.kind = FormFieldData::Kind::box;
    data.ticked = result != 0;
    return data;
  }
  data.kind = FormFieldData::Kind::choice;
  data.chosen = result;
  for (int i = 0; i < 5; ++i) reader.ended_string();  // format, help, status, entry and exit macro
  if (reader.number(2) != 0xFFFF) return data;
  const unsigned count = reader.number(2);
  // The count has four bytes by the book and two with some writers; no extra data follow the entries either way.
  reader.number(2);
  unsigned length = reader.number(2);
  if (length == 0) length = reader.number(2);
  for (unsigned i = 0; i < count && i < most_entries && reader.ok; ++i) {
    std::string entry = reader.characters(i == 0 ? length : reader.number(2));
    if (reader.ok) data.entries.push_back(std::move(entry));
  }
  return data;
}

}  // namespace readers
