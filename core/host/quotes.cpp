#include "core/host/quotes.hpp"

#include "core/text/utf8.hpp"

namespace zonekg {

SourceQuotes::SourceQuotes(std::string_view source) : source_(source) {
  std::uint32_t code_points = 0;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (is_continuation(source[i])) continue;
    if (code_points % stride == 0) marks_.push_back(static_cast<std::uint32_t>(i));
    ++code_points;
  }
}

std::size_t SourceQuotes::byte_of(std::uint32_t code_point) const {
  const std::size_t mark = code_point / stride;
  if (mark >= marks_.size()) return source_.size();
  std::size_t byte = marks_[mark];
  for (std::uint32_t left = code_point % stride; left > 0 && byte < source_.size(); --left)
    byte += code_point_at(source_, byte).size;
  return byte;
}

std::string_view SourceQuotes::quote(std::uint32_t begin, std::uint32_t end) const {
  const std::size_t first = byte_of(begin);
  return source_.substr(first, byte_of(end) - first);
}

} // namespace zonekg
