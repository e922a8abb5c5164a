/*
 * coro_lines.c — the line at which a suspended coroutine waits, for whoever asks: tracing tasks,
 * cr_frame, the repr of a task. Nothing is kept for it while programs run. LLVM's frame of a
 * coroutine holds the index of its suspend point; here the meaning of the index is written down, as
 * a table that FunctionInfo.suspended refers to: where in the frame the index is, how many bytes it
 * has, the greatest one, and for each the line, counted from the function's.
 *
 * Which index belongs to which line is only known when a coroutine has been split: a call of a
 * marker behind each suspend point tells, which goes away then.
 */
#include "emit.h"

#include <stdio.h>
#include <string.h>

static const char marker_name[] = "py.line";

enum { HEAD = 3, INDEX_LIMIT = 4096, WALK_LIMIT = 16 };

/* Without effects that LLVM would have to order with those of other code. */
static LLVMValueRef new_marker(Codegen *cg, LLVMTypeRef type) {
    LLVMValueRef marker = LLVMAddFunction(cg->module, marker_name, type);
    unsigned memory = LLVMGetEnumAttributeKindForName("memory", strlen("memory"));
    enum { INACCESSIBLE_ONLY = 3 << 2 };
    LLVMAttributeRef attribute = LLVMCreateEnumAttribute(cg->context, memory, INACCESSIBLE_ONLY);
    LLVMAddAttributeAtIndex(marker, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, attribute);
    function_attribute(cg, marker, "nounwind");
    function_attribute(cg, marker, "willreturn");
    return marker;
}

void coro_mark_line(Emit *e) {
    LLVMTypeRef parameter = e->cg->types.i32;
    LLVMTypeRef type =
        LLVMFunctionType(LLVMVoidTypeInContext(e->cg->context), &parameter, 1, false);
    LLVMValueRef marker = LLVMGetNamedFunction(e->cg->module, marker_name);
    if (!marker)
        marker = new_marker(e->cg, type);
    uint32_t delta = e->line > e->ir->line ? e->line - e->ir->line : 0;
    LLVMValueRef argument = const_u32(e->cg, delta < UINT16_MAX ? delta : UINT16_MAX);
    LLVMBuildCall2(e->builder, type, marker, &argument, 1, "");
}

/* -- reading what LLVM made of it -- */

/* The line behind `block`'s marker, or -1. */
static int marked_line(LLVMBasicBlockRef block, LLVMValueRef marker) {
    for (LLVMValueRef i = LLVMGetFirstInstruction(block); i; i = LLVMGetNextInstruction(i))
        if (LLVMIsACallInst(i) && LLVMGetCalledValue(i) == marker)
            return (int)LLVMConstIntGetZExtValue(LLVMGetOperand(i, 0));
    return -1;
}

static LLVMBasicBlockRef case_target(LLVMValueRef choice, LLVMValueRef value) {
    unsigned count = (unsigned)LLVMGetNumOperands(choice);
    for (unsigned i = 2; i + 1 < count; i += 2)
        if (LLVMGetOperand(choice, i) == value)
            return LLVMValueAsBasicBlock(LLVMGetOperand(choice, i + 1));
    return LLVMValueAsBasicBlock(LLVMGetOperand(choice, 1));
}

/* A way through the blocks, and the phi on it whose value is known: llvm.coro.suspend became one.
 */
typedef struct Walk {
    LLVMBasicBlockRef from, block;
    LLVMValueRef phi, value;
} Walk;

static void note_phi(Walk *walk) {
    LLVMValueRef phi = LLVMGetFirstInstruction(walk->block);
    for (; phi && LLVMIsAPHINode(phi); phi = LLVMGetNextInstruction(phi))
        for (unsigned i = 0; i < LLVMCountIncoming(phi); i++)
            if (LLVMGetIncomingBlock(phi, i) == walk->from &&
                LLVMIsAConstantInt(LLVMGetIncomingValue(phi, i)) &&
                LLVMGetIntTypeWidth(LLVMTypeOf(phi)) == 8) {
                walk->phi = phi;
                walk->value = LLVMGetIncomingValue(phi, i);
            }
}

