// varde serve: the workbench and the HTTP API on a store.

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <thread>

#include "base/utf8.h"
#include "cli/store_options.h"
#include "cli/terminal.h"
#include "intake/document_reader.h"
#include "intake/input_list.h"
#include "server/service.h"
#include "store/versions.h"

namespace varde::cli {
namespace {

constexpr const char* kFooter = R"(
Open the address that it prints in a browser. On a loopback address (the default) everybody
on this machine may read and correct. On any other, requests need a token (varde token add),
and --certificate with --key should keep them from being read on the way.

The API is described in docs/api.md and, for programs, at /api/v1/openapi.json. /healthz and
/metrics are for those who watch over it. One line of JSON for each request goes to standard
error, unless that is a terminal; --log says otherwise. SIGINT and SIGTERM end it when what
is being answered is done.

Examples:
  varde serve --demo
  varde serve --db news.db --port 9000
  varde serve --db postgresql://localhost/news --address 0.0.0.0 \
      --certificate chain.pem --key key.pem)";

struct Settings {
  std::string db;
  std::string data;
  std::string log;
  bool demo = false;
  server::HttpSettings http;
  double rate = -1;
  size_t cache = server::ServiceSettings().kept_answers;
};

// The store of a demonstration: the examples, in a folder that is removed when it is over.
class Demonstration {
 public:
  ~Demonstration() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }
  Result<std::string> make(const std::filesystem::path& data, const Coder& coder,
                           const std::string& versions);

 private:
  std::filesystem::path folder_;
};

