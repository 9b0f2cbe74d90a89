// What caches and shards hold of a document. The seal is put right, so that what lies behind it is reached; what can be read is
// linked, with nodes of documents, and written as well.
#include "core/host/cache.hpp"
#include "core/host/sha256.hpp"
#include "tests/fuzz/streamed.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  (void)unpack_extraction(bytes);
  constexpr std::size_t seal = 64;
  if (bytes.size() < seal) return 0;
  std::string sealed(bytes.substr(0, bytes.size() - seal));
  sealed += sha256_hex(sealed);
  std::optional<Extraction> extraction = unpack_extraction(sealed);
  if (!extraction) return 0;
  fuzz::expect(pack_extraction(*unpack_extraction(pack_extraction(*extraction))) == pack_extraction(*extraction), "an extraction is read back the same");
  LinkOptions options;
  options.documents = true;
  fuzz::check_streams({std::move(*extraction)}, options);
  return 0;
}
