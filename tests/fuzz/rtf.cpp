#include "core/reader/rtf.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  SourceText source;
  read_rtf(fuzz::view(data, size), source);
  fuzz::check_source(source);
  return 0;
}
