// Models: a file of named tables of quantised weights, made by `zonekg train`, mapped into memory.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/kit/features.hpp"

namespace zonekg::kit {

// What features say together to a Model. Sums of parts are the sum of the whole.
struct Evidence {
  static constexpr std::size_t rank = 8;

  std::int32_t sum = 0;                     // of weights
  std::array<std::int32_t, rank> factors{}; // sums of factors
  std::int64_t squares = 0;                 // of all factors

  Evidence& operator+=(const Evidence& other) {
    sum += other.sum;
    for (std::size_t k = 0; k < rank; ++k) factors[k] += other.factors[k];
    squares += other.squares;
    return *this;
  }
  friend Evidence operator+(Evidence a, const Evidence& b) { return a += b; }
};

// score = bias + scale * sum of weights[feature mod size]; the size is a power of two. With factors, a factorisation machine
// (Rendle, ICDM 2010): each pair of features adds the product of their factors, which tells what the two mean together.
class Model {
 public:
  // Shared by copies: tables stand where the file was unpacked.
  using Table = std::shared_ptr<const std::int8_t[]>;
  struct Factors {
    Table table; // Evidence::rank for each weight; null: none
    float scale = 1;
  };

  Model() = default;
  Model(const std::vector<std::int8_t>& weights, float scale, float bias);
  Model(Table weights, std::size_t size, float scale, float bias);

  [[nodiscard]] float score(const Features& features) const { return score(features.data(), features.size()); }
  [[nodiscard]] float score(const Feature* features, std::size_t count) const { return score_of(evidence(features, count)); }
  // In two steps, for scores that are put together from parts.
  [[nodiscard]] Evidence evidence(const Features& features) const { return evidence(features.data(), features.size()); }
  [[nodiscard]] Evidence evidence(const Feature* features, std::size_t count) const;
  // Of feature(kind, f, value) for each feature f, for alternatives that share features.
  [[nodiscard]] Evidence evidence_joined(const Features& features, std::uint32_t kind, std::uint64_t value = 0) const;
  [[nodiscard]] float score_of(const Evidence& evidence) const;
  // The same of a model without factors.
  [[nodiscard]] std::int32_t sum(const Feature* features, std::size_t count) const {
    const std::int8_t* const weights = weights_.get();
    const std::uint32_t mask = mask_;
    std::int32_t sum = 0;
#pragma GCC unroll 8
    for (std::size_t i = 0; i < count; ++i) sum += weights[features[i] & mask];
    return sum;
  }
  // Of `count` features that stand `stride` apart.
  template <std::size_t count, std::size_t stride>
  [[nodiscard]] std::int32_t sum_apart(const Feature* features) const {
    const std::int8_t* const weights = weights_.get();
    const std::uint32_t mask = mask_;
    std::int32_t sum = 0;
#pragma GCC unroll 32
    for (std::size_t i = 0; i < count; ++i) sum += weights[features[i * stride] & mask];
    return sum;
  }
  [[nodiscard]] std::int32_t weight(Feature feature) const { return weights_[feature & mask_]; }
  // Asks for the lines of weights ahead of their use.
  void prefetch(const Feature* features, std::size_t count) const {
    const std::int8_t* const weights = weights_.get();
    const std::uint32_t mask = mask_;
#pragma GCC unroll 8
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(weights + (features[i] & mask));
  }
  [[nodiscard]] float score_of(std::int32_t sum) const { return bias_ + scale_ * static_cast<float>(sum); }
  [[nodiscard]] Model shifted(float by) const;      // the same with another bias
  [[nodiscard]] Model with(Factors factors) const; // the same with these
  [[nodiscard]] float bias() const { return bias_; }
  [[nodiscard]] float scale() const { return scale_; }
  [[nodiscard]] std::span<const std::int8_t> weights() const { return {weights_.get(), std::size_t{mask_} + 1}; }
  [[nodiscard]] const Factors& factors() const { return factors_; }
  [[nodiscard]] bool empty() const { return mask_ == 0; }

 private:
  Table weights_{new std::int8_t[1]()};
  std::uint32_t mask_ = 0;
  float scale_ = 1, bias_ = 0;
  Factors factors_;
};

// Sums of many small sets of features, in batches. Sums are added to their targets by `flush`, or
// earlier.
class SumQueue {
 public:
  explicit SumQueue(const Model& model) : model_(model) {}
  SumQueue(const SumQueue&) = delete;
  SumQueue& operator=(const SumQueue&) = delete;

  // `collect` adds features to a batch; `target` must stay where it is until `flush`.
  template <class Collect>
  void add(std::int32_t& target, Collect&& collect) {
    collect(features_);
    sets_.push_back({&target, features_.size()});
    if (features_.size() >= enough) flush();
  }
  void flush();

 private:
  static constexpr std::size_t enough = 256; // their lines fit the first-level cache
  struct Set {
    std::int32_t* target;
    std::size_t end; // in ids
  };

  const Model& model_;
  Features ids_;
  std::vector<Set> sets_;
  FeatureBatch features_{ids_};
};

// Rounds weights to 8 bits with one scale for the table, factors, if there are any, with another; weights.size() is a power of two.
Model quantise(const std::vector<float>& weights, float bias, const std::vector<float>& factors = {});

using Models = std::map<std::string, Model, std::less<>>;

// Throws std::runtime_error naming the file when it is missing or damaged.
Models read_models(const std::filesystem::path& file);
void write_models(const std::filesystem::path& file, const Models& models);

float probability(float score); // logistic

} // namespace zonekg::kit
