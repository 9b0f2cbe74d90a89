#include "core/host/shared_objects.hpp"

#include <algorithm>

#include "core/abi/plugin.hpp"

namespace zonekg {

// An object may hold on to one that was made before it.
SharedObjects::~SharedObjects() {
  for (; !objects_.empty(); objects_.pop_back()) objects_.back().destroy(objects_.back().made);
}

void* SharedObjects::object(void* host, zkg_text key, zkg_make make, zkg_destroy destroy, void* context) {
  auto& objects = static_cast<SharedObjects*>(host)->objects_;
  const auto known = std::ranges::find(objects, view(key), &Object::key);
  if (known != objects.end()) return known->made;
  void* const made = make(context);
  if (made == nullptr) return nullptr;
  try {
    objects.push_back({std::string(view(key)), made, destroy});
  } catch (...) { // no memory, and no exception may cross the boundary
    destroy(made);
    return nullptr;
  }
  return made;
}

} // namespace zonekg
