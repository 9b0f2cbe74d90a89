#include "core/host/shared_objects.hpp"

#include <string>
#include <gtest/gtest.h>

#include "core/abi/plugin.hpp"

namespace zonekg {
namespace {

std::string& story() {
  static std::string told;
  return told;
}

void* make(void* context) {
  story() += "made ";
  return context;
}
void* fail(void*) { return nullptr; }
void destroy(void* object) { story() += *static_cast<std::string*>(object) + " "; }

TEST(SharedObjects, AreMadeOnceAndGoInReverse) {
  story().clear();
  std::string first = "first", second = "second", never = "never";
  {
    const SharedObjects shared;
    const zkg_shared& abi = shared.abi();
    const auto object = [&](const char* key, zkg_make how, std::string& context) { return abi.object(abi.host, borrow(key), how, destroy, &context); };
    EXPECT_EQ(object("a", make, first), &first);
    EXPECT_EQ(object("b", make, second), &second);
    EXPECT_EQ(object("a", make, never), &first) << "another plugin's";
    EXPECT_EQ(object("c", fail, never), nullptr);
    EXPECT_EQ(object("", make, never), &never) << "whoever failed before";
    EXPECT_EQ(story(), "made made made ");
  }
  EXPECT_EQ(story(), "made made made never second first ");
}

} // namespace
} // namespace zonekg
