// Files of lines that know their hash.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "core/host/sha256.hpp"
#include "export/atomic_file.hpp"

namespace zonekg {

// There whole after commit, or not at all. Throws OutputError.
class LineWriter {
 public:
  explicit LineWriter(const std::filesystem::path& file) : file_(file) {}

  void add(std::string_view line) { // without its end
    put(line);
    put("\n");
  }
  [[nodiscard]] std::string sha256() const { return hash_.hex(); } // of everything so far
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
  void commit() { file_.commit(); }

 private:
  void put(std::string_view text) {
    file_.stream().write(text.data(), static_cast<std::streamsize>(text.size()));
    hash_.add(text);
    bytes_ += text.size();
  }

  AtomicFile file_;
  Sha256 hash_;
  std::uint64_t bytes_ = 0;
};

// One line after the other. Throws InputError, with the advice, when the file cannot be read.
class LineReader {
 public:
  LineReader(const std::filesystem::path& file, const std::string& advice);

  bool next(std::string_view& line); // false at the end; `line` is good until the next call
  [[nodiscard]] std::string sha256() const { return hash_.hex(); } // of the lines before this one; at the end, of all

 private:
  std::ifstream in_;
  std::string line_, where_, advice_;
  bool has_line_ = false;
  Sha256 hash_;
};

} // namespace zonekg
