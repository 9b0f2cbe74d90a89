#include "core/host/symbols.hpp"

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

#include "core/model/diagnostic.hpp"

// Boost's library_info lists symbols too, but not which of them are defined, and it trusts every offset of the file.
namespace zonekg {
namespace {

class Elf {
 public:
  explicit Elf(const std::filesystem::path& file) : file_(file) {
    std::ifstream in(file, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(in), {});
    if (!in.is_open()) refuse("cannot be read");
    if (bytes_.size() < sizeof(Elf64_Ehdr) || std::memcmp(bytes_.data(), ELFMAG, SELFMAG) != 0) refuse("is not a shared library (no ELF file)");
    if (bytes_[EI_CLASS] != ELFCLASS64) refuse("is not a library for 64 bits");
  }

  template <class Row> [[nodiscard]] Row at(std::uint64_t offset) const {
    if (offset > bytes_.size() || bytes_.size() - offset < sizeof(Row)) refuse("is cut short");
    Row row;
    std::memcpy(&row, bytes_.data() + offset, sizeof row);
    return row;
  }
  [[nodiscard]] std::string text(std::uint64_t offset) const {
    if (offset >= bytes_.size()) refuse("is cut short");
    return bytes_.substr(offset, bytes_.find('\0', offset) - offset);
  }
  [[noreturn]] void refuse(const std::string& why) const { throw InputError("plugin " + file_.string() + " cannot be used: it " + why); }

 private:
  std::filesystem::path file_;
  std::string bytes_;
};

bool is_exported(const Elf64_Sym& symbol) {
  const auto binding = ELF64_ST_BIND(symbol.st_info), kind = ELF64_ST_TYPE(symbol.st_info);
  const auto visibility = ELF64_ST_VISIBILITY(symbol.st_other);
  return symbol.st_shndx != SHN_UNDEF && symbol.st_shndx < SHN_LORESERVE && binding != STB_LOCAL &&
         (kind == STT_OBJECT || kind == STT_FUNC || kind == STT_TLS || kind == STT_GNU_IFUNC || kind == STT_NOTYPE) &&
         (visibility == STV_DEFAULT || visibility == STV_PROTECTED);
}

void add_symbols(const Elf& elf, const Elf64_Shdr& table, std::uint64_t names, std::vector<std::string>& found) {
  for (std::uint64_t at = 0; at + sizeof(Elf64_Sym) <= table.sh_size; at += sizeof(Elf64_Sym)) {
    const auto symbol = elf.at<Elf64_Sym>(table.sh_offset + at);
    if (is_exported(symbol)) found.push_back(elf.text(names + symbol.st_name));
  }
}

} // namespace

std::vector<std::string> exported_symbols(const std::filesystem::path& file) {
  const Elf elf(file);
  const auto header = elf.at<Elf64_Ehdr>(0);
  if (header.e_type != ET_DYN) elf.refuse("is not a shared library");
  const auto section = [&](std::uint32_t i) { return elf.at<Elf64_Shdr>(header.e_shoff + std::uint64_t{i} * header.e_shentsize); };
  std::vector<std::string> found;
  for (std::uint32_t i = 0; i < header.e_shnum; ++i)
    if (const Elf64_Shdr table = section(i); table.sh_type == SHT_DYNSYM) add_symbols(elf, table, section(table.sh_link).sh_offset, found);
  // Names that linkers add themselves.
  std::erase_if(found, [](const std::string& name) { return name == "_init" || name == "_fini" || name == "_edata" || name == "_end" || name == "__bss_start"; });
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

} // namespace zonekg
