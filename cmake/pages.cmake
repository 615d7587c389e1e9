# VARDE_PAGES: a source file that holds the API's description and, with VARDE_WEB, the pages that
# Vite makes of web/. Files are included by the assembler, which is quick whatever their size.

set(VARDE_PAGES ${CMAKE_BINARY_DIR}/pages/pages.cc)
set(VARDE_PAGES_DIST ${CMAKE_BINARY_DIR}/pages/dist)
set(VARDE_PAGES_ARGUMENTS ${VARDE_PAGES} /api/v1/openapi.json=${PROJECT_SOURCE_DIR}/src/server/openapi.json)
set(VARDE_PAGES_NEED ${PROJECT_SOURCE_DIR}/cmake/embed_files.py ${PROJECT_SOURCE_DIR}/src/server/openapi.json)

find_program(VARDE_NPM npm)
if(VARDE_WEB AND NOT VARDE_NPM)
  message(WARNING "npm is not installed: the program is built without the pages of the workbench")
elseif(VARDE_WEB)
  set(web ${PROJECT_SOURCE_DIR}/web)
  # npm writes this file last.
  set(installed ${web}/node_modules/.package-lock.json)
  add_custom_command(
    OUTPUT ${installed}
    COMMAND ${VARDE_NPM} ci --no-audit --no-fund --silent
    COMMAND ${CMAKE_COMMAND} -E touch ${installed}
    DEPENDS ${web}/package.json ${web}/package-lock.json
    WORKING_DIRECTORY ${web}
    COMMENT "Installing what the workbench's pages are built with")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${web}/src/* ${web}/public/*)
  set(index ${VARDE_PAGES_DIST}/index.html)
  add_custom_command(
    OUTPUT ${index}
    COMMAND ${VARDE_NPM} run --silent build -- --outDir ${VARDE_PAGES_DIST} --emptyOutDir --logLevel warn
    DEPENDS ${installed} ${sources} ${web}/index.html ${web}/vite.config.ts ${web}/tsconfig.json
    WORKING_DIRECTORY ${web}
    COMMENT "Building the workbench's pages")
  list(APPEND VARDE_PAGES_ARGUMENTS ${VARDE_PAGES_DIST})
  list(APPEND VARDE_PAGES_NEED ${index})
endif()

find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_custom_command(
  OUTPUT ${VARDE_PAGES}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/embed_files.py ${VARDE_PAGES_ARGUMENTS}
  DEPENDS ${VARDE_PAGES_NEED}
  COMMENT "Building files into the program")
