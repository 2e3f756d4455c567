#include "document/dump.h"

#include <boost/test/unit_test.hpp>

#include "document/builder.h"

BOOST_AUTO_TEST_CASE(document_structure_json_names_the_parts) {
  document::Builder builder("html");
  builder.title("A \"record\"");
  document::Style style;
  style.level = 1;
  builder.add(document::BlockKind::heading, "Views", style);
  style = {};
  style.page = 2;
  style.part = document::Part::footer;
  builder.field("Name", "Tom", style);
  builder.note(document::NoteKind::cut, "only a part");
  std::string json = document::structure_json(builder.take());
  BOOST_TEST(
      json ==
      "{\"format\":\"html\",\"title\":\"A \\\"record\\\"\",\"text\":\"Views\\nName: Tom\",\"blocks\":["
      "{\"kind\":\"heading\",\"start\":0,\"end\":5,\"text\":\"Views\",\"section\":\"Views\",\"level\":1},"
      "{\"kind\":\"field\",\"start\":6,\"end\":15,\"text\":\"Name: Tom\",\"section\":\"Views\",\"label\":\"Name:\","
      "\"part\":\"footer\",\"page\":2}],\"tables\":[],\"notes\":[{\"kind\":\"cut\",\"message\":\"only a part\"}]}\n");
}
