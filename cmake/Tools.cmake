# Finds every program and library the build needs, and says which Debian package has it.

function(pyasyncc_find_program var name package)
  find_program(${var} ${name})
  if(NOT ${var})
    message(FATAL_ERROR "${name} not found: install the Debian package ${package} (or run tools/dev build)")
  endif()
endfunction()

function(pyasyncc_find_file var package)
  find_file(${var} NAMES ${ARGN} PATHS
    /usr/lib/wasm32-wasi
    /usr/include/wasm32-wasi
    /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE}
    /usr/lib/llvm-19/lib/clang/19/lib/wasi
    NO_DEFAULT_PATH)
  if(NOT ${var})
    message(FATAL_ERROR "${ARGN} not found: install the Debian package ${package} (or run tools/dev build)")
  endif()
endfunction()

pyasyncc_find_program(LLVM_CONFIG llvm-config-19 llvm-19-dev)
pyasyncc_find_program(CLANG clang-19 clang-19)
pyasyncc_find_program(LLVM_AR llvm-ar-19 llvm-19)
pyasyncc_find_program(LLVM_LINK llvm-link-19 llvm-19)
find_program(PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

execute_process(COMMAND ${LLVM_CONFIG} --includedir OUTPUT_VARIABLE LLVM_INCLUDE_DIR
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${LLVM_CONFIG} --bindir OUTPUT_VARIABLE LLVM_BIN_DIR
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${LLVM_CONFIG} --libdir OUTPUT_VARIABLE LLVM_LIB_DIR
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${LLVM_CONFIG} --link-shared --libs OUTPUT_VARIABLE LLVM_LIBS
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)

pyasyncc_find_file(TREE_SITTER_LIB libtree-sitter-dev libtree-sitter.a)
pyasyncc_find_file(LIBUV_LIB libuv1-dev libuv_a.a)
pyasyncc_find_file(ZLIB_LIB zlib1g-dev libz.a)
pyasyncc_find_file(BZ2_LIB libbz2-dev libbz2.a)
pyasyncc_find_file(LZMA_LIB liblzma-dev liblzma.a)
pyasyncc_find_file(EXPAT_LIB libexpat1-dev libexpat.a)
pyasyncc_find_file(SQLITE_LIB libsqlite3-dev libsqlite3.a)
pyasyncc_find_file(SSL_LIB libssl-dev libssl.a)
pyasyncc_find_file(CRYPTO_LIB libssl-dev libcrypto.a)
if(PYASYNCC_WASM)
  pyasyncc_find_program(WASM_LD wasm-ld-19 lld-19)
  pyasyncc_find_file(WASI_CRT1 wasi-libc crt1-command.o)
  pyasyncc_find_file(WASI_LIBC wasi-libc libc.a)
  pyasyncc_find_file(WASM_BUILTINS libclang-rt-19-dev-wasm32 libclang_rt.builtins-wasm32.a)
endif()
