#include "store/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "intake/sha256.h"
#include "store/test_articles.h"

namespace varde::store {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string made(Store* store, const std::string& name, Role role = Role::kReader) {
  auto token = add_token(store, name, role);
  EXPECT_TRUE(token.has_value()) << token.error().message;
  return token.value_or("");
}

std::string holder_name(Store* store, const std::string& token) {
  const auto holder = token_holder(store, token);
  EXPECT_TRUE(holder.has_value()) << holder.error().message;
  return holder && *holder ? (*holder)->name : "nobody";
}

TEST(Roles, HaveNamesAndAnOrder) {
  for (const Role role : {Role::kReader, Role::kAnalyst, Role::kAdmin}) {
    EXPECT_EQ(role_named(name_of(role)), role);
  }
  EXPECT_EQ(name_of(Role::kAnalyst), "analyst");
  for (const char* wrong : {"", "Admin", "admin ", "root", "readeranalyst"}) {
    EXPECT_EQ(role_named(wrong), std::nullopt) << wrong;
  }
  EXPECT_LT(Role::kReader, Role::kAnalyst);
  EXPECT_LT(Role::kAnalyst, Role::kAdmin);
}

TEST(Tokens, TellTheirHolders) {
  const auto store = new_test_store();
  const std::string kari = made(store.get(), "Kari", Role::kAnalyst);
  const std::string ola = made(store.get(), "Ola", Role::kAdmin);
  const auto holder = token_holder(store.get(), kari);
  ASSERT_TRUE(holder && *holder);
  EXPECT_EQ((*holder)->name, "Kari");
  EXPECT_EQ((*holder)->role, Role::kAnalyst);
  EXPECT_EQ((*holder)->made_at.size(), std::string("2021-05-01T12:00:00Z").size());
  EXPECT_EQ(holder_name(store.get(), ola), "Ola");
}

TEST(Tokens, NothingElseIsOne) {
  const auto store = new_test_store();
  const std::string token = made(store.get(), "Kari");
  for (const std::string& wrong :
       {std::string(), std::string("varde_"), token + " ", token.substr(0, token.size() - 1),
        token.substr(6), sha256_hex(token), std::string("Kari"), std::string("%"),
        std::string("' OR 1=1 --"), token + std::string("\0", 1), std::string("\xFF")}) {
    EXPECT_EQ(holder_name(store.get(), wrong), "nobody") << wrong;
  }
}

TEST(Tokens, AreLongAndNeverTheSame) {
  const auto store = new_test_store();
  std::set<std::string> seen;
  for (int i = 0; i < 50; ++i) {
    const std::string token = made(store.get(), std::to_string(i));
    EXPECT_TRUE(seen.insert(token).second);
    EXPECT_TRUE(token.starts_with("varde_"));
    EXPECT_EQ(token.size(), 6 + 256 / 4U);
    EXPECT_EQ(token.find_first_not_of("0123456789abcdef", 6), std::string::npos);
  }
}

TEST(Tokens, AreKeptAsHashesOnly) {
  const auto store = new_test_store();
  const std::string token = made(store.get(), "Kari");
  const auto rows = store->database().all("SELECT name, hash, role, made_at FROM token");
  ASSERT_TRUE(rows.has_value());
  ASSERT_EQ(rows->size(), 1U);
  for (size_t column = 0; column < 4; ++column) {
    EXPECT_EQ(rows->front().text(column).find(token.substr(6, 12)), std::string::npos);
  }
  EXPECT_EQ(rows->front().text(1), sha256_hex(token));
}

TEST(Tokens, ANameHasOne) {
  const auto store = new_test_store();
  const std::string first = made(store.get(), "Kari", Role::kReader);
  const auto second = add_token(store.get(), "Kari", Role::kAdmin);
  ASSERT_FALSE(second.has_value());
  EXPECT_THAT(second.error().message, HasSubstr("Kari has a token"));
  EXPECT_EQ((*token_holder(store.get(), first))->role, Role::kReader) << "the first stays";
  EXPECT_EQ(tokens(store.get())->size(), 1U);
}

TEST(Tokens, AreTakenAwayAndMadeAnew) {
  const auto store = new_test_store();
  const std::string kari = made(store.get(), "Kari");
  const std::string ola = made(store.get(), "Ola");
  EXPECT_EQ(remove_token(store.get(), "Kari"), true);
  EXPECT_EQ(holder_name(store.get(), kari), "nobody");
  EXPECT_EQ(holder_name(store.get(), ola), "Ola");
  EXPECT_EQ(remove_token(store.get(), "Kari"), false);
  EXPECT_EQ(remove_token(store.get(), ""), false);
  EXPECT_EQ(remove_token(store.get(), "%"), false);
  const std::string again = made(store.get(), "Kari");
  EXPECT_NE(again, kari);
  EXPECT_EQ(holder_name(store.get(), again), "Kari");
  EXPECT_EQ(holder_name(store.get(), kari), "nobody");
}

TEST(Tokens, AreListedByName) {
  const auto store = new_test_store();
  EXPECT_THAT(*tokens(store.get()), IsEmpty());
  for (const char* name : {"b", "a", "Å", "c", "B"}) made(store.get(), name, Role::kAnalyst);
  const auto list = tokens(store.get());
  ASSERT_TRUE(list.has_value());
  std::vector<std::string> names;
  for (const TokenHolder& holder : *list) {
    names.push_back(holder.name);
    EXPECT_EQ(holder.role, Role::kAnalyst);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"B", "a", "b", "c", "Å"}));
}

TEST(Tokens, NamesAreTakenAsTheyStand) {
  const auto store = new_test_store();
  for (const char* name : {"O'Hara", "\"Kari\"", "a; DROP TABLE token", "$1", "Ærlend Ø"}) {
    EXPECT_EQ(holder_name(store.get(), made(store.get(), name)), name);
  }
  EXPECT_EQ(tokens(store.get())->size(), 5U);
  EXPECT_EQ(remove_token(store.get(), "O'Hara"), true);
}

// A role that this program does not know gives no right that it could.
TEST(Tokens, AnUnknownRoleIsTheLeast) {
  const auto store = new_test_store();
  const std::string token = made(store.get(), "Kari", Role::kAdmin);
  ASSERT_TRUE(store->database().run("UPDATE token SET role='emperor'", {}));
  EXPECT_EQ((*token_holder(store.get(), token))->role, Role::kReader);
}

TEST(Tokens, AreOfOneStore) {
  const auto store = new_test_store("a.db");
  const auto other = new_test_store("b.db");
  const std::string token = made(store.get(), "Kari");
  EXPECT_EQ(holder_name(other.get(), token), "nobody");
}

TEST(Tokens, AStoreThatCannotBeAskedIsAnError) {
  const auto store = new_test_store();
  const std::string token = made(store.get(), "Kari");
  ASSERT_TRUE(store->database().run_script("DROP TABLE token"));
  EXPECT_FALSE(token_holder(store.get(), token));
  EXPECT_FALSE(tokens(store.get()));
  EXPECT_FALSE(add_token(store.get(), "Ola", Role::kReader));
  EXPECT_FALSE(remove_token(store.get(), "Kari"));
}

}  // namespace
}  // namespace varde::store
