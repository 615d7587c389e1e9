#include "server/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"

namespace varde::server {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Target parsed(std::string_view target) {
  auto parsed = parse_target(target);
  EXPECT_TRUE(parsed.has_value()) << target;
  return parsed.value_or(Target{});
}

bool is_malformed(std::string_view target) { return !parse_target(target).has_value(); }

// Every byte that is not a letter or a digit as an escape.
std::string escaped(std::string_view text) {
  constexpr const char* kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) != 0) {
      out += c;
    } else {
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return out;
}

TEST(Targets, PathsAreCutAtSlashes) {
  EXPECT_EQ(parsed("/").path, "/");
  EXPECT_THAT(parsed("/").parts, ElementsAre(""));
  EXPECT_EQ(parsed("/api/v1/status").path, "/api/v1/status");
  EXPECT_THAT(parsed("/api/v1/status").parts, ElementsAre("api", "v1", "status"));
  EXPECT_THAT(parsed("/a/").parts, ElementsAre("a", ""));
  EXPECT_THAT(parsed("//a").parts, ElementsAre("", "a"));
  EXPECT_EQ(parsed("//a").path, "//a");
}

TEST(Targets, AnEscapedSlashIsPartOfAPart) {
  const Target target = parsed("/entries/3f9a%2Fv1/explanation");
  EXPECT_THAT(target.parts, ElementsAre("entries", "3f9a/v1", "explanation"));
  EXPECT_EQ(target.path, "/entries/3f9a/v1/explanation");
}

TEST(Targets, EscapesMayBeWrittenInEitherCase) {
  EXPECT_THAT(parsed("/t%c3%a5rn/T%C3%85RN").parts, ElementsAre("tårn", "TÅRN"));
  EXPECT_THAT(parsed("/%2525").parts, ElementsAre("%25")) << "decoded once";
}

TEST(Targets, BytesBeyondAsciiMayStandUnescaped) {
  EXPECT_THAT(parsed("/documents/tårn?q=ΑΒ").parts, ElementsAre("documents", "tårn"));
  EXPECT_THAT(parsed("/documents/tårn?q=ΑΒ").query, ElementsAre(Pair("q", "ΑΒ")));
}

TEST(Targets, DotsAreWordsLikeOthers) {
  EXPECT_THAT(parsed("/a/../%2e%2e/b").parts, ElementsAre("a", "..", "..", "b"));
}

TEST(Targets, ParametersKeepTheirOrderAndMayRepeat) {
  EXPECT_THAT(parsed("/x?b=2&a=1&b=3").query,
              ElementsAre(Pair("b", "2"), Pair("a", "1"), Pair("b", "3")));
}

TEST(Targets, ParametersMayLackAValueOrAName) {
  EXPECT_THAT(parsed("/x?a&b=&=c").query, ElementsAre(Pair("a", ""), Pair("b", ""), Pair("", "c")));
  EXPECT_THAT(parsed("/x?a=b=c").query, ElementsAre(Pair("a", "b=c")));
  EXPECT_THAT(parsed("/x?&&a=1&").query, ElementsAre(Pair("a", "1")));
  EXPECT_THAT(parsed("/x?").query, IsEmpty());
  EXPECT_THAT(parsed("/x").query, IsEmpty());
}

TEST(Targets, SignsOfAQueryCountWhereTheyAreNotEscaped) {
  EXPECT_THAT(parsed("/x?a%3Db%26c=d%3De%26f").query, ElementsAre(Pair("a=b&c", "d=e&f")));
  EXPECT_THAT(parsed("/x?a=b?c/d").query, ElementsAre(Pair("a", "b?c/d")));
  EXPECT_THAT(parsed("/x%3Fa=1").parts, ElementsAre("x?a=1"));
}

TEST(Targets, APlusIsASpaceInAQueryOnly) {
  EXPECT_THAT(parsed("/a+b?c+d=e+%2B").query, ElementsAre(Pair("c d", "e +")));
  EXPECT_THAT(parsed("/a+b").parts, ElementsAre("a+b"));
}

TEST(Targets, AFragmentIsNoPartOfIt) {
  EXPECT_EQ(parsed("/a#b").path, "/a");
  EXPECT_THAT(parsed("/a?b=1#c&d=2").query, ElementsAre(Pair("b", "1")));
  EXPECT_THAT(parsed("/a#b?c=1").query, IsEmpty());
  EXPECT_THAT(parsed("/a%23b").parts, ElementsAre("a#b"));
}

