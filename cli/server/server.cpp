#include "cli/server/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>
#include <csignal>
#include <list>
#include <optional>
#include <utility>

namespace zonekg {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Clock = std::chrono::steady_clock;
using boost::system::error_code;

constexpr std::size_t longest_header = 16 * 1024; // of a request, bytes
constexpr std::size_t piece_size = 256 * 1024;
constexpr auto look_again = std::chrono::milliseconds(50);

// What is not a page may load and show nothing.
constexpr const char* policy_of_data = "default-src 'none'; frame-ancestors 'none'";

http::response<http::empty_body> header_of(const Answer& answer, bool keep_alive) {
  http::response<http::empty_body> header{static_cast<http::status>(answer.status), 11};
  header.set(http::field::content_type, answer.type);
  header.set(http::field::cache_control, "no-store");
  header.set("Content-Security-Policy", answer.policy.empty() ? policy_of_data : answer.policy);
  header.set("X-Content-Type-Options", "nosniff");
  header.set("X-Frame-Options", "DENY");
  header.set("Referrer-Policy", "no-referrer");
  header.set("Cross-Origin-Resource-Policy", "same-origin");
  header.set("Cross-Origin-Opener-Policy", "same-origin");
  if (answer.status == 405) header.set(http::field::allow, "GET, HEAD");
  header.content_length(answer.body->size());
  header.keep_alive(keep_alive);
  return header;
}

Request request_of(const http::request<http::empty_body>& message) {
  const auto text = [](beast::string_view view) { return std::string(view.data(), view.size()); };
  Request request;
  request.method = text(message.method_string());
  request.target = text(message.target());
  // Two of one header are one too many, whichever is the right one.
  request.host = message.count(http::field::host) == 1 ? text(message[http::field::host]) : std::string();
  request.origin = message.count(http::field::origin) > 1 ? "several" : text(message[http::field::origin]);
  return request;
}

class Session;
using Sessions = std::list<std::shared_ptr<Session>>; // longest without progress first

struct Shared {
  const ServerLimits& limits;
  const std::function<Answer(const Request&)>& answer;
  std::function<void()> room; // a session has ended
  Sessions sessions;
  std::uint64_t answers = 0;
};

// One connection. Lives as long as an operation of it is under way.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(asio::ip::tcp::socket socket, Shared& shared) : stream_(std::move(socket)), shared_(shared) {}

  void start() {
    place_ = shared_.sessions.insert(shared_.sessions.end(), shared_from_this());
    read();
  }

  void close() {
    if (closed_) return;
    closed_ = true;
    stream_.close();
    const auto self = shared_from_this(); // the list may hold the last one
    shared_.sessions.erase(place_);
    shared_.room();
  }

  [[nodiscard]] Clock::duration idle() const { return Clock::now() - progress_; }

 private:
  void note_progress() {
    progress_ = Clock::now();
    shared_.sessions.splice(shared_.sessions.end(), shared_.sessions, place_);
  }

  void read() {
    parser_.emplace();
    parser_->header_limit(longest_header);
    stream_.expires_after(shared_.limits.request);
    http::async_read_header(stream_, buffer_, *parser_, [self = shared_from_this()](error_code error, std::size_t) {
      if (error == http::error::end_of_stream) return self->finish();
      if (error && error.category() == http::make_error_code(http::error::bad_method).category()) return self->refuse();
      if (error) return self->close();
      self->reply();
    });
  }

  void refuse() {
    keep_alive_ = false;
    head_only_ = false;
    answer_ = {400, "text/plain; charset=utf-8", std::make_shared<const std::string>("not a request\n"), {}};
    write();
  }

  void reply() {
    if (closed_) return;
    const auto& message = parser_->get();
    // A body is nothing we read: the connection ends after the answer.
    keep_alive_ = message.keep_alive() && !parser_->content_length().value_or(0) && !parser_->chunked();
    head_only_ = message.method() == http::verb::head;
    answer_ = shared_.answer(request_of(message));
    ++shared_.answers;
    write();
  }

  void write() {
    if (closed_) return;
    note_progress();
    sent_ = head_only_ ? answer_.body->size() : 0;
    header_ = header_of(answer_, keep_alive_);
    serializer_.emplace(header_);
    stream_.expires_after(shared_.limits.piece);
    http::async_write_header(stream_, *serializer_, [self = shared_from_this()](error_code error, std::size_t) {
      error ? self->close() : self->write_piece();
    });
  }

