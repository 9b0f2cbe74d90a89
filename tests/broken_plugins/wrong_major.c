/* Built for a boundary that does not exist yet; nothing after the version may be read. */
#include <zonekg/plugin.h>

ZKG_EXPORT extern const zkg_entry zkg_plugin_entry;
const zkg_entry zkg_plugin_entry = {99, 7, 0, 0, 0, 0, 0, 0, 0};
