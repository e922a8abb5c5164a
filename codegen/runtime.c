/*
 * runtime.c — declarations of the runtime functions of rt/abi.def, made when first called.
 */
#include "emit.h"

#include <string.h>

static LLVMAttributeRef enum_attribute(const Codegen *cg, const char *name) {
    unsigned kind = LLVMGetEnumAttributeKindForName(name, strlen(name));
    return LLVMCreateEnumAttribute(cg->context, kind, 0);
}

static void add_attribute(Codegen *cg, LLVMValueRef function, LLVMAttributeIndex index,
                          const char *name) {
    LLVMAddAttributeAtIndex(function, index, enum_attribute(cg, name));
}

void function_attribute(Codegen *cg, LLVMValueRef function, const char *name) {
    add_attribute(cg, function, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, name);
}

void call_attribute(const Codegen *cg, LLVMValueRef call, const char *name) {
    LLVMAddCallSiteAttribute(call, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
                             enum_attribute(cg, name));
}

void function_attribute_text(Codegen *cg, LLVMValueRef function, const char *name,
                             const char *value) {
    LLVMAttributeRef attribute = LLVMCreateStringAttribute(
        cg->context, name, (unsigned)strlen(name), value, (unsigned)strlen(value));
    LLVMAddAttributeAtIndex(function, LLVMAttributeFunctionIndex, attribute);
}

static LLVMTypeRef result_type(const Types *types, RuntimeResult result) {
    switch (result) {
    case RUNTIME_RESULT_BOOL:
    case RUNTIME_RESULT_STATUS:
        return types->i32;
    case RUNTIME_RESULT_F64:
        return types->f64;
    case RUNTIME_RESULT_VOID:
        return types->nothing;
    case RUNTIME_RESULT_CORO:
        return types->pointer;
    default:
        return types->i64;
    }
}

/* Appends the C parameters of one table parameter; answers their number. */
static unsigned param_types(const Types *types, RuntimeArg kind, LLVMTypeRef *params) {
    switch (kind) {
    case RUNTIME_ARG_F:
        params[0] = types->f64;
        return 1;
    case RUNTIME_ARG_U:
        params[0] = types->i32;
        return 1;
    case RUNTIME_ARG_A:
        params[0] = types->pointer;
        params[1] = types->i32;
        return 2;
    case RUNTIME_ARG_C:
    case RUNTIME_ARG_FI:
    case RUNTIME_ARG_CI:
    case RUNTIME_ARG_MI:
    case RUNTIME_ARG_SELF:
        params[0] = types->pointer;
        return 1;
    default:
        params[0] = types->i64;
        return 1;
    }
}

Callable runtime_function(Codegen *cg, RuntimeFunction runtime) {
    Callable *callable = &cg->unit->runtime[runtime];
    if (callable->function)
        return *callable;
    const RuntimeFacts *facts = &runtime_facts[runtime];
    LLVMTypeRef params[2 * sizeof facts->params / sizeof *facts->params];
    unsigned count = 0, array = 0;
    for (uint32_t i = 0; facts->params[i] != RUNTIME_ARG_NONE; i++) {
        if (facts->params[i] == RUNTIME_ARG_A)
            array = count + 1;
        count += param_types(&cg->types, facts->params[i], params + count);
    }
    callable->type = LLVMFunctionType(result_type(&cg->types, facts->result), params, count, false);
    const char *name = arena_printf(cg->arena, "pyrt_%s", facts->name);
    callable->function = LLVMAddFunction(cg->module, name, callable->type);
    function_attribute(cg, callable->function, "nounwind");
    if (facts->fail == RUNTIME_FAIL_ALWAYS || runtime == RUNTIME_traceback_here ||
        runtime == RUNTIME_traceback_near)
        function_attribute(cg, callable->function, "cold");
    if (array) /* else the array would live in coroutine frames */
        add_attribute(cg, callable->function, array, "nocapture");
    return *callable;
}

LLVMValueRef runtime_call(Emit *e, RuntimeFunction runtime, LLVMValueRef *args, unsigned count) {
    Callable callable = runtime_function(e->cg, runtime);
    LLVMValueRef call =
        LLVMBuildCall2(e->builder, callable.type, callable.function, args, count, "");
    if (e->fails) /* the code would grow by fast paths that nobody is in a hurry to take */
        call_attribute(e->cg, call, "noinline");
    return call;
}
