// What plugins share about one document: plugin.h, ZKG_LAYER_SHARED.
#pragma once

#include <string>
#include <vector>

#include "core/abi/plugin.h"

namespace zonekg {

// Used by one thread; must go before the document and the libraries of the plugins do.
class SharedObjects {
 public:
  SharedObjects() : abi_{sizeof(zkg_shared), this, object} {}
  ~SharedObjects();
  SharedObjects(const SharedObjects&) = delete;
  SharedObjects& operator=(const SharedObjects&) = delete;

  [[nodiscard]] const zkg_shared& abi() const { return abi_; }

 private:
  struct Object {
    std::string key;
    void* made;
    zkg_destroy destroy;
  };
  static void* object(void* host, zkg_text key, zkg_make make, zkg_destroy destroy, void* context);

  std::vector<Object> objects_;
  zkg_shared abi_;
};

} // namespace zonekg
