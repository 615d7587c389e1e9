// Tokens by which people and programs are known to a server on this store. The store keeps their
// SHA-256 only; a token has 256 random bits, so that nothing slower is needed.
#ifndef VARDE_STORE_TOKENS_H_
#define VARDE_STORE_TOKENS_H_

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace varde::store {

// Each may do what those before it may.
enum class Role { kReader, kAnalyst, kAdmin };
std::string_view name_of(Role role);
std::optional<Role> role_named(std::string_view name);

struct TokenHolder {
  std::string name;
  Role role = Role::kReader;
  std::string made_at;  // ISO 8601, UTC
};

// Makes a token; what it returns is not kept anywhere. An error when the name has one.
Result<std::string> add_token(Store* store, const std::string& name, Role role);
// Whether there was one.
Result<bool> remove_token(Store* store, const std::string& name);
Result<std::vector<TokenHolder>> tokens(Store* store);
// Whose token it is.
Result<std::optional<TokenHolder>> token_holder(Store* store, const std::string& token);

}  // namespace varde::store

#endif  // VARDE_STORE_TOKENS_H_
