# Headers that a script makes in the build tree, under gen/; nothing generated is committed.

set(PYASYNCC_GENERATED)

# Runs `tools/<script> OUT` to make gen/<output>, if the script exists.
function(pyasyncc_generate script output)
  set(path ${PROJECT_SOURCE_DIR}/tools/${script})
  if(NOT EXISTS ${path})
    return()
  endif()
  add_custom_command(
    OUTPUT ${PYASYNCC_GEN_DIR}/${output}
    COMMAND ${PYTHON} ${path} ${PYASYNCC_GEN_DIR}/${output}
    DEPENDS ${path}
    COMMENT "Generating ${output}"
    VERBATIM)
  set(PYASYNCC_GENERATED ${PYASYNCC_GENERATED} ${PYASYNCC_GEN_DIR}/${output} PARENT_SCOPE)
endfunction()

pyasyncc_generate(gen_frontend_unicode.py frontend_unicode.h)
pyasyncc_generate(gen_unicode.py unicode_tables.h)
pyasyncc_generate(gen_unicode_data.py unicode_data.h)
pyasyncc_generate(gen_unicode_names.py unicode_names.h)
pyasyncc_generate(gen_charmaps.py charmaps.h)
pyasyncc_generate(gen_multibyte.py multibytes.h)
add_custom_target(generated DEPENDS ${PYASYNCC_GENERATED})
