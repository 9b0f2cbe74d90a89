#include "core/process/memory_file.hpp"

#include <cerrno>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace zonekg {

MemoryFile::MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("zonekg", MFD_CLOEXEC)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "no file in memory");
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR) {
      const int error = errno;
      ::close(descriptor_);
      throw std::system_error(error, std::generic_category(), "no file in memory");
    }
  }
  ::lseek(descriptor_, 0, SEEK_SET);
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

std::string MemoryFile::read() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) return {};
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t count = ::pread(descriptor_, bytes.data() + got, bytes.size() - got, static_cast<off_t>(got));
    if (count <= 0) break;
    got += static_cast<std::size_t>(count);
  }
  bytes.resize(got);
  return bytes;
}

} // namespace zonekg
