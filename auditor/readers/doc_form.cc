#include "readers/doc_form.h"

#include "readers/docx_symbols.h"
#include "readers/form_field_data.h"
#include "readers/little_endian.h"

namespace readers::doc {

std::optional<std::string> shown_by_form_field(std::string_view data, std::uint32_t at) {
  std::string_view block = stretch(data, at, u32_at(data, at));  // with a header, as a picture has
  std::optional<FormFieldData> field = form_field_data(stretch(block, u16_at(block, 4), block.size()));
  if (!field || field->kind == FormFieldData::Kind::text) return std::nullopt;
  if (field->kind == FormFieldData::Kind::box) {
    return std::string(field->ticked ? docx::ticked_box : docx::unticked_box);
  }
  return field->chosen < field->entries.size() ? field->entries[field->chosen] : std::string();
}

}  // namespace readers::doc