TEST(Targets, AbsoluteOnesNameTheirHost) {
  EXPECT_EQ(parsed("/a").host, "");
  EXPECT_EQ(parsed("http://localhost:8080/a/b?c=d").host, "localhost:8080");
  EXPECT_EQ(parsed("http://localhost:8080/a/b?c=d").path, "/a/b");
  EXPECT_THAT(parsed("HTTPS://[::1]/?c=d").query, ElementsAre(Pair("c", "d")));
  EXPECT_EQ(parsed("HTTPS://[::1]/?c=d").host, "[::1]");
  EXPECT_EQ(parsed("http://localhost").path, "/");
  EXPECT_EQ(parsed("http://localhost?a=b").path, "/");
  EXPECT_THAT(parsed("http://localhost?a=b").query, ElementsAre(Pair("a", "b")));
  EXPECT_EQ(parsed("/http://a/b").host, "");
}

TEST(Targets, AHostIsNothingElse) {
  EXPECT_TRUE(is_malformed("http://"));
  EXPECT_TRUE(is_malformed("http:///a"));
  EXPECT_TRUE(is_malformed("http://me:secret@localhost/a"));
  EXPECT_TRUE(is_malformed("http://local host/a"));
  EXPECT_TRUE(is_malformed("http://local\\host/a"));
  EXPECT_TRUE(is_malformed("http:/localhost/a"));
  EXPECT_TRUE(is_malformed("ftp://localhost/a"));
}

TEST(Targets, WhatIsNoPathIsRefused) {
  EXPECT_TRUE(is_malformed(""));
  EXPECT_TRUE(is_malformed("*"));
  EXPECT_TRUE(is_malformed("status"));
  EXPECT_TRUE(is_malformed("?q=1"));
  EXPECT_TRUE(is_malformed("#"));
  EXPECT_TRUE(is_malformed("localhost:8080"));
}

TEST(Targets, BrokenEscapesAreRefused) {
  for (const char* broken : {"%", "%4", "%4%", "%4g", "%g4", "%%41", "% 1", "%-1", "%+1", "a%"}) {
    for (const char* around : {"/", "/a/", "/x?", "/x?a=", "/x?a=1&b="}) {
      EXPECT_TRUE(is_malformed(std::string(around) + broken)) << around << broken;
    }
  }
  EXPECT_TRUE(is_malformed("/%4/1")) << "an escape does not reach beyond a slash";
  EXPECT_TRUE(is_malformed("/x?a%4=1"));
}

TEST(Targets, ANulIsRefusedHoweverItIsWritten) {
  EXPECT_TRUE(is_malformed("/a%00b"));
  EXPECT_TRUE(is_malformed("/a?b=%00"));
  EXPECT_TRUE(is_malformed("/a?%00=b"));
  EXPECT_TRUE(is_malformed(std::string_view("/a\0b", 4)));
  EXPECT_TRUE(is_malformed("/%C0%80")) << "overlong";
}

TEST(Targets, WhatIsNoUtf8IsRefused) {
  for (const char* wrong : {"%FF", "%80", "%C3", "%C3%28", "%C0%AF", "%E0%80%AF", "%ED%A0%80",
                            "%F4%90%80%80", "%F8%88%80%80%80", "\xC3", "\xFF"}) {
    for (const char* around : {"/", "/x?a=", "/x?"}) {
      EXPECT_TRUE(is_malformed(std::string(around) + wrong)) << around << escaped(wrong);
    }
  }
  EXPECT_TRUE(is_malformed("/%C3/%A5")) << "a letter does not reach beyond a slash";
  EXPECT_TRUE(is_malformed("/x?%C3=%A5"));
}

// Any words, in whatever script, come through when they are escaped.
TEST(Targets, AnyWordsRoundTrip) {
  std::mt19937 random(8);
  const auto word = [&] {
    std::string made;
    for (size_t length = random() % 6; length > 0; --length) {
      char32_t c = 1 + random() % 0x10FFFF;
      if (c >= 0xD800 && c < 0xE000) c = U'/';
      append_code_point(random() % 2 == 0 ? 1 + c % 0x7F : c, &made);
    }
    return made;
  };
  for (int run = 0; run < 500; ++run) {
    Target wanted;
    std::string target;
    for (size_t parts = 1 + random() % 4; parts > 0; --parts) {
      wanted.parts.push_back(word());
      wanted.path += "/" + wanted.parts.back();
      target += "/" + escaped(wanted.parts.back());
    }
    for (size_t pairs = random() % 4; pairs > 0; --pairs) {
      wanted.query.emplace_back(word(), word());
      target += wanted.query.size() == 1 ? "?" : "&";
      target += escaped(wanted.query.back().first) + "=" + escaped(wanted.query.back().second);
    }
    const Target found = parsed(target);
    ASSERT_EQ(found.path, wanted.path) << target;
    ASSERT_EQ(found.parts, wanted.parts) << target;
    ASSERT_EQ(found.query, wanted.query) << target;
  }
}

