#include "core/process/spill.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace zonekg {
namespace {

// /tmp only where there is no other: it may lie in memory.
std::string folder() {
  const char* named = std::getenv("TMPDIR");
  if (named != nullptr && *named != '\0') return named;
  std::error_code none;
  return std::filesystem::is_directory("/var/tmp", none) ? "/var/tmp" : "/tmp";
}

[[noreturn]] void fail(int error) {
  throw std::system_error(error, std::generic_category(),
                          "cannot keep what was read in " + folder() + " (set TMPDIR to a folder that may be written and has more room)");
}

// O_TMPFILE is not known to every file system.
int open_unnamed() {
  int descriptor = open(folder().c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT)) return descriptor;
  std::string name = folder() + "/zonekg-XXXXXX";
  descriptor = mkostemp(name.data(), O_CLOEXEC);
  if (descriptor >= 0) unlink(name.c_str());
  return descriptor;
}

} // namespace

Spill::Spill(std::size_t room) : room_(room) {}

Spill::~Spill() {
  if (descriptor_ >= 0) close(descriptor_);
}

void Spill::write_out(std::string_view bytes) {
  if (descriptor_ < 0 && (descriptor_ = open_unnamed()) < 0) fail(errno);
  while (!bytes.empty()) {
    const ssize_t count = pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(written_));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail(count < 0 ? errno : ENOSPC);
    written_ += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

Spill::Piece Spill::add(std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() + bytes.size() > room_) {
    write_out(waiting_);
    waiting_.clear();
  }
  const Piece piece{written_ + waiting_.size(), bytes.size()};
  if (bytes.size() > room_)
    write_out(bytes);
  else
    waiting_ += bytes;
  return piece;
}

void Spill::read(const Piece& piece, std::string& bytes) const {
  std::uint64_t begin = piece.begin;
  {
    const std::lock_guard lock(mutex_);
    if (begin >= written_) { // a piece stands in one of the two as a whole
      bytes.assign(waiting_, static_cast<std::size_t>(begin - written_), static_cast<std::size_t>(piece.size));
      return;
    }
  }
  bytes.resize(static_cast<std::size_t>(piece.size));
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(begin + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail(count < 0 ? errno : EIO);
    done += static_cast<std::size_t>(count);
  }
}

} // namespace zonekg
