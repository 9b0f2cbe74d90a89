// ZIP archives in memory, and gzip.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

// What a container may unfold to. Chinese text compresses to a fifth or a tenth, XML to a twentieth: a thousandfold
// growth is an attack.
struct UnpackLimits {
  std::size_t member = 512U << 20; // bytes of one member
  std::size_t ratio = 400;         // of unpacked to packed size, from `free` bytes on
  std::size_t free = 16U << 20;
  std::size_t members = 20'000;
};

// A container that cannot be read, in words without the file's name.
struct UnpackError {
  std::string message;
};

class ZipArchive {
 public:
  struct Member {
    std::string name; // UTF-8, `/` between folders
    std::uint64_t packed = 0, size = 0;
    bool encrypted = false;
    std::uint64_t place = 0; // in the directory
  };

  // `bytes` outlives the archive. Throws UnpackError.
  explicit ZipArchive(std::string_view bytes, const UnpackLimits& limits = {});

  [[nodiscard]] const std::vector<Member>& members() const { return members_; } // files only
  [[nodiscard]] const Member* find(std::string_view name) const;               // null when there is none
  [[nodiscard]] std::string read(const Member& member) const { return read(bytes_, member, limits_); }
  // The member of the archive that these bytes are, without reading its directory again. Throws UnpackError.
  static std::string read(std::string_view bytes, const Member& member, const UnpackLimits& limits = {});

 private:
  std::string_view bytes_;
  UnpackLimits limits_;
  std::vector<Member> members_;
};

bool is_zip(std::string_view bytes);
bool is_gzip(std::string_view bytes);

std::string unpack_gzip(std::string_view bytes, const UnpackLimits& limits = {}); // throws UnpackError

} // namespace zonekg
