// A file of any format, told by its content. PDF and old Word files start other programs and are left out.
#include "core/reader/programs.hpp"
#include "core/reader/reader.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  if (is_pdf(bytes) || is_ole(bytes)) return -1;
  for (const char* name : {"a.txt", "a.csv"}) {
    const SourceText source = read_source(bytes, name);
    fuzz::check_source(source);
    fuzz::expect(!source.text.empty() || !source.diagnostics.empty(), "what gives no text gives a diagnostic");
    for (const Diagnostic& diagnostic : source.diagnostics) fuzz::expect(diagnostic.where == name, "a diagnostic names the file");
  }
  return 0;
}
