#include "intake/inputs.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace {

std::vector<std::string> paths_of(const intake::Inputs& inputs) {
  std::vector<std::string> out;
  for (const intake::Input& input : inputs) out.push_back((input.named ? "* " : "") + input.path);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(intake_inputs)

BOOST_AUTO_TEST_CASE(they_are_sorted_as_their_paths_are) {
  std::vector<std::string> paths = {"b",     "a/b/c", "a-b/c", "a/b.txt",      "/",   "/z",     "a/", "a/b/b", "",
                                    "a/b/c", "a",     "a//b",  "a b/\xC3\xA9", "a/b", "a/b/c/d"};
  intake::Inputs inputs;
  for (const std::string& path : paths) inputs.push_back({path, false});
  BOOST_TEST(paths_of(inputs) == paths, boost::test_tools::per_element());
  inputs.sort();
  std::sort(paths.begin(), paths.end());
  BOOST_TEST(paths_of(inputs) == paths, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(some_are_taken_out) {
  intake::Inputs inputs;
  for (const char* path : {"a/1", "b/2", "a/3", "4"}) inputs.push_back({path, *path == 'b'});
  BOOST_TEST(inputs.name(1) == "2");
  inputs.erase_if([](const intake::Input& input) { return input.path.ends_with('3'); });
  BOOST_TEST(paths_of(inputs) == (std::vector<std::string>{"a/1", "* b/2", "4"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
