#include "core/kit/weights.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace zonekg::kit {
namespace {

// File: magic, then per table: name size (u32), name, log2 of the weight count (u32), scale (f32), bias (f32), number of
// weights that are not 0 (u32), and for each of them the gap to the one before (base-128, low digits first) and the weight;
// or `all` for that number, and every weight.
// Little endian, as every machine that Debian 12 builds for here.
constexpr std::string_view magic = "ZKGW0002";
constexpr std::uint32_t max_bits = 24, all = 0xFFFFFFFF;

template <class Value>
void put(std::string& out, Value value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

void put_weights(std::string& out, const std::vector<std::int8_t>& weights) {
  const auto kept = weights.size() - static_cast<std::size_t>(std::count(weights.begin(), weights.end(), 0));
  if (kept * 2 > weights.size()) { // gaps would cost more than they save
    put(out, all);
    out.append(reinterpret_cast<const char*>(weights.data()), weights.size());
    return;
  }
  put(out, static_cast<std::uint32_t>(kept));
  std::size_t next = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    for (std::size_t gap = i - next;; gap >>= 7) {
      out += static_cast<char>(gap < 0x80 ? gap : (gap & 0x7F) | 0x80);
      if (gap < 0x80) break;
    }
    out += static_cast<char>(weights[i]);
    next = i + 1;
  }
}

class Cursor {
 public:
  Cursor(std::string_view bytes, const std::filesystem::path& file) : bytes_(bytes), file_(file) {}
  std::string_view take(std::size_t count) {
    if (bytes_.size() - at_ < count) fail();
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }
  template <class Value>
  Value number() {
    Value value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::vector<std::int8_t> weights(std::size_t size) {
    std::vector<std::int8_t> weights(size, 0);
    auto left = number<std::uint32_t>();
    if (left == all) {
      std::memcpy(weights.data(), take(size).data(), size);
      return weights;
    }
    for (std::size_t at = 0; left > 0; --left) {
      at += gap();
      if (at >= size) fail();
      weights[at++] = static_cast<std::int8_t>(take(1)[0]);
    }
    return weights;
  }
  [[nodiscard]] bool done() const { return at_ == bytes_.size(); }

 private:
  std::size_t gap() {
    std::size_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      value |= std::size_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    fail();
  }
  [[noreturn]] void fail() const {
    throw std::runtime_error(file_.string() + ": weight file is damaged; build it again with `zonekg train`");
  }

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
  if (!std::filesystem::is_regular_file(file)) throw std::runtime_error(file.string() + ": there is no such weight file");
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  std::string bytes(in ? static_cast<std::size_t>(in.tellg()) : 0, '\0');
  if (!in || !in.seekg(0).read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw std::runtime_error(file.string() + ": cannot read the weight file");
  Cursor cursor(bytes, file);
  if (cursor.take(magic.size()) != magic) throw std::runtime_error(file.string() + ": not a weight file of this version");
  Models models;
  while (!cursor.done()) {
    const std::string name(cursor.take(cursor.number<std::uint32_t>()));
    const auto bits = cursor.number<std::uint32_t>();
    if (bits > max_bits) throw std::runtime_error(file.string() + ": weight table is too large");
    const auto scale = cursor.number<float>();
    const auto bias = cursor.number<float>();
    models.emplace(name, Model(cursor.weights(std::size_t{1} << bits), scale, bias));
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
    put_weights(out, model.weights());
  }
  std::ofstream stream(file, std::ios::binary);
  stream << out;
  stream.flush();
  if (!stream) throw std::runtime_error(file.string() + ": cannot write the weight file");
}

float probability(float score) { return 1.0F / (1.0F + std::exp(-score)); }

} // namespace zonekg::kit
