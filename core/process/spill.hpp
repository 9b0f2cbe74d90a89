// Bytes that wait outside of memory until they are needed again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

// Pieces of bytes, added and read again in any order, by several threads at once. What fits stays in memory; the rest
// goes to a file without a name in the folder for temporary files (TMPDIR, else /var/tmp), which is gone
// with the object or the program, however that ends.
class Spill {
 public:
  struct Piece {
    std::uint64_t begin = 0, size = 0;
  };

  explicit Spill(std::size_t room = std::size_t{1} << 18); // bytes that stay in memory
  ~Spill();
  Spill(const Spill&) = delete;
  Spill& operator=(const Spill&) = delete;

  // Both throw std::system_error, which says what to try.
  Piece add(std::string_view bytes);
  void read(const Piece& piece, std::string& bytes) const; // replaces `bytes`

 private:
  void write_out(std::string_view bytes);

  const std::size_t room_;
  mutable std::mutex mutex_;
  std::string waiting_;         // behind what is in the file
  std::uint64_t written_ = 0;
  int descriptor_ = -1;         // none as long as all fits
};

// Rows in a spill, by their number. Added by one thread, read by several.
class SpilledRows {
 public:
  void add(std::string_view bytes) { ends_.push_back(ends_.back() + spill_->add(bytes).size); }
  [[nodiscard]] std::size_t size() const { return ends_.size() - 1; }
  void read(std::size_t row, std::string& bytes) const { spill_->read({ends_[row], ends_[row + 1] - ends_[row]}, bytes); }

 private:
  std::unique_ptr<Spill> spill_ = std::make_unique<Spill>();
  std::vector<std::uint64_t> ends_ = {0};
};

} // namespace zonekg
