/*
 * wasm_pack.h — leaves the runs of zeros out of the data of a WebAssembly module.
 */
#ifndef PYASYNCC_CODEGEN_WASM_PACK_H
#define PYASYNCC_CODEGEN_WASM_PACK_H

#include "../frontend/base.h"

/* Some bytes that an arena or somebody else owns. */
typedef struct WasmBytes {
    const uint8_t *bytes;
    size_t size;
} WasmBytes;

/* The module `module`, in which no data segment has a run of zeros that costs more than a segment
 * of its own: memory is zero when a module starts. Everything else stays as it is, the order of
 * sections included. Answers bytes of `arena`; `module` itself (borrowed) if it is not a module,
 * if it is damaged, or if its code may name data segments by number, which packing changes.
 * From any thread. Source of the format: WebAssembly Core Specification 2.0, chapter 5.5. */
WasmBytes wasm_pack(Arena *arena, WasmBytes module);

#endif
