// varde token: who may use a server that others can reach.

#include <iostream>

#include "base/utf8.h"
#include "cli/store_options.h"
#include "store/tokens.h"

namespace varde::cli {
namespace {

struct Settings {
  std::string db;
  std::string name;
  std::string role = "reader";
  std::string format;
};

int add(const Settings& settings) {
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto token =
      store::add_token(store->get(), settings.name, *store::role_named(settings.role));
  if (!token) return failed(token.error().message);
  std::cout << *token << std::endl;
  std::cerr << "varde: this is shown once; the store keeps a fingerprint only\n";
  return kSuccess;
}

int remove(const Settings& settings) {
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto removed = store::remove_token(store->get(), settings.name);
  if (!removed) return failed(removed.error().message);
  return *removed ? kSuccess : failed(settings.name + " has no token");
}

int list(const Settings& settings) {
  const auto store = open_store(settings.db, false);
  if (!store) return usage_error(store.error().message);
  const auto holders = store::tokens(store->get());
  if (!holders) return failed(holders.error().message);
  for (const store::TokenHolder& one : *holders) {
    if (as_table(settings.format)) {
      std::cout << printable(one.name) << "  " << name_of(one.role) << "  " << one.made_at << "\n";
    } else {
      print_line({{"name", one.name}, {"role", name_of(one.role)}, {"at", one.made_at}});
    }
  }
  return std::cout.flush() ? kSuccess : failed("the output cannot be written");
}

}  // namespace

void add_token_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("token", "Say who may use a server that others can reach");
  auto settings = std::make_shared<Settings>();
  command->require_subcommand(1);
  const auto action = [&](const char* name, const char* what, int (*work)(const Settings&)) {
    CLI::App* sub = command->add_subcommand(name, what);
    add_db_option(*sub, &settings->db);
    sub->callback([settings, exit_code, work] { *exit_code = work(*settings); });
    return sub;
  };
  CLI::App* adding = action("add", "Make a token and show it, once", add);
  adding->add_option("NAME", settings->name, "Whose; corrections go by this name")
      ->required()
      ->option_text(" ");
  adding->add_option("--role", settings->role, "reader, analyst or admin (default: reader)")
      ->option_text("ROLE")
      ->check(CLI::IsMember({"reader", "analyst", "admin"}));
  action("remove", "Take a token away", remove)
      ->add_option("NAME", settings->name, "Whose")
      ->required()
      ->option_text(" ");
  add_format_option(*action("list", "Show who has one", list), &settings->format);
  command->footer(R"(
A reader reads and has texts coded, an analyst also stores articles and corrects records; an
admin may do everything. Give the token to its owner by a way that others cannot read.

Example:
  varde token add Kari --role analyst --db news.db)");
}

}  // namespace varde::cli
