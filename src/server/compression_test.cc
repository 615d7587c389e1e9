#include "server/compression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

namespace varde::server {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Key;
using testing::Not;
using testing::Pair;

// What another library reads from a gzip file.
std::string unpacked(const std::string& packed) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) throw std::runtime_error("zlib");  // gzip alone
  std::string packed_copy = packed;  // zlib's input is not const
  stream.next_in = reinterpret_cast<Bytef*>(packed_copy.data());
  stream.avail_in = static_cast<uInt>(packed_copy.size());
  std::string plain;
  int code = Z_OK;
  while (code == Z_OK) {
    char piece[1 << 14];
    stream.next_out = reinterpret_cast<Bytef*>(piece);
    stream.avail_out = sizeof piece;
    code = inflate(&stream, Z_NO_FLUSH);
    plain.append(piece, sizeof piece - stream.avail_out);
  }
  const bool whole = code == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  return whole ? plain : "no whole gzip file";
}

std::string noise(size_t size) {
  std::mt19937 random(10);
  std::string bytes(size, '\0');
  std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
  return bytes;
}

std::string words(size_t size) {
  std::string text;
  while (text.size() < size) text += "{\"count\":" + std::to_string(text.size()) + "},";
  text.resize(size);
  return text;
}

Response answered(const std::string& accepted, Response response) {
  Request request;
  if (!accepted.empty()) request.headers["accept-encoding"] = accepted;
  compress(request, &response);
  return response;
}

Response with_body(std::string body) {
  Response response;
  response.body = std::move(body);
  return response;
}

TEST(Compression, BodiesRoundTrip) {
  std::string zeros(100'000, '\0');
  for (const std::string& body : {words(1000), words(1001), words(65'536), words(3'000'000), zeros,
                                  words(5000) + noise(500)}) {
    const Response packed = answered("gzip", with_body(body));
    EXPECT_THAT(packed.headers, Contains(Pair("Content-Encoding", "gzip")));
    EXPECT_LT(packed.body.size(), body.size());
    EXPECT_EQ(unpacked(packed.body), body) << body.size();
  }
}

TEST(Compression, SmallBodiesAreLeftAlone) {
  for (const size_t size : {0, 1, 100, 999}) {
    const Response response = answered("gzip", with_body(words(size)));
    EXPECT_EQ(response.body, words(size));
    EXPECT_THAT(response.headers, IsEmpty());
  }
}

TEST(Compression, OnlyForThoseWhoAcceptIt) {
  const std::string body = words(5000);
  for (const char* no : {"", "identity", "br, deflate", "gzip;q=0", "*;q=0"}) {
    const Response plain = answered(no, with_body(body));
    EXPECT_EQ(plain.body, body) << no;
    EXPECT_THAT(plain.headers, Not(Contains(Key("Content-Encoding")))) << no;
  }
  for (const char* yes : {"gzip", "br, gzip;q=0.5", "*", "*;q=0, gzip"}) {
    EXPECT_EQ(unpacked(answered(yes, with_body(body)).body), body) << yes;
  }
}

TEST(Compression, CachesAreToldWhatTheAnswerDependsOn) {
  for (const char* accepted : {"gzip", "identity", ""}) {
    EXPECT_THAT(answered(accepted, with_body(words(5000))).headers,
                Contains(Pair("Vary", "Accept-Encoding")).Times(1))
        << accepted;
  }
  Response page = with_body(words(5000));
  page.set("Vary", "Accept-Encoding");
  EXPECT_THAT(answered("gzip", page).headers, Contains(Key("Vary")).Times(1));
}

TEST(Compression, WhatDoesNotGetSmallerIsLeftAsItIs) {
  const Response response = answered("gzip", with_body(noise(20'000)));
  EXPECT_EQ(response.body, noise(20'000));
  EXPECT_THAT(response.headers, Not(Contains(Key("Content-Encoding"))));
}

TEST(Compression, WhatIsEncodedAlreadyIsLeftAsItIs) {
  Response response = with_body(words(5000));
  response.set("Content-Encoding", "gzip");
  EXPECT_EQ(answered("gzip", response).body, words(5000));
  EXPECT_THAT(answered("gzip", response).headers, Contains(Key("Content-Encoding")).Times(1));
}

TEST(Compression, StreamsAreLeftAlone) {
  Response response;
  response.stream = std::make_shared<Channel>();
  response.stream->offer(words(5000));
  const Response after = answered("gzip", response);
  EXPECT_EQ(after.stream, response.stream);
  EXPECT_THAT(after.headers, IsEmpty());
}

TEST(Compression, TheRestOfTheAnswerStays) {
  Response response = with_body(words(5000));
  response.status = 422;
  response.set("ETag", "W/\"a\"");
  const Response after = answered("gzip", response);
  EXPECT_EQ(after.status, 422);
  EXPECT_EQ(after.headers.front(), std::pair(std::string("ETag"), std::string("W/\"a\"")));
}

TEST(Compression, TheSameBodyGivesTheSameBytesOnEveryThread) {
  const std::string expected = answered("gzip", with_body(words(50'000))).body;
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& one : found) {
    threads.emplace_back([&one] {
      for (int i = 0; i < 5; ++i) one = answered("gzip", with_body(words(50'000))).body;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : found) EXPECT_EQ(one, expected);
}

}  // namespace
}  // namespace varde::server
