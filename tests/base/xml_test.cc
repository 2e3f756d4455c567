#include "base/xml.h"

#include <boost/test/unit_test.hpp>

namespace {

struct Recorder : base::xml::Handler {
  std::string seen;
  bool start(std::string_view space, std::string_view name,
             const std::vector<base::xml::Attribute>& attributes) override {
    seen += "<" + std::string(space.empty() ? "" : std::string(space) + "|") + std::string(name);
    for (const auto& a : attributes) seen += " " + std::string(a.name) + "=" + a.value;
    seen += ">";
    return name != "stop";
  }
  bool end(std::string_view, std::string_view name) override {
    seen += "</" + std::string(name) + ">";
    return true;
  }
  bool text(std::string_view characters) override {
    seen += characters;
    return true;
  }
};

std::string events(std::string_view xml) {
  Recorder recorder;
  auto status = base::xml::parse(xml, "x.xml", recorder);
  return recorder.seen + (status ? "" : " ! " + status.error().message);
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(base_xml)

BOOST_AUTO_TEST_CASE(events_come_in_order) {
  BOOST_TEST(events("<a x='1 &amp; 2'><n:b xmlns:n='urn:n'>t&#233;<![CDATA[<c>]]></n:b></a>") ==
             "<a x=1 & 2><urn:n|b>t\u00E9<c></b></a>");
  BOOST_TEST(events("<a><stop/><b/></a>") == "<a><stop>");
}

BOOST_AUTO_TEST_CASE(hostile_declarations_are_refused) {
  BOOST_TEST(events("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>").find("declares entities") !=
             std::string::npos);
  BOOST_TEST(events("<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>").find("declares attributes") != std::string::npos);
  BOOST_TEST(events("<!DOCTYPE a SYSTEM 'http://example.invalid/a.dtd'><a/>") == "<a></a>");
}

BOOST_AUTO_TEST_CASE(depth_and_attributes_are_bounded) {
  BOOST_TEST(events(repeated("<a>", 1'100)).find("nested too deeply") != std::string::npos);
  std::string many = "<a";
  for (int i = 0; i < 1'100; ++i) many += " a" + std::to_string(i) + "='1'";
  BOOST_TEST(events(many + "/>").find("too many attributes") != std::string::npos);
  std::string wide = "\xFF\xFE";
  for (char c : many + "/>") wide += std::string{c, '\0'};
  BOOST_TEST(events(wide).find("too many attributes") != std::string::npos);
  std::string quotes = repeated("'", 5'001);
  BOOST_TEST(
      events("<a><!-- " + quotes + "--->" + "<![CDATA[<b " + quotes + "]]>" + quotes + "</a>").starts_with("<a>"));
}

BOOST_AUTO_TEST_CASE(damage_is_told_with_its_place) {
  Recorder recorder;
  auto status = base::xml::parse("<a>\n  <b></c>\n</a>", "x.xml", recorder);
  BOOST_REQUIRE(!status.ok());
  BOOST_TEST(status.error().line == 2u);
  BOOST_TEST(recorder.seen.substr(0, 3) == "<a>");
}

BOOST_AUTO_TEST_CASE(load_keeps_places) {
  auto root = base::xml::load("<a>\n  <b k='v'>text</b>\n\t<c/></a>", "x.xml");
  BOOST_REQUIRE(root.ok());
  const auto& children = root.value().children;
  BOOST_REQUIRE(children.size() == 2u);
  BOOST_TEST(children[0].line == 2u);
  BOOST_TEST(children[0].column == 3u);
  BOOST_TEST(children[0].attribute("k") == "v");
  BOOST_TEST(children[0].attribute("none", "other") == "other");
  BOOST_TEST(children[0].text == "text");
  BOOST_TEST(children[1].line == 3u);
  BOOST_TEST(children[1].column == 2u);
}

BOOST_AUTO_TEST_CASE(load_tells_where_it_stopped) {
  auto root = base::xml::load("<!DOCTYPE a [\n  <!ENTITY e 'x'>]><a/>", "x.xml");
  BOOST_REQUIRE(!root.ok());
  BOOST_TEST(root.error().line == 2u);
  BOOST_TEST(root.error().column > 2u);
  root = base::xml::load("<a>\n" + repeated("<a>", 1'100), "x.xml");
  BOOST_REQUIRE(!root.ok());
  BOOST_TEST(root.error().line == 2u);
}

BOOST_AUTO_TEST_CASE(schema_takes_nothing_in) {
  const std::string file = std::string(AUDITOR_SOURCE_DIR) + "/README.md";
  const std::string schema = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><externalRef href='" + file +
                             "'/></start></grammar>";
  auto status = base::xml::validate("<a/>", "x.xml", schema, "s.rng");
  BOOST_REQUIRE(!status.ok());
  BOOST_TEST(status.error().message.find("could not load") != std::string::npos);  // and not what stands there
}

BOOST_AUTO_TEST_CASE(validate_names_line_and_column) {
  const char* schema =
      "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'><zeroOrMore><element name='b'><empty/>"
      "</element></zeroOrMore></element>";
  BOOST_TEST(base::xml::validate("<a><b/></a>", "x.xml", schema, "s.rng").ok());
  auto status = base::xml::validate("<a>\n  <c/></a>", "x.xml", schema, "s.rng");
  BOOST_REQUIRE(!status.ok());
  BOOST_TEST(status.error().line == 2u);
  BOOST_TEST(status.error().column == 3u);
  BOOST_TEST(!base::xml::validate("<a/>", "x.xml", "<no/>", "s.rng").ok());
}

BOOST_AUTO_TEST_SUITE_END()