static LLVMValueRef known(const Walk *walk, LLVMValueRef value) {
    return value == walk->phi ? walk->value : value;
}

/* The successor of a conditional branch on a comparison of what is known; NULL: it depends. */
static LLVMBasicBlockRef branch_target(const Walk *walk, LLVMValueRef branch) {
    LLVMValueRef test = LLVMGetCondition(branch);
    if (!LLVMIsAICmpInst(test))
        return NULL;
    LLVMValueRef left = known(walk, LLVMGetOperand(test, 0)),
                 right = known(walk, LLVMGetOperand(test, 1));
    LLVMIntPredicate predicate = LLVMGetICmpPredicate(test);
    if (!LLVMIsAConstantInt(left) || !LLVMIsAConstantInt(right) ||
        (predicate != LLVMIntEQ && predicate != LLVMIntNE))
        return NULL;
    bool holds = (left == right) == (predicate == LLVMIntEQ);
    return LLVMGetSuccessor(branch, holds ? 0 : 1);
}

/* Where the walk goes on; NULL if that depends on something. */
static LLVMBasicBlockRef next_block(const Walk *walk) {
    LLVMValueRef end = LLVMGetBasicBlockTerminator(walk->block);
    if (LLVMIsABranchInst(end))
        return LLVMIsConditional(end) ? branch_target(walk, end) : LLVMGetSuccessor(end, 0);
    if (!LLVMIsASwitchInst(end))
        return NULL;
    LLVMValueRef value = known(walk, LLVMGetOperand(end, 0));
    return LLVMIsAConstantInt(value) ? case_target(end, value) : NULL;
}

static int line_behind(LLVMBasicBlockRef from, LLVMBasicBlockRef block, LLVMValueRef marker) {
    Walk walk = {from, block, NULL, NULL};
    for (int i = 0; walk.block && i < WALK_LIMIT; i++) {
        int line = marked_line(walk.block, marker);
        if (line >= 0)
            return line;
        note_phi(&walk);
        LLVMBasicBlockRef next = next_block(&walk);
        walk.from = walk.block;
        walk.block = next;
    }
    return -1;
}

/* The byte of the frame that `load` reads; -1: it is none. */
static int64_t frame_offset(LLVMModuleRef module, LLVMValueRef load) {
    LLVMValueRef place = LLVMGetOperand(load, 0);
    if (!LLVMIsAGetElementPtrInst(place))
        return -1;
    LLVMTypeRef type = LLVMGetGEPSourceElementType(place);
    LLVMValueRef last = LLVMGetOperand(place, (unsigned)LLVMGetNumOperands(place) - 1);
    if (!LLVMIsAConstantInt(last))
        return -1;
    unsigned index = (unsigned)LLVMConstIntGetZExtValue(last);
    if (LLVMGetTypeKind(type) != LLVMStructTypeKind)
        return LLVMGetTypeKind(type) == LLVMIntegerTypeKind ? (int64_t)index : -1;
    return (int64_t)LLVMOffsetOfElement(LLVMGetModuleDataLayout(module), type, index);
}

/* Fills `table` from the switch over the suspend points; how many items, 0: not understood. */
static uint32_t read_switch(LLVMModuleRef module, LLVMValueRef choice, LLVMValueRef marker,
                            uint16_t *table) {
    LLVMValueRef load = LLVMGetOperand(choice, 0);
    if (!LLVMIsALoadInst(load))
        return 0;
    int64_t offset = frame_offset(module, load);
    unsigned bits = LLVMGetIntTypeWidth(LLVMTypeOf(load)), most = 0;
    if (offset < 0 || offset > UINT16_MAX || bits > 32)
        return 0;
    LLVMBasicBlockRef from = LLVMGetInstructionParent(choice);
    for (unsigned i = 2; i + 1 < (unsigned)LLVMGetNumOperands(choice); i += 2) {
        uint64_t index = LLVMConstIntGetZExtValue(LLVMGetOperand(choice, i));
        LLVMBasicBlockRef target = LLVMValueAsBasicBlock(LLVMGetOperand(choice, i + 1));
        int line = line_behind(from, target, marker);
        if (index >= INDEX_LIMIT)
            return 0;
        table[HEAD + index] = line > 0 ? (uint16_t)line : 0;
        most = index > most ? (unsigned)index : most;
    }
    table[0] = (uint16_t)offset;
    table[1] = (uint16_t)(bits <= 8 ? 1 : bits <= 16 ? 2 : 4);
    table[2] = (uint16_t)most;
    return HEAD + most + 1;
}

