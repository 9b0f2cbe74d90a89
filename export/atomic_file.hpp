// Output files that are there whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <ostream>

#include "core/model/diagnostic.hpp"

namespace zonekg {

// A file could not be written; exit code 1.
class OutputError : public Error {
  using Error::Error;
};

// Writes beside the target and renames over it on commit. Without commit the target is left as it was.
// A symbolic link stays one: its target is replaced. What is not a regular file (a device, a pipe) is written directly.
class AtomicFile {
 public:
  explicit AtomicFile(const std::filesystem::path& target); // throws OutputError
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  std::ostream& stream();
  void commit(); // throws OutputError when anything since the opening could not be written

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// For a program that is about to end in the middle of writing: removes what stands beside the targets, and tells how many
// files that were. No file can be committed afterwards.
std::size_t remove_unfinished_files();
std::size_t finished_files(); // committed so far

} // namespace zonekg
