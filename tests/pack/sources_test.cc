#include "pack/sources.h"

#include <boost/test/unit_test.hpp>

namespace {

std::string dump(const pack::SourcesVerdict& verdict) {
  std::string out = std::to_string(verdict.same) + " the same\n";
  for (const pack::SourceFault& fault : verdict.faults) {
    std::string line = pack::line_of(fault);
    out += line.substr(0, line.find(" (")) + "\n";
  }
  return out;
}

const std::vector<pack::Listed> sources{
    {"in/a.txt", 0, "aa"}, {"in/b.txt", 0, "bb"}, {"in/c.txt", 0, "cc"}, {"in/z.zip!/d.txt", 0, "dd"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(pack_sources)

BOOST_AUTO_TEST_CASE(a_source_is_the_same_by_content_changed_by_name_else_missing) {
  BOOST_TEST(dump(pack::compare(sources, {{"x/renamed", 0, "aa"}, {"x/b.txt", 0, "99"}}, false)) ==
             "1 the same\n"
             "source changed: in/b.txt\n"
             "source missing: in/c.txt\n"
             "source not found: in/z.zip!/d.txt\n");
  BOOST_TEST(dump(pack::compare(sources, {{"a", 0, "aa"}, {"b", 0, "bb"}, {"c", 0, "cc"}, {"d", 0, "dd"}}, false)) ==
             "4 the same\n");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_another_source_is_no_changed_one) {
  BOOST_TEST(dump(pack::compare({{"in/a.txt", 0, "aa"}, {"other/a.txt", 0, "bb"}}, {{"in/a.txt", 0, "aa"}}, false)) ==
             "1 the same\n"
             "source missing: other/a.txt\n");
}

BOOST_AUTO_TEST_CASE(labels_tell_no_change_from_an_absence) {
  BOOST_TEST(dump(pack::compare({{"in/b.txt", 0, "bb"}}, {{"x/b.txt", 0, "99"}}, true)) ==
             "0 the same\n"
             "source missing or changed: in/b.txt\n");
}

BOOST_AUTO_TEST_SUITE_END()
