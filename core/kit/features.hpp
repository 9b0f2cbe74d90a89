// Sparse binary features: 32-bit ids hashed from a template number and the values it joins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace zonekg::kit {

using Feature = std::uint32_t;
using Features = std::vector<Feature>;

constexpr std::uint64_t mix(std::uint64_t x) { // splitmix64 finaliser
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

inline std::uint64_t hash_text(std::string_view text) { // FNV-1a
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return h;
}

// The id of template `kind` with up to three values. Equal on every machine: weights depend on it.
// In steps, for many features that begin alike: id_of(joined(joined(begun(kind, a), b), c)).
constexpr std::uint64_t start_of(std::uint32_t kind, std::uint64_t a) { return kind * 0x9e3779b97f4a7c15ULL + a; }
constexpr std::uint64_t begun(std::uint32_t kind, std::uint64_t a) { return mix(start_of(kind, a)); }
constexpr std::uint64_t joined(std::uint64_t begun, std::uint64_t value) { return mix(begun + value); }
constexpr Feature id_of(std::uint64_t joined) { return static_cast<Feature>(joined >> 32); }
constexpr Feature feature(std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
  return id_of(joined(joined(begun(kind, a), b), c));
}
// feature(kind, a[i], b[i], c[i]) for each i below count.
void feature_each(std::uint32_t kind, const std::uint64_t* a, const std::uint64_t* b, const std::uint64_t* c, std::size_t count, Feature* out);
// id_of(joined(joined(mix(starts[i] + a), b[i]), c[i])) for each i below count.
void hash_each(const std::uint64_t* starts, std::uint64_t a, const std::uint64_t* b, const std::uint64_t* c, std::size_t count, Feature* out);
// feature(kind, f, value) for each of many features f.
void join_each(const Feature* features, std::size_t count, std::uint32_t kind, std::uint64_t value, Feature* out);

// Features that are hashed many at once, later: what has just been stored one by one cannot be read eight at a time at once.
class FeatureBatch {
 public:
  explicit FeatureBatch(Features& out) : out_(out) {}
  FeatureBatch(const FeatureBatch&) = delete;
  FeatureBatch& operator=(const FeatureBatch&) = delete;

  void add(std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
    if (count_ == most) flush();
    starts_[count_] = start_of(kind, a);
    b_[count_] = b;
    c_[count_] = c;
    ++count_;
  }
  // Appends the features that were added.
  void flush() {
    const std::size_t first = out_.size();
    out_.resize(first + count_);
    hash_each(starts_, 0, b_, c_, count_, out_.data() + first);
    count_ = 0;
  }
  // Of the list, with what waits.
  [[nodiscard]] std::size_t size() const { return out_.size() + count_; }

 private:
  static constexpr std::size_t most = 512;
  Features& out_;
  std::size_t count_ = 0;
  std::uint64_t starts_[most], b_[most], c_[most];
};

} // namespace zonekg::kit
