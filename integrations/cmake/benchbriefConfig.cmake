# find_package(benchbrief) gives the program, BENCHBRIEF_EXECUTABLE, and a function:
#
#   benchbrief_add_briefing(weekly weekly.md [ALL] [OUT folder] [OPTIONS --look board …])
#
# A target that renders a briefing when the briefing, its data, looks or pictures have changed. A claim that no longer holds
# stops the build. OUT is a folder of the build tree (the target's name); the target's property BENCHBRIEF_OUT says which.
find_program(BENCHBRIEF_EXECUTABLE benchbrief HINTS "${CMAKE_CURRENT_LIST_DIR}/../../../bin")
if(NOT BENCHBRIEF_EXECUTABLE)
  set(benchbrief_FOUND FALSE)
  set(benchbrief_NOT_FOUND_MESSAGE "the program benchbrief is not there: set BENCHBRIEF_EXECUTABLE")
  return()
endif()

function(benchbrief_add_briefing target briefing)
  cmake_parse_arguments(PARSE_ARGV 2 ARG "ALL" "OUT" "OPTIONS")
  if(ARG_UNPARSED_ARGUMENTS OR ARG_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "benchbrief_add_briefing(${target}): what is ${ARG_UNPARSED_ARGUMENTS}${ARG_KEYWORDS_MISSING_VALUES}?")
  endif()
  get_filename_component(source "${briefing}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
  if(NOT EXISTS "${source}")
    message(FATAL_ERROR "benchbrief_add_briefing(${target}): there is no ${source}")
  endif()
  if(NOT ARG_OUT)
    set(ARG_OUT "${target}")
  endif()
  get_filename_component(out "${ARG_OUT}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
  set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${target}.stamp")
  set(depends "${source}")
  if(IS_DIRECTORY "${source}")
    set(depends "${source}/briefing.md")
  endif()
  add_custom_command(
    OUTPUT "${stamp}"
    COMMAND "${BENCHBRIEF_EXECUTABLE}" render "${source}" --out "${out}" --quiet ${ARG_OPTIONS}
      --depfile "${stamp}.d" --depfile-target "${stamp}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS "${depends}" "${BENCHBRIEF_EXECUTABLE}"
    DEPFILE "${stamp}.d"
    COMMENT "Rendering ${briefing}"
    VERBATIM)
  set(all)
  if(ARG_ALL)
    set(all ALL)
  endif()
  add_custom_target(${target} ${all} DEPENDS "${stamp}")
  set_target_properties(${target} PROPERTIES BENCHBRIEF_OUT "${out}")
endfunction()
