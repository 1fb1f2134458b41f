# Manual pages, completions and the manual, made of the tables from which the program speaks. They are the same from build to build: the
# date is that of the release.
set(BENCHBRIEF_DATE "November 30, 2026")
set(MANUAL_FOLDER ${CMAKE_BINARY_DIR}/manual)
set(BOOK ${MANUAL_FOLDER}/book)
file(MAKE_DIRECTORY ${BOOK})

set(MANUAL_COMMANDS ${COMMAND_SOURCES})
list(FILTER MANUAL_COMMANDS EXCLUDE REGEX "/(main|memory)\\.c$")
add_executable(generate tools/generate.c tools/manual.c tools/handbook.c tools/help_text.c tools/completions.c tools/completion_values.c
  ${MANUAL_COMMANDS})
target_link_libraries(generate PRIVATE briefing)
benchbrief_target(generate)

# A page for each command in the table of commands.
set(MANUAL_PAGES briefing.5 dataset.5 look.5)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS src/command/commands.c)
file(READ src/command/commands.c COMMAND_TABLE)
string(REGEX MATCHALL "&command_[a-z]+" COMMAND_NAMES ${COMMAND_TABLE})
list(TRANSFORM COMMAND_NAMES REPLACE "&command_" "")
foreach(command ${COMMAND_NAMES})
  list(APPEND MANUAL_PAGES ${command}.1)
endforeach()
list(TRANSFORM MANUAL_PAGES PREPEND benchbrief-)
list(APPEND MANUAL_PAGES benchbrief.1)
set(MANUAL_FILES ${MANUAL_PAGES} benchbrief.bash _benchbrief benchbrief.fish)
list(TRANSFORM MANUAL_FILES PREPEND ${MANUAL_FOLDER}/)
file(GLOB LOOK_FILES CONFIGURE_DEPENDS styles/*.yaml)
set(BOOK_TEXT ${CMAKE_SOURCE_DIR}/manual/manual.md)
add_custom_command(OUTPUT ${MANUAL_FILES} ${BOOK}/manual.md DEPENDS generate ${LOOK_FILES} ${BOOK_TEXT} VERBATIM
  COMMAND generate ${MANUAL_FOLDER} ${PROJECT_VERSION} ${BENCHBRIEF_DATE} ${CMAKE_SOURCE_DIR}/styles ${BOOK_TEXT}
  COMMENT "Writing manual pages and completions")
find_program(GZIP gzip) # as Debian has them; any other system takes them as they are
foreach(page ${MANUAL_PAGES})
  string(REGEX MATCH "[15]$" section ${page})
  set(installed ${MANUAL_FOLDER}/${page})
  if(GZIP)
    set(installed ${MANUAL_FOLDER}/packed/${page}.gz)
    file(MAKE_DIRECTORY ${MANUAL_FOLDER}/packed)
    add_custom_command(OUTPUT ${installed} DEPENDS ${MANUAL_FOLDER}/${page} VERBATIM
      COMMAND ${CMAKE_COMMAND} -E copy ${MANUAL_FOLDER}/${page} ${MANUAL_FOLDER}/packed/${page}
      COMMAND ${GZIP} -9nf ${MANUAL_FOLDER}/packed/${page})
    list(APPEND MANUAL_PACKED ${installed})
  endif()
  install(FILES ${installed} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()
add_custom_target(manual ALL DEPENDS ${MANUAL_FILES} ${MANUAL_PACKED})

# The manual is a briefing, with data of its own, that the program renders.
if(NOT BENCHBRIEF_SANITIZE)
  set(BOOK_DATA ${CMAKE_SOURCE_DIR}/manual/dataset.yaml ${CMAKE_SOURCE_DIR}/manual/look.yaml)
  add_custom_command(OUTPUT ${BOOK}/manual.pdf ${BOOK}/manual.html VERBATIM
    DEPENDS benchbrief ${BOOK}/manual.md ${BOOK_DATA} ${LOOK_FILES}
    COMMAND ${CMAKE_COMMAND} -E copy ${BOOK_DATA} ${BOOK}
    COMMAND benchbrief render ${BOOK}/manual.md --only pdf --out ${BOOK} --quiet
    COMMAND benchbrief render ${BOOK}/manual.md --format html --only html --out ${BOOK} --quiet
    COMMAND ${CMAKE_COMMAND} -E touch ${BOOK}/manual.pdf ${BOOK}/manual.html # kept where nothing in them changed
    COMMENT "Rendering the manual")
  add_custom_target(book ALL DEPENDS ${BOOK}/manual.pdf ${BOOK}/manual.html)
  install(FILES ${BOOK}/manual.pdf ${BOOK}/manual.html DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()

install(FILES ${MANUAL_FOLDER}/benchbrief.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME benchbrief)
install(FILES ${MANUAL_FOLDER}/_benchbrief DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${MANUAL_FOLDER}/benchbrief.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
