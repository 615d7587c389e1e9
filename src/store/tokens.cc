#include "store/tokens.h"

#include <openssl/rand.h>

#include <array>

#include "intake/sha256.h"
#include "store/answers.h"

namespace varde::store {
namespace {

constexpr std::array<std::string_view, 3> kRoles{"reader", "analyst", "admin"};
constexpr const char* kPrefix = "varde_";  // by which a leaked one is recognised

TokenHolder holder_of(const Row& row) {
  return {row.text(0), role_named(row.text(1)).value_or(Role::kReader), row.text(2)};
}

Result<std::string> random_token() {
  std::array<unsigned char, 32> bytes;
  if (RAND_bytes(bytes.data(), bytes.size()) != 1) return failure("no random numbers to be had");
  constexpr const char* kDigits = "0123456789abcdef";
  std::string token = kPrefix;
  for (const unsigned char byte : bytes) {
    token += kDigits[byte >> 4];
    token += kDigits[byte & 15];
  }
  return token;
}

}  // namespace

std::string_view name_of(Role role) { return kRoles[static_cast<size_t>(role)]; }

std::optional<Role> role_named(std::string_view name) {
  for (size_t i = 0; i < kRoles.size(); ++i) {
    if (kRoles[i] == name) return static_cast<Role>(i);
  }
  return std::nullopt;
}

Result<std::string> add_token(Store* store, const std::string& name, Role role) {
  auto token = random_token();
  if (!token) return token;
  const auto there = store->database().all("SELECT 1 FROM token WHERE name=$1", {name});
  if (!there) return tl::unexpected(there.error());
  if (!there->empty()) {
    return failure(name + " has a token; varde token remove takes it away first");
  }
  const auto added =
      store->database().run("INSERT INTO token(name,hash,role,made_at) VALUES($1,$2,$3,$4)",
                            {name, sha256_hex(*token), std::string(name_of(role)), now_utc()});
  if (!added) return tl::unexpected(added.error());
  return token;
}

Result<bool> remove_token(Store* store, const std::string& name) {
  const auto removed = store->database().run("DELETE FROM token WHERE name=$1", {name});
  if (!removed) return tl::unexpected(removed.error());
  return *removed > 0;
}

Result<std::vector<TokenHolder>> tokens(Store* store) {
  const auto rows = store->database().all("SELECT name, role, made_at FROM token ORDER BY name");
  if (!rows) return tl::unexpected(rows.error());
  std::vector<TokenHolder> list;
  for (const Row& row : *rows) list.push_back(holder_of(row));
  return list;
}

Result<std::optional<TokenHolder>> token_holder(Store* store, const std::string& token) {
  // Found by its hash, whose comparison tells nothing of the token.
  const auto rows = store->database().all("SELECT name, role, made_at FROM token WHERE hash=$1",
                                          {sha256_hex(token)});
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  return holder_of(rows->front());
}

}  // namespace varde::store
