# The runtime that compiled programs link with, once per target, compiled by clang 19:
#   lib/pyasyncc/native/  libpyrt.a, rt-native.bc, libuv_a.a, the libraries that modules of it stand on, link.flags
#   lib/pyasyncc/wasm32/  libpyrt-wasm32.a, rt-wasm32.bc, crt1 and libc, link.flags, run.mjs
#   lib/pyasyncc/pylib/   modules written in Python, compiled with the programs that import them
# The .bc file holds rt/fast.c as LLVM bitcode, whose functions are inlined into programs.
# link.flags is a response file: the linker is called with -L<that folder> OBJECTS @link.flags.
# Platform files are chosen here: port_uv.c and rt/unix are native, port_wasi.c and rt/wasi are WASI.

file(GLOB rt_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rt/*.c)
set(rt_common ${rt_sources})
list(FILTER rt_common EXCLUDE REGEX "/port_[a-z]+\\.c$")

file(GLOB rt_uv CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rt/unix/*.c)
file(GLOB rt_wasi CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rt/wasi/*.c)

set(rt_flags
  -std=c11 -D_GNU_SOURCE -ffunction-sections -fdata-sections -fvisibility=hidden
  -ffp-contract=off -fno-strict-aliasing ${PYASYNCC_WARNING_FLAGS}
  -I${PROJECT_SOURCE_DIR} -I${PROJECT_SOURCE_DIR}/rt -I${PYASYNCC_GEN_DIR})
set(native_flags ${rt_flags} -fPIE)
set(wasm32_flags ${rt_flags} --target=wasm32-wasi --sysroot=/usr)

# Compiles <source> with clang to <output>, tracking the headers it reads.
function(pyasyncc_clang output source)
  get_filename_component(folder ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  file(RELATIVE_PATH shown ${CMAKE_BINARY_DIR} ${output})
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CLANG} ${ARGN} -MD -MF ${output}.d -MT ${output} -c ${source} -o ${output}
    DEPENDS ${source} ${PYASYNCC_GENERATED}
    DEPFILE ${output}.d
    COMMENT "Building ${shown}"
    COMMAND_EXPAND_LISTS VERBATIM)
endfunction()

# Compiles <sources> to <folder>/<name><suffix>; the paths come back in <result>.
function(pyasyncc_clang_all result folder suffix sources)
  set(objects)
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    pyasyncc_clang(${folder}/${name}${suffix} ${source} ${ARGN})
    list(APPEND objects ${folder}/${name}${suffix})
  endforeach()
  set(${result} ${objects} PARENT_SCOPE)
endfunction()

# Compiles <sources> to one object, <output>, with inlining across files: 10 % and more on asyncio's
# paths. The low threshold keeps the growth of programs at 6 %; sections still are one per function.
function(pyasyncc_clang_merged output folder sources)
  pyasyncc_clang_all(modules ${folder} .bc "${sources}" ${ARGN} -emit-llvm)
  file(RELATIVE_PATH shown ${CMAKE_BINARY_DIR} ${output})
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${LLVM_LINK} ${modules} -o ${folder}.bc
    COMMAND ${CLANG} ${ARGN} -Wno-unused-command-line-argument -mllvm -inline-threshold=75
            -c -x ir ${folder}.bc -o ${output}
    DEPENDS ${modules}
    COMMENT "Building ${shown}"
    COMMAND_EXPAND_LISTS VERBATIM)
endfunction()

# Makes archive <output> of <objects>; <list> is a file that changes when the list does.
function(pyasyncc_archive output list objects)
  file(WRITE ${list}.tmp "${objects}")
  configure_file(${list}.tmp ${list} COPYONLY)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -E rm -f ${output}
    COMMAND ${LLVM_AR} rcs ${output} ${objects}
    DEPENDS ${objects} ${list}
    COMMAND_EXPAND_LISTS VERBATIM)
endfunction()

# Copies a third-party file into the runtime's folder, so that a prefix is complete.
function(pyasyncc_copy output source)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -E copy ${source} ${output}
    DEPENDS ${source} VERBATIM)
endfunction()

# What the linker needs beside the objects when the runtime is sanitized: clang's runtime,
# spelled out so that any cc can link it.
function(pyasyncc_sanitizer_libs result kind)
  execute_process(COMMAND ${CLANG} --print-file-name=libclang_rt.${kind}-x86_64.a
    OUTPUT_VARIABLE library OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT EXISTS ${library})
    execute_process(COMMAND ${CLANG} --print-resource-dir
      OUTPUT_VARIABLE resources OUTPUT_STRIP_TRAILING_WHITESPACE)
    set(library ${resources}/lib/linux/libclang_rt.${kind}-${CMAKE_SYSTEM_PROCESSOR}.a)
  endif()
  if(NOT EXISTS ${library})
    message(FATAL_ERROR "${library} not found: install the Debian package libclang-rt-19-dev")
  endif()
  set(all ${library})
  if(kind STREQUAL "asan")
    string(REPLACE ".asan-" ".asan_static-" static ${library})
    list(PREPEND all ${static})
  endif()
  set(${result} -Wl,--whole-archive ${all} -Wl,--no-whole-archive
    -Wl,--dynamic-list=${library}.syms -Wl,--export-dynamic -lresolv -lrt PARENT_SCOPE)
endfunction()

function(pyasyncc_write_lines path)
  list(JOIN ARGN "\n" text)
  file(CONFIGURE OUTPUT ${path} CONTENT "${text}\n" @ONLY)
endfunction()

set(runtime_files)

file(GLOB_RECURSE pylib CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/rt/pylib
  ${PROJECT_SOURCE_DIR}/rt/pylib/*.py)
foreach(module ${pylib})
  pyasyncc_copy(${PYASYNCC_HOME}/pylib/${module} ${PROJECT_SOURCE_DIR}/rt/pylib/${module})
  list(APPEND runtime_files ${PYASYNCC_HOME}/pylib/${module})
endforeach()

add_custom_command(OUTPUT ${PYASYNCC_HOME}/pylib/_signatures.py
  COMMAND ${PYTHON} ${PROJECT_SOURCE_DIR}/tools/gen_signatures.py ${PYASYNCC_HOME}/pylib/_signatures.py
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/gen_signatures.py
  COMMENT "Generating _signatures.py" VERBATIM)
list(APPEND runtime_files ${PYASYNCC_HOME}/pylib/_signatures.py)

set(dir ${PYASYNCC_HOME}/native)
file(MAKE_DIRECTORY ${dir})
set(sanitizer_libs)
if(PYASYNCC_SANITIZE)
  pyasyncc_sanitizer_libs(sanitizer_libs asan)
elseif(PYASYNCC_TSAN)
  pyasyncc_sanitizer_libs(sanitizer_libs tsan)
endif()
pyasyncc_write_lines(${dir}/link.flags
  -Wl,--gc-sections -l:libpyrt.a -l:libuv_a.a -l:libsqlite3.a -l:libz.a -l:libbz2.a -l:liblzma.a -l:libexpat.a -l:libssl.a -l:libcrypto.a
  ${sanitizer_libs} -lm -lpthread -ldl)
# Nothing unwinds the stack but debuggers, who find what they need in sections that are not loaded:
# 150 KB less in every program.
if(NOT PYASYNCC_RUNTIME_SANITIZE_FLAGS)
  list(APPEND native_flags -fno-asynchronous-unwind-tables -fforce-dwarf-frame)
endif()
set(objects_dir ${CMAKE_BINARY_DIR}/rt/native)
set(flags ${native_flags} ${PYASYNCC_OPT_FLAGS} ${PYASYNCC_CHECK_FLAGS} ${PYASYNCC_RUNTIME_SANITIZE_FLAGS})
set(common ${rt_common} ${PROJECT_SOURCE_DIR}/rt/port_uv.c)
list(REMOVE_ITEM common ${PROJECT_SOURCE_DIR}/rt/main.c)
if(PYASYNCC_RUNTIME_LTO AND CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT PYASYNCC_RUNTIME_SANITIZE_FLAGS)
  set(common_objects ${objects_dir}/runtime.o)
  pyasyncc_clang_merged(${common_objects} ${objects_dir} "${common}" ${flags})
else()
  pyasyncc_clang_all(common_objects ${objects_dir} .o "${common}" ${flags})
endif()
# What calls other libraries stays apart: it must not be linked where it is not used; nor must main()
# in the unit tests.
pyasyncc_clang_all(other_objects ${objects_dir} .o "${rt_uv};${PROJECT_SOURCE_DIR}/rt/main.c" ${flags})
pyasyncc_archive(${dir}/libpyrt.a ${objects_dir}.objects "${common_objects};${other_objects}")
pyasyncc_copy(${dir}/libuv_a.a ${LIBUV_LIB})
pyasyncc_copy(${dir}/libz.a ${ZLIB_LIB})
pyasyncc_copy(${dir}/libbz2.a ${BZ2_LIB})
pyasyncc_copy(${dir}/liblzma.a ${LZMA_LIB})
pyasyncc_copy(${dir}/libexpat.a ${EXPAT_LIB})
pyasyncc_copy(${dir}/libsqlite3.a ${SQLITE_LIB})
pyasyncc_copy(${dir}/libssl.a ${SSL_LIB})
pyasyncc_copy(${dir}/libcrypto.a ${CRYPTO_LIB})
pyasyncc_clang(${dir}/rt-native.bc ${PROJECT_SOURCE_DIR}/rt/fast.c
  ${native_flags} ${PYASYNCC_CHECK_FLAGS} -O2 -emit-llvm)
list(APPEND runtime_files ${dir}/libpyrt.a ${dir}/libuv_a.a ${dir}/libz.a ${dir}/libbz2.a
  ${dir}/liblzma.a ${dir}/libexpat.a ${dir}/libsqlite3.a
  ${dir}/libssl.a ${dir}/libcrypto.a ${dir}/rt-native.bc)

if(PYASYNCC_WASM)
  set(dir ${PYASYNCC_HOME}/wasm32)
  file(MAKE_DIRECTORY ${dir})
  pyasyncc_write_lines(${dir}/link.flags
    --gc-sections --stack-first -zstack-size=1048576
    -lpyrt-wasm32 -lc -lclang_rt.builtins-wasm32)
  set(objects_dir ${CMAKE_BINARY_DIR}/rt/wasm32)
  pyasyncc_clang_all(wasm_objects ${objects_dir} .o
    "${rt_common};${rt_wasi};${PROJECT_SOURCE_DIR}/rt/port_wasi.c"
    ${wasm32_flags} ${PYASYNCC_OPT_FLAGS} -Oz ${PYASYNCC_CHECK_FLAGS}) # size: docs/design/wasm-size.md
  pyasyncc_archive(${dir}/libpyrt-wasm32.a ${objects_dir}.objects "${wasm_objects}")
  pyasyncc_copy(${dir}/crt1-command.o ${WASI_CRT1})
  pyasyncc_copy(${dir}/libc.a ${WASI_LIBC})
  pyasyncc_copy(${dir}/libclang_rt.builtins-wasm32.a ${WASM_BUILTINS})
  pyasyncc_clang(${dir}/rt-wasm32.bc ${PROJECT_SOURCE_DIR}/rt/fast.c
    ${wasm32_flags} ${PYASYNCC_CHECK_FLAGS} -O2 -emit-llvm)
  pyasyncc_copy(${dir}/run.mjs ${PROJECT_SOURCE_DIR}/rt/wasi/run.mjs)
  list(APPEND runtime_files ${dir}/libpyrt-wasm32.a ${dir}/rt-wasm32.bc ${dir}/crt1-command.o
    ${dir}/libc.a ${dir}/libclang_rt.builtins-wasm32.a ${dir}/run.mjs)
endif()

add_custom_target(runtime ALL DEPENDS ${runtime_files})
add_dependencies(runtime generated)
install(DIRECTORY ${PYASYNCC_HOME} DESTINATION lib PATTERN "*.d" EXCLUDE)
