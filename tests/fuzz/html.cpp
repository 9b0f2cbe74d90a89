#include "core/reader/html.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  SourceText source;
  read_html(fuzz::view(data, size), source);
  fuzz::check_source(source);
  return is_html(fuzz::view(data, size)) ? 0 : -1; // -1: not worth keeping
}
