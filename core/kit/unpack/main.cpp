// zonekg_unpack FROM TO: a packed file of weights as one that is mapped. Part of the build.
#include <exception>
#include <iostream>

#include "core/kit/unpack_models.hpp"

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: zonekg_unpack FROM TO\n";
    return 2;
  }
  try {
    zonekg::kit::unpack_models(arguments[1], arguments[2]);
  } catch (const std::exception& error) {
    std::cerr << "zonekg_unpack: " << error.what() << "\n";
    return 1;
  }
}
