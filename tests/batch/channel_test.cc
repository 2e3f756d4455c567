#include "batch/channel.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "batch/wire.h"

using batch::Descriptor;
using batch::ReplyReader;

namespace {

struct Pair {
  Pair() {
    int ends[2];
    BOOST_REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    here = Descriptor(ends[0]);
    there = Descriptor(ends[1]);
  }
  Descriptor here, there;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_channel)

BOOST_AUTO_TEST_CASE(tasks_keep_their_own_files) {
  Pair pair;
  int pipes[2];
  BOOST_REQUIRE(::pipe(pipes) == 0);
  Descriptor read_end(pipes[0]);
  batch::Task writing{Descriptor(pipes[1]), "a/b \xFF.docx", true};
  BOOST_TEST(batch::send_task(pair.here.get(), writing));
  batch::Task second{Descriptor(::open("/dev/null", O_RDONLY)), std::string(3'000, 'p'), false};
  BOOST_TEST(batch::send_task(pair.here.get(), second));
  auto got = batch::receive_task(pair.there.get());
  BOOST_REQUIRE(got);
  BOOST_TEST(got->path == "a/b \xFF.docx");
  BOOST_TEST(got->named);
  BOOST_TEST(::write(got->file.get(), "x", 1) == 1);  // the pipe, not /dev/null, which was opened for reading
  char byte = 0;
  BOOST_TEST(::read(read_end.get(), &byte, 1) == 1);
  got = batch::receive_task(pair.there.get());
  BOOST_REQUIRE(got);
  BOOST_TEST(got->path.size() == 3'000u);
  BOOST_TEST(!got->named);
  pair.here.reset();
  BOOST_TEST(!batch::receive_task(pair.there.get()));
}

BOOST_AUTO_TEST_CASE(what_is_no_task_ends_the_tasks) {
  // Lengths beyond any task's, beyond all memory, and one of which too little arrives.
  for (std::uint64_t claimed : {batch::wire::payload_limit() + 1, ~std::uint64_t{0}, std::uint64_t{9}}) {
    Pair pair;
    const std::string bytes = batch::wire::header(claimed) + "no task";
    BOOST_REQUIRE(::send(pair.here.get(), bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
    pair.here.reset();
    BOOST_TEST(!batch::receive_task(pair.there.get()));
  }
}

BOOST_AUTO_TEST_CASE(replies_arrive_in_pieces) {
  Pair pair;
  ReplyReader reader;
  std::string bytes = batch::wire::header(5) + "hello" + batch::wire::header(0);
  for (char byte : bytes) {
    BOOST_TEST(::send(pair.there.get(), &byte, 1, 0) == 1);
    BOOST_TEST((reader.read(pair.here.get()) == ReplyReader::State::waiting));
  }
  auto reply = reader.next();
  BOOST_REQUIRE(reply);
  BOOST_TEST(reply->payload == "hello");
  BOOST_TEST(!reply->parting);
  BOOST_TEST(batch::send_reply(pair.there.get(), batch::ReplyKind::member, "bye", true));
  BOOST_TEST((reader.read(pair.here.get()) == ReplyReader::State::waiting));
  reply = reader.next();
  BOOST_REQUIRE(reply);
  BOOST_TEST(reply->payload.empty());
  reply = reader.next();
  BOOST_REQUIRE(reply);
  BOOST_TEST(reply->payload == "bye");
  BOOST_TEST((reply->kind == batch::ReplyKind::member));
  BOOST_TEST(reply->parting);
  BOOST_TEST(!reader.next());
  pair.there.reset();
  BOOST_TEST((reader.read(pair.here.get()) == ReplyReader::State::closed));
}

BOOST_AUTO_TEST_CASE(absurd_length_is_broken) {
  Pair pair;
  ReplyReader reader;
  std::string header = batch::wire::header(batch::wire::payload_limit() + 1);
  BOOST_TEST(::send(pair.there.get(), header.data(), header.size(), 0) == 8);
  BOOST_TEST((reader.read(pair.here.get()) == ReplyReader::State::broken));
  BOOST_TEST(!reader.next());
}

BOOST_AUTO_TEST_SUITE_END()
