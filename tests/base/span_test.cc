#include "base/span.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_CASE(base_span_relations) {
  base::Span a{2, 5}, b{4, 9}, empty{3, 3};
  BOOST_TEST(a.overlaps(b));
  BOOST_TEST(!a.contains(b));
  BOOST_TEST(a.contains(empty));
  BOOST_TEST(a.contains(2u));
  BOOST_TEST(!a.contains(5u));
  BOOST_TEST(base::join(a, b).size() == 7u);
  BOOST_TEST((base::join(empty, b) == b));
  BOOST_TEST(a.of("0123456") == "234");
}
