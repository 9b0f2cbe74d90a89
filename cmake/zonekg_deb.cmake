# `cpack -G DEB` in the build folder gives a Debian package.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # packing does not build the tests
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zonekg)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "zonekg developers <zonekg@zonekg.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "knowledge graphs of Chinese reports about development zones")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Reads reports (text, HTML, Word, Excel, PDF, archives) and makes a graph of zones, companies, projects,
funds, infrastructure, industries, investments and indicators, each with the words it was read from. Writes GraphML, DOT, JSON, CSV,
SQLite and more, and shows the graph in a browser. Works offline; extractors are plugins.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Programs that zonekg starts when they are there: PDF, old Word files, pictures with Chinese labels, opening a browser.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils, poppler-data, antiword, catdoc, graphviz, fonts-wqy-microhei")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "xdg-utils")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
include(CPack)

# Debian's place for the licence.
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
