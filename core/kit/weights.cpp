#include "core/kit/weights.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <utility>

#include <zstd.h>

#include "core/kit/unpack_models.hpp"

namespace zonekg::kit {
namespace {

// File: magic, then per table: name size (u32), name, log2 of the weight count (u32), scale (f32), bias (f32), the weights;
// all that in one Zstandard frame in packed files. The factors of a model are a table of their own after it. Little endian, as
// every machine that Debian 12 builds for here.
constexpr std::string_view packed_magic = "ZKGW0003", plain_magic = "ZKGP0003";
constexpr std::uint32_t max_bits = 24;
constexpr unsigned long long max_size = 1ULL << 28; // of all tables together
constexpr int level = 19;                           // files are written once and read often
constexpr std::string_view of_factors = ":factors"; // ends the name of their table

template <class Value>
void put(std::string& out, Value value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

std::runtime_error damaged(const std::filesystem::path& file) {
  return std::runtime_error(file.string() + ": weight file is damaged; build it again with `zonekg train`");
}

// A file's bytes, without the magic.
struct Bytes {
  std::shared_ptr<const char[]> owner;
  std::string_view all;
};

// Mapped: pages that no feature asks for are not read, and processes share them.
Bytes map_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw std::runtime_error(file.string() + ": cannot read the weight file: " + std::strerror(errno));
  struct stat status {};
  std::size_t size = 0;
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) size = static_cast<std::size_t>(status.st_size);
  void* address = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
  ::close(descriptor);
  if (address == MAP_FAILED) throw std::runtime_error(file.string() + ": cannot read the weight file");
  const auto* const bytes = static_cast<const char*>(address);
  return {{bytes, [address, size](const char*) { ::munmap(address, size); }}, {bytes, size}};
}

Bytes unpack(std::string_view packed, const std::filesystem::path& file) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > max_size) throw damaged(file);
  auto bytes = std::make_unique_for_overwrite<char[]>(size); // not zeroed first: at start every page counts
  if (ZSTD_decompress(bytes.get(), size, packed.data(), packed.size()) != size) throw damaged(file);
  const std::string_view all(bytes.get(), size);
  return {std::move(bytes), all};
}

// Of either kind of file.
Bytes read_tables(const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file)) throw std::runtime_error(file.string() + ": there is no such weight file");
  Bytes bytes = map_file(file);
  const std::string_view content = bytes.all.substr(std::min(packed_magic.size(), bytes.all.size()));
  if (bytes.all.starts_with(packed_magic)) return unpack(content, file);
  if (!bytes.all.starts_with(plain_magic)) throw std::runtime_error(file.string() + ": not a weight file of this version");
  bytes.all = content;
  return bytes;
}

std::string pack(const std::string& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), level);
  if (ZSTD_isError(size)) throw std::runtime_error(std::string("cannot pack weights: ") + ZSTD_getErrorName(size));
  packed.resize(size);
  return packed;
}

// Beside the file first: who has mapped the old one keeps it.
void write_bytes(const std::filesystem::path& file, std::string_view magic, std::string_view content) {
  const std::filesystem::path part(file.string() + ".part");
  std::ofstream stream(part, std::ios::binary);
  stream << magic << content;
  stream.close();
  std::error_code failed;
  if (stream) std::filesystem::rename(part, file, failed);
  if (!stream || failed) throw std::runtime_error(file.string() + ": cannot write the weight file");
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
  [[nodiscard]] bool done() const { return at_ == bytes_.size(); }

 private:
  [[noreturn]] void fail() const { throw damaged(file_); }

  std::string_view bytes_;
  const std::filesystem::path& file_;
  std::size_t at_ = 0;
};

Model::Table to_table(const std::vector<std::int8_t>& values) {
  auto copy = std::make_unique_for_overwrite<std::int8_t[]>(values.size());
  std::copy(values.begin(), values.end(), copy.get());
  return copy;
}

using Quantised = Model::Factors; // values as bytes, and their scale

Quantised rounded_to_bytes(const std::vector<float>& values) {
  float largest = 1e-6F;
  for (const float value : values) largest = std::max(largest, std::abs(value));
  const float scale = largest / 127;
  std::vector<std::int8_t> rounded(values.size());
  std::transform(values.begin(), values.end(), rounded.begin(),
                 [&](float value) { return static_cast<std::int8_t>(std::lround(value / scale)); });
  return {to_table(rounded), scale};
}

} // namespace

Model::Model(Table weights, std::size_t size, float scale, float bias)
    : weights_(std::move(weights)), mask_(static_cast<std::uint32_t>(size - 1)), scale_(scale), bias_(bias) {
  if (!std::has_single_bit(size)) throw std::runtime_error("weight table size is not a power of two");
}

