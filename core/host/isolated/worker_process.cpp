#include "core/host/isolated/worker_process.hpp"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

#include "core/host/isolated/orders.hpp"
#include "core/host/isolated/results.hpp"
#include "core/model/diagnostic.hpp"
#include "core/process/sanitizers.hpp"
#include "core/process/system_calls.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

constexpr std::size_t most_last_words = 300;
constexpr std::size_t most_whole = std::size_t{300} << 20; // a million trigger words

// Nothing of the user's own environment: neither secrets nor what changes how libraries are found.
std::vector<std::string> clean_environment() {
  std::vector<std::string> settings = {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"};
  if (sanitized) {
    const std::string signals = "handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0";
    settings.push_back("ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:" + signals);
    settings.push_back("TSAN_OPTIONS=" + signals);
  }
  return settings;
}

std::string signal_words(int signal) {
  switch (signal) {
  case SIGSEGV:
    return "crashed: segmentation fault";
  case SIGBUS:
    return "crashed: bus error";
  case SIGFPE:
    return "crashed: arithmetic error";
  case SIGILL:
    return "crashed: illegal instruction";
  case SIGABRT:
    return "aborted";
  case SIGXFSZ:
    return "was stopped: it wrote more than 1 MiB to its standard output or error";
  case SIGSYS:
    return "was stopped: it made a system call that isolated plugins may not make";
  case SIGKILL:
    return "was killed from outside, perhaps for want of memory";
  default:
    return "was ended by signal " + std::to_string(signal);
  }
}

std::string how_it_ended(int status) {
  if (WIFSIGNALED(status)) return signal_words(WTERMSIG(status));
  return "ended its process with exit code " + std::to_string(WEXITSTATUS(status));
}

class DevNull {
 public:
  DevNull() : descriptor_(::open("/dev/null", O_RDONLY | O_CLOEXEC)) {}
  ~DevNull() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  DevNull(const DevNull&) = delete;
  DevNull& operator=(const DevNull&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

} // namespace

std::string in_seconds(std::chrono::milliseconds time) {
  std::string text = std::to_string(time.count() / 1000);
  if (const auto rest = time.count() % 1000; rest != 0) {
    text += "." + std::to_string(1000 + rest).substr(1);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text + " s";
}

WorkerProcess::WorkerProcess(const Isolation& isolation, SharedArea& orders) try
    : orders_(orders), results_(sizeof(WorkerResults)) {
  results_.fix_size();
  new (results_.bytes()) WorkerResults;
  ::fcntl(output_.descriptor(), F_SETFL, O_APPEND);
  const DevNull input;
  child_ = std::make_unique<Child>(isolation.program.string(), std::vector<std::string>{"zonekg", plugin_worker_command},
                                   clean_environment(),
                                   std::vector<std::pair<int, int>>{{input.descriptor(), 0},
                                                                    {output_.descriptor(), 1},
                                                                    {output_.descriptor(), 2},
                                                                    {channel_.far_end(), WorkerDescriptors::channel},
                                                                    {orders.reading_descriptor(), WorkerDescriptors::orders},
                                                                    {results_.descriptor(), WorkerDescriptors::results}});
  channel_.close_far_end();
} catch (const std::system_error& error) {
  throw InputError(std::string("no process for a plugin could be started: ") + error.what() +
                   "; try fewer --jobs, or --trust when you know the plugins");
}

WorkerProcess::~WorkerProcess() = default;

void WorkerProcess::send(Signal request, std::size_t size, std::chrono::milliseconds time) {
  time_ = time;
  until_ = std::chrono::steady_clock::now() + time;
  // Its limit is for one call.
  if (::ftruncate(output_.descriptor(), 0) != 0) give_up("was stopped: its output cannot be emptied");
  if (!channel_.send({request, 0, size})) report_end();
}

void WorkerProcess::send(Signal request, const std::string& order, std::chrono::milliseconds time) {
  orders_.reserve(order.size());
  std::memcpy(orders_.bytes(), order.data(), order.size());
  send(request, order.size(), time);
}

WorkerProcess::Answer WorkerProcess::receive() {
  WorkerMessage message;
  switch (channel_.receive(message, until_)) {
  case Channel::Wait::timed_out:
    give_up("was stopped after " + in_seconds(time_));
  case Channel::Wait::gone:
    report_end();
  case Channel::Wait::message:
    break;
  }
  if (message.size > worker_results_size ||
      (message.signal != Signal::done && message.signal != Signal::failed && message.signal != Signal::part))
    give_up("was stopped: what it sent back makes no sense");
  const char* const bytes = reinterpret_cast<const WorkerResults*>(results_.bytes())->bytes;
  return {message.signal, std::string(bytes, message.size)};
}

WorkerProcess::Answer WorkerProcess::receive_whole() {
  std::string bytes;
  for (;;) {
    Answer answer = receive();
    if (answer.signal == Signal::failed) return answer;
    if ((bytes += answer.bytes).size() > most_whole) give_up("was stopped: it answers without end");
    if (answer.signal == Signal::done) return {Signal::done, std::move(bytes)};
    carry_on();
  }
}

void WorkerProcess::carry_on() {
  if (!channel_.send({Signal::carry_on, 0, 0})) report_end();
}

void WorkerProcess::give_up(const std::string& why) {
  child_->end();
  throw WorkerGone(why);
}

void WorkerProcess::report_end() {
  const int status = child_->wait();
  const int denied = reinterpret_cast<const WorkerResults*>(results_.bytes())->denied;
  if (denied >= 0)
    throw WorkerGone("was stopped: it called " + system_call_name(denied) + ", which isolated plugins may not");
  std::string words = how_it_ended(status);
  const bool may_say_why = !WIFSIGNALED(status) || WTERMSIG(status) == SIGABRT;
  if (const std::string said = may_say_why ? last_words() : ""; !said.empty()) words += " (" + said + ")";
  throw WorkerGone(words);
}

// The end of what it wrote, on one line.
std::string WorkerProcess::last_words() const {
  std::string text = output_.read();
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
  if (const auto invalid = find_invalid_utf8(text)) text.resize(*invalid);
  text.erase(text.find_last_not_of(' ') + 1);
  if (text.size() <= most_last_words) return text;
  std::size_t begin = text.size() - most_last_words;
  while (begin < text.size() && is_continuation(text[begin])) ++begin;
  return "… " + text.substr(begin);
}

} // namespace zonekg