/* -- writing it down -- */

static LLVMValueRef new_table(LLVMModuleRef module, const char *name, const uint16_t *items,
                              uint32_t count) {
    LLVMContextRef context = LLVMGetModuleContext(module);
    LLVMValueRef values[HEAD + INDEX_LIMIT];
    LLVMTypeRef type = LLVMInt16TypeInContext(context);
    for (uint32_t i = 0; i < count; i++)
        values[i] = LLVMConstInt(type, items[i], false);
    LLVMValueRef array = LLVMConstArray2(type, values, count);
    LLVMValueRef table = LLVMAddGlobal(module, LLVMTypeOf(array), name);
    LLVMSetInitializer(table, array);
    LLVMSetGlobalConstant(table, true);
    LLVMSetLinkage(table, LLVMInternalLinkage);
    LLVMSetUnnamedAddress(table, LLVMGlobalUnnamedAddr);
    return table;
}

/* The switch over the suspend points, with which `part` begins; or NULL. */
static LLVMValueRef suspend_switch(LLVMValueRef part) {
    LLVMValueRef end = LLVMGetBasicBlockTerminator(LLVMGetEntryBasicBlock(part));
    for (int i = 0; i < WALK_LIMIT && LLVMIsABranchInst(end) && !LLVMIsConditional(end); i++)
        end = LLVMGetBasicBlockTerminator(LLVMGetSuccessor(end, 0));
    return LLVMIsASwitchInst(end) ? end : NULL;
}

/* Makes the function's record refer to the table. */
static void set_suspended(LLVMValueRef info, LLVMValueRef table) {
    LLVMValueRef record = LLVMGetInitializer(info), fields[32];
    unsigned count = LLVMCountStructElementTypes(LLVMTypeOf(record));
    for (unsigned i = 0; i < count && i < 32; i++)
        fields[i] = LLVMGetAggregateElement(record, i);
    fields[FUNCTION_SUSPENDED_FIELD] = table;
    LLVMSetInitializer(info, LLVMConstNamedStruct(LLVMTypeOf(record), fields, count));
}

/* `part`: py.NAME.resume, whose record is py.NAME.info. */
static void record_lines(LLVMModuleRef module, LLVMValueRef part, LLVMValueRef marker) {
    static const char suffix[] = ".resume";
    size_t size;
    const char *symbol = LLVMGetValueName2(part, &size);
    size_t stem = size > strlen(suffix) ? size - strlen(suffix) : 0;
    LLVMValueRef choice = suspend_switch(part);
    char name[1024];
    if (!choice || !stem || stem > sizeof name - 16 || strcmp(symbol + stem, suffix))
        return;
    snprintf(name, sizeof name, "%.*s.info", (int)stem, symbol);
    LLVMValueRef info = LLVMGetNamedGlobal(module, name);
    if (!info || !LLVMGetInitializer(info) || LLVMIsNull(LLVMGetInitializer(info)))
        return;
    uint16_t items[HEAD + INDEX_LIMIT] = {0};
    uint32_t count = read_switch(module, choice, marker, items);
    snprintf(name, sizeof name, "%.*s.suspended", (int)stem, symbol);
    if (count)
        set_suspended(info, new_table(module, name, items, count));
}

void coro_record_lines(LLVMModuleRef module) {
    LLVMValueRef marker = LLVMGetNamedFunction(module, marker_name);
    if (!marker)
        return;
    for (LLVMValueRef f = LLVMGetFirstFunction(module); f; f = LLVMGetNextFunction(f))
        if (!LLVMIsDeclaration(f) && LLVMGetFunctionCallConv(f) == LLVMFastCallConv)
            record_lines(module, f, marker);
    for (LLVMUseRef use; (use = LLVMGetFirstUse(marker));)
        LLVMInstructionEraseFromParent(LLVMGetUser(use));
    LLVMDeleteFunction(marker);
}
