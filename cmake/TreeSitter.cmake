# The Python grammar: C sources from the npm package pinned in package-lock.json, compiled
# as third-party code (no warnings). The tree-sitter core is Debian's static library.

set(TREE_SITTER_PYTHON ${PROJECT_SOURCE_DIR}/node_modules/tree-sitter-python/src)
if(NOT EXISTS ${TREE_SITTER_PYTHON}/parser.c)
  message(FATAL_ERROR "tree-sitter-python is missing: run `npm ci --ignore-scripts` (or tools/dev build)")
endif()

add_library(grammar STATIC ${TREE_SITTER_PYTHON}/parser.c ${TREE_SITTER_PYTHON}/scanner.c)
target_include_directories(grammar PRIVATE ${TREE_SITTER_PYTHON})
target_compile_options(grammar PRIVATE -w -O1)
target_link_libraries(grammar PUBLIC ${TREE_SITTER_LIB})
