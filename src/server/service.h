// The whole server on a store: who may ask, the API, the pages, and the book that is kept of it.
#ifndef VARDE_SERVER_SERVICE_H_
#define VARDE_SERVER_SERVICE_H_

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "server/access.h"
#include "server/http_server.h"
#include "varde/coder.h"

namespace varde::server {

struct ServiceSettings {
  HttpSettings http;
  AccessSettings access;
  std::string store;  // a path or a connection string
  std::filesystem::path data;
  std::string versions;              // of program and data, kept with every document that is added
  size_t kept_answers = 64'000'000;  // bytes of answers that are kept for those who ask the same
};

// What was answered, for a log.
struct Answered {
  std::string client;
  std::string method;
  std::string path;
  int status = 0;
  double seconds = 0;
  size_t bytes = 0;
};

class Service {
 public:
  // Opens the store and the port. An error says what cannot be had. `coder` must outlive it; `log`
  // is called by several threads at once.
  static Result<std::unique_ptr<Service>> open(const ServiceSettings& settings, const Coder* coder,
                                               std::function<void(const Answered&)> log);
  ~Service();

  uint16_t port() const;
  // Until SIGINT or SIGTERM comes.
  void run();

 private:
  Service() = default;
  struct Rooms;
  std::unique_ptr<Rooms> rooms_;
};

}  // namespace varde::server

#endif  // VARDE_SERVER_SERVICE_H_
