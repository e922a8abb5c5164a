/*
 * types.c — LLVM types: the machine types of IR representations, the records of rt/layout.def, and
 * the types of Python functions.
 */
#include "emit.h"

static void init_records(Codegen *cg) {
    Types *types = &cg->types;
    LLVMTypeRef pointer = types->pointer, u8 = types->i8, u32 = types->i32, u64 = types->i64;
    LLVMTypeRef u16 = LLVMInt16TypeInContext(cg->context);
#define FIELD_PTR(type, name) pointer,
#define FIELD_U8(name)        u8,
#define FIELD_U16(name)       u16,
#define FIELD_U32(name)       u32,
#define FIELD_U64(name)       u64,
#define LAYOUT(Type, fields)                                                                       \
    {                                                                                              \
        LLVMTypeRef items[] = {fields};                                                            \
        LLVMTypeRef record = LLVMStructCreateNamed(cg->context, #Type);                            \
        LLVMStructSetBody(record, items, sizeof items / sizeof *items, false);                     \
        types->record[RECORD_##Type] = record;                                                     \
    }
#include "../rt/layout.def"
#undef FIELD_PTR
#undef FIELD_U8
#undef FIELD_U16
#undef FIELD_U32
#undef FIELD_U64
#undef LAYOUT
}

void types_init(Codegen *cg) {
    Types *types = &cg->types;
    types->nothing = LLVMVoidTypeInContext(cg->context);
    types->i1 = LLVMInt1TypeInContext(cg->context);
    types->i8 = LLVMInt8TypeInContext(cg->context);
    types->i32 = LLVMInt32TypeInContext(cg->context);
    types->i64 = LLVMInt64TypeInContext(cg->context);
    types->f64 = LLVMDoubleTypeInContext(cg->context);
    types->pointer = LLVMPointerTypeInContext(cg->context, 0);
    types->token = LLVMTokenTypeInContext(cg->context);
    types->size = LLVMIntPtrTypeInContext(cg->context, cg->layout);
    LLVMTypeRef entry[] = {types->i64, types->pointer};
    types->entry = LLVMFunctionType(types->i64, entry, 2, false);
    init_records(cg);
}

LLVMTypeRef type_of_repr(const Codegen *cg, IrRepr repr) {
    switch (repr) {
    case REPR_F64:
        return cg->types.f64;
    case REPR_BOOL:
        return cg->types.i1;
    case REPR_VOID:
        return cg->types.nothing;
    default:
        return cg->types.i64;
    }
}

bool function_is_coroutine(const IrFunction *function) {
    return function->flags & (FUNCTION_GENERATOR | FUNCTION_COROUTINE | FUNCTION_ASYNC_GENERATOR);
}

/* (callee, parameters...[, mode]) -> word, or {unboxed result, failed}. */
LLVMTypeRef type_of_function(const Codegen *cg, const IrFunction *function) {
    uint32_t count = 0;
    LLVMTypeRef *params = ARENA_ARRAY(cg->arena, LLVMTypeRef, function->param_count + 2);
    params[count++] = cg->types.i64;
    for (uint32_t i = 0; i < function->param_count; i++)
        params[count++] = type_of_repr(cg, function->locals.items[i]->type.repr);
    if (function_is_coroutine(function))
        params[count++] = cg->types.i32;
    LLVMTypeRef result = type_of_repr(cg, function->return_type.repr);
    if (function->return_type.repr != REPR_OBJ) {
        LLVMTypeRef pair[] = {result, cg->types.i1};
        result = LLVMStructTypeInContext(cg->context, pair, 2, false);
    }
    return LLVMFunctionType(result, params, count, false);
}

LLVMValueRef const_u32(const Codegen *cg, uint32_t number) {
    return LLVMConstInt(cg->types.i32, number, false);
}

LLVMValueRef const_u64(const Codegen *cg, uint64_t number) {
    return LLVMConstInt(cg->types.i64, number, false);
}
