#include <algorithm>
#include <bit>

#include "core/text/normalise.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {

OffsetMap::OffsetMap(std::vector<Segment> segments, std::string_view text, std::uint32_t source_size)
    : segments_(std::move(segments)), source_size_(source_size) {
  if (segments_.empty() || segments_.front().repaired != 0) segments_.insert(segments_.begin(), Segment{0, 0, true});
  blocks_.reserve(text.size() / 64 + 1);
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += 64) {
    Block block{0, count};
    const std::string_view bytes = text.substr(begin, 64);
    for (std::size_t i = 0; i < bytes.size(); ++i)
      block.starts |= static_cast<std::uint64_t>(is_continuation(bytes[i]) ? 0u : 1u) << i;
    count += static_cast<std::uint32_t>(std::popcount(block.starts));
    blocks_.push_back(block);
  }
}

std::uint32_t OffsetMap::code_points_before(std::uint32_t byte) const {
  const Block& block = blocks_[byte / 64];
  const std::uint64_t earlier = (std::uint64_t{1} << byte % 64) - 1;
  return block.before + static_cast<std::uint32_t>(std::popcount(block.starts & earlier));
}

std::size_t OffsetMap::segment_of(std::uint32_t byte) const {
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), byte,
                                      [](std::uint32_t b, const Segment& s) { return b < s.repaired; });
  return static_cast<std::size_t>(after - segments_.begin()) - 1;
}

std::uint32_t OffsetMap::source_of_end(std::uint32_t end) const {
  const std::size_t i = segment_of(end - 1);
  const Segment& segment = segments_[i];
  if (segment.linear) return segment.source + code_points_before(end) - code_points_before(segment.repaired);
  return i + 1 < segments_.size() ? segments_[i + 1].source : source_size_;
}

zkg_span OffsetMap::to_source(zkg_span repaired) const {
  if (blocks_.empty()) return {0, 0};
  const Segment& segment = segments_[segment_of(repaired.begin)];
  const std::uint32_t into =
      segment.linear ? code_points_before(repaired.begin) - code_points_before(segment.repaired) : 0;
  const std::uint32_t begin = segment.source + into;
  if (repaired.begin == repaired.end) return {begin, begin};
  return {begin, source_of_end(repaired.end)};
}

} // namespace zonekg
