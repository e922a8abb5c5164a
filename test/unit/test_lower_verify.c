/*
 * test_lower_verify.c — the verifier against damage that the textual IR cannot express: links,
 * numbers and references that a defect of a pass leaves behind. Each case reads a valid function,
 * damages it in one place and expects the message; test/lit/passes/verify_errors.ir has the others.
 */
#include "lower/pass.h"

#include "unit.h"

static const char valid[] = "module \"m\" {\n"
                            "function @f name \"f\" qualname \"f\" line 1 -> obj {\n"
                            "  local x.0: obj param\n"
                            "b0:\n"
                            "  %0: obj = local.get x.0\n"
                            "  %1: bool = is.null %0\n"
                            "  branch %1, b1, b2\n"
                            "b1:\n"
                            "  ret %0\n"
                            "b2:\n"
                            "  ret %0\n"
                            "}\n"
                            "function @g name \"g\" qualname \"g\" line 9 -> obj {\n"
                            "  local x.0: obj\n"
                            "b0:\n"
                            "  %0: obj = null\n"
                            "  ret %0\n"
                            "}\n"
                            "}\n";

/* The functions and the parts of @f that the cases damage. */
typedef struct Parts {
    Arena *arena;
    IrFunction *function, *other;
    IrBlock *entry, *left, *right;
    IrOp *get, *is_null, *branch;
} Parts;

static Parts parts_new(void) {
    const char *error;
    Parts parts = {.arena = arena_new()};
    const IrModule *module = ir_read(parts.arena, valid, &error)->modules.items[0];
    parts.function = module->functions.items[0];
    parts.other = module->functions.items[1];
    parts.entry = parts.function->blocks.items[0];
    parts.left = parts.function->blocks.items[1];
    parts.right = parts.function->blocks.items[2];
    parts.get = parts.entry->first;
    parts.is_null = parts.get->next;
    parts.branch = parts.entry->last;
    return parts;
}

static void damage_edge(Parts *parts) {
    parts->branch->targets[1] = NULL;
}

static void damage_foreign_block(Parts *parts) {
    parts->branch->targets[0] = parts->other->blocks.items[0];
}

static void damage_owner(Parts *parts) {
    parts->is_null->block = parts->left;
}

static void damage_link(Parts *parts) {
    parts->branch->previous = parts->get;
}

static void damage_last(Parts *parts) {
    parts->entry->last = parts->is_null;
}

static void damage_number(Parts *parts) {
    parts->is_null->id = parts->get->id;
}

static void damage_number_range(Parts *parts) {
    parts->is_null->id = parts->function->next_id;
}

static void damage_block_number(Parts *parts) {
    parts->right->id = parts->left->id;
}

static void damage_local(Parts *parts) {
    parts->get->local = parts->other->locals.items[0];
}

static void damage_class(Parts *parts) {
    parts->get->type.kind = KIND_INSTANCE;
}

static void damage_use(Parts *parts) {
    parts->is_null->operands[0].value = parts->other->blocks.items[0]->first;
}

static void damage_parameters(Parts *parts) {
    parts->function->param_count = 2;
}

/* What the verifier says of @f after the damage; it says nothing of @g. */
static void check(void (*damage)(Parts *parts), const char *expected) {
    Parts parts = parts_new();
    CHECK(!ir_verify(parts.arena, parts.function) && !ir_verify(parts.arena, parts.other));
    damage(&parts);
    CHECK_TEXT(ir_verify(parts.arena, parts.function), expected);
    CHECK(!ir_verify(parts.arena, parts.other));
    arena_free(parts.arena);
}

int main(void) {
    check(damage_edge, "b0: branch (%2): leads nowhere");
    check(damage_foreign_block, "b0: branch (%2): leads to b0, which is no block of the function");
    check(damage_owner, "b1: is.null (%1): is linked into b0 but belongs to another block");
    check(damage_link, "b0: is.null (%1): is linked badly");
    check(damage_last, "b0: branch (%2): is linked badly");
    check(damage_number, "b0: is.null (%0): its number is not unique");
    check(damage_number_range, "b0: is.null (%5): its number is not unique");
    check(damage_block_number, "b1: its number is not unique");
    check(damage_local, "b0: local.get (%0): names no local of the function");
    check(damage_class, "b0: local.get (%0): instance of no class");
    check(damage_use, "b0: is.null (%1): uses %0, which is no operator of the function");
    check(damage_parameters, "fewer locals than parameters");
    return unit_done();
}
