// What the fuzz targets share. A target is one function of bytes; what must hold of its results is checked by `expect`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/document.hpp"
#include "core/reader/txt.hpp"
#include "core/text/utf8.hpp"
#include "tests/reader/zip_writer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace zonekg::fuzz {

inline std::string_view view(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

inline std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  expect(in.good(), "the file is there");
  return {std::istreambuf_iterator<char>(in), {}};
}

// Inputs of several parts, divided by lines of `====`; those that are not there are empty.
class Parts {
 public:
  explicit Parts(std::string_view bytes) : rest_(bytes) {}
  std::string_view next() {
    const std::size_t end = rest_.find(divider);
    const std::string_view part = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + divider.size());
    return part;
  }
  [[nodiscard]] bool empty() const { return rest_.empty(); }

 private:
  static constexpr std::string_view divider = "\n====\n";
  std::string_view rest_;
};

// A ZIP archive with these members; those without a part are left out.
inline std::string archive_of(Parts parts, const std::vector<std::string>& names) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const std::string& name : names)
    if (!parts.empty()) files.emplace_back(name, parts.next());
  return test::zip(files);
}

// What every reader promises.
inline void check_source(const SourceText& source) {
  expect(!find_invalid_utf8(source.text), "the text is UTF-8");
  expect(!find_invalid_utf8(source.title) && !find_invalid_utf8(source.publisher) && !find_invalid_utf8(source.index_number), "attributes are UTF-8");
  expect(source.text.find('\0') == std::string::npos && source.text.find('\r') == std::string::npos, "no NUL and no carriage return");
  std::uint32_t last = 0;
  const std::size_t points = count_code_points(source.text);
  for (const SourcePlace& place : source.places) {
    expect(place.begin >= last && place.begin <= points, "places stand in order, inside of the text");
    last = place.begin;
  }
}

// Any bytes as a reader would hand them on, with no guessing of encodings: what is no UTF-8 becomes U+FFFD.
inline std::string as_source(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF"; // says that it is UTF-8
  return read_txt(std::string(mark) + std::string(bytes), "fuzz").text;
}

} // namespace zonekg::fuzz
