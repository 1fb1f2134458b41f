# Manual pages and completions, made of the tables from which the program speaks. They are the same from build to build: the
# date is that of the release.
set(BENCHBRIEF_DATE "November 30, 2026")
set(MANUAL_FOLDER ${CMAKE_BINARY_DIR}/manual)
file(MAKE_DIRECTORY ${MANUAL_FOLDER})

set(MANUAL_COMMANDS ${COMMAND_SOURCES})
list(FILTER MANUAL_COMMANDS EXCLUDE REGEX "/(main|memory)\\.c$")
add_executable(generate tools/generate.c tools/manual.c tools/help_text.c tools/completions.c tools/completion_values.c
  ${MANUAL_COMMANDS})
target_link_libraries(generate PRIVATE briefing)
benchbrief_target(generate)

set(MANUAL_PAGES briefing.5 dataset.5 look.5)
foreach(command new render chart data check diff looks verify audit formats names doctor)
  list(APPEND MANUAL_PAGES ${command}.1)
endforeach()
list(TRANSFORM MANUAL_PAGES PREPEND benchbrief-)
list(APPEND MANUAL_PAGES benchbrief.1)
set(MANUAL_FILES ${MANUAL_PAGES} benchbrief.bash _benchbrief benchbrief.fish)
list(TRANSFORM MANUAL_FILES PREPEND ${MANUAL_FOLDER}/)
file(GLOB LOOK_FILES CONFIGURE_DEPENDS styles/*.yaml)
add_custom_command(OUTPUT ${MANUAL_FILES} DEPENDS generate ${LOOK_FILES} VERBATIM
  COMMAND generate ${MANUAL_FOLDER} ${PROJECT_VERSION} ${BENCHBRIEF_DATE} ${CMAKE_SOURCE_DIR}/styles
  COMMENT "Writing manual pages and completions")
add_custom_target(manual ALL DEPENDS ${MANUAL_FILES})

foreach(page ${MANUAL_PAGES})
  string(REGEX MATCH "[15]$" section ${page})
  install(FILES ${MANUAL_FOLDER}/${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()
install(FILES ${MANUAL_FOLDER}/benchbrief.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME benchbrief)
install(FILES ${MANUAL_FOLDER}/_benchbrief DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${MANUAL_FOLDER}/benchbrief.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
