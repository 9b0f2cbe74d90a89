// Plain text and separated values, in any encoding.
#include "core/reader/sheets.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const SourceText text = read_txt(fuzz::view(data, size), "a.txt");
  fuzz::check_source(text);
  const char found = find_separator(text.text);
  for (const char separator : {',', ';', '\t', found}) {
    if (separator == 0) continue;
    SourceText table;
    read_csv(text.text, separator, table);
    fuzz::check_source(table);
  }
  return 0;
}
