#include "core/process/shared_area.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>

namespace zonekg {
namespace {

[[noreturn]] void fail(int error) { throw std::system_error(error, std::generic_category(), "no shared memory"); }

} // namespace

SharedArea::SharedArea(std::size_t size) : descriptor_(::memfd_create("zonekg", MFD_CLOEXEC | MFD_ALLOW_SEALING)) {
  try {
    if (descriptor_ < 0) fail(errno);
    const std::string path = "/proc/self/fd/" + std::to_string(descriptor_);
    reading_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (reading_ < 0) fail(errno);
    map(size);
    // Without it whoever may write could cut the file under the mapping: reading it would then end this process.
    if (::fcntl(descriptor_, F_ADD_SEALS, F_SEAL_SHRINK) != 0) fail(errno);
  } catch (...) {
    release();
    throw;
  }
}

SharedArea::~SharedArea() { release(); }

void SharedArea::release() noexcept {
  if (bytes_ != nullptr) ::munmap(bytes_, size_);
  if (reading_ >= 0) ::close(reading_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

// The room is taken at once: running out of it while writing would be a signal, not an error.
void SharedArea::map(std::size_t size) {
  if (const int error = ::posix_fallocate(descriptor_, 0, static_cast<off_t>(size)); error != 0) fail(error);
  void* const bytes = bytes_ == nullptr ? ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0)
                                        : ::mremap(bytes_, size_, size, MREMAP_MAYMOVE);
  if (bytes == MAP_FAILED) fail(errno);
  bytes_ = static_cast<char*>(bytes);
  size_ = size;
}

void SharedArea::reserve(std::size_t size) {
  if (size > size_) map(std::max(size, size_ + size_ / 2));
}

void SharedArea::fix_size() const {
  if (::fcntl(descriptor_, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SEAL) != 0) fail(errno);
}

} // namespace zonekg
