# Common settings, and one function for each kind of target.

find_package(Threads REQUIRED)

find_program(ZONEKG_CCACHE ccache)
if(ZONEKG_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${ZONEKG_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ZONEKG_CCACHE})
endif()

add_library(zonekg_options INTERFACE)
target_compile_options(zonekg_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  $<$<BOOL:${ZONEKG_WERROR}>:-Werror>)
# GCC 12 warns of overlapping copies in its own std::string operator+ (GCC bug 105651).
target_compile_options(zonekg_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_compile_options(zonekg_options INTERFACE "$<$<COMPILE_LANGUAGE:C>:-Wno-old-style-cast;-Wno-non-virtual-dtor>")
target_include_directories(zonekg_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(zonekg_options INTERFACE BOOST_DLL_USE_STD_FS)
if(ZONEKG_SANITIZE)
  add_compile_options(-fsanitize=${ZONEKG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${ZONEKG_SANITIZE})
endif()

# zonekg_library(NAME [DEPENDS target…]): a static library of all .cpp files of the current folder.
function(zonekg_library name)
  cmake_parse_arguments(arg "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PRIVATE zonekg_options PUBLIC ${arg_DEPENDS})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${arg_DEPENDS})
    target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR})
  endif()
endfunction()

# zonekg_bundled_plugin(NAME): plugins/NAME/*.cpp becomes <build>/plugins/NAME/NAME.so, its *.json and *.bin beside it.
function(zonekg_bundled_plugin name)
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  file(GLOB assets CONFIGURE_DEPENDS ${folder}/*.json ${folder}/*.bin)
  add_library(plugin_${name} MODULE ${sources})
  set(out ${PROJECT_BINARY_DIR}/plugins/${name})
  set_target_properties(plugin_${name} PROPERTIES PREFIX "" OUTPUT_NAME ${name} LIBRARY_OUTPUT_DIRECTORY ${out})
  target_link_libraries(plugin_${name} PRIVATE zonekg_options zonekg_kit zonekg_json)
  target_link_options(plugin_${name} PRIVATE -Wl,-Bsymbolic -Wl,--exclude-libs,ALL
    -Wl,--version-script,${PROJECT_SOURCE_DIR}/cmake/plugin.map)
  if(NOT ZONEKG_SANITIZE)
    target_link_options(plugin_${name} PRIVATE -Wl,-z,defs)
  endif()
  set_target_properties(plugin_${name} PROPERTIES LINK_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/plugin.map)
  foreach(asset ${assets})
    get_filename_component(file ${asset} NAME)
    add_custom_command(OUTPUT ${out}/${file} COMMAND ${CMAKE_COMMAND} -E copy_if_different ${asset} ${out}/${file}
      DEPENDS ${asset})
    list(APPEND copied ${out}/${file})
  endforeach()
  if(copied)
    add_custom_target(plugin_${name}_assets ALL DEPENDS ${copied})
    add_dependencies(plugin_${name} plugin_${name}_assets)
  endif()
  install(TARGETS plugin_${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/zonekg/plugins/${name})
  install(FILES ${assets} DESTINATION ${CMAKE_INSTALL_LIBDIR}/zonekg/plugins/${name})
endfunction()

# zonekg_test(NAME SOURCES … DEPENDS …): a GoogleTest program, registered with CTest.
function(zonekg_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE zonekg_options ${arg_DEPENDS} GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE ZONEKG_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ZONEKG_BUILD_DIR="${PROJECT_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()