Result<std::string> Demonstration::make(const std::filesystem::path& data, const Coder& coder,
                                        const std::string& versions) {
  const std::filesystem::path examples = data / "examples";
  if (!std::filesystem::is_directory(examples)) {
    return failure(examples.string() + ": the examples are not there; name a store with --db");
  }
  std::string name = (std::filesystem::temp_directory_path() / "varde-demo-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) return failure(name + ": cannot be made");
  folder_ = name;
  const std::string db = (folder_ / "demo.db").string();
  const auto store = store::Store::open(db, true);
  if (!store) return tl::unexpected(store.error());
  DocumentReader reader(list_inputs({examples.string()}), ReaderOptions{});
  std::vector<store::CodedArticle> articles;
  while (auto document = reader.next()) {
    if (!*document) return failure((*document).error().message);
    if (auto fits = store::make_storable(&**document); !fits) return tl::unexpected(fits.error());
    CodedDocument coded = coder.code(**document);
    articles.push_back({*std::move(*document), std::move(coded)});
  }
  const auto added = (*store)->add(articles, versions);
  if (!added) return tl::unexpected(added.error());
  return db;
}

// One line for each request: JSON, or on a terminal text for people.
std::shared_ptr<spdlog::logger> logger_of(const std::string& format, bool* json) {
  *json = format == "json" || (format.empty() && !is_terminal(Stream::kError));
  auto logger = spdlog::stderr_color_mt("varde");
  logger->set_pattern(*json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ",%v})" : "%H:%M:%S %v",
                      *json ? spdlog::pattern_time_type::utc : spdlog::pattern_time_type::local);
  logger->set_level(format == "none" ? spdlog::level::off : spdlog::level::info);
  return logger;
}

std::string json_fields(const server::Answered& one) {
  const nlohmann::ordered_json fields{{"client", one.client},   {"method", one.method},
                                      {"path", one.path},       {"status", one.status},
                                      {"seconds", one.seconds}, {"bytes", one.bytes}};
  const std::string object =
      fields.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return object.substr(1, object.size() - 2);
}

std::string text_fields(const server::Answered& one) {
  return fmt::format("{} {} {} {:.1f} ms", one.status, one.method, printable(one.path),
                     1000 * one.seconds);
}

std::string address_of(const server::HttpSettings& http, uint16_t port) {
  const std::string scheme = http.certificate.empty() ? "http://" : "https://";
  const bool six = http.address.find(':') != std::string::npos;
  const std::string host = http.address == "127.0.0.1" ? "localhost"
                           : six                       ? "[" + http.address + "]"
                                                       : http.address;
  return scheme + host + ":" + std::to_string(port) + "/";
}

// What is wrong with the settings, if anything is.
std::string fault_of(const Settings& settings) {
  if (!server::is_address(settings.http.address)) {
    return "--address " + settings.http.address + ": is no address; write one such as 127.0.0.1";
  }
  if (settings.http.certificate.empty() != settings.http.key.empty()) {
    return "--certificate and --key go together";
  }
  if (settings.demo && !settings.db.empty()) return "--demo has a store of its own; leave out --db";
  if (settings.demo && !server::is_loopback(settings.http.address)) {
    return "--demo is for this machine only; leave out --address";
  }
  return "";
}

int serve(Settings settings) {
  if (settings.http.address == "localhost") settings.http.address = "127.0.0.1";
  if (const std::string fault = fault_of(settings); !fault.empty()) return usage_error(fault);
  const auto folder = data_folder(settings.data);
  if (!folder) return usage_error(folder.error().message);
  const auto coder = open_coder(settings.data);
  if (!coder) return usage_error(coder.error().message);
  const auto versions = store::versions_of(*folder);
  if (!versions) return usage_error(versions.error().message);

  Demonstration demonstration;
  server::ServiceSettings service_settings;
  if (settings.demo) {
    std::cerr << "varde: coding the examples\n";
    const auto db = demonstration.make(*folder, **coder, *versions);
    if (!db) return failed(db.error().message);
    service_settings.store = *db;
  } else {
    const auto db = store_name(settings.db);
    if (!db) return usage_error(db.error().message);
    service_settings.store = *db;
    // Says so when an older store must be brought up to date first.
    if (const auto opened = open_store(*db, false); !opened) {
      return usage_error(opened.error().message);
    }
  }
  const bool open_to_others = !server::is_loopback(settings.http.address);
  service_settings.http = settings.http;
  service_settings.http.workers = std::max(4U, 2 * std::thread::hardware_concurrency());
  service_settings.data = *folder;
  service_settings.versions = *versions;
  service_settings.access.needs_token = open_to_others;
  service_settings.kept_answers = settings.cache;
  const double rate = settings.rate >= 0 ? settings.rate : open_to_others ? 50 : 0;
  service_settings.access.rate = rate;
  service_settings.access.burst = std::max(1.0, 4 * rate);

  bool json = false;
  const auto logger = logger_of(settings.log, &json);
  const auto service =
      server::Service::open(service_settings, coder->get(), [&](const server::Answered& one) {
        logger->info("{}", json ? json_fields(one) : text_fields(one));
      });
  if (!service) return usage_error(service.error().message);
  std::cout << "Varde is at " << address_of(settings.http, (*service)->port())
            << " (Ctrl-C ends it)" << std::endl;
  if (open_to_others && settings.http.certificate.empty()) {
    complain("tokens go over the network unencrypted; --certificate and --key keep them secret");
  }
  (*service)->run();
  return kSuccess;
}

void add_server_options(CLI::App& command, Settings* settings) {
  server::HttpSettings& http = settings->http;
  command.add_option("--address", http.address, "Where to listen (default: 127.0.0.1)")
      ->option_text("ADDRESS");
  command.add_option("--port", http.port, "Which port; 0: any that is free (default: 8080)")
      ->option_text("N")
      ->check(CLI::Range(0, 65535));
  command.add_option("--certificate", http.certificate, "Certificate chain for TLS, PEM")
      ->option_text("FILE")
      ->check(CLI::ExistingFile);
  command.add_option("--key", http.key, "Its private key, PEM")
      ->option_text("FILE")
      ->check(CLI::ExistingFile);
  command
      .add_option("--rate", settings->rate,
                  "Requests a second that one client may make; 0: any\n(default: 50 where others "
                  "can reach it)")
      ->option_text("N")
      ->check(CLI::Range(0.0, 1e6));
  command
      .add_option("--cache", settings->cache,
                  "Memory for answers that others may ask for again,\nsuch as 500MB; 0: none "
                  "(default: 64 MB)")
      ->option_text("SIZE")
      ->transform(CLI::AsSizeValue(true));
  command
      .add_option("--log", settings->log,
                  "json, text or none (default: text on a terminal,\nelse json)")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"json", "text", "none"}));
}

}  // namespace

void add_serve_command(CLI::App& app, int* exit_code) {
  CLI::App* command = app.add_subcommand("serve", "Open the workbench on a store");
  auto settings = std::make_shared<Settings>();
  add_db_option(*command, &settings->db);
  command->add_flag("--demo", settings->demo, "On the examples, instead of a store");
  add_server_options(*command, settings.get());
  add_data_option(*command, &settings->data);
  command->footer(kFooter);
  command->callback([settings, exit_code] { *exit_code = serve(*settings); });
}

}  // namespace varde::cli
