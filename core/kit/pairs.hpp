// Features of two places of a document that may belong together: the ends of a relation, a project and a status word,
// an amount and its subject.
#pragma once

#include <cstdint>
#include <vector>

#include "core/kit/reading.hpp"
#include "core/kit/features.hpp"

namespace zonekg::kit {

// How far apart two places stand, closest first.
enum class Nearness : std::uint32_t { clause, sentence, lead, next_sentence, paragraph, heading, far };

// Beyond `farthest` it may say `far`, whatever it is.
Nearness nearness(const Reading& reading, Range a, Range b, Nearness farthest = Nearness::heading);

// `base`: the first template number; takes base .. base + 79. `between_mark`: the mention mark counted between the two
// (others of a's type), 0 for none.
void pair_features(const Reading& reading, Range a, Range b, std::uint32_t between_mark, std::uint32_t base, Features& out);

// Its parts, for sums that are put together: what the two have in common, without the features of each place alone, which
// are place_features(a, base + first_place) and place_features(b, base + second_place). `near`: nearness(a, b).
void between_features(const Reading& reading, Range a, Range b, Nearness near, std::uint32_t between_mark, std::uint32_t base, Features& out);
constexpr std::uint32_t first_place = 20, second_place = 40;

// Features of one place alone: its words, list, clause and section. Takes base .. base + 39.
void place_features(const Reading& reading, Range place, std::uint32_t base, Features& out);

// Characters between two places, in steps that grow.
constexpr std::uint32_t distance_bucket(std::uint32_t n) {
  return n == 0 ? 0 : n <= 2 ? 1 : n <= 4 ? 2 : n <= 8 ? 3 : n <= 14 ? 4 : n <= 22 ? 5 : n <= 35 ? 6 : n <= 60 ? 7 : 8;
}

// The clause around a place: between 。；，： and line ends, at most 60 characters on either side.
Range clause_around(const Reading& reading, Range place);

} // namespace zonekg::kit
