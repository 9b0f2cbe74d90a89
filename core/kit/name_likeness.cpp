#include "core/kit/name_likeness.hpp"

#include <algorithm>
#include <stdexcept>

namespace zonekg::kit {
namespace {

using Unit = NameLikeness::Unit;

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

} // namespace

NameLikeness::NameLikeness(const std::filesystem::path& file) {
  Models models = read_models(file);
  const auto found = models.find("name_likeness");
  if (found == models.end()) throw std::runtime_error(file.string() + ": no table `name_likeness` in it");
  model_ = std::move(found->second);
  for (std::size_t count = 0; count < of_counts_.size(); ++count) of_counts_[count] = weight(1, count);
}

// The features are those of `features` in train_name_likeness.py.
std::int32_t NameLikeness::weight(std::uint32_t kind, std::uint64_t a, std::uint64_t b, std::uint64_t c) const {
  const Feature id = feature(kind, a, b, c);
  return model_.sum(&id, 1);
}

std::int32_t NameLikeness::character(Unit unit, std::uint32_t places) const { return weight(2, unit) + weight(3, unit, places); }

std::int32_t NameLikeness::pair(Unit left, Unit right, std::uint32_t places) const {
  return weight(4, left, right) + weight(5, left, right, places);
}

NameLikeness::ByPlaces NameLikeness::character(Unit unit) const {
  const std::int32_t anywhere = weight(2, unit);
  const std::uint64_t here = begun(3, unit);
  ByPlaces all;
  for (std::uint32_t places = 0; places < all.size(); ++places)
    all[places] = static_cast<std::int16_t>(anywhere + model_.weight(id_of(joined(joined(here, places), 0))));
  return all;
}

NameLikeness::ByPlaces NameLikeness::pair(Unit left, Unit right) const {
  const std::int32_t anywhere = weight(4, left, right);
  const std::uint64_t here = joined(begun(5, left), right);
  ByPlaces all;
  for (std::uint32_t places = 0; places < all.size(); ++places)
    all[places] = static_cast<std::int16_t>(anywhere + model_.weight(id_of(joined(here, places))));
  return all;
}

float NameLikeness::score_of(std::int32_t characters_and_pairs, std::size_t count) const {
  const std::int32_t total = characters_and_pairs + of_counts_[std::min(count, of_counts_.size() - 1)];
  return (model_.bias() + model_.scale() * static_cast<float>(total)) / static_cast<float>(count);
}

float NameLikeness::score(std::string_view name) const {
  if (name.empty()) return 0;
  std::int32_t sum = 0;
  std::size_t count = 0;
  Unit before = 0;
  for (std::size_t at = 0; at < name.size(); ++count) {
    const Unit unit = next_unit(name, at);
    const std::uint32_t end = at == name.size() ? at_end : inside;
    sum += character(unit, (count == 0 ? at_start : inside) + end);
    if (count > 0) sum += pair(before, unit, (count == 1 ? at_start : inside) + end);
    before = unit;
  }
  return score_of(sum, count);
}

Unit name_unit(std::string_view character) {
  std::size_t at = 0;
  return character.empty() ? 0 : next_unit(character, at);
}

const LikenessInText::Part& LikenessInText::part(const NameLikeness& likeness, std::size_t at) {
  Part& part = parts_[at];
  if (part.known) return part;
  part.character = likeness.character(text_[at]);
  if (at + 1 < text_.size()) part.pair = likeness.pair(text_[at], text_[at + 1]);
  part.known = true;
  return part;
}

float LikenessInText::score(const NameLikeness& likeness, std::size_t begin, std::size_t end) {
  std::int32_t sum = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const Part& own = part(likeness, i);
    const NameLikeness::Place start = i == begin ? NameLikeness::at_start : NameLikeness::inside;
    sum += own.character[start + (i + 1 == end ? NameLikeness::at_end : NameLikeness::inside)];
    if (i + 1 < end) sum += own.pair[start + (i + 2 == end ? NameLikeness::at_end : NameLikeness::inside)];
  }
  return likeness.score_of(sum, end - begin);
}

} // namespace zonekg::kit
