#include "graph/code_points.hpp"

#include <optional>

#include "core/text/utf8.hpp"

namespace zonekg {

std::string clean_utf8(std::string_view bytes) {
  auto bad = find_invalid_utf8(bytes);
  if (!bad) return std::string(bytes);
  std::string result;
  for (; bad; bad = find_invalid_utf8(bytes)) {
    result += bytes.substr(0, *bad);
    result += "\uFFFD";
    bytes.remove_prefix(*bad + 1);
  }
  return result += bytes;
}

std::u32string to_code_points(std::string_view utf8) {
  std::string clean;
  if (find_invalid_utf8(utf8)) utf8 = clean = clean_utf8(utf8);
  std::u32string result;
  result.reserve(utf8.size() / 2);
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = code_point_at(utf8, i);
    result += point.value;
    i += point.size;
  }
  return result;
}

std::string to_utf8(std::u32string_view text) {
  std::string result;
  result.reserve(text.size() * 3);
  for (const char32_t c : text) append_code_point(result, c);
  return result;
}

} // namespace zonekg
