// Numbers and strings in a row of bytes. Both ways have the same calls, so that one description of a layout serves both.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/abi/plugin.h"
#include "core/model/shared_text.hpp"

namespace zonekg {

class Packer {
 public:
  static constexpr bool reading = false;
  template <typename Number> void number(Number& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    auto size = static_cast<std::uint64_t>(value.size());
    number(size);
    bytes += value;
  }
  std::string bytes;
};

// Lengths are believed as far as the bytes reach; after the first that is not, everything reads as nothing.
class Unpacker {
 public:
  static constexpr bool reading = true;
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
  template <typename Number> void number(Number& value) {
    if (rest_.size() < sizeof value) return fail();
    if constexpr (std::is_same_v<Number, bool>) { // no other byte may become one
      if (rest_[0] != 0 && rest_[0] != 1) return fail();
      value = rest_[0] == 1;
    } else {
      std::memcpy(&value, rest_.data(), sizeof value);
    }
    rest_.remove_prefix(sizeof value);
  }
  void text(std::string& value) { value = text(); }
  void text(SharedText& value) { value = texts_.share(text()); }
  std::string_view piece(std::uint64_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view piece = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return piece;
  }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool whole() const { return !failed_ && rest_.empty(); }
  void fail() {
    failed_ = true;
    rest_ = {};
  }

 private:
  std::string_view text() {
    std::uint64_t size = 0;
    number(size);
    return piece(size);
  }

  std::string_view rest_;
  SharedTexts texts_;
  bool failed_ = false;
};

template <typename Way, typename Value, typename Each>
void pass_list(Way& way, std::vector<Value>& values, const Each& each) {
  auto size = static_cast<std::uint64_t>(values.size());
  way.number(size);
  if constexpr (Way::reading) {
    if (size > way.left()) return way.fail(); // every value takes a byte and more
    values.resize(size);
  }
  for (Value& value : values) each(value);
}

template <typename Way> void pass(Way& way, zkg_interval& period) {
  way.number(period.start);
  way.number(period.end);
}

} // namespace zonekg
