#include "checklist/attributes.h"

#include <boost/test/unit_test.hpp>

namespace {

base::xml::Element element(std::vector<std::pair<std::string, std::string>> attributes) {
  base::xml::Element out;
  out.name = "statement";
  out.attributes = std::move(attributes);
  out.line = 3;
  out.column = 5;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checklist_attributes)

BOOST_AUTO_TEST_CASE(values_are_read) {
  auto e = element({{"a", "x  y"}, {"b", "yes"}, {"c", "2..4"}, {"d", "3.."}, {"e", "4/5"}, {"f", "0.75"}, {"g", "5"}});
  const std::string file = "c.xml";
  checklist::Attributes a(e, file);
  BOOST_TEST(a.words("a").size() == 2u);
  BOOST_TEST(a.yes_no("b").value());
  BOOST_TEST(a.range("c").holds(4));
  BOOST_TEST(!a.range("c").holds(5));
  BOOST_TEST(a.range("d").holds(1'000));
  BOOST_TEST(a.fraction("e", {0, 1}).over == 4u);
  BOOST_TEST(a.fraction("f", {0, 1}).over == 75u);
  BOOST_TEST(a.fraction("f", {0, 1}).under == 100u);
  BOOST_TEST(a.range("g").least == 5u);
  BOOST_TEST(a.range("none", {1, 2}).most == 2u);
  BOOST_TEST(a.finish().ok());
}

BOOST_AUTO_TEST_CASE(mistakes_name_place_and_remedy) {
  const std::string file = "c.xml";
  auto one_line = [&](auto use, std::vector<std::pair<std::string, std::string>> attributes) {
    auto e = element(std::move(attributes));
    checklist::Attributes a(e, file);
    use(a);
    auto status = a.finish();
    return status.ok() ? std::string() : status.error().one_line();
  };
  BOOST_TEST(one_line([](auto& a) { a.text("about"); }, {{"abuot", "child"}}) ==
             "c.xml:3:5: <statement> has no attribute 'abuot'; did you mean 'about'?");
  BOOST_TEST(one_line([](auto& a) { a.yes_no("b"); }, {{"b", "maybe"}}) ==
             "c.xml:3:5: 'maybe' is no value of b; write yes or no");
  BOOST_TEST(one_line([](auto& a) { a.range("c"); }, {{"c", "4..2"}}) ==
             "c.xml:3:5: '4..2' is no range; write 3, 3.. or 0..2");
  BOOST_TEST(one_line(
                 [](auto& a) {
                   a.fraction("e", {0, 1});
                 },
                 {{"e", "half"}}) == "c.xml:3:5: 'half' is no share; write 4/5 or 0.8");
  BOOST_TEST(one_line(
                 [](auto& a) {
                   a.choice("about", {{"child", 1}, {"parent", 2}}, 0);
                 },
                 {{"about", "chidl"}}) == "c.xml:3:5: 'chidl' is no value of about; did you mean 'child'?");
}

BOOST_AUTO_TEST_CASE(names_of_millions_of_letters_are_near_to_none) {
  const std::string wrong(4'000'000, 'a');
  BOOST_TEST(checklist::suggestion(wrong, {wrong + "bcd", "a", ""}).empty());
  BOOST_TEST(checklist::suggestion("chld", {"parent", "child"}) == "did you mean 'child'?");
}

BOOST_AUTO_TEST_SUITE_END()
