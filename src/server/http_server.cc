// Listens, takes connections and winds up; a connection's life is in http_session.h.

#include "server/http_server.h"

#include <thread>

#include "server/http_session.h"

namespace varde::server {
namespace {

class BeastServer : public HttpServer {
 public:
  BeastServer(const HttpSettings& settings, HttpHooks hooks)
      : shared_(std::make_unique<Shared>(settings, std::move(hooks))),
        acceptor_(net::make_strand(shared_->io)),
        signals_(shared_->io),
        look_again_(shared_->io),
        tls_(net::ssl::context::tls_server) {}

  Result<void> open();
  uint16_t port() const override { return port_; }
  size_t connections() const override { return shared_->connections; }
  void run() override;
  void stop() override {
    net::post(acceptor_.get_executor(), [this] { wind_up(); });
  }

 private:
  Result<void> use_certificate();
  void accept();
  void take(Tcp::socket socket);
  void wind_up();
  void drain(std::chrono::steady_clock::time_point until);

  std::unique_ptr<Shared> shared_;
  Tcp::acceptor acceptor_;
  net::signal_set signals_;
  net::steady_timer look_again_;
  net::ssl::context tls_;
  Connections connections_;
  uint16_t port_ = 0;
};

Result<void> BeastServer::use_certificate() {
  const HttpSettings& settings = shared_->settings;
  if (settings.certificate.empty()) return {};
  error_code error;
  tls_.set_options(net::ssl::context::default_workarounds | net::ssl::context::no_tlsv1 |
                       net::ssl::context::no_tlsv1_1,
                   error);
  tls_.use_certificate_chain_file(settings.certificate, error);
  if (error) return failure(settings.certificate + ": no certificate: " + error.message());
  tls_.use_private_key_file(settings.key, net::ssl::context::pem, error);
  if (error) return failure(settings.key + ": no key for the certificate: " + error.message());
  return {};
}

Result<void> BeastServer::open() {
  if (auto done = use_certificate(); !done) return done;
  const HttpSettings& settings = shared_->settings;
  error_code error;
  const auto address = net::ip::make_address(settings.address, error);
  if (error) return failure(settings.address + ": no address of this machine; write 127.0.0.1");
  const Tcp::endpoint where(address, settings.port);
  acceptor_.open(where.protocol(), error);
  if (!error) acceptor_.set_option(net::socket_base::reuse_address(true), error);
  if (!error) acceptor_.bind(where, error);
  if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
  if (error) {
    return failure("cannot listen on " + settings.address + " port " +
                   std::to_string(settings.port) + ": " + error.message() +
                   "; --port names another");
  }
  port_ = acceptor_.local_endpoint().port();
  signals_.add(SIGINT);
  signals_.add(SIGTERM);
  return {};
}

void BeastServer::accept() {
  acceptor_.async_accept(net::make_strand(shared_->io),
                         [this](const error_code& error, Tcp::socket socket) {
                           if (shared_->stopping) return;
                           if (!error) take(std::move(socket));
                           if (error == net::error::no_descriptors) {
                             std::this_thread::sleep_for(std::chrono::milliseconds(50));
                           }
                           accept();
                         });
}

void BeastServer::take(Tcp::socket socket) {
  error_code error;
  const auto end = socket.remote_endpoint(error);
  // Above the bound a connection is closed at once: there is no cheaper way to refuse it.
  if (error || shared_->connections >= shared_->settings.most_connections) return;
  socket.set_option(Tcp::no_delay(true), error);
  const std::string client = end.address().to_string();
  if (shared_->settings.certificate.empty()) {
    const auto session = std::make_shared<Session<Plain>>(shared_.get(), client, std::move(socket));
    connections_.add(session);
    session->start();
  } else {
    const auto session =
        std::make_shared<Session<Secure>>(shared_.get(), client, std::move(socket), tls_);
    connections_.add(session);
    session->start();
  }
}

void BeastServer::wind_up() {
  if (shared_->stopping.exchange(true)) return;
  error_code ignored;
  acceptor_.close(ignored);
  signals_.cancel(ignored);
  shared_->hooks.stopping();
  connections_.stop_all();
  drain(std::chrono::steady_clock::now() + shared_->settings.drain_time);
}

// Waits until the last connection has ended, or for as long as is allowed.
void BeastServer::drain(std::chrono::steady_clock::time_point until) {
  if (connections() == 0 || std::chrono::steady_clock::now() > until) return shared_->io.stop();
  look_again_.expires_after(std::chrono::milliseconds(20));
  look_again_.async_wait([this, until](const error_code&) { drain(until); });
}

void BeastServer::run() {
  signals_.async_wait([this](const error_code& error, int) {
    if (!error) stop();
  });
  accept();
  std::vector<std::thread> threads;
  constexpr int kMoreThreads = 1;
  for (int i = 0; i < kMoreThreads; ++i) threads.emplace_back([this] { shared_->io.run(); });
  shared_->io.run();
  for (std::thread& thread : threads) thread.join();
  shared_->workers.stop();  // what still waits has nobody left to read its answer
  shared_->workers.join();
}

}  // namespace

bool is_address(const std::string& address) {
  error_code error;
  net::ip::make_address(address, error);
  return !error;
}

bool is_loopback(const std::string& address) {
  error_code error;
  const auto parsed = net::ip::make_address(address, error);
  return !error && parsed.is_loopback();
}

Result<std::unique_ptr<HttpServer>> HttpServer::open(const HttpSettings& settings,
                                                     HttpHooks hooks) {
  auto server = std::make_unique<BeastServer>(settings, std::move(hooks));
  if (auto done = server->open(); !done) return tl::unexpected(done.error());
  return std::unique_ptr<HttpServer>(std::move(server));
}

}  // namespace varde::server
