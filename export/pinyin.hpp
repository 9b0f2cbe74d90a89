// Chinese names as people type them on a keyboard: for search only, never for keys.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

// kaihuajingkaiqu and khjkq: lower case, without tones and blanks, other letters and digits as they are. A name with ü
// has both spellings that people type, joined by a blank: lvse luse.
struct Pinyin {
  std::string full, initials;
};

// Not safe with threads: it remembers what it has read.
class PinyinReader {
 public:
  PinyinReader(); // throws Error when the Unicode library has no readings
  ~PinyinReader();
  PinyinReader(const PinyinReader&) = delete;
  PinyinReader& operator=(const PinyinReader&) = delete;

  Pinyin read(std::string_view name);
  Pinyin read(const Node& node); // name and aliases, joined by blanks

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace zonekg
