// Breaks the contract: an exception leaves its C function.
#include <zonekg/plugin.h>

#include <stdexcept>

namespace {

int instance;
void* create(const zkg_config*, zkg_text*) { return &instance; }
const zkg_trigger* triggers(void*, size_t* count) {
  *count = 0;
  return nullptr;
}
int32_t extract(void*, const zkg_document*, const zkg_sink*, zkg_text*) {
  throw std::runtime_error("out of the plugin");
}
void destroy(void*) {}

const zkg_plugin functions = {create, triggers, extract, destroy};
const char* const provided[] = {"mention:company", nullptr};
const char* const required[] = {nullptr};

} // namespace

extern "C" ZKG_EXPORT const zkg_entry zkg_plugin_entry;
extern "C" ZKG_EXPORT const zkg_entry zkg_plugin_entry = {ZKG_ABI_MAJOR, ZKG_ABI_MINOR, "throws_across", "1.0.0", "",
                                                          provided,      required,      &functions,      nullptr};
