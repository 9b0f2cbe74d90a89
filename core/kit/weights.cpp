#include "core/kit/weights.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace zonekg::kit {
namespace {

// File: magic, then per table: name size (u32), name, log2 of the weight count (u32), scale (f32), bias (f32), weights.
// Little endian, as every machine that Debian 12 builds for here.
constexpr std::string_view magic = "ZKGW0001";
constexpr std::uint32_t max_bits = 24;

template <class Value>
void put(std::string& out, Value value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

class Cursor {
 public:
  Cursor(std::string_view bytes, const std::filesystem::path& file) : bytes_(bytes), file_(file) {}
  std::string_view take(std::size_t count) {
    if (bytes_.size() - at_ < count)
      throw std::runtime_error(file_.string() + ": weight file is cut short; build it again with `zonekg train`");
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }
  template <class Value>
  Value number() {
    Value value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  [[nodiscard]] bool done() const { return at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  const std::filesystem::path& file_;
  std::size_t at_ = 0;
};

} // namespace

Model::Model(std::vector<std::int8_t> weights, float scale, float bias)
    : weights_(std::move(weights)), mask_(static_cast<std::uint32_t>(weights_.size() - 1)), scale_(scale), bias_(bias) {
  if (!std::has_single_bit(weights_.size())) throw std::runtime_error("weight table size is not a power of two");
}

Model quantise(const std::vector<float>& weights, float bias) {
  float largest = 1e-6F;
  for (const float w : weights) largest = std::max(largest, std::abs(w));
  const float scale = largest / 127;
  std::vector<std::int8_t> rounded(weights.size());
  std::transform(weights.begin(), weights.end(), rounded.begin(),
                 [&](float w) { return static_cast<std::int8_t>(std::lround(w / scale)); });
  return {std::move(rounded), scale, bias};
}

Models read_models(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string() + ": cannot read the weight file");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Cursor cursor(bytes, file);
  if (cursor.take(magic.size()) != magic) throw std::runtime_error(file.string() + ": not a weight file of this version");
  Models models;
  while (!cursor.done()) {
    const std::string name(cursor.take(cursor.number<std::uint32_t>()));
    const auto bits = cursor.number<std::uint32_t>();
    if (bits > max_bits) throw std::runtime_error(file.string() + ": weight table is too large");
    const auto scale = cursor.number<float>();
    const auto bias = cursor.number<float>();
    const std::string_view raw = cursor.take(std::size_t{1} << bits);
    std::vector<std::int8_t> weights(raw.size());
    std::memcpy(weights.data(), raw.data(), raw.size());
    models.emplace(name, Model(std::move(weights), scale, bias));
  }
  return models;
}

void write_models(const std::filesystem::path& file, const Models& models) {
  std::string out(magic);
  for (const auto& [name, model] : models) {
    put(out, static_cast<std::uint32_t>(name.size()));
    out += name;
    put(out, static_cast<std::uint32_t>(std::bit_width(model.weights().size()) - 1));
    put(out, model.scale());
    put(out, model.bias());
    for (const std::int8_t w : model.weights()) out += static_cast<char>(w);
  }
  std::ofstream stream(file, std::ios::binary);
  stream << out;
  stream.flush();
  if (!stream) throw std::runtime_error(file.string() + ": cannot write the weight file");
}

float probability(float score) { return 1.0F / (1.0F + std::exp(-score)); }

} // namespace zonekg::kit
