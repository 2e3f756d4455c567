#include "base/xml.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/file.h"

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

// All that a tree says, places included.
std::string told(const base::xml::Element& element) {
  std::string out =
      "<" + element.name + " " + std::to_string(element.line) + ":" + std::to_string(element.column) + " ";
  for (const auto& [name, value] : element.attributes) out += name + "=[" + value + "] ";
  out += "[" + element.text + "]";
  for (const base::xml::Element& child : element.children) out += told(child);
  return out + ">";
}

std::string loaded(const std::string& xml) {
  auto root = base::xml::load(xml, "x.xml");
  if (root.ok()) return told(root.value());
  const base::Error& error = root.error();
  return std::to_string(error.line) + ":" + std::to_string(error.column) + " " + error.message;
}

// What libxml2 makes of the same: an instruction behind the root is left to it.
std::string loaded_by_libxml2(const std::string& xml) {
  return loaded(xml + "<?end?>");
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

BOOST_AUTO_TEST_CASE(load_gives_what_libxml2_gives) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(AUDITOR_SOURCE_DIR "/checklists")) {
    if (entry.path().extension() != ".xml" && entry.path().extension() != ".rng") continue;
    const std::string xml = base::read_file(entry.path(), 1u << 24).value();
    const bool same = loaded(xml) == loaded_by_libxml2(xml);  // not shown: they are long
    BOOST_TEST(same, entry.path().string());
    ++files;
  }
  BOOST_TEST(files > 50u);
}

BOOST_AUTO_TEST_CASE(load_gives_what_libxml2_gives_of_damage_too) {
  const std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a - b -->\n<a k = 'v&amp;\tw' l=\"'\n\">\n x &lt; \u00E9\n"
      "  <b-1 />t<c_d\n  e='f'>]] ></c_d >\n<!----></a>\n<!-- c -->";
  BOOST_TEST(loaded(xml) == loaded_by_libxml2(xml));
  const std::string others = std::string("<>&;'\"/!?-=[] \n\r\t:.aZ9\x01\x7F\xC3\xEF\xFF") + '\0';
  for (std::size_t at = 0; at < xml.size(); ++at) {
    std::string changed = xml.substr(0, at) + xml.substr(at + 1);
    if (loaded(changed).front() == '<') BOOST_TEST(loaded(changed) == loaded_by_libxml2(changed), changed);
    for (char other : others) {
      for (std::size_t taken : {0u, 1u}) {
        changed = xml.substr(0, at) + other + xml.substr(at + taken);
        const std::string quick = loaded(changed);
        if (quick.front() == '<') BOOST_TEST(quick == loaded_by_libxml2(changed), changed);
      }
    }
    const std::string cut = loaded(xml.substr(0, at));
    if (cut.front() == '<') BOOST_TEST(cut == loaded_by_libxml2(xml.substr(0, at)), cut);
  }
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
