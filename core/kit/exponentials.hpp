#pragma once

#include <cstddef>

namespace zonekg::kit {

// exp of each value, in place, several at once; within two units of the last place, the same on every machine.
void exponentials(double* values, std::size_t count);

} // namespace zonekg::kit
