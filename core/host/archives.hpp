// ZIP archives of reports among the inputs.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/host/inputs.hpp"
#include "core/reader/archive.hpp"

namespace zonekg {

// A file inside an archive that is held in memory as it is on disk.
struct PackedFile {
  std::shared_ptr<const std::string> archive;
  ZipArchive::Member member;
};

std::string read_packed(const PackedFile& file); // throws UnpackError

// Puts the reports inside in the place of an archive, archives inside archives too: `reports.zip/2023/a.docx`. Documents
// that are ZIP files by their format (DOCX, XLSX, ODT) stay as they are, and so does what cannot be unpacked: the reader
// says why. By path.
std::vector<Input> expand_archives(std::vector<Input> inputs);

} // namespace zonekg
