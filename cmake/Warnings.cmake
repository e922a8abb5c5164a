# The flags of the project's own code, shared by the compiler, its tests and the runtime.

set(PYASYNCC_WARNING_FLAGS -Wall -Wextra -Werror)

# Optimisation by build type; the same for the runtime, which clang compiles by hand.
set(PYASYNCC_OPT_FLAGS -O2)
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  set(PYASYNCC_OPT_FLAGS -O1 -g)
  set(CMAKE_C_FLAGS_DEBUG "-O1 -g")
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(CMAKE_C_FLAGS_RELEASE "-O2")
endif()

set(PYASYNCC_CHECK_FLAGS)
if(PYASYNCC_CHECKS)
  set(PYASYNCC_CHECK_FLAGS -DPYASYNCC_CHECKS=1)
endif()

set(PYASYNCC_SANITIZE_FLAGS)
if(PYASYNCC_SANITIZE)
  set(PYASYNCC_SANITIZE_FLAGS
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
endif()

# Of the runtime, which alone has threads that share objects.
set(PYASYNCC_RUNTIME_SANITIZE_FLAGS ${PYASYNCC_SANITIZE_FLAGS})
if(PYASYNCC_TSAN)
  set(PYASYNCC_RUNTIME_SANITIZE_FLAGS -fsanitize=thread -fno-omit-frame-pointer)
endif()

# Compiles a target of ours with the project's flags.
function(pyasyncc_own_code target)
  target_compile_options(${target} PRIVATE ${PYASYNCC_WARNING_FLAGS} ${PYASYNCC_SANITIZE_FLAGS})
  target_compile_definitions(${target} PRIVATE _GNU_SOURCE PYASYNCC_VERSION="${PROJECT_VERSION}")
  if(PYASYNCC_SANITIZE)
    target_compile_definitions(${target} PRIVATE PYASYNCC_SANITIZE=1)
  endif()
  if(PYASYNCC_CHECKS)
    target_compile_definitions(${target} PRIVATE PYASYNCC_CHECKS=1)
  endif()
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR} ${PYASYNCC_GEN_DIR})
  target_link_options(${target} PRIVATE ${PYASYNCC_SANITIZE_FLAGS})
endfunction()
