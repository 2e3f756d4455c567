#include "base/sha256.h"

#include <boost/test/unit_test.hpp>

// The examples of FIPS 180-2, appendix B.
BOOST_AUTO_TEST_CASE(base_sha256_published_examples) {
  BOOST_TEST(base::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(base::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(base_sha256_of_pieces_is_that_of_the_whole) {
  base::Sha256 sum;
  for (int again = 0; again < 2; ++again) {
    sum.add("a");
    sum.add("");
    sum.add("bc");
    BOOST_TEST(sum.take() == base::sha256("abc"));
  }
}
