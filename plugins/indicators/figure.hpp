// A figure of a document on its way to being told: how it may be meant and which periods it may be of.
#pragma once

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <vector>

#include "core/kit/lattice.hpp"
#include "plugins/indicators/observation.hpp"
#include "plugins/indicators/period_choice.hpp"

namespace zonekg {

constexpr std::array<std::string_view, 3> figure_modalities = {"actual", "expected", "target"};

using FigureScores = std::array<float, figure_modalities.size()>;

struct IndicatorFigure {
  Observation observation;
  kit::Features features; // of the words, whatever is meant
  FigureScores scores{}; // log-odds that it is a figure of the zone, and so meant
  std::array<kit::Features, figure_modalities.size()> joint_features; // in training
  std::vector<PeriodOption> periods;
  zkg_interval period{}; // the likeliest of them

  [[nodiscard]] FigureScores probabilities() const {
    auto result = scores;
    kit::settle_choice(result);
    return result;
  }
  [[nodiscard]] float probability() const { // of any modality
    const auto all = probabilities();
    return std::accumulate(all.begin(), all.end(), 0.0F);
  }
  [[nodiscard]] std::size_t modality() const { // the likeliest
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }
};

} // namespace zonekg
