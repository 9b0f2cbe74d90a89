// The word dictionary and the segmenter that reads it.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"

namespace zonekg {

// A compiled word list (core/text/dictionary/, built into words.dict by a tool at build time), mapped read-only.
// Immutable, safe to share between threads.
class Dictionary {
 public:
  // Throws std::runtime_error naming the file when it is missing, cut short or not a dictionary of this version.
  // A file that is damaged inside gives wrong words, never a crash.
  explicit Dictionary(const std::filesystem::path& file);
  ~Dictionary();
  Dictionary(Dictionary&&) noexcept;
  Dictionary& operator=(Dictionary&&) noexcept;

  // Cuts text into words: the most probable path through the word graph (unigram), numbers (1,234.5%) and Latin runs
  // (T-Box) whole, punctuation one by one, characters in no word alone and tagged unknown; spaces and line ends are
  // no words. `text`: valid UTF-8. Linear in its size.
  [[nodiscard]] std::vector<zkg_word> segment(std::string_view text) const;

 private:
  struct Mapping;
  std::unique_ptr<Mapping> mapping_;
};

} // namespace zonekg
