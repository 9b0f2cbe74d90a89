// A file that lies in memory, for libraries and programs that take nothing but paths.
#pragma once

#include <string>
#include <string_view>

namespace zonekg {

class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes = {}); // throws std::system_error
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string path() const; // of this process; gone with the object
  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] std::string read() const; // from the beginning

 private:
  int descriptor_;
};

} // namespace zonekg
