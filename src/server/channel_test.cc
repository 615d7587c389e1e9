// No test here looks at a clock: where one side must wait for the other, patience is so long that a
// side that is not woken never ends.
#include "server/channel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace varde::server {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::chrono::hours kForEver{24};
constexpr std::chrono::seconds kNotAtAll{0};
const std::string kMegabyte(1 << 20, 'x');

// What a connection was told, and how the end was.
struct Received {
  std::vector<std::string> pieces;
  bool ended = false;
  bool broken = false;
  bool asked = false;  // and nothing told yet
};

// Asks for one piece, into `to`.
void take(Channel* channel, Received* to) {
  to->asked = true;
  channel->next([to](std::optional<std::string> piece, bool broken) {
    to->asked = false;
    if (piece) {
      to->pieces.push_back(*std::move(piece));
    } else {
      to->ended = true;
      to->broken = broken;
    }
  });
}

// Asks again and again, as a connection does: from within the answer.
void take_all(Channel* channel, Received* to) {
  to->asked = true;
  channel->next([=](std::optional<std::string> piece, bool broken) {
    if (piece) {
      to->pieces.push_back(*std::move(piece));
      return take_all(channel, to);
    }
    to->asked = false;
    to->ended = true;
    to->broken = broken;
  });
}

// Lets other threads come as far as they may.
void let_others_run() {
  for (int i = 0; i < 20; ++i) std::this_thread::yield();
}

TEST(Channels, PiecesComeInTheirOrder) {
  Channel channel;
  EXPECT_TRUE(channel.offer("a"));
  EXPECT_TRUE(channel.write("b", kNotAtAll));
  EXPECT_TRUE(channel.offer("c"));
  channel.close();
  Received received;
  take_all(&channel, &received);
  EXPECT_THAT(received.pieces, ElementsAre("a", "b", "c"));
  EXPECT_TRUE(received.ended);
  EXPECT_FALSE(received.broken);
}

TEST(Channels, AReaderGetsOnePieceForEachQuestion) {
  Channel channel;
  Received received;
  take(&channel, &received);
  EXPECT_TRUE(received.asked) << "there is nothing to tell";
  channel.offer("a");
  channel.offer("b");
  EXPECT_FALSE(received.asked);
  EXPECT_THAT(received.pieces, ElementsAre("a"));
  take(&channel, &received);
  EXPECT_THAT(received.pieces, ElementsAre("a", "b"));
  EXPECT_FALSE(received.ended);
}

TEST(Channels, TheEndIsToldToAReaderWhoWaits) {
  for (const bool broken : {false, true}) {
    Channel channel;
    Received received;
    take(&channel, &received);
    broken ? channel.fail() : channel.close();
    EXPECT_THAT(received.pieces, IsEmpty());
    EXPECT_TRUE(received.ended);
    EXPECT_EQ(received.broken, broken);
  }
}

TEST(Channels, AnEndWithoutPiecesIsAnEnd) {
  Channel channel;
  channel.close();
  for (int again = 0; again < 2; ++again) {
    Received received;
    take(&channel, &received);
    EXPECT_TRUE(received.ended);
    EXPECT_FALSE(received.broken);
  }
}

TEST(Channels, WhatWasWrittenBeforeAFailureIsNoWhole) {
  Channel channel;
  channel.offer("a");
  channel.fail();
  Received received;
  take_all(&channel, &received);
  EXPECT_THAT(received.pieces, ElementsAre("a"));
  EXPECT_TRUE(received.broken);
}

TEST(Channels, AFailureAfterTheEndOrTheOtherWayRoundIsAFailure) {
  Channel closed;
  closed.close();
  closed.fail();
  Received received;
  take(&closed, &received);
  EXPECT_TRUE(received.broken);

  Channel failed;
  failed.fail();
  failed.close();
  take(&failed, &received);
  EXPECT_TRUE(received.broken);
}

