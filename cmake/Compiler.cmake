# The compiler: one static library per folder, dependencies one way, and the driver.

file(GLOB RT_CONTRACT CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rt/abi*.h ${PROJECT_SOURCE_DIR}/rt/*.def)

# Makes library <folder> from <folder>/*.c, on top of the libraries that follow.
function(pyasyncc_layer folder)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.c)
  add_library(${folder} STATIC ${sources})
  pyasyncc_own_code(${folder})
  add_dependencies(${folder} generated)
  target_link_libraries(${folder} PUBLIC ${ARGN})
endfunction()

pyasyncc_layer(frontend grammar m)
pyasyncc_layer(lower frontend)
pyasyncc_layer(codegen lower)
target_include_directories(codegen SYSTEM PRIVATE ${LLVM_INCLUDE_DIR})
target_compile_definitions(codegen PRIVATE PYASYNCC_LLVM_BIN="${LLVM_BIN_DIR}")
target_link_options(codegen PUBLIC -L${LLVM_LIB_DIR})
target_link_libraries(codegen PUBLIC ${LLVM_LIBS})

file(GLOB driver_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/pyasyncc/*.c)
add_executable(pyasyncc ${driver_sources})
pyasyncc_own_code(pyasyncc)
target_link_libraries(pyasyncc PRIVATE stdc++)
target_link_libraries(pyasyncc PRIVATE codegen)
install(TARGETS pyasyncc RUNTIME DESTINATION bin)

# For the tests of passes; not installed.
add_executable(ir-opt ${PROJECT_SOURCE_DIR}/tools/ir-opt/main.c)
pyasyncc_own_code(ir-opt)
target_link_libraries(ir-opt PRIVATE lower)
