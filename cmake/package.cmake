# Three Debian packages, by cpack -G DEB in a build with the prefix /usr (preset package): the program, the library, and what
# is needed to build with it. What they depend on is read from the files by dpkg-shlibdeps; what is opened when it is first
# needed is named here.
find_program(GZIP gzip)
set(DOC_FILES ${CMAKE_BINARY_DIR}/packaging)
file(MAKE_DIRECTORY ${DOC_FILES})
if(GZIP)
  add_custom_command(OUTPUT ${DOC_FILES}/changelog.gz DEPENDS packaging/changelog VERBATIM
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/packaging/changelog ${DOC_FILES}/changelog
    COMMAND ${GZIP} -9nf ${DOC_FILES}/changelog)
  add_custom_target(changelog ALL DEPENDS ${DOC_FILES}/changelog.gz)
  # What cpack itself writes.
  install(FILES packaging/overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME libbenchbrief0
    COMPONENT library)
  foreach(pair program=benchbrief library=libbenchbrief0 dev=libbenchbrief-dev)
    string(REGEX MATCH "^([a-z]+)=(.*)$" matched ${pair})
    install(FILES ${DOC_FILES}/changelog.gz packaging/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CMAKE_MATCH_2}
      COMPONENT ${CMAKE_MATCH_1})
  endforeach()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The benchbrief authors <benchbrief@users.noreply.github.com>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
  WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program library dev)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_BINARY_DIR})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME benchbrief)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libqpdf29, fonts-inter")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS
  "fonts-liberation, fonts-noto-core, fonts-noto-mono, fonts-noto-cjk, fonts-noto-color-emoji, librsvg2-2, libzip4, libsqlite3-0,
 libmicrohttpd12")
string(REPLACE "\n" "" CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS ${CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS})
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "libodbc2")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "benchmark briefings that cannot disagree with their data
benchbrief reads benchmark results together with their sources, decides openly
which of several published values counts, draws leaderboards, bars, token
comparisons and other charts, and lays them out with prose as the pages of a
PDF, as a page for browsers, as slides, and as PNG or SVG.
.
A number in the text is an expression over the data; a comparison is a claim
that is proved at every render. When the data change, one command makes
everything again, and a sentence that is no longer true stops the build.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libbenchbrief0)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "libqpdf29, benchbrief (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/packaging/triggers
  ${CMAKE_SOURCE_DIR}/packaging/shlibs)
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "benchmark briefings from other programs - shared library
A session of this library loads benchmark results, answers expressions with
the values that they rest on, renders briefings and charts to memory, and
hands over what it found as data.
.
This package has the shared library. Looks come with the program benchbrief.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libbenchbrief-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libbenchbrief0 (= ${PROJECT_VERSION}), libcairo2-dev, libpango1.0-dev, libfontconfig-dev,
 libharfbuzz-dev, libyaml-dev, libdeflate-dev, liblua5.4-dev, libcmark-gfm-dev, libcmark-gfm-extensions-dev, libexpat1-dev")
string(REPLACE "\n" "" CPACK_DEBIAN_DEV_PACKAGE_DEPENDS ${CPACK_DEBIAN_DEV_PACKAGE_DEPENDS})
set(CPACK_DEBIAN_DEV_DESCRIPTION "benchmark briefings from other programs - development files
A session of this library loads benchmark results, answers expressions with
the values that they rest on, renders briefings and charts to memory, and
hands over what it found as data.
.
This package has the header, the static library and what pkg-config reads.")
include(CPack)
