#include "core/kit/groundwork.hpp"

#include <utility>
#include <vector>

namespace zonekg::kit {
namespace {

// Plugins that share an object must agree on every byte of it: the key is a hash of the kit's headers, the compiler and its
// options (core/kit/CMakeLists.txt).
constexpr std::string_view key = "zonekg.kit.groundwork " ZONEKG_KIT_MAKE;

// No exception may cross the boundary: who gets nothing works on its own, and fails by itself.
void* make(void* document) noexcept {
  try {
    return new Groundwork(*static_cast<const Document*>(document));
  } catch (...) {
    return nullptr;
  }
}

void destroy(void* groundwork) noexcept { delete static_cast<Groundwork*>(groundwork); }

Groundwork* shared_by(const Document& document) {
  const auto rows = document.rows<zkg_shared>(ZKG_LAYER_SHARED);
  if (rows.empty()) return nullptr;
  const zkg_shared& shared = rows[0];
  return static_cast<Groundwork*>(shared.object(shared.host, borrow(key), make, destroy, const_cast<Document*>(&document)));
}

} // namespace

LikenessInText& Groundwork::likeness() {
  if (likeness_) return *likeness_;
  std::vector<NameLikeness::Unit> units;
  units.reserve(index_.size());
  for (std::uint32_t i = 0; i < index_.size(); ++i) units.push_back(name_unit(index_.text(index_.span({i, i + 1}))));
  return likeness_.emplace(std::move(units));
}

SharedGroundwork::SharedGroundwork(const Document& document) : shared_(shared_by(document)) {
  if (shared_) return;
  own_ = std::make_unique<Groundwork>(document);
  shared_ = own_.get();
}

} // namespace zonekg::kit
