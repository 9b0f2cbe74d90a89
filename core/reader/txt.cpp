#include "core/reader/txt.hpp"

#include <algorithm>

#include "core/reader/encoding.hpp"

namespace zonekg {
namespace {

// U+2028, U+2029 and U+0085 in UTF-8.
constexpr std::string_view line_separator = "\xE2\x80\xA8", paragraph_separator = "\xE2\x80\xA9", next_line = "\xC2\x85";

std::size_t line_end_at(std::string_view text, std::size_t at) {
  if (text[at] == '\r') return text.substr(at, 2) == "\r\n" ? 2 : 1;
  if (text[at] == '\xE2') {
    const auto three = text.substr(at, 3);
    return three == line_separator || three == paragraph_separator ? 3 : 0;
  }
  return text[at] == '\xC2' && text.substr(at, 2) == next_line ? 2 : 0;
}

// In place; returns how many NUL characters were dropped.
std::size_t normalise_lines(std::string& text) {
  std::size_t kept = 0, dropped = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line_end = line_end_at(text, at);
    if (line_end) text[kept++] = '\n';
    else if (text[at] == '\0') ++dropped;
    else text[kept++] = text[at];
    at += std::max<std::size_t>(line_end, 1);
  }
  text.resize(kept);
  return dropped;
}

} // namespace

SourceText read_txt(std::string_view bytes, std::string_view name) {
  SourceText source;
  const auto say = [&](Severity severity, std::string message, std::string advice) {
    source.diagnostics.push_back({severity, std::string(name), std::move(message), std::move(advice)});
  };
  Decoded decoded = decode(bytes);
  const std::size_t dropped = normalise_lines(decoded.text);
  if (dropped) say(Severity::warning, std::to_string(dropped) + " NUL characters dropped", "check that the file is a text");
  if (decoded.replaced)
    say(Severity::warning, std::to_string(decoded.replaced) + " places are not valid " + decoded.encoding + " and read as U+FFFD",
        "save the file as UTF-8");
  if (decoded.guessed) say(Severity::warning, "encoding guessed: " + decoded.encoding, "save the file as UTF-8");
  if (decoded.text.find_first_not_of(" \n\t") == std::string::npos) say(Severity::warning, "holds no text", "check the file");
  source.text = std::move(decoded.text);
  return source;
}

} // namespace zonekg
