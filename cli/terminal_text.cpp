#include "cli/terminal_text.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "core/text/utf8.hpp"
#include "graph/code_points.hpp"

namespace zonekg::cli {
namespace {

constexpr std::size_t longest_held = 1 << 16; // bytes of a line that has not ended

bool exact = false;

bool commands(char32_t c) {
  const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
  return control || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// Holds a line until it ends, so that no code point is cut.
class Guard : public std::streambuf {
 public:
  explicit Guard(std::streambuf& below) : below_(below) {}

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char one = traits_type::to_char_type(c);
    return xsputn(&one, 1) == 1 ? c : traits_type::eof();
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    if (exact) return release() ? below_.sputn(text, size) : 0;
    held_.append(text, static_cast<std::size_t>(size));
    const bool whole = held_.size() >= longest_held || std::find(text, text + size, '\n') != text + size;
    return !whole || release(complete()) ? size : 0;
  }
  int sync() override { return release() ? below_.pubsync() : -1; }

 private:
  // Bytes up to the last line end; of an endless line, all but what may be a cut code point.
  [[nodiscard]] std::size_t complete() const {
    if (const std::size_t end = held_.rfind('\n'); end != std::string::npos) return end + 1;
    std::size_t end = held_.size() - 1;
    while (end + 4 > held_.size() && (static_cast<unsigned char>(held_[end]) & 0xC0u) == 0x80u) --end;
    return end;
  }
  bool release(std::size_t size) {
    const std::string clean = terminal_text(std::string_view(held_).substr(0, size));
    held_.erase(0, size);
    return below_.sputn(clean.data(), static_cast<std::streamsize>(clean.size())) == static_cast<std::streamsize>(clean.size());
  }
  bool release() { return held_.empty() || release(held_.size()); }

  std::streambuf& below_;
  std::string held_;
};

} // namespace

std::string terminal_text(std::string_view text) {
  std::string clean;
  for (const char32_t c : to_code_points(text)) append_code_point(clean, commands(c) ? U'\uFFFD' : c);
  return clean;
}

GuardedOutput::GuardedOutput() : guard_(std::make_unique<Guard>(*std::cout.rdbuf())), below_(std::cout.rdbuf(guard_.get())) {}

GuardedOutput::~GuardedOutput() {
  std::cout.flush();
  std::cout.rdbuf(below_);
}

std::ostream& exact_output() {
  exact = isatty(STDOUT_FILENO) == 0;
  return std::cout;
}

} // namespace zonekg::cli
