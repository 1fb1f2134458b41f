# libbenchbrief, shared and static, of the objects that the program is made of. Only the ten functions of
# src/press/benchbrief.h are visible: all else is hidden in the one and local in the other.
set(BENCHBRIEF_MAP ${CMAKE_SOURCE_DIR}/src/press/benchbrief.map)
add_library(benchbrief_shared SHARED $<TARGET_OBJECTS:briefing>)
set_target_properties(benchbrief_shared PROPERTIES OUTPUT_NAME benchbrief LINKER_LANGUAGE C
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR} LINK_DEPENDS ${BENCHBRIEF_MAP})
target_link_libraries(benchbrief_shared PRIVATE PkgConfig::LIBS ${CMARK_TABLES} Threads::Threads ${CMAKE_DL_LIBS} m)
target_link_options(benchbrief_shared PRIVATE -Wl,--version-script=${BENCHBRIEF_MAP} -Wl,-z,defs -Wl,--as-needed)

# One object whose hidden names nobody else can meet.
set(STATIC_OBJECT ${CMAKE_BINARY_DIR}/libbenchbrief.o)
set(STATIC_LIBRARY ${CMAKE_BINARY_DIR}/libbenchbrief.a)
add_custom_command(OUTPUT ${STATIC_LIBRARY} DEPENDS briefing VERBATIM
  COMMAND ${CMAKE_C_COMPILER} -r -nostdlib -o ${STATIC_OBJECT} -Wl,--whole-archive $<TARGET_FILE:briefing>
    -Wl,--no-whole-archive
  COMMAND ${CMAKE_OBJCOPY} --localize-hidden ${STATIC_OBJECT}
  COMMAND ${CMAKE_COMMAND} -E rm -f ${STATIC_LIBRARY}
  COMMAND ${CMAKE_AR} qcD ${STATIC_LIBRARY} ${STATIC_OBJECT}
  COMMENT "Linking C static library libbenchbrief.a")
add_custom_target(benchbrief_static ALL DEPENDS ${STATIC_LIBRARY})

set(BENCHBRIEF_PC_FOLDER ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH BENCHBRIEF_PC_UP /${BENCHBRIEF_PC_FOLDER} /)
string(REGEX REPLACE "/$" "" BENCHBRIEF_PC_UP ${BENCHBRIEF_PC_UP})
string(REPLACE ";" ", " BENCHBRIEF_REQUIRES "${BENCHBRIEF_MODULES}")
string(REPLACE ">=" " >= " BENCHBRIEF_REQUIRES "${BENCHBRIEF_REQUIRES}")
configure_file(src/press/benchbrief.pc.in benchbrief.pc @ONLY)

install(TARGETS benchbrief_shared LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT dev)
install(FILES ${STATIC_LIBRARY} DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev)
install(FILES ${CMAKE_BINARY_DIR}/benchbrief.pc DESTINATION ${BENCHBRIEF_PC_FOLDER} COMPONENT dev)
install(FILES src/press/benchbrief.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev)
