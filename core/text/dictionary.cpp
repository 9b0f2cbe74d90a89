#include "core/text/dictionary.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

#include "core/text/dictionary/format.hpp"
#include "core/text/segmenter.hpp"

namespace zonekg {

namespace format = dictionary_format;

struct Dictionary::Mapping {
  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (address != MAP_FAILED) ::munmap(address, size);
  }
  [[nodiscard]] const char* at(std::size_t offset) const { return static_cast<const char*>(address) + offset; }

  void* address = MAP_FAILED;
  std::size_t size = 0;
};

namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
  throw std::runtime_error(file.string() + ": " + why + "; build the target `dictionary`, or install again");
}

// Closes the descriptor; the mapping stays.
void map_file(const std::filesystem::path& file, void*& address, std::size_t& size) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) refuse(file, std::string("cannot open the word dictionary: ") + std::strerror(errno));
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  if (regular) size = static_cast<std::size_t>(status.st_size);
  if (size >= sizeof(format::Header)) address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  ::close(descriptor);
  if (address == MAP_FAILED) refuse(file, "not a word dictionary");
}

void check_header(const std::filesystem::path& file, const format::Header& header, std::size_t size) {
  if (std::memcmp(header.magic, format::magic, sizeof format::magic) != 0) refuse(file, "not a word dictionary");
  if (header.byte_order != format::byte_order) refuse(file, "word dictionary of a machine with another byte order");
  if (header.version != format::version)
    refuse(file,
           "word dictionary of version " + std::to_string(header.version) + ", not " + std::to_string(format::version));
  const std::uint64_t expected = format::cells_offset + std::uint64_t{header.cell_count} * sizeof(format::Cell);
  if (header.cell_count == 0 || header.file_size != size || expected != size)
    refuse(file, "word dictionary is cut short or damaged");
}

} // namespace

Dictionary::Dictionary(const std::filesystem::path& file) : mapping_(std::make_unique<Mapping>()) {
  map_file(file, mapping_->address, mapping_->size);
  format::Header header;
  std::memcpy(&header, mapping_->at(0), sizeof header);
  check_header(file, header, mapping_->size);
}

Dictionary::~Dictionary() = default;
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;

std::vector<zkg_word> Dictionary::segment(std::string_view text) const {
  const auto& header = *reinterpret_cast<const format::Header*>(mapping_->at(0));
  const WordGraph graph{{reinterpret_cast<const format::Label*>(mapping_->at(sizeof header)), format::label_table_size},
                        {reinterpret_cast<const format::Cell*>(mapping_->at(format::cells_offset)), header.cell_count},
                        header.unknown_cost};
  return Segmenter(graph).segment(text);
}

} // namespace zonekg
