// Memory that this process and programs it started see together.
#pragma once

#include <cstddef>

namespace zonekg {

class SharedArea {
 public:
  // Throws std::system_error. It never shrinks, whoever holds a descriptor of it.
  explicit SharedArea(std::size_t size);
  ~SharedArea();
  SharedArea(const SharedArea&) = delete;
  SharedArea& operator=(const SharedArea&) = delete;

  [[nodiscard]] char* bytes() const { return bytes_; } // until the next reserve()
  [[nodiscard]] std::size_t size() const { return size_; }

  // Grows to `size` bytes at least. Throws std::system_error when there is not enough memory.
  void reserve(std::size_t size);
  // Nobody can grow it any more either: what a stranger may write to.
  void fix_size() const;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] int reading_descriptor() const { return reading_; } // mappings through it are for reading only

 private:
  void map(std::size_t size);
  void release() noexcept;

  int descriptor_ = -1, reading_ = -1;
  char* bytes_ = nullptr;
  std::size_t size_ = 0;
};

} // namespace zonekg
