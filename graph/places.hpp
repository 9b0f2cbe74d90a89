// Linking reads places at the head of names; the list is shared with other parts.
#pragma once

#include "core/text/places.hpp"
