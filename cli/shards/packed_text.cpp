#include "cli/shards/packed_text.hpp"

#include <openssl/evp.h>
#include <zstd.h>

#include <stdexcept>

namespace zonekg {
namespace {

constexpr int level = 1; // the fastest: a line is written once and read once
constexpr unsigned long long most_bytes = 1ull << 32;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

} // namespace

std::string pack_text(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), level);
  if (ZSTD_isError(size)) throw std::runtime_error(std::string("cannot pack a document: ") + ZSTD_getErrorName(size));
  packed.resize(size);
  std::string text((size + 2) / 3 * 4 + 1, '\0'); // EVP ends it with NUL
  text.resize(static_cast<std::size_t>(EVP_EncodeBlock(bytes_of(text), bytes_of(packed), static_cast<int>(size))));
  return text;
}

std::optional<std::string> unpack_text(std::string_view text) {
  if (text.empty() || text.size() % 4 != 0) return std::nullopt;
  std::string packed(text.size() / 4 * 3, '\0');
  if (EVP_DecodeBlock(bytes_of(packed), bytes_of(text), static_cast<int>(text.size())) < 0) return std::nullopt;
  packed.resize(packed.size() - (text.ends_with("==") ? 2u : text.ends_with('=') ? 1u : 0u));
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most_bytes) return std::nullopt;
  std::string bytes(size, '\0');
  if (ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size()) != size) return std::nullopt;
  return bytes;
}

} // namespace zonekg
