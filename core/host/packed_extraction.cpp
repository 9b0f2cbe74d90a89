#include <utility>

#include "core/host/cache.hpp"
#include "core/host/sha256.hpp"
#include "core/model/packed.hpp"

namespace zonekg {
namespace {

constexpr std::string_view magic = "zonekg extraction 3\n";
constexpr std::size_t seal_size = 64; // SHA-256 in hex behind everything

} // namespace

std::string pack_extraction(const Extraction& extraction) {
  Packer packer;
  packer.bytes = magic;
  Extraction copy = extraction; // the layout is described once, for values that can be written to
  copy.rejections.clear();
  pass(packer, copy);
  return packer.bytes + sha256_hex(packer.bytes);
}

std::optional<Extraction> unpack_extraction(std::string_view bytes) {
  if (bytes.size() < magic.size() + seal_size || !bytes.starts_with(magic)) return std::nullopt;
  const std::string_view body = bytes.substr(0, bytes.size() - seal_size);
  if (sha256_hex(body) != bytes.substr(body.size())) return std::nullopt;
  Unpacker unpacker(body.substr(magic.size()));
  Extraction extraction;
  pass(unpacker, extraction);
  if (!unpacker.whole()) return std::nullopt;
  return extraction;
}

} // namespace zonekg
