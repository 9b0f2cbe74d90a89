#include "export/atomic_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <set>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace zonekg {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& target, int error) {
  const char* advice = error == ENOSPC || error == EDQUOT ? "free some space or choose another folder"
                       : error == ENOENT                  ? "make the folder first"
                                                          : "check the folder and its permissions";
  throw OutputError("cannot write " + target.string() + ": " + std::strerror(error) + "; " + advice);
}

// A stream buffer over a descriptor that remembers the first error's number, which std::filebuf does not tell.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) { reset(); }
  [[nodiscard]] int error() const { return error_; }

 protected:
  int_type overflow(int_type c) override {
    if (!drain()) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }
  int sync() override { return drain() ? 0 : -1; }

 private:
  void reset() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

  bool drain() {
    const char* from = pbase();
    while (error_ == 0 && from != pptr()) {
      const ssize_t written = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
      if (written >= 0)
        from += written;
      else if (errno != EINTR)
        error_ = errno;
    }
    reset();
    return error_ == 0;
  }

  int descriptor_;
  int error_ = 0;
  std::array<char, 1 << 16> buffer_;
};

// The file that a chain of symbolic links ends at, also when it does not exist yet.
fs::path follow_links(fs::path path) {
  std::error_code ignored;
  for (int hops = 0; hops < 32 && fs::is_symlink(fs::symlink_status(path, ignored)); ++hops) {
    const fs::path next = fs::read_symlink(path, ignored);
    path = next.is_absolute() ? next : path.parent_path() / next;
  }
  return path;
}

// Opens a new file beside `target`, with the rights that the target has or a new one would get.
std::pair<int, fs::path> open_beside(const fs::path& target) {
  struct stat old {};
  const mode_t mode = ::stat(target.c_str(), &old) == 0 ? old.st_mode & 0777u : 0666u;
  for (int attempt = 0; attempt < 1000; ++attempt) {
    fs::path beside = target;
    beside += ".part" + std::to_string(::getpid()) + '-' + std::to_string(attempt);
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor >= 0) return {descriptor, std::move(beside)};
    if (errno != EEXIST) break;
  }
  return {-1, {}};
}

// What a run that is interrupted must clear away. Held also during the renaming: a file is either cleared or committed.
struct Unfinished {
  std::mutex mutex;
  std::set<fs::path> files;
  std::size_t finished = 0;
  bool closed = false;
};

// Never destroyed: the thread that clears may outlive main().
Unfinished& unfinished() {
  static Unfinished& all = *new Unfinished;
  return all;
}

void remember(const fs::path& beside) {
  const std::lock_guard lock(unfinished().mutex);
  unfinished().files.insert(beside);
}

} // namespace

struct AtomicFile::Impl {
  Impl(fs::path to, fs::path from, int opened)
      : target(std::move(to)), beside(std::move(from)), descriptor(opened), buffer(opened), out(&buffer) {}

  fs::path target;
  fs::path beside; // empty when the target is written directly
  int descriptor;
  DescriptorBuffer buffer;
  std::ostream out;
};

AtomicFile::AtomicFile(const fs::path& target) {
  const fs::path real = follow_links(target);
  std::error_code ignored;
  const fs::file_status status = fs::status(real, ignored);
  if (fs::is_directory(status)) fail(target, EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    const int descriptor = ::open(real.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) fail(target, errno);
    impl_ = std::make_unique<Impl>(target, fs::path(), descriptor);
    return;
  }
  auto [descriptor, beside] = open_beside(real);
  if (descriptor < 0) fail(target, errno);
  remember(beside);
  impl_ = std::make_unique<Impl>(real, std::move(beside), descriptor);
}

AtomicFile::~AtomicFile() {
  if (impl_->descriptor >= 0) ::close(impl_->descriptor);
  if (impl_->beside.empty()) return;
  const std::lock_guard lock(unfinished().mutex);
  if (unfinished().files.erase(impl_->beside) > 0) ::unlink(impl_->beside.c_str());
}

std::ostream& AtomicFile::stream() { return impl_->out; }

void AtomicFile::commit() {
  impl_->out.flush();
  if (impl_->buffer.error() != 0) fail(impl_->target, impl_->buffer.error());
  if (!impl_->out) fail(impl_->target, EIO);
  // Some file systems tell that the disk is full only here.
  if (!impl_->beside.empty() && ::fsync(impl_->descriptor) != 0 && errno != EINVAL) fail(impl_->target, errno);
  if (::close(std::exchange(impl_->descriptor, -1)) != 0) fail(impl_->target, errno);
  const std::lock_guard lock(unfinished().mutex);
  if (unfinished().closed) fail(impl_->target, EINTR);
  if (!impl_->beside.empty() && ::rename(impl_->beside.c_str(), impl_->target.c_str()) != 0) fail(impl_->target, errno);
  unfinished().files.erase(impl_->beside);
  ++unfinished().finished;
  impl_->beside.clear();
}

std::size_t remove_unfinished_files() {
  const std::lock_guard lock(unfinished().mutex);
  unfinished().closed = true;
  for (const fs::path& file : unfinished().files) ::unlink(file.c_str());
  return unfinished().files.size();
}

std::size_t finished_files() {
  const std::lock_guard lock(unfinished().mutex);
  return unfinished().finished;
}

} // namespace zonekg
