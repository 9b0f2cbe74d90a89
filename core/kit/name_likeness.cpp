#include "core/kit/name_likeness.hpp"

#include <algorithm>
#include <stdexcept>

namespace zonekg::kit {
namespace {

// The bytes of each character, first byte lowest: a number for hashing that needs no decoding.
std::vector<std::uint32_t> units(std::string_view text) {
  std::vector<std::uint32_t> out;
  std::uint32_t shift = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0u) == 0x80u && !out.empty() && shift < 24;
    shift = continues ? shift + 8 : 0;
    if (continues)
      out.back() |= std::uint32_t{byte} << shift;
    else
      out.push_back(byte);
  }
  return out;
}

constexpr std::uint64_t at_start = 1, at_end = 2;

// The same as `features` of train_name_likeness.py.
Features name_features(const std::vector<std::uint32_t>& text) {
  Features out;
  out.reserve(1 + text.size() * 4);
  out.push_back(feature(1, std::min<std::size_t>(text.size(), 8)));
  const std::size_t last = text.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    const std::uint64_t start = i == 0 ? at_start : 0;
    out.push_back(feature(2, text[i]));
    out.push_back(feature(3, text[i], start + (i == last ? at_end : 0)));
    if (i == last) break;
    out.push_back(feature(4, text[i], text[i + 1]));
    out.push_back(feature(5, text[i], text[i + 1], start + (i + 1 == last ? at_end : 0)));
  }
  return out;
}

} // namespace

NameLikeness::NameLikeness(const std::filesystem::path& file) {
  Models models = read_models(file);
  const auto found = models.find("name_likeness");
  if (found == models.end()) throw std::runtime_error(file.string() + ": no table `name_likeness` in it");
  model_ = std::move(found->second);
}

float NameLikeness::score(std::string_view name) const {
  const auto characters = units(name);
  if (characters.empty()) return 0;
  return model_.score(name_features(characters)) / static_cast<float>(characters.size());
}

} // namespace zonekg::kit
