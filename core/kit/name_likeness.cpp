#include "core/kit/name_likeness.hpp"

#include <algorithm>
#include <stdexcept>

namespace zonekg::kit {
namespace {

// The bytes of a character, first byte lowest: a number for hashing that needs no decoding.
using Unit = std::uint32_t;

// `at` moves behind the character.
Unit next_unit(std::string_view text, std::size_t& at) {
  Unit unit = static_cast<unsigned char>(text[at++]);
  for (std::uint32_t shift = 8; shift < 32 && at < text.size(); shift += 8, ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0u) != 0x80u) break;
    unit |= Unit{byte} << shift;
  }
  return unit;
}

// Sums the weights of features as they come; the same as `features` of train_name_likeness.py.
class Sum {
 public:
  explicit Sum(const Model& model) : weights_(model.weights()), mask_(model.weights().size() - 1) {}
  void add_length(std::uint64_t characters) { add(1, std::min<std::uint64_t>(characters, 8), 0, 0); }
  void add_character(Unit unit, std::uint64_t place) {
    add(2, unit, 0, 0);
    add(3, unit, place, 0);
  }
  void add_pair(Unit left, Unit right, std::uint64_t place) {
    add(4, left, right, 0);
    add(5, left, right, place);
  }
  [[nodiscard]] float total() const { return static_cast<float>(total_); }

 private:
  void add(std::uint32_t kind, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    total_ += weights_[feature(kind, a, b, c) & mask_];
  }
  const std::vector<std::int8_t>& weights_;
  std::size_t mask_;
  std::int32_t total_ = 0;
};

constexpr std::uint64_t at_start = 1, at_end = 2; // places in the name, added up

} // namespace

NameLikeness::NameLikeness(const std::filesystem::path& file) {
  Models models = read_models(file);
  const auto found = models.find("name_likeness");
  if (found == models.end()) throw std::runtime_error(file.string() + ": no table `name_likeness` in it");
  model_ = std::move(found->second);
}

float NameLikeness::score(std::string_view name) const {
  if (name.empty()) return 0;
  Sum sum(model_);
  std::uint64_t count = 0;
  Unit before = 0;
  for (std::size_t at = 0; at < name.size(); ++count) {
    const Unit unit = next_unit(name, at);
    const std::uint64_t end = at == name.size() ? at_end : 0;
    sum.add_character(unit, (count == 0 ? at_start : 0) + end);
    if (count > 0) sum.add_pair(before, unit, (count == 1 ? at_start : 0) + end);
    before = unit;
  }
  sum.add_length(count);
  return (model_.bias() + model_.scale() * sum.total()) / static_cast<float>(count);
}

} // namespace zonekg::kit
