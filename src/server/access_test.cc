// Who may ask for what. Rates are tested with a bucket that takes years to fill, or no time at all,
// so that the clock does not matter.
#include "server/access.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <vector>

#include "store/test_articles.h"

namespace varde::server {
namespace {

using store::Role;
using testing::HasSubstr;
using testing::Not;

using Headers = std::map<std::string, std::string>;

Request asked(const std::string& method, Headers headers, bool secure = false) {
  Request request;
  request.method = method;
  request.path = "/api/v1/status";
  request.headers = std::move(headers);
  request.client = "192.0.2.1";
  request.secure = secure;
  return request;
}

std::string header_of(const Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

// -- where a request may come from ----------------------------------------------------------------

class Origins : public testing::Test {
 protected:
  // 0 where it may come; else the status that refuses it.
  int on_loopback(const Request& request) const { return status(local_, request); }
  int elsewhere(const Request& request) const { return status(remote_, request); }

 private:
  static int status(const Access& access, const Request& request) {
    const auto refused = access.refuse_origin(request);
    if (!refused) return 0;
    EXPECT_EQ(header_of(*refused, "Content-Type"), "application/problem+json");
    return refused->status;
  }

  Access local_{AccessSettings{}};
  Access remote_{AccessSettings{true, 0, 0}};
};

TEST_F(Origins, OnThisMachineTheHostIsANameOfIt) {
  for (const char* host :
       {"localhost", "localhost:8080", "LocalHost:8080", "127.0.0.1", "127.0.0.1:8080", "127.8.9.1",
        "[::1]", "[::1]:8080", "varde.localhost", "varde.localhost:8080"}) {
    EXPECT_EQ(on_loopback(asked("GET", {{"host", host}})), 0) << host;
    EXPECT_EQ(on_loopback(asked("POST", {{"host", host}})), 0) << host;
  }
}

TEST_F(Origins, AForeignNameIsRefusedEvenForReading) {
  for (const char* host : {"",
                           "example.org",
                           "example.org:8080",
                           "localhost.example.org",
                           "notlocalhost",
                           "127.0.0.1.example.org",
                           "192.168.1.7",
                           "192.168.1.7:8080",
                           "0.0.0.0",
                           "[::]",
                           "[2001:db8::1]:8080",
                           "[::ffff:192.0.2.1]",
                           ":8080",
                           "localhost@example.org",
                           "example.org@localhost",
                           "example.org#localhost",
                           "example.org\tlocalhost",
                           "0x7f.0.0.1",
                           "2130706433",
                           "127.1",
                           "127.0.0.256",
                           "[",
                           "]",
                           "[]",
                           "[]:8080",
                           "::",
                           "\xFF"}) {
    for (const char* method : {"GET", "HEAD", "OPTIONS", "POST", "DELETE"}) {
      EXPECT_EQ(on_loopback(asked(method, {{"host", host}})), 403) << method << " " << host;
    }
  }
  EXPECT_EQ(on_loopback(asked("GET", {})), 403) << "no host at all";
}

TEST_F(Origins, WhatOnlyBeginsLikeANameOfThisMachineIsForeign) {
  for (const char* host :
       {"[::1]example.org", "[::1].example.org:8080", "[::1]:example.org", "localhost:example.org",
        "127.0.0.1:80.example.org", "localhost:80@example.org", "[::1", "[::1:8080"}) {
    EXPECT_EQ(on_loopback(asked("GET", {{"host", host}})), 403) << host;
  }
}

TEST_F(Origins, ElsewhereTheHostMayBeAny) {
  for (const char* host : {"varde.example.org", "192.0.2.7:8443", "localhost", ""}) {
    EXPECT_EQ(elsewhere(asked("GET", {{"host", host}})), 0) << host;
  }
}

TEST_F(Origins, ProgramsSendNoOriginAndMayChangeThings) {
  EXPECT_EQ(on_loopback(asked("POST", {{"host", "localhost"}})), 0);
  EXPECT_EQ(elsewhere(asked("POST", {{"host", "varde.example.org"}})), 0);
}

TEST_F(Origins, OwnPagesMayChangeThings) {
  EXPECT_EQ(on_loopback(asked("POST", {{"host", "localhost:8080"},
                                       {"origin", "http://localhost:8080"},
                                       {"sec-fetch-site", "same-origin"}})),
            0);
  EXPECT_EQ(elsewhere(asked("DELETE",
                            {{"host", "varde.example.org"},
                             {"origin", "https://varde.example.org"},
                             {"sec-fetch-site", "same-origin"}},
                            true)),
            0);
  EXPECT_EQ(elsewhere(asked("POST", {{"host", "a"}, {"sec-fetch-site", "none"}})), 0)
      << "typed in by a person";
}

TEST_F(Origins, OtherSitesPagesMayNot) {
  for (const char* method : {"POST", "DELETE", "PUT", "PATCH", "get", "BREW", ""}) {
    for (const char* site : {"cross-site", "same-site", "Same-Origin", "invented"}) {
      EXPECT_EQ(elsewhere(asked(method, {{"host", "a"}, {"sec-fetch-site", site}})), 403)
          << method << " " << site;
    }
    for (const char* origin :
         {"http://b", "https://a", "http://a:80", "http://a.b", "http://b.a", "http://a/", "a",
          "null", "http://", "http://a http://b", "http://a@b"}) {
      EXPECT_EQ(elsewhere(asked(method, {{"host", "a"}, {"origin", origin}})), 403)
          << method << " " << origin;
    }
  }
}

TEST_F(Origins, OneRightSignDoesNotOutweighAWrongOne) {
  EXPECT_EQ(
      elsewhere(asked("POST",
                      {{"host", "a"}, {"origin", "http://b"}, {"sec-fetch-site", "same-origin"}})),
      403);
  EXPECT_EQ(elsewhere(asked(
                "POST", {{"host", "a"}, {"origin", "http://a"}, {"sec-fetch-site", "cross-site"}})),
            403);
}

TEST_F(Origins, APageWithoutTlsIsAnotherThanTheSameWithIt) {
  EXPECT_EQ(elsewhere(asked("POST", {{"host", "a"}, {"origin", "http://a"}}, true)), 403);
  EXPECT_EQ(elsewhere(asked("POST", {{"host", "a"}, {"origin", "https://a"}}, true)), 0);
}

TEST_F(Origins, ReadingMayComeFromAnywhere) {
  for (const char* method : {"GET", "HEAD", "OPTIONS"}) {
    EXPECT_EQ(
        elsewhere(asked(method,
                        {{"host", "a"}, {"origin", "http://b"}, {"sec-fetch-site", "cross-site"}})),
        0)
        << method;
  }
}

// -- how often ------------------------------------------------------------------------------------

class Rates : public testing::Test {
 protected:
  static constexpr double kNever = 1e-6;  // one in twelve days

  static int refusals(Access* access, const std::string& client, int requests) {
    int refused = 0;
    for (int i = 0; i < requests; ++i) {
      Request request = asked("GET", {{"host", "localhost"}});
      request.client = client;
      const auto response = access->refuse_rate(request);
      if (!response) continue;
      EXPECT_EQ(response->status, 429);
      EXPECT_GE(std::stoll(header_of(*response, "Retry-After")), 1);
      ++refused;
    }
    return refused;
  }
};

TEST_F(Rates, WithoutABoundAnyNumberIsAnswered) {
  Access access({false, 0, 0});
  EXPECT_EQ(refusals(&access, "a", 10'000), 0);
}

TEST_F(Rates, AsManyAtOnceAsIsSaid) {
  Access access({false, kNever, 5});
  EXPECT_EQ(refusals(&access, "a", 5), 0);
  EXPECT_EQ(refusals(&access, "a", 7), 7);
}

TEST_F(Rates, EachClientIsCountedByItself) {
  Access access({false, kNever, 2});
  EXPECT_EQ(refusals(&access, "a", 10), 8);
  EXPECT_EQ(refusals(&access, "b", 2), 0);
  EXPECT_EQ(refusals(&access, "b", 1), 1);
  EXPECT_EQ(refusals(&access, "", 3), 1);
}

TEST_F(Rates, WhoWaitsIsAnsweredAgain) {
  Access access({false, 1e9, 1});
  const Request request = asked("GET", {});
  for (int again = 0; again < 5; ++again) {
    while (access.refuse_rate(request)) {
    }
  }
}

TEST_F(Rates, TheAnswerSaysWhenToComeAgain) {
  Access access({false, kNever, 1});
  const Request request = asked("GET", {});
  EXPECT_FALSE(access.refuse_rate(request));
  const auto refused = access.refuse_rate(request);
  ASSERT_TRUE(refused);
  const auto seconds = std::stoll(header_of(*refused, "Retry-After"));
  EXPECT_LE(seconds, 1'000'000);
  EXPECT_GE(seconds, 999'000);
}

TEST_F(Rates, HoldWhenThreadsAskAtOnce) {
  Access access({false, kNever, 100});
  std::vector<int> refused(4);
  std::vector<std::thread> threads;
  for (int& one : refused) {
    threads.emplace_back([&] { one = refusals(&access, "a", 50); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(refused[0] + refused[1] + refused[2] + refused[3], 100);
}

TEST_F(Rates, ManyClientsDoNotShutOutNewOnes) {
  Access access({false, kNever, 1});
  for (int client = 0; client < 25'000; ++client) {
    EXPECT_EQ(refusals(&access, std::to_string(client), 1), 0) << client;
  }
}

// -- tokens ---------------------------------------------------------------------------------------

std::string token_in(Headers headers) { return token_of(asked("GET", std::move(headers))); }

TEST(TokenOf, StandsInTheHeader) {
  EXPECT_EQ(token_in({}), "");
  EXPECT_EQ(token_in({{"authorization", "Bearer varde_1"}}), "varde_1");
  EXPECT_EQ(token_in({{"authorization", "Bearer "}}), "");
  EXPECT_EQ(token_in({{"authorization", "Bearer"}}), "");
  EXPECT_EQ(token_in({{"authorization", "Basic dmFyZGU6dmFyZGU="}}), "");
  EXPECT_EQ(token_in({{"authorization", "varde_1"}}), "");
  EXPECT_EQ(token_in({{"authorization", "Bearervarde_1"}}), "");
}

TEST(TokenOf, TheSchemeKnowsNoCase) {
  EXPECT_EQ(token_in({{"authorization", "bearer varde_1"}}), "varde_1");
  EXPECT_EQ(token_in({{"authorization", "BEARER varde_1"}}), "varde_1");
}

TEST(TokenOf, StandsInTheCookie) {
  EXPECT_EQ(token_in({{"cookie", "varde_session=varde_1"}}), "varde_1");
  EXPECT_EQ(token_in({{"cookie", "a=1; varde_session=varde_1; b=2"}}), "varde_1");
  EXPECT_EQ(token_in({{"cookie", "varde_session="}}), "");
  EXPECT_EQ(token_in({{"cookie", "a=varde_session=varde_1"}}), "");
  EXPECT_EQ(token_in({{"cookie", "xvarde_session=varde_1"}}), "");
  EXPECT_EQ(token_in({{"cookie", "varde_sessions=varde_1"}}), "");
  EXPECT_EQ(token_in({{"cookie", "; ; ;; varde_session"}}), "");
}

TEST(TokenOf, TheHeaderGoesBeforeTheCookie) {
  EXPECT_EQ(token_in({{"authorization", "Bearer a"}, {"cookie", "varde_session=b"}}), "a");
  EXPECT_EQ(token_in({{"authorization", "Basic a"}, {"cookie", "varde_session=b"}}), "b");
}

TEST(TokenOf, WhatIsTooLongForATokenIsNone) {
  EXPECT_EQ(token_in({{"authorization", "Bearer " + std::string(1'000'000, 'a')}}), "");
  EXPECT_EQ(token_in({{"cookie", "varde_session=" + std::string(1'000'000, 'a')}}), "");
}

class AccessByToken : public testing::Test {
 protected:
  void SetUp() override {
    store_ = store::new_test_store();
    for (const Role role : {Role::kReader, Role::kAnalyst, Role::kAdmin}) {
      auto token = store::add_token(store_.get(), std::string(name_of(role)), role);
      ASSERT_TRUE(token.has_value()) << token.error().message;
      tokens_.push_back(*std::move(token));
    }
  }

  std::optional<Identity> who(Headers headers) {
    const auto found = access_.identify(asked("GET", std::move(headers)), store_.get());
    EXPECT_TRUE(found.has_value()) << found.error().message;
    return found ? *found : std::nullopt;
  }

  std::unique_ptr<store::Store> store_;
  std::vector<std::string> tokens_;  // of each role
  Access access_{AccessSettings{true, 0, 0}};
};

TEST_F(AccessByToken, TellWhoAsksAndAsWhat) {
  EXPECT_TRUE(access_.needs_token());
  for (const Role role : {Role::kReader, Role::kAnalyst, Role::kAdmin}) {
    const std::string& token = tokens_[static_cast<size_t>(role)];
    for (const auto& found : {who({{"authorization", "Bearer " + token}}),
                              who({{"cookie", "varde_session=" + token}})}) {
      ASSERT_TRUE(found.has_value());
      EXPECT_EQ(found->name, name_of(role));
      EXPECT_EQ(found->role, role);
    }
  }
}

TEST_F(AccessByToken, WithoutAKnownOneNobodyIsKnown) {
  EXPECT_FALSE(who({}));
  for (const std::string& wrong :
       {std::string("varde_"), std::string("x"), tokens_[2] + "0", tokens_[2].substr(1),
        " " + tokens_[2] + " ", std::string("' OR '1'='1"), std::string("admin"),
        std::string("\0", 1), std::string("\xFF\xFF")}) {
    EXPECT_FALSE(who({{"authorization", "Bearer " + wrong}})) << wrong;
    EXPECT_FALSE(who({{"cookie", "varde_session=" + wrong}})) << wrong;
  }
  std::string upper = tokens_[2];
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_FALSE(who({{"authorization", "Bearer " + upper}}));
}

TEST_F(AccessByToken, WhatTheStoreKeepsIsNoToken) {
  const auto rows = store_->database().all("SELECT hash FROM token");
  ASSERT_TRUE(rows.has_value());
  ASSERT_EQ(rows->size(), 3U);
  for (const store::Row& row : *rows) {
    EXPECT_FALSE(who({{"authorization", "Bearer " + row.text(0)}}));
    EXPECT_FALSE(who({{"authorization", "Bearer varde_" + row.text(0)}}));
  }
}

TEST_F(AccessByToken, AWrongOneInTheHeaderIsNotMadeUpForByTheCookie) {
  EXPECT_FALSE(who({{"authorization", "Bearer wrong"}, {"cookie", "varde_session=" + tokens_[2]}}));
}

TEST_F(AccessByToken, OneThatWasTakenAwayIsWorthNothingAtOnce) {
  EXPECT_TRUE(who({{"authorization", "Bearer " + tokens_[1]}}));
  ASSERT_TRUE(*store::remove_token(store_.get(), "analyst"));
  EXPECT_FALSE(who({{"authorization", "Bearer " + tokens_[1]}}));
  EXPECT_TRUE(who({{"authorization", "Bearer " + tokens_[0]}}));
}

TEST_F(AccessByToken, WhereNoneIsNeededEverybodyMayDoEverything) {
  const Access access(AccessSettings{});
  EXPECT_FALSE(access.needs_token());
  for (const Headers& headers : {Headers{}, Headers{{"authorization", "Bearer wrong"}}}) {
    const auto found = access.identify(asked("POST", headers), store_.get());
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->name, "");
    EXPECT_EQ((*found)->role, Role::kAdmin);
  }
}

TEST_F(AccessByToken, AStoreThatCannotBeAskedIsAnErrorAndNoAdmission) {
  const Request request = asked("GET", {{"authorization", "Bearer " + tokens_[2]}});
  ASSERT_TRUE(store_->database().run_script("DROP TABLE token"));
  EXPECT_FALSE(access_.identify(request, store_.get()));
  const auto nobody = access_.identify(asked("GET", {}), store_.get());
  ASSERT_TRUE(nobody.has_value()) << "for this the store is not needed";
  EXPECT_FALSE(*nobody);
}

TEST_F(AccessByToken, TheCookieIsOutOfReachOfScriptsAndOtherSites) {
  const std::string cookie = access_.session_cookie(tokens_[0], true);
  EXPECT_TRUE(cookie.starts_with("varde_session=" + tokens_[0] + "; "));
  for (const char* attribute : {"; HttpOnly", "; SameSite=Strict", "; Path=/", "; Secure"}) {
    EXPECT_THAT(cookie, HasSubstr(attribute));
  }
  EXPECT_THAT(cookie, Not(HasSubstr("Max-Age=0")));
  EXPECT_THAT(cookie, Not(HasSubstr("Domain")));
  EXPECT_THAT(access_.session_cookie(tokens_[0], false), Not(HasSubstr("Secure")))
      << "a browser would not send it back";
}

TEST_F(AccessByToken, AnEmptyOneMakesTheBrowserForget) {
  for (const bool secure : {false, true}) {
    const std::string cookie = access_.session_cookie("", secure);
    EXPECT_TRUE(cookie.starts_with("varde_session=; "));
    EXPECT_TRUE((cookie + ";").find("Max-Age=0;") != std::string::npos) << cookie;
    EXPECT_THAT(cookie, HasSubstr("Path=/"));
  }
}

TEST_F(AccessByToken, TheCookieThatIsSentBackIsRead) {
  const std::string cookie = access_.session_cookie(tokens_[1], true);
  const auto found = who({{"cookie", "a=b; " + cookie.substr(0, cookie.find(';'))}});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->name, "analyst");
}

}  // namespace
}  // namespace varde::server
