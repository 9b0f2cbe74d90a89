// What a figure's sentence holds before it, and what stands over it. A sentence may hold thousands of figures: what they
// share is looked at once.
#pragma once

#include <array>
#include <vector>

#include "core/kit/reading.hpp"

namespace zonekg {

class SentenceContext {
 public:
  // The reading must outlive it.
  explicit SentenceContext(const kit::Reading& reading);

  // Marks of the mentions that begin in the sentence before a position.
  [[nodiscard]] std::uint64_t mentions_before(std::uint32_t position) const;
  // Classes of the words of the sentence before this one, and of the heading over it.
  kit::Classes sentence_before(std::uint32_t sentence);
  kit::Classes heading_over(std::uint32_t sentence);

 private:
  struct Known { // of the last row asked for
    std::uint32_t row = kit::none;
    kit::Classes classes = 0;
  };
  static constexpr std::size_t types = 32;

  const kit::Reading& reading_;
  std::array<std::vector<std::uint32_t>, types> begins_; // of the mentions with each mark, ascending
  Known sentence_, section_;
};

} // namespace zonekg