TEST(Targets, VeryLongOnesAreRead) {
  const std::string part(100'000, 'a');
  EXPECT_EQ(parsed("/" + part).parts.front().size(), part.size());
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "a&";
  EXPECT_EQ(parsed("/x?" + many).query.size(), 20'000U);
  EXPECT_EQ(parsed(std::string(20'000, '/')).parts.size(), 20'000U);
}

TEST(Requests, HeadersAreLookedUpByName) {
  Request request;
  request.headers = {{"accept", "text/html"}, {"x-empty", ""}};
  EXPECT_EQ(request.header("accept"), "text/html");
  EXPECT_EQ(request.header("x-empty"), "");
  EXPECT_EQ(request.header("host"), "");
  EXPECT_EQ(request.headers.size(), 2U) << "asking adds none";
}

TEST(Responses, HeadersKeepTheirOrderAndMayRepeat) {
  Response response;
  EXPECT_EQ(response.status, 200);
  response.set("Set-Cookie", "a=1");
  response.set("Allow", "GET");
  response.set("Set-Cookie", "b=2");
  EXPECT_THAT(response.headers, ElementsAre(Pair("Set-Cookie", "a=1"), Pair("Allow", "GET"),
                                            Pair("Set-Cookie", "b=2")));
}

bool takes_gzip(const std::string& accepted) {
  Request request;
  request.headers["accept-encoding"] = accepted;
  return accepts_gzip(request);
}

TEST(AcceptsGzip, WhereItIsNamed) {
  EXPECT_FALSE(accepts_gzip(Request()));
  EXPECT_FALSE(takes_gzip(""));
  EXPECT_TRUE(takes_gzip("gzip"));
  EXPECT_TRUE(takes_gzip("deflate, gzip, br"));
  EXPECT_TRUE(takes_gzip("br;q=1.0,gzip;q=0.8"));
  EXPECT_TRUE(takes_gzip(" , ,gzip"));
  EXPECT_TRUE(takes_gzip("br,\tgzip"));
  EXPECT_FALSE(takes_gzip("identity"));
  EXPECT_FALSE(takes_gzip("br, deflate"));
  EXPECT_FALSE(takes_gzip(", ,;;,=,"));
}

TEST(AcceptsGzip, NotWithAWeightOfNothing) {
  for (const char* none : {"gzip;q=0", "gzip; q=0", "gzip ;q=0.0", "gzip;q=0.000", "gzip;\tq=0",
                           "br, gzip;q=0", "gzip;q=0, identity"}) {
    EXPECT_FALSE(takes_gzip(none)) << none;
  }
  for (const char* some : {"gzip;q=1", "gzip;q=0.001", "gzip; q=0.5", "gzip;q=1.000"}) {
    EXPECT_TRUE(takes_gzip(some)) << some;
  }
}

TEST(AcceptsGzip, AStarStandsForWhatIsNotNamed) {
  EXPECT_TRUE(takes_gzip("*"));
  EXPECT_TRUE(takes_gzip("br, *;q=0.1"));
  EXPECT_FALSE(takes_gzip("*;q=0"));
  EXPECT_FALSE(takes_gzip("identity, *;q=0"));
  EXPECT_FALSE(takes_gzip("gzip;q=0, *"));
  EXPECT_FALSE(takes_gzip("*, gzip;q=0")) << "what is named goes before the star";
  EXPECT_TRUE(takes_gzip("*;q=0, gzip"));
  EXPECT_TRUE(takes_gzip("gzip, *;q=0"));
}

TEST(AcceptsGzip, NamesOfCodingsAreWholeAndKnowNoCase) {
  EXPECT_TRUE(takes_gzip("GZIP"));
  EXPECT_TRUE(takes_gzip("br, Gzip;Q=0.5"));
  EXPECT_FALSE(takes_gzip("gzip;Q=0"));
  EXPECT_FALSE(takes_gzip("gzip2"));
  EXPECT_FALSE(takes_gzip("gzipped, br"));
}

}  // namespace
}  // namespace varde::server
