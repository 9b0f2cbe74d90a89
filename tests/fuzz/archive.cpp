// ZIP and gzip as they are, members included; small limits, so that nothing takes long by right.
#include "core/reader/archive.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  constexpr UnpackLimits limits = {.member = 1U << 20, .ratio = 400, .free = 1U << 16, .members = 200};
  try {
    fuzz::expect(unpack_gzip(bytes, limits).size() <= limits.member, "no more is unpacked than allowed");
  } catch (const UnpackError&) {
  }
  try {
    const ZipArchive archive(bytes, limits);
    fuzz::expect(archive.members().size() <= limits.members, "no more members than allowed");
    for (const ZipArchive::Member& member : archive.members()) {
      fuzz::expect(!find_invalid_utf8(member.name), "names are UTF-8");
      try {
        fuzz::expect(archive.read(member).size() <= limits.member, "no more is unpacked than allowed");
      } catch (const UnpackError&) {
      }
    }
  } catch (const UnpackError&) {
  }
  return 0;
}