  void write_piece() {
    if (closed_) return;
    note_progress();
    const std::size_t left = answer_.body->size() - sent_;
    if (left == 0) return keep_alive_ ? read() : finish();
    const auto piece = asio::buffer(answer_.body->data() + sent_, std::min(left, piece_size));
    stream_.expires_after(shared_.limits.piece);
    asio::async_write(stream_, piece, [self = shared_from_this()](error_code error, std::size_t written) {
      if (error) return self->close();
      self->sent_ += written;
      self->write_piece();
    });
  }

  // What is still unread would make the kernel reset the connection, and the answer with it.
  void finish() {
    if (closed_) return;
    error_code ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.expires_after(shared_.limits.patience);
    drain();
  }

  void drain() {
    constexpr std::size_t most = 64 * 1024; // of a body that nobody asked for
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(4096), [self = shared_from_this()](error_code error, std::size_t size) {
      self->drained_ += size;
      error || self->drained_ > most ? self->close() : self->drain();
    });
  }

  beast::tcp_stream stream_;
  Shared& shared_;
  Sessions::iterator place_;
  Clock::time_point progress_ = Clock::now();
  bool closed_ = false, keep_alive_ = false, head_only_ = false;
  beast::flat_buffer buffer_{longest_header};
  std::optional<http::request_parser<http::empty_body>> parser_;
  http::response<http::empty_body> header_;
  std::optional<http::response_serializer<http::empty_body>> serializer_;
  Answer answer_;
  std::size_t sent_ = 0, drained_ = 0;
};

} // namespace

struct Server::Impl {
  ServerLimits limits;
  asio::io_context context{1};
  asio::ip::tcp::acceptor acceptor{context};
  asio::steady_timer pause{context};
  asio::signal_set signals{context, SIGINT, SIGTERM};
  bool waiting = false; // for room

  void listen(std::uint16_t port) {
    const asio::ip::tcp::endpoint here(asio::ip::address_v4::loopback(), port);
    try {
      acceptor.open(here.protocol());
      acceptor.set_option(asio::socket_base::reuse_address(true)); // a port of ours that is still closing
      acceptor.bind(here);
      acceptor.listen(asio::socket_base::max_listen_connections);
    } catch (const boost::system::system_error& error) {
      throw ServerError("cannot listen at 127.0.0.1:" + std::to_string(port) + ": " + error.code().message() +
                        "; try another --port, or none: then a free one is taken");
    }
  }

  void accept(Shared& shared) {
    waiting = false;
    acceptor.async_accept([this, &shared](error_code error, asio::ip::tcp::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (!error) std::make_shared<Session>(std::move(socket), shared)->start();
      // An error is one connection's, or there is no descriptor left just now.
      if (error || shared.sessions.size() >= limits.connections) return wait_for_room(shared);
      accept(shared);
    });
  }

  void wait_for_room(Shared& shared) {
    waiting = true;
    pause.expires_after(look_again);
    pause.async_wait([this, &shared](error_code) {
      if (!waiting) return;
      while (!shared.sessions.empty() && shared.sessions.front()->idle() > limits.patience) shared.sessions.front()->close();
      if (shared.sessions.size() < limits.connections) accept(shared);
      else wait_for_room(shared);
    });
  }
};

Server::Server(std::uint16_t port, const ServerLimits& limits) : impl_(std::make_unique<Impl>()) {
  impl_->limits = limits;
  impl_->signals.async_wait([context = &impl_->context](error_code error, int) {
    if (!error) context->stop();
  });
  impl_->listen(port);
}
Server::~Server() = default;

std::uint16_t Server::port() const { return impl_->acceptor.local_endpoint().port(); }

std::uint64_t Server::run(const std::function<Answer(const Request&)>& answer) {
  Shared shared{impl_->limits, answer, [] {}, {}, 0};
  shared.room = [&] {
    if (impl_->waiting) impl_->pause.cancel();
  };
  impl_->accept(shared);
  impl_->context.run();
  shared.room = [] {};
  while (!shared.sessions.empty()) shared.sessions.front()->close();
  return shared.answers;
}

void Server::stop() { impl_->context.stop(); }

} // namespace zonekg
