// One io_context, run by a few threads, reads and writes; a pool of workers answers. A session is
// one connection: it lives as long as some operation on it is under way, which holds a shared
// pointer to it, and runs on a strand, so that nothing in it needs a lock.
#ifndef VARDE_SERVER_HTTP_SESSION_H_
#define VARDE_SERVER_HTTP_SESSION_H_

#include <atomic>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>
#include <ctime>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/http_server.h"

namespace varde::server {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = net::ip::tcp;
using boost::system::error_code;

// What all sessions of a server share.
struct Shared {
  Shared(const HttpSettings& s, HttpHooks h)
      : settings(s), hooks(std::move(h)), workers(s.workers) {}

  const HttpSettings settings;
  const HttpHooks hooks;
  std::atomic<size_t> connections{0};
  std::atomic<size_t> waiting{0};
  std::atomic<bool> stopping{false};
  net::thread_pool workers;
  net::io_context io;  // last: it holds sessions, which use the rest
};

// A connection that the server can tell to come to an end.
class Connection {
 public:
  virtual ~Connection() = default;
  virtual void stop() = 0;
};

class Connections {
 public:
  void add(const std::shared_ptr<Connection>& one) {
    const std::lock_guard lock(mutex_);
    std::erase_if(list_, [](const auto& weak) { return weak.expired(); });
    list_.push_back(one);
  }
  void stop_all() {
    std::vector<std::weak_ptr<Connection>> list;
    {
      const std::lock_guard lock(mutex_);
      list = list_;
    }
    for (const auto& weak : list) {
      if (const auto one = weak.lock()) one->stop();
    }
  }

 private:
  std::mutex mutex_;
  std::vector<std::weak_ptr<Connection>> list_;
};

using Plain = beast::tcp_stream;
using Secure = beast::ssl_stream<beast::tcp_stream>;

// "Mon, 23 Nov 2026 12:00:00 GMT" (RFC 9110, 5.6.7).
inline std::string date_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[40];
  std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return text;
}

inline int status_of(const error_code& error) {
  if (error == http::error::body_limit) return 413;
  if (error == http::error::header_limit) return 431;
  return 400;
}

template <class Stream>
class Session : public Connection, public std::enable_shared_from_this<Session<Stream>> {
 public:
  template <class... Arguments>
  Session(Shared* shared, std::string client, Arguments&&... stream)
      : shared_(shared), client_(std::move(client)), stream_(std::forward<Arguments>(stream)...) {
    ++shared_->connections;
  }
  ~Session() override {
    if (channel_) channel_->abandon();
    --shared_->connections;
  }

  void start() {
    net::dispatch(stream_.get_executor(), [self = this->shared_from_this()] { self->greet(); });
  }

  // Ends at once what waits for a request; an answer under way is finished.
  void stop() override {
    net::post(stream_.get_executor(), [self = this->shared_from_this()] {
      if (self->idle_) self->hang_up();
    });
  }

 private:
  static constexpr bool kSecure = std::is_same_v<Stream, Secure>;

  void patience(std::chrono::seconds time) { beast::get_lowest_layer(stream_).expires_after(time); }

  void greet() {
    if constexpr (kSecure) {
      patience(shared_->settings.header_time);
      stream_.async_handshake(net::ssl::stream_base::server,
                              [self = this->shared_from_this()](const error_code& error) {
                                if (!error) self->read_header();
                              });
    } else {
      read_header();
    }
  }

  void read_header() {
    if (shared_->stopping) return hang_up();
    idle_ = true;
    parser_.emplace();
    parser_->header_limit(static_cast<uint32_t>(shared_->settings.longest_header));
    parser_->body_limit(shared_->settings.longest_body);
    patience(shared_->settings.header_time);
    http::async_read_header(stream_, buffer_, *parser_,
                            [self = this->shared_from_this()](const error_code& error, size_t) {
                              self->idle_ = false;
                              error ? self->give_up(error) : self->read_body();
                            });
  }

