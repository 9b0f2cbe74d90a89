# What a plugin outside of the tree builds against: a CMake package and a pkg-config file, in the build folder and installed.
include(CMakePackageConfigHelpers)

file(STRINGS ${PROJECT_SOURCE_DIR}/core/abi/plugin.h abi REGEX "^#define ZKG_ABI_(MAJOR|MINOR) [0-9]+")
list(TRANSFORM abi REPLACE "^#define ZKG_ABI_[A-Z]+ ([0-9]+).*" "\\1")
list(JOIN abi "." ZONEKG_ABI)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/zonekg)
set(package_files ${PROJECT_BINARY_DIR}/${package})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/package/zonekgConfig.cmake.in
  ${package_files}/zonekgConfig.cmake INSTALL_DESTINATION ${package}
  PATH_VARS CMAKE_INSTALL_INCLUDEDIR CMAKE_INSTALL_BINDIR)
write_basic_package_version_file(${package_files}/zonekgConfigVersion.cmake COMPATIBILITY SameMajorVersion
  ARCH_INDEPENDENT)
configure_file(${PROJECT_SOURCE_DIR}/cmake/plugin.map ${package_files}/plugin.map COPYONLY)
install(FILES ${package_files}/zonekgConfig.cmake ${package_files}/zonekgConfigVersion.cmake ${package_files}/plugin.map
  DESTINATION ${package})

set(pkgconfig ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH relative_prefix ${CMAKE_INSTALL_PREFIX}/${pkgconfig} ${CMAKE_INSTALL_PREFIX})
configure_file(${PROJECT_SOURCE_DIR}/cmake/package/zonekg.pc.in ${PROJECT_BINARY_DIR}/${pkgconfig}/zonekg.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/${pkgconfig}/zonekg.pc DESTINATION ${pkgconfig})

# `zonekg plugins new` copies from here.
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/cli/templates ${PROJECT_BINARY_DIR}/templates SYMBOLIC)
install(DIRECTORY cli/templates/ DESTINATION ${CMAKE_INSTALL_LIBDIR}/zonekg/templates)
install(FILES LICENSE NOTICE README.md README.zh-CN.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
