// The parts are the members of the archive, so that what is tried is XML and not the archive's compression.
#include "core/reader/docx.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = fuzz::archive_of(fuzz::Parts(fuzz::view(data, size)), {"word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml"});
  SourceText source;
  try {
    read_docx(ZipArchive(bytes), source);
  } catch (const UnpackError&) {
    return 0;
  }
  fuzz::check_source(source);
  return 0;
}
