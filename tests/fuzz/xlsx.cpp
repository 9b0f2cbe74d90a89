// The parts are the members of the archive, so that what is tried is XML and not the archive's compression.
#include "core/reader/sheets.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = fuzz::archive_of(fuzz::Parts(fuzz::view(data, size)), {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"});
  SourceText source;
  try {
    read_xlsx(ZipArchive(bytes), source);
  } catch (const UnpackError&) {
    return 0;
  }
  fuzz::check_source(source);
  return 0;
}
