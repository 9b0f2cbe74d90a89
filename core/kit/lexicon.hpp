// Word classes that a plugin is triggered by: JSON files `{"classes": {"legal_form": ["有限公司", …], …}}`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/abi/plugin.hpp"

namespace zonekg::kit {

// A set of word classes, one bit each.
using Classes = std::uint64_t;

template <class Function>
void each_bit(Classes bits, Function&& function) {
  for (; bits; bits &= bits - 1) function(static_cast<std::size_t>(__builtin_ctzll(bits)));
}

class Lexicon {
 public:
  // Adds the classes of a file; words of a class already known are joined to it. Throws std::runtime_error naming file
  // and place when the file is not such JSON or the lexicon would have more than 64 classes.
  void read(const std::filesystem::path& file);
  // Adds classes in the same way; a word that its class has already is left out.
  void add(const WordClasses& classes);

  // Of the classes named, those that exist.
  [[nodiscard]] Classes classes(std::initializer_list<std::string_view> names) const;
  // The bit of one class; throws std::runtime_error when there is none: the plugin's code and data disagree.
  [[nodiscard]] Classes one(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  // A hash of the class's name: features must not depend on the order of classes.
  [[nodiscard]] std::uint64_t hash(std::size_t bit) const { return hashes_[bit]; }

  // For Extractor::triggers; the id is the class's bit number. Views stay valid while the lexicon lives unchanged.
  [[nodiscard]] std::vector<zkg_trigger> triggers() const;

 private:
  std::size_t bit_of(const std::string& name);

  std::vector<std::string> names_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::vector<std::string>> words_;
};

} // namespace zonekg::kit