TEST(Channels, AfterTheEndNothingIsTaken) {
  for (const bool broken : {false, true}) {
    Channel channel;
    broken ? channel.fail() : channel.close();
    EXPECT_FALSE(channel.offer("a"));
    EXPECT_FALSE(channel.write("a", kForEver));
    Received received;
    take_all(&channel, &received);
    EXPECT_THAT(received.pieces, IsEmpty());
  }
}

TEST(Channels, WhatIsUnreadIsBounded) {
  Channel channel;
  int taken = 0;
  while (taken < 1000 && channel.offer(std::string(100'000, 'x'))) ++taken;
  EXPECT_GT(taken, 0);
  EXPECT_LT(taken, 1000);
  EXPECT_FALSE(channel.write("a", kNotAtAll)) << "not read fast enough";
  EXPECT_FALSE(channel.offer("")) << "nor is there room for nothing";
  Received received;
  take(&channel, &received);
  EXPECT_TRUE(channel.offer("a")) << "there is room again";
}

TEST(Channels, ARefusedPieceIsNotSentLater) {
  Channel channel;
  ASSERT_TRUE(channel.offer(kMegabyte));
  EXPECT_FALSE(channel.offer("b"));
  EXPECT_FALSE(channel.write("c", kNotAtAll));
  channel.close();
  Received received;
  take_all(&channel, &received);
  EXPECT_THAT(received.pieces, ElementsAre(kMegabyte));
}

TEST(Channels, APieceLargerThanTheBoundComesThrough) {
  Channel channel;
  EXPECT_TRUE(channel.write(std::string(5 << 20, 'x'), kNotAtAll));
  Received received;
  take(&channel, &received);
  ASSERT_EQ(received.pieces.size(), 1U);
  EXPECT_EQ(received.pieces.front().size(), 5U << 20);
}

TEST(Channels, WhenNobodyReadsAnyMoreTheWriterLearnsIt) {
  Channel channel;
  EXPECT_FALSE(channel.abandoned());
  channel.offer("a");
  channel.abandon();
  EXPECT_TRUE(channel.abandoned());
  EXPECT_FALSE(channel.offer("b"));
  EXPECT_FALSE(channel.write("b", kForEver));
  channel.close();
  channel.abandon();
  EXPECT_TRUE(channel.abandoned());
}

// A connection that goes away ends what it asked with, which may be the last to hold it.
TEST(Channels, AbandoningLetsGoOfTheReaderWithoutTellingIt) {
  Channel channel;
  const auto held = std::make_shared<int>();
  channel.next([held](const std::optional<std::string>&, bool) { ADD_FAILURE() << "was told"; });
  EXPECT_EQ(held.use_count(), 2);
  channel.abandon();
  EXPECT_EQ(held.use_count(), 1);
  channel.close();
}

TEST(Channels, AReaderIsLetGoOfWhenItHasBeenTold) {
  Channel channel;
  const auto held = std::make_shared<int>();
  channel.next([held](const std::optional<std::string>&, bool) {});
  channel.offer("a");
  EXPECT_EQ(held.use_count(), 1);
}

// What the reader holds may abandon the channel when it ends, as a connection does.
TEST(Channels, TheEndOfAReaderMayComeBackToTheChannel) {
  struct Connection {
    explicit Connection(Channel* to) : channel(to) {}
    ~Connection() { channel->abandon(); }
    Channel* channel;
  };
  Channel quiet;
  auto connection = std::make_shared<Connection>(&quiet);
  quiet.next([connection](const std::optional<std::string>&, bool) {});
  connection.reset();
  EXPECT_FALSE(quiet.abandoned());
  quiet.abandon();
  EXPECT_TRUE(quiet.abandoned());

  Channel told;
  connection = std::make_shared<Connection>(&told);
  told.next([connection](const std::optional<std::string>&, bool) {});
  connection.reset();
  EXPECT_TRUE(told.offer("a"));
  EXPECT_TRUE(told.abandoned()) << "with its only piece the connection ended";
}

TEST(Channels, AReaderMayCloseAndAbandonFromWithin) {
  Channel channel;
  channel.next([&](const std::optional<std::string>& piece, bool) {
    EXPECT_EQ(piece, "a");
    EXPECT_TRUE(channel.offer("b"));
    channel.close();
    channel.abandon();
  });
  EXPECT_TRUE(channel.offer("a"));
  EXPECT_TRUE(channel.abandoned());
}

TEST(Channels, ATakenPieceWakesAWriterWhoWaits) {
  for (int run = 0; run < 10; ++run) {
    Channel channel;
    ASSERT_TRUE(channel.offer(kMegabyte));
    std::atomic<bool> begun = false;
    bool written = false;
    std::thread writer([&] {
      begun = true;
      written = channel.write("b", kForEver);
    });
    while (!begun) std::this_thread::yield();
    let_others_run();
    Received received;
    take(&channel, &received);
    writer.join();
    EXPECT_TRUE(written);
    take(&channel, &received);
    EXPECT_THAT(received.pieces, ElementsAre(kMegabyte, "b"));
  }
}

TEST(Channels, AnyEndWakesAWriterWhoWaits) {
  for (int run = 0; run < 12; ++run) {
    Channel channel;
    ASSERT_TRUE(channel.offer(kMegabyte));
    std::atomic<bool> begun = false;
    bool written = true;
    std::thread writer([&] {
      begun = true;
      written = channel.write("b", kForEver);
    });
    while (!begun) std::this_thread::yield();
    let_others_run();
    switch (run % 3) {
      case 0:
        channel.abandon();
        break;
      case 1:
        channel.close();
        break;
      default:
        channel.fail();
    }
    writer.join();
    EXPECT_FALSE(written);
  }
}

TEST(Channels, AReaderWhoWaitsIsToldByTheThreadThatWrites) {
  Channel channel;
  std::thread::id told;
  channel.next([&](const std::optional<std::string>&, bool) { told = std::this_thread::get_id(); });
  std::thread::id writing;
  std::thread writer([&] {
    writing = std::this_thread::get_id();
    channel.offer("a");
  });
  writer.join();
  EXPECT_EQ(told, writing);
}

// A writer that is quicker than its reader and the other way round: nothing is lost, nothing comes
// twice, and the order stays.
TEST(Channels, NothingIsLostBetweenThreads) {
  constexpr int kPieces = 3000;
  constexpr size_t kSize = 2000;  // so that the channel fills up several times
  Channel channel;
  std::thread writer([&] {
    for (int i = 0; i < kPieces; ++i) {
      std::string piece = std::to_string(i);
      piece.resize(kSize, ' ');
      EXPECT_TRUE(channel.write(std::move(piece), kForEver));
    }
    channel.close();
  });
  // Told on either thread, so that the reader waits for its answer before it asks again.
  std::atomic<int> told = 0;
  bool ended = false;
  int expected = 0;
  for (int asked = 1; !ended; ++asked) {
    channel.next([&](const std::optional<std::string>& piece, bool broken) {
      EXPECT_FALSE(broken);
      if (piece) {
        EXPECT_EQ(std::stoi(*piece), expected);
        ++expected;
      } else {
        ended = true;
      }
      ++told;
    });
    while (told < asked) std::this_thread::yield();
  }
  writer.join();
  EXPECT_EQ(expected, kPieces);
}

TEST(Channels, SeveralWritersAndAnAbandoningReaderEnd) {
  for (int run = 0; run < 10; ++run) {
    Channel channel;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
      writers.emplace_back([&] {
        while (channel.write(std::string(100'000, 'x'), kForEver)) {
        }
      });
    }
    for (int taken = 0; taken < 30; ++taken) {
      std::atomic<bool> told = false;
      channel.next([&](const std::optional<std::string>& piece, bool) {
        EXPECT_TRUE(piece.has_value());
        told = true;
      });
      while (!told) std::this_thread::yield();
    }
    channel.abandon();
    for (std::thread& writer : writers) writer.join();
    EXPECT_TRUE(channel.abandoned());
  }
}

}  // namespace
}  // namespace varde::server
