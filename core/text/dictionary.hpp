// The word dictionary and the segmenter that reads it.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"

namespace zonekg {

// A compiled word list (core/text/dictionary/, built into words.dict by tools at build time), mapped read-only.
// Immutable, safe to share between threads.
class Dictionary {
 public:
  // Throws InputError when the file is missing or not a dictionary of this version.
  explicit Dictionary(const std::filesystem::path& file);
  ~Dictionary();
  Dictionary(Dictionary&&) noexcept;
  Dictionary& operator=(Dictionary&&) noexcept;

  // Cuts text into words: the most probable path through the word graph (unigram), numbers and Latin runs whole,
  // punctuation and line ends one by one (spaces and line ends are no words). Linear in the text's size.
  [[nodiscard]] std::vector<zkg_word> segment(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace zonekg
