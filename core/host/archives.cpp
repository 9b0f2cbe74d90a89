#include "core/host/archives.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "core/host/pipeline.hpp"

namespace zonekg {
namespace {

constexpr int deepest = 3;                          // archives in each other
constexpr std::uint64_t most_unpacked = 4ULL << 30; // bytes that the archives of a run may claim together
constexpr std::size_t most_files = 100'000;

bool begins_like_zip(const Input& input) {
  if (input.packed) return input.packed->member.name.ends_with(".zip") || input.packed->member.name.ends_with(".ZIP");
  std::array<char, 4> head{};
  if (!input.unreadable.empty()) return false; // opening a pipe would wait
  std::ifstream file(input.file, std::ios::binary);
  return !input.file.empty() && file.read(head.data(), head.size()) && is_zip({head.data(), head.size()});
}

bool is_document(const ZipArchive& archive) {
  return archive.find("[Content_Types].xml") || archive.find("mimetype") || archive.find("content.xml");
}

// Names that begin with a dot, and what macOS adds beside each file.
bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.starts_with("__MACOSX/") || name.find("/.") != std::string_view::npos;
}

class Expansion {
 public:
  std::vector<Input> run(std::vector<Input> inputs) {
    for (Input& input : inputs) add(std::move(input), 0);
    std::ranges::stable_sort(result_, {}, &Input::path);
    return std::move(result_);
  }

 private:
  void add(Input input, int depth) {
    if (depth > deepest || !begins_like_zip(input) || !expand(input, depth)) result_.push_back(std::move(input));
  }

  bool expand(const Input& input, int depth) {
    try {
      const auto bytes = std::make_shared<const std::string>(read_bytes(input));
      const ZipArchive archive(*bytes);
      if (is_document(archive)) return false;
      std::vector<Input> inside;
      for (const ZipArchive::Member& member : archive.members()) {
        if (is_hidden(member.name) || !has_report_ending(member.name)) continue;
        unpacked_ += member.size;
        if (unpacked_ > most_unpacked || result_.size() + inside.size() >= most_files) return false;
        Input& file = inside.emplace_back(input);
        file.path = input.path + '/' + member.name;
        file.packed = std::make_shared<const PackedFile>(PackedFile{bytes, member});
      }
      if (inside.empty()) return false;
      for (Input& file : inside) add(std::move(file), depth + 1);
      return true;
    } catch (const UnpackError&) {
      return false;
    } catch (const InputError&) { // reported where it is read
      return false;
    }
  }

  std::vector<Input> result_;
  std::uint64_t unpacked_ = 0;
};

} // namespace

std::string read_packed(const PackedFile& file) { return ZipArchive::read(*file.archive, file.member); }

std::vector<Input> expand_archives(std::vector<Input> inputs) { return Expansion().run(std::move(inputs)); }

} // namespace zonekg
