// Text that does not change and that its copies share. A graph holds the same few words of plugins and rules, and the same
// sentences, a hundred thousand times.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace zonekg {

// As wide as a pointer. Safe to copy and drop in several threads; texts are equal when their bytes are.
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string_view text); // copies the bytes; less than 4 GiB of them
  SharedText(const std::string& text) : SharedText(std::string_view(text)) {}
  SharedText(const char* text) : SharedText(std::string_view(text)) {}
  SharedText(const SharedText& other) noexcept : block_(other.block_) { keep(); }
  SharedText(SharedText&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  SharedText& operator=(SharedText other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~SharedText() { drop(); }

  [[nodiscard]] std::string_view view() const;
  [[nodiscard]] std::string str() const { return std::string(view()); }
  [[nodiscard]] std::size_t size() const { return view().size(); }
  [[nodiscard]] bool empty() const { return block_ == nullptr; }
  operator std::string_view() const { return view(); } // NOLINT(google-explicit-constructor): it is a text

  friend bool operator==(const SharedText& a, const SharedText& b) { return a.block_ == b.block_ || a.view() == b.view(); }
  friend std::strong_ordering operator<=>(const SharedText& a, const SharedText& b) {
    return a.block_ == b.block_ ? std::strong_ordering::equal : a.view() <=> b.view();
  }

 private:
  struct Block;
  void keep() const noexcept;
  void drop() noexcept;

  Block* block_ = nullptr; // null: empty
};

// Finds equal texts again, so that they are held once. For one thread.
class SharedTexts {
 public:
  const SharedText& share(std::string_view text);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return a == b; }
  };
  std::unordered_set<SharedText, Hash, Equal> texts_;
};

} // namespace zonekg
