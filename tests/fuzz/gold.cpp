// Annotated passages.
#include "core/model/diagnostic.hpp"
#include "core/training/gold.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    (void)parse_gold(fuzz::view(data, size), "a.json");
  } catch (const InputError&) {
  }
  return 0;
}