  void read_body() {
    patience(shared_->settings.header_time);
    if (beast::iequals(parser_->get()[http::field::expect], "100-continue")) {
      go_on_.emplace(http::status::continue_, parser_->get().version());
      http::async_write(stream_, *go_on_,
                        [self = this->shared_from_this()](const error_code& error, size_t) {
                          if (!error) self->read_rest();
                        });
    } else {
      read_rest();
    }
  }

  void read_rest() {
    http::async_read(stream_, buffer_, *parser_,
                     [self = this->shared_from_this()](const error_code& error, size_t) {
                       error ? self->give_up(error) : self->take();
                     });
  }

  // What came is no request that can be answered.
  void give_up(const error_code& error) {
    const bool ours = error.category() == http::make_error_code(http::error::bad_method).category();
    if (!ours || error == http::error::end_of_stream || error == http::error::partial_message) {
      return hang_up();
    }
    keep_alive_ = false;
    version_ = 11;
    head_ = false;
    linger_ = true;
    send(shared_->hooks.refuse(status_of(error), "the request cannot be read: " + error.message()));
  }

  void take() {
    auto request = parser_->release();
    keep_alive_ = request.keep_alive();
    version_ = request.version();
    head_ = request.method() == http::verb::head;
    const std::string_view raw(request.target().data(), request.target().size());
    if (version_ == 11 && request.count(http::field::host) != 1) {
      return send(shared_->hooks.refuse(400, "the request must name its host, once"));
    }
    auto target = parse_target(raw);
    if (!target) return send(shared_->hooks.refuse(400, "the address is not well-formed"));
    Request plain;
    plain.method = std::string(request.method_string());
    plain.path = std::move(target->path);
    plain.parts = std::move(target->parts);
    plain.query = std::move(target->query);
    for (const auto& field : request) {
      std::string name(field.name_string());
      for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      plain.headers.emplace(std::move(name), std::string(field.value()));
    }
    if (!target->host.empty()) plain.headers["host"] = std::move(target->host);
    plain.body = std::move(request.body());
    plain.client = client_;
    plain.secure = kSecure;
    hand_over(std::move(plain));
  }

  // Has a worker answer.
  void hand_over(Request request) {
    if (shared_->waiting >= shared_->settings.most_waiting) {
      return send(
          shared_->hooks.refuse(503, "too much is being asked at once; try again in a moment"));
    }
    ++shared_->waiting;
    net::post(shared_->workers, [self = this->shared_from_this(), request = std::move(request),
                                 work = net::make_work_guard(stream_.get_executor())]() mutable {
      Response response;
      try {
        response = self->shared_->hooks.answer(request);
      } catch (const std::exception& error) {  // memory ran out
        response = self->shared_->hooks.refuse(500, "the server cannot answer this");
      }
      --self->shared_->waiting;
      net::post(work.get_executor(), [self, response = std::move(response)]() mutable {
        self->send(std::move(response));
      });
    });
  }

  template <class Message>
  void fill_header(const Response& response, Message* message) {
    message->result(static_cast<unsigned>(response.status));
    message->version(version_);
    message->set(http::field::date, date_now());
    for (const auto& [name, value] : response.headers) message->insert(name, value);
    message->keep_alive(keep_alive_ && !shared_->stopping);
    keep_alive_ = message->keep_alive();
  }

  void send(Response response) {
    patience(shared_->settings.answer_time);
    if (response.stream && !head_) return send_stream(std::move(response));
    if (response.stream) response.stream->abandon();
    const bool bare = response.status == 204 || response.status == 304;
    message_.emplace();
    fill_header(response, &*message_);
    if (!bare && !response.stream) message_->content_length(response.body.size());
    if (!head_ && !bare) message_->body() = std::move(response.body);
    serializer_.emplace(*message_);
    http::async_write(
        stream_, *serializer_,
        [self = this->shared_from_this()](const error_code& error, size_t) { self->sent(error); });
  }

