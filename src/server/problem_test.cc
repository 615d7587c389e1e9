#include "server/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.h"

namespace varde::server {
namespace {

using testing::Contains;
using testing::Key;
using testing::Not;
using testing::Pair;

using Json = nlohmann::ordered_json;

Json body_of(const Response& response) { return Json::parse(response.body, nullptr, false); }

TEST(Problems, AreDocumentsThatSayWhatToDo) {
  const Response response = problem(404, "there is no ledger 'wars'");
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(response.stream, nullptr);
  EXPECT_THAT(response.headers, Contains(Pair("Content-Type", "application/problem+json")));
  EXPECT_THAT(response.headers, Contains(Pair("Cache-Control", "no-store")));
  EXPECT_EQ(response.body, R"({"type":"about:blank","title":"Not Found","status":404,)"
                           R"("detail":"there is no ledger 'wars'"})");
}

TEST(Problems, TheWordsOfAStatusAreItsOwn) {
  std::set<std::string> titles;
  for (const int status : {400, 401, 403, 404, 405, 413, 415, 422, 429, 431, 500, 503}) {
    EXPECT_TRUE(titles.insert(title_of(status)).second) << status;
    EXPECT_EQ(body_of(problem(status, "x"))["title"], title_of(status));
    EXPECT_EQ(body_of(problem(status, "x"))["status"], status);
  }
  EXPECT_STREQ(title_of(599), title_of(500)) << "what is not known is the server's fault";
}

TEST(Problems, AnyBytesMakeADocument) {
  for (const std::string& detail :
       {std::string("\"quoted\" \\ and\r\nbroken"), std::string("\xFF\xC3 no UTF-8 \xED\xA0\x80"),
        std::string("a\0b", 3), std::string("\x1b[31m"), std::string(1'000'000, 'x'),
        std::string()}) {
    const Response response = problem(400, detail);
    EXPECT_TRUE(is_valid_utf8(response.body));
    EXPECT_EQ(response.body.find_first_of(std::string("\0\r\n\x1b", 4)), std::string::npos);
    const Json body = body_of(response);
    ASSERT_TRUE(body.is_object());
    if (is_valid_utf8(detail)) {
      EXPECT_EQ(body["detail"], detail);
    }
  }
}

TEST(Problems, SayWhenToComeAgain) {
  EXPECT_THAT(problem(503, "busy").headers, Contains(Pair("Retry-After", "1")));
  EXPECT_THAT(problem(404, "none").headers, Not(Contains(Key("Retry-After"))));
}

TEST(Problems, SayHowToShowWhoAsks) {
  const Response response = unauthorised("a token is needed");
  EXPECT_EQ(response.status, 401);
  EXPECT_THAT(response.headers, Contains(Pair("WWW-Authenticate", "Bearer realm=\"varde\"")));
  EXPECT_EQ(body_of(response)["detail"], "a token is needed");
  EXPECT_THAT(problem(403, "no").headers, Not(Contains(Key("WWW-Authenticate"))));
}

}  // namespace
}  // namespace varde::server
