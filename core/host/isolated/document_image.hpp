// A document and its layers as one run of bytes in shared memory: flat rows, with offsets where the boundary has
// pointers, so that a worker maps them as they are.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"
#include "core/process/shared_area.hpp"

namespace zonekg {

// Writes it to the front of the area; returns its size. `first_mention`: the id that the plugin's first mention gets.
// Throws std::system_error when there is not enough memory.
std::size_t write_document(const zkg_document& document, std::uint32_t first_mention, SharedArea& area);

// The worker's view; the bytes must outlive it.
class DocumentImage {
 public:
  // Throws std::runtime_error when the bytes are no image.
  explicit DocumentImage(std::string_view bytes);
  DocumentImage(const DocumentImage&) = delete;
  DocumentImage& operator=(const DocumentImage&) = delete;

  [[nodiscard]] const zkg_document& abi() const { return abi_; }
  [[nodiscard]] const std::vector<zkg_mention>& mentions() const { return mentions_; }
  [[nodiscard]] std::uint32_t first_mention() const { return first_mention_; }

 private:
  static const zkg_table* find(void* host, const char* id);

  std::map<std::string, zkg_table, std::less<>> tables_;
  std::vector<zkg_mention> mentions_; // with pointers again
  std::uint32_t first_mention_ = 0;
  zkg_document abi_{};
};

} // namespace zonekg
