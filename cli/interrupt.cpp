#include "cli/interrupt.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <string>
#include <thread>

#include "export/atomic_file.hpp"

namespace zonekg::cli {
namespace {

constexpr std::array watched = {SIGINT, SIGTERM, SIGHUP};

std::atomic<std::size_t> documents_done = 0, documents_total = 0;
int told = -1; // the end of a pipe that the handler writes to

// Only async-signal-safe calls; the watching thread does the rest.
void tell(int signal) {
  const int kept = errno;
  const auto number = static_cast<unsigned char>(signal);
  if (::write(told, &number, 1) < 0) {} // the pipe is full of signals already
  errno = kept;
}

void leave_to_write(int) {} // the write that was too long fails with EFBIG

std::string how_far() {
  std::string line = "\nzonekg: interrupted";
  if (documents_total > 0)
    line += " after " + std::to_string(documents_done) + " of " + std::to_string(documents_total) + " documents";
  const std::size_t removed = remove_unfinished_files(), whole = finished_files();
  line += "; " + std::to_string(whole) + (whole == 1 ? " file" : " files") + " written whole";
  if (removed > 0) line += ", " + std::to_string(removed) + " unfinished removed";
  return line + "; the other outputs are as they were, and a --cache keeps what was read\n";
}

void watch(int pipe) {
  unsigned char signal = 0;
  while (::read(pipe, &signal, 1) != 1)
    if (errno != EINTR) return;
  const std::string line = how_far();
  if (::write(STDERR_FILENO, line.data(), line.size()) < 0) {} // nobody is there to read it
  std::signal(signal, SIG_DFL);
  ::kill(::getpid(), signal);
}

void handle(int signal, void (*handler)(int)) {
  struct sigaction old {}, wanted {};
  if (::sigaction(signal, nullptr, &old) != 0 || old.sa_handler == SIG_IGN) return;
  wanted.sa_handler = handler;
  wanted.sa_flags = SA_RESTART;
  ::sigaction(signal, &wanted, nullptr);
}

} // namespace

void watch_for_interrupts() {
  std::array<int, 2> ends{};
  if (told >= 0 || ::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  told = ends[1];
  ::fcntl(told, F_SETFL, O_NONBLOCK);
  std::thread(watch, ends[0]).detach();
  for (const int signal : watched) handle(signal, tell);
  handle(SIGXFSZ, leave_to_write);
}

void note_progress(std::size_t done, std::size_t total) {
  documents_total = total;
  documents_done = done;
}

} // namespace zonekg::cli