Model::Model(const std::vector<std::int8_t>& weights, float scale, float bias) : Model(to_table(weights), weights.size(), scale, bias) {}

Evidence Model::evidence(const Feature* features, std::size_t count) const {
  Evidence result;
  result.sum = sum(features, count);
  if (!factors_.table) return result;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int8_t* const own = factors_.table.get() + std::size_t{features[i] & mask_} * Evidence::rank;
    for (std::size_t k = 0; k < Evidence::rank; ++k) {
      result.factors[k] += own[k];
      result.squares += own[k] * own[k];
    }
  }
  return result;
}

Evidence Model::evidence_joined(const Features& features, std::uint32_t kind, std::uint64_t value) const {
  std::array<Feature, 128> joined;
  Evidence result;
  for (std::size_t first = 0; first < features.size(); first += joined.size()) {
    const std::size_t count = std::min(joined.size(), features.size() - first);
    join_each(features.data() + first, count, kind, value, joined.data());
    result += evidence(joined.data(), count);
  }
  return result;
}

float Model::score_of(const Evidence& evidence) const {
  const float linear = score_of(evidence.sum);
  if (!factors_.table) return linear;
  std::int64_t pairs = -evidence.squares; // twice over
  for (const std::int32_t sum : evidence.factors) pairs += std::int64_t{sum} * sum;
  return linear + factors_.scale * factors_.scale * static_cast<float>(pairs) / 2;
}

Model Model::with(Factors factors) const {
  Model result = *this;
  result.factors_ = std::move(factors);
  return result;
}

Model Model::shifted(float by) const {
  Model result = *this;
  result.bias_ += by;
  return result;
}

Model quantise(const std::vector<float>& weights, float bias, const std::vector<float>& factors) {
  const Quantised rounded = rounded_to_bytes(weights);
  const Model model(rounded.table, weights.size(), rounded.scale, bias);
  return factors.empty() ? model : model.with(rounded_to_bytes(factors));
}

Models read_models(const std::filesystem::path& file) {
  const Bytes tables = read_tables(file);
  Cursor cursor(tables.all, file);
  Models models;
  while (!cursor.done()) {
    const std::string name(cursor.take(cursor.number<std::uint32_t>()));
    const auto bits = cursor.number<std::uint32_t>();
    if (bits > max_bits) throw std::runtime_error(file.string() + ": weight table is too large");
    const auto scale = cursor.number<float>();
    const auto bias = cursor.number<float>();
    const std::size_t size = std::size_t{1} << bits;
    const Model::Table table(tables.owner, reinterpret_cast<const std::int8_t*>(cursor.take(size).data()));
    if (!name.ends_with(of_factors)) {
      models.emplace(name, Model(table, size, scale, bias));
      continue;
    }
    const auto whose = models.find(std::string_view(name).substr(0, name.size() - of_factors.size()));
    if (whose == models.end() || whose->second.weights().size() * Evidence::rank != size) throw damaged(file);
    whose->second = whose->second.with(Model::Factors{table, scale});
  }
  return models;
}

void write_models(const std::filesystem::path& file, const Models& models) {
  std::string out;
  const auto put_table = [&](const std::string& name, const std::int8_t* values, std::size_t size, float scale, float bias) {
    put(out, static_cast<std::uint32_t>(name.size()));
    out += name;
    put(out, static_cast<std::uint32_t>(std::bit_width(size) - 1));
    put(out, scale);
    put(out, bias);
    out.append(reinterpret_cast<const char*>(values), size);
  };
  for (const auto& [name, model] : models) {
    const std::span<const std::int8_t> weights = model.weights();
    put_table(name, weights.data(), weights.size(), model.scale(), model.bias());
    if (const Model::Factors& factors = model.factors(); factors.table)
      put_table(name + std::string(of_factors), factors.table.get(), weights.size() * Evidence::rank, factors.scale, 0);
  }
  write_bytes(file, packed_magic, pack(out));
}

void unpack_models(const std::filesystem::path& from, const std::filesystem::path& to) {
  write_bytes(to, plain_magic, read_tables(from).all);
}

void SumQueue::flush() {
  features_.flush();
  std::size_t first = 0;
  for (const Set& set : sets_) {
    *set.target += model_.sum(ids_.data() + first, set.end - first);
    first = set.end;
  }
  ids_.clear();
  sets_.clear();
}

float probability(float score) { return 1.0F / (1.0F + std::exp(-score)); }

} // namespace zonekg::kit