  void sent(const error_code& error) {
    serializer_.reset();
    message_.reset();
    if (!error && linger_) return linger();
    if (error || !keep_alive_) return hang_up();
    read_header();
  }

  // Takes in what the client is still sending, within bounds: to close on unread bytes would make
  // the answer be lost (RFC 9112, 9.6).
  void linger() {
    constexpr size_t kMost = 16 << 20;
    patience(std::chrono::seconds(5));
    error_code ignored;
    beast::get_lowest_layer(stream_).socket().shutdown(Tcp::socket::shutdown_send, ignored);
    piece_.resize(16 << 10);
    beast::get_lowest_layer(stream_).async_read_some(
        net::buffer(piece_),
        [self = this->shared_from_this()](const error_code& error, size_t count) {
          self->lingered_ += count;
          if (!error && self->lingered_ < kMost) self->linger();
        });
  }

  // -- streams ------------------------------------------------------------------------------------

  void send_stream(Response response) {
    channel_ = response.stream;
    chunked_ = version_ >= 11;
    if (!chunked_) keep_alive_ = false;
    message_.emplace();
    fill_header(response, &*message_);
    if (chunked_) message_->chunked(true);
    serializer_.emplace(*message_);
    http::async_write_header(stream_, *serializer_,
                             [self = this->shared_from_this()](const error_code& error, size_t) {
                               error ? self->end_stream() : self->next_piece();
                             });
  }

  void next_piece() {
    // The writer may take its time.
    beast::get_lowest_layer(stream_).expires_never();
    channel_->next(
        [self = this->shared_from_this(), work = net::make_work_guard(stream_.get_executor())](
            std::optional<std::string> piece, bool broken) mutable {
          net::post(work.get_executor(), [self, piece = std::move(piece), broken]() mutable {
            if (piece) {
              self->send_piece(*std::move(piece));
            } else if (broken) {
              self->end_stream();  // without the last chunk, so that nobody takes it for whole
            } else {
              self->send_last();
            }
          });
        });
  }

  void send_piece(std::string piece) {
    if (piece.empty()) return next_piece();
    piece_ = std::move(piece);
    patience(shared_->settings.answer_time);
    const auto done = [self = this->shared_from_this()](const error_code& error, size_t) {
      error ? self->end_stream() : self->next_piece();
    };
    if (chunked_) {
      net::async_write(stream_, http::make_chunk(net::buffer(piece_)), done);
    } else {
      net::async_write(stream_, net::buffer(piece_), done);
    }
  }

  void send_last() {
    patience(shared_->settings.answer_time);
    if (!chunked_) return end_stream();
    net::async_write(stream_, http::make_chunk_last(),
                     [self = this->shared_from_this()](const error_code& error, size_t) {
                       self->channel_.reset();
                       self->sent(error);
                     });
  }

  void end_stream() {
    channel_->abandon();
    channel_.reset();
    hang_up();
  }

  void hang_up() {
    keep_alive_ = false;
    if constexpr (kSecure) {
      patience(std::chrono::seconds(5));
      stream_.async_shutdown([self = this->shared_from_this()](const error_code&) {});
    } else {
      error_code ignored;
      stream_.socket().shutdown(Tcp::socket::shutdown_send, ignored);
      if (idle_) stream_.cancel();
    }
  }

  Shared* shared_;
  std::string client_;
  Stream stream_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  std::optional<http::response<http::empty_body>> go_on_;
  std::optional<http::response<http::string_body>> message_;
  std::optional<http::response_serializer<http::string_body>> serializer_;
  std::shared_ptr<Channel> channel_;
  std::string piece_;
  bool idle_ = false;
  bool keep_alive_ = false;
  bool head_ = false;
  bool chunked_ = false;
  bool linger_ = false;
  size_t lingered_ = 0;  // bytes
  unsigned version_ = 11;
};

}  // namespace varde::server

#endif  // VARDE_SERVER_HTTP_SESSION_H_
