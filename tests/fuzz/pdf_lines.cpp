// What pdftotext says of a page, made into lines.
#include "core/reader/pdf_lines.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  TextBuilder out;
  (void)join_pages(fuzz::view(data, size), out);
  SourceText source;
  out.finish(source);
  fuzz::check_source(source);
  return 0;
}
