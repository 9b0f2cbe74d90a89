// Bytes of an encoding that is declared (by the first part), told, or neither.
#include "core/reader/encoding.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Parts parts(fuzz::view(data, size));
  const std::string declared(parts.next());
  const std::string_view bytes = parts.empty() ? std::string_view(declared) : parts.next();
  for (const Decoded& decoded : {decode(bytes), decode_as(bytes, declared), decode_by_name(bytes, declared)})
    fuzz::expect(!find_invalid_utf8(decoded.text), "decoded text is UTF-8");
  return 0;
}
