#include "core/reader/archive.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <minizip/unzip.h>
#include <zlib.h>

#include "core/reader/encoding.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

// minizip's file functions over a view.
struct View {
  std::string_view bytes;
  std::uint64_t at = 0;
};

View& view_of(void* stream) { return *static_cast<View*>(stream); }

unsigned long read_view(void*, void* stream, void* out, unsigned long size) {
  View& view = view_of(stream);
  const std::uint64_t left = view.at < view.bytes.size() ? view.bytes.size() - view.at : 0;
  const std::uint64_t count = std::min<std::uint64_t>(size, left);
  if (count > 0) std::memcpy(out, view.bytes.data() + view.at, count);
  view.at += count;
  return static_cast<unsigned long>(count);
}

long seek_view(void*, void* stream, ZPOS64_T offset, int origin) {
  View& view = view_of(stream);
  const std::uint64_t base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? view.at : view.bytes.size();
  if (base + offset > view.bytes.size()) return -1;
  view.at = base + offset;
  return 0;
}

class Unzip {
 public:
  explicit Unzip(std::string_view bytes) : view_{bytes} {
    zlib_filefunc64_def functions{};
    functions.zopen64_file = [](void* opaque, const void*, int) { return opaque; };
    functions.zread_file = read_view;
    functions.zwrite_file = [](void*, void*, const void*, unsigned long) { return 0UL; };
    functions.ztell64_file = [](void*, void* stream) { return static_cast<ZPOS64_T>(view_of(stream).at); };
    functions.zseek64_file = seek_view;
    functions.zclose_file = [](void*, void*) { return 0; };
    functions.zerror_file = [](void*, void*) { return 0; };
    functions.opaque = &view_;
    file_ = unzOpen2_64("", &functions);
    if (!file_) throw UnpackError{"the ZIP directory is missing or damaged: the file may be cut off"};
  }
  ~Unzip() { unzClose(file_); }
  Unzip(const Unzip&) = delete;
  Unzip& operator=(const Unzip&) = delete;
  [[nodiscard]] unzFile get() const { return file_; }

 private:
  View view_;
  unzFile file_;
};

std::string member_name(const char* bytes, std::size_t size, bool utf8) {
  // Windows in China writes GB18030 without saying so.
  const std::string_view given(bytes, size);
  std::string name = utf8 && !find_invalid_utf8(given) ? std::string(given) : decode(given).text;
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

void check_growth(std::uint64_t packed, std::uint64_t size, const UnpackLimits& limits) {
  if (size > limits.member)
    throw UnpackError{"a part of it unpacks to more than " + std::to_string(limits.member >> 20) + " MiB"};
  if (size > limits.free && size / std::max<std::uint64_t>(packed, 1) > limits.ratio)
    throw UnpackError{"a part of it grows more than " + std::to_string(limits.ratio) + "-fold when unpacked: a ZIP bomb"};
}

} // namespace

ZipArchive::ZipArchive(std::string_view bytes, const UnpackLimits& limits) : bytes_(bytes), limits_(limits) {
  if (bytes.starts_with("PK\x05\x06")) return; // a directory of nothing
  const Unzip zip(bytes);
  int result = unzGoToFirstFile(zip.get());
  for (; result == UNZ_OK; result = unzGoToNextFile(zip.get())) {
    if (members_.size() == limits_.members) throw UnpackError{"it holds more than " + std::to_string(limits_.members) + " files"};
    unz_file_info64 info{};
    std::array<char, 4096> name{};
    if (unzGetCurrentFileInfo64(zip.get(), &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK) break;
    const std::size_t size = std::min<std::size_t>(info.size_filename, name.size() - 1);
    constexpr unsigned long encrypted = 1, utf8 = 1 << 11;
    Member member{member_name(name.data(), size, info.flag & utf8), info.compressed_size, info.uncompressed_size,
                  (info.flag & encrypted) != 0, static_cast<std::uint64_t>(unzGetOffset64(zip.get()))};
    if (!member.name.empty() && member.name.back() != '/') members_.push_back(std::move(member));
  }
  if (result != UNZ_END_OF_LIST_OF_FILE && members_.empty()) throw UnpackError{"the ZIP directory is damaged"};
}

const ZipArchive::Member* ZipArchive::find(std::string_view name) const {
  const auto found = std::find_if(members_.begin(), members_.end(), [&](const Member& m) { return m.name == name; });
  return found == members_.end() ? nullptr : &*found;
}

std::string ZipArchive::read(std::string_view bytes, const Member& member, const UnpackLimits& limits) {
  if (member.encrypted) throw UnpackError{"it is encrypted: save it without a password"};
  check_growth(member.packed, member.size, limits);
  const Unzip zip(bytes);
  if (unzSetOffset64(zip.get(), member.place) != UNZ_OK || unzOpenCurrentFile(zip.get()) != UNZ_OK)
    throw UnpackError{"a part of it (" + member.name + ") is damaged"};
  std::string text;
  std::array<char, 65536> block;
  int count = 0;
  while ((count = unzReadCurrentFile(zip.get(), block.data(), block.size())) > 0) {
    text.append(block.data(), static_cast<std::size_t>(count));
    check_growth(member.packed, text.size(), limits); // the directory may lie
  }
  if (unzCloseCurrentFile(zip.get()) != UNZ_OK || count < 0) throw UnpackError{"a part of it (" + member.name + ") is damaged"};
  return text;
}

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }
bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

std::string unpack_gzip(std::string_view bytes, const UnpackLimits& limits) {
  z_stream stream{};
  constexpr int gzip = 15 + 16;
  if (inflateInit2(&stream, gzip) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
  std::string text;
  std::array<char, 65536> block;
  std::string_view rest = bytes;
  int result = Z_OK;
  while (!rest.empty() || result == Z_OK) {
    const std::size_t given = std::min<std::size_t>(rest.size(), 1U << 30);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
    stream.avail_in = static_cast<uInt>(given);
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = block.size();
    result = inflate(&stream, Z_NO_FLUSH);
    text.append(block.data(), block.size() - stream.avail_out);
    rest.remove_prefix(given - stream.avail_in);
    check_growth(bytes.size(), text.size(), limits);
    if (result == Z_STREAM_END) {
      if (!is_gzip(rest)) break; // several gzip files in a row are one text; anything else behind is padding
      inflateReset(&stream);
      result = Z_OK;
    } else if (result != Z_OK || (given == 0 && stream.avail_out > 0)) {
      throw UnpackError{"the gzip data is damaged or cut off"};
    }
  }
  return text;
}

} // namespace zonekg
