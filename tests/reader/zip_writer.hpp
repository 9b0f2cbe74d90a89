// ZIP archives for tests, compressed by zlib, and ways to spoil them.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>
#include <zlib.h>

namespace zonekg::test {

inline void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
}

inline std::string deflated(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

inline std::string zip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out, directory;
  for (const auto& [name, text] : files) {
    const std::string packed = deflated(text);
    const auto crc = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
    const auto offset = static_cast<std::uint32_t>(out.size());
    std::string common;
    put(common, 20, 2);
    put(common, 1 << 11, 2);
    put(common, 8, 2);
    put(common, 0x21'0000, 4);
    put(common, crc, 4);
    put(common, static_cast<std::uint32_t>(packed.size()), 4);
    put(common, static_cast<std::uint32_t>(text.size()), 4);
    put(common, static_cast<std::uint32_t>(name.size()), 2);
    put(common, 0, 2);
    out += "PK\x03\x04" + common + name + packed;
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    directory += common;
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 4);
    put(directory, offset, 4);
    directory += name;
  }
  const auto begin = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\x05\x06";
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(files.size()), 2);
  put(out, static_cast<std::uint32_t>(files.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, begin, 4);
  put(out, 0, 2);
  return out;
}

// Writes `value` at `offset` of every entry of the directory, and at `local` of every file's own header.
inline std::string spoiled(std::string archive, std::size_t offset, std::size_t local, std::uint32_t value, int bytes) {
  std::string patch;
  put(patch, value, bytes);
  for (auto at = archive.find("PK\x01\x02"); at != std::string::npos; at = archive.find("PK\x01\x02", at + 4))
    archive.replace(at + offset, patch.size(), patch);
  for (auto at = archive.find("PK\x03\x04"); at != std::string::npos; at = archive.find("PK\x03\x04", at + 4))
    archive.replace(at + local, patch.size(), patch);
  return archive;
}
inline std::string with_claimed_size(const std::string& archive, std::uint32_t size) { return spoiled(archive, 24, 22, size, 4); }
inline std::string with_flags(const std::string& archive, std::uint32_t flags) { return spoiled(archive, 8, 6, flags, 2); }

} // namespace zonekg::test
