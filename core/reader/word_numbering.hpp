// Automatic numbers of Word paragraphs: they stand in no run, but a report's sections are known by them.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace zonekg {

// 21 in the format that Word calls `format` (decimal, chineseCounting, upperRoman …); empty for bullets and unknown ones.
std::string number_in_format(int number, std::string_view format);
// The number of the next item; a list that claims to begin at the greatest one stays there.
int next_number(int number);

class WordNumbering {
 public:
  explicit WordNumbering(std::string_view numbering_xml); // empty: no numbering; damaged: what could be read

  // The number of the next paragraph of this list and level, as it is printed: `（二）`.
  std::string next(int list, int level);

 private:
  static constexpr int levels = 9;
  struct Level {
    std::string format, text;
    int start = 1;
  };
  struct Definition {
    std::array<Level, levels> level;
    std::array<int, levels> counter{}; // 0: not begun
  };
  std::map<int, Definition> definitions_;
  std::map<int, int> definition_of_; // list → definition
};

} // namespace zonekg
