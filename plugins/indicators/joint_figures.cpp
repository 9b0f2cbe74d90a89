#include "plugins/indicators/joint_figures.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/kit/score_steps.hpp"

namespace zonekg {
namespace {

using kit::Features;

constexpr std::string_view model_name = "fact:modality:joint";
constexpr std::uint32_t base = 2800;
constexpr float likely = 0.5F;

std::uint64_t fine(float score) { return kit::score_step(score, 0.4F); }
std::uint64_t coarse(float score) { return kit::score_step(score, 1.0F); }
std::uint64_t eighth(float share) { return kit::share_step(share, 8); }

// Where a figure stands.
struct Place {
  std::uint32_t sentence, paragraph, section;
};

// What the figures of one stretch of the document are together.
class Shares {
 public:
  void add(const FigureScores& probabilities) {
    for (std::size_t m = 0; m < probabilities.size(); ++m) sums_[m] += probabilities[m];
  }
  // Of one modality among the others: without `own`. 8: there are no others.
  [[nodiscard]] std::uint64_t of_others(std::size_t modality, const FigureScores& own) const {
    float rest = 0;
    for (std::size_t m = 0; m < own.size(); ++m) rest += sums_[m] - own[m];
    return rest < likely ? 8 : eighth((sums_[modality] - own[modality]) / rest);
  }

 private:
  FigureScores sums_{};
};

class JointFigures {
 public:
  JointFigures(std::vector<IndicatorFigure>& figures, const kit::Relater& relater) : figures_(figures), relater_(relater), reading_(relater.reading()) {
    for (const IndicatorFigure& figure : figures) {
      scores_.push_back(figure.scores);
      first_.push_back(figure.probabilities());
      any_.push_back(std::accumulate(first_.back().begin(), first_.back().end(), 0.0F));
      modalities_.push_back(figure.modality());
      places_.push_back(place_of(figure));
    }
    for (std::size_t i = 0; i < figures.size(); ++i) count(i);
  }

  void weigh() {
    for (std::size_t i = 0; i < figures_.size(); ++i)
      for (std::size_t m = 0; m < figure_modalities.size(); ++m) {
        Features features;
        kit::FeatureBatch out(features);
        about(i, m, out);
        out.flush();
        figures_[i].scores[m] = relater_.score(model_name, features);
        if (relater_.training()) figures_[i].joint_features[m] = std::move(features);
      }
  }

 private:
  [[nodiscard]] Place place_of(const IndicatorFigure& figure) const {
    const std::uint32_t sentence = reading_.sentence_at(figure.observation.metric.begin);
    if (sentence == kit::none) return {sentence, kit::none, kit::none};
    return {sentence, reading_.sentences()[sentence].paragraph, reading_.sentences()[sentence].section};
  }

  void count(std::size_t i) {
    in_section_[places_[i].section].add(first_[i]);
    in_paragraph_[places_[i].paragraph].add(first_[i]);
  }

  void about(std::size_t i, std::size_t m, kit::FeatureBatch& out) const {
    const IndicatorFigure& figure = figures_[i];
    const auto add = [&](std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0) { out.add(base + kind, a, b, m); };
    const FigureScores& scores = scores_[i];
    const std::uint64_t score = coarse(scores[m]);
    float rival = kit::no_score;
    for (std::size_t other = 0; other < scores.size(); ++other)
      if (other != m) rival = std::max(rival, scores[other]);
    add(0, fine(scores[m]));
    add(1, score, coarse(rival));
    add(2, score, modalities_[i]);
    add(3, eighth(any_[i]), score);
    add(4, kind_of(figure.observation), score);

    const std::uint64_t before = beside(i, -1), after = beside(i, 1);
    add(10, before, score);
    add(11, after, score);
    add(12, before << 8 | after, score);
    const std::uint64_t section = in_section_.at(places_[i].section).of_others(m, first_[i]);
    const std::uint64_t paragraph = in_paragraph_.at(places_[i].paragraph).of_others(m, first_[i]);
    add(13, section, score);
    add(14, paragraph, score);
    add(15, section << 8 | paragraph, score);
    add(16, before << 8 | section, score);

    const zkg_interval period = figure.period;
    const std::uint64_t stands = against(period, reading_.document().period()), length = months_in(period);
    const std::uint64_t ahead = ahead_of_publication(period);
    add(20, stands << 8 | length, score);
    add(21, ahead << 8 | length, score);
    add(22, ahead << 8 | stands, score);
    add(23, ahead << 8 | stands, before);
  }

  // 0: nobody; else how the next likely figure is meant, and how near it stands.
  [[nodiscard]] std::uint64_t beside(std::size_t i, int step) const {
    const std::size_t other = likely_beside(i, step);
    return other == figures_.size() ? 0 : (modalities_[other] + 1) << 2 | nearness(i, other);
  }

  [[nodiscard]] std::size_t likely_beside(std::size_t i, int step) const {
    constexpr int farthest = 8;
    for (int n = 1; n <= farthest; ++n) {
      const auto other = static_cast<std::ptrdiff_t>(i) + n * step;
      if (other < 0 || other >= static_cast<std::ptrdiff_t>(figures_.size())) break;
      if (any_[static_cast<std::size_t>(other)] >= likely) return static_cast<std::size_t>(other);
    }
    return figures_.size();
  }

  [[nodiscard]] std::uint64_t nearness(std::size_t i, std::size_t other) const {
    const Place &a = places_[i], &b = places_[other];
    return a.sentence == b.sentence ? 0 : a.paragraph == b.paragraph ? 1 : a.section == b.section ? 2 : 3;
  }

  // Years from publication to the end of the period; 0: not known.
  [[nodiscard]] std::uint64_t ahead_of_publication(zkg_interval period) const {
    const std::int32_t published = reading_.document().published();
    if (published == 0 || !is_told(period)) return 0;
    return static_cast<std::uint64_t>(std::clamp(period.end / 10000 - published / 10000 + 3, 0, 6) + 1);
  }

  std::vector<IndicatorFigure>& figures_;
  const kit::Relater& relater_;
  const kit::Reading& reading_;
  // By figure, as the first models have it.
  std::vector<FigureScores> scores_, first_; // log-odds, probabilities
  std::vector<float> any_;
  std::vector<std::size_t> modalities_;
  std::vector<Place> places_;

  std::unordered_map<std::uint32_t, Shares> in_section_, in_paragraph_;
};

} // namespace

bool weigh_jointly(std::vector<IndicatorFigure>& figures, const kit::Relater& relater) {
  // It looks at periods: their model is taught before it.
  if (!relater.weighs(model_name, "fact:period")) return false;
  JointFigures(figures, relater).weigh();
  return true;
}

} // namespace zonekg
