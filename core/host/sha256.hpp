#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace zonekg {

// Lower-case hex digits of the SHA-256 of the bytes.
std::string sha256_hex(std::string_view bytes);

// The same of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  [[nodiscard]] std::string hex() const; // of everything so far

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

} // namespace zonekg
