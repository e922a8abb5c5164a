/*
 * build_assign.c — assignment to every kind of target, augmented and annotated assignment, `del`.
 */
#include "build.h"

/* -- targets -- */

static size_t star_index(const AstNodes *targets) {
    size_t index = 0;
    while (index < targets->count && targets->items[index]->kind != AST_Starred)
        index++;
    return index;
}

IrOp **build_unpack(Builder *b, IrOp *value, size_t count, size_t star) {
    IrOp *sequence = star == count ? RT(b, unpack, VALUE(value), IMMEDIATE((int64_t)count))
                                   : RT(b, unpack_star, VALUE(value), IMMEDIATE((int64_t)star),
                                        IMMEDIATE((int64_t)(count - star - 1)));
    IrOp **items = ARENA_ARRAY(b->program->arena, IrOp *, count + 1);
    IrOp *place = RT(b, items_of, VALUE(sequence));
    for (size_t i = 0; i < count; i++)
        items[i] = RT(b, item_at, VALUE(sequence), VALUE(place), IMMEDIATE((int64_t)i));
    return items;
}

static void unpack(Builder *b, const AstNodes *targets, IrOp *value) {
    IrOp **items = build_unpack(b, value, targets->count, star_index(targets));
    for (size_t i = 0; i < targets->count; i++) {
        AstNode *target = targets->items[i];
        if (target->kind == AST_Starred)
            target = AST_CAST(Starred, target)->value;
        build_assign(b, target, items[i]);
    }
}

static void assign_attribute(Builder *b, AstAttribute *target, IrOp *value) {
    IrOp *object = build_expr(b, target->value);
    build_at_attribute(b, target, &target->base);
    RT(b, setattr, VALUE(object), NAMED(target->attr), VALUE(value));
}

/* object[start:stop:step] = value, or `del` of it if `value` is the null operator. */
static void set_slice(Builder *b, AstSubscript *target, IrOp *object, IrOp *value) {
    SliceBounds bounds = build_slice_bounds(b, AST_CAST(Slice, target->slice));
    build_at(b, &target->base);
    RT(b, setslice, VALUE(object), VALUE(bounds.start), VALUE(bounds.stop), VALUE(bounds.step),
       VALUE(value));
}

static void assign_item(Builder *b, AstSubscript *target, IrOp *value) {
    IrOp *object = build_expr(b, target->value);
    if (target->slice->kind == AST_Slice) {
        set_slice(b, target, object, value);
        return;
    }
    IrOp *key = build_expr(b, target->slice);
    build_at(b, &target->base);
    RT(b, setitem, VALUE(object), VALUE(key), VALUE(value));
}

void build_assign(Builder *b, AstNode *target, IrOp *value) {
    uint64_t position = b->position;
    build_at(b, target);
    switch (target->kind) {
    case AST_Name:
        build_store(b, AST_CAST(Name, target)->symbol, value);
        break;
    case AST_Attribute:
        assign_attribute(b, AST_CAST(Attribute, target), value);
        break;
    case AST_Subscript:
        assign_item(b, AST_CAST(Subscript, target), value);
        break;
    case AST_List:
        unpack(b, &AST_CAST(List, target)->elts, value);
        break;
    default:
        unpack(b, &AST_CAST(Tuple, target)->elts, value);
    }
    b->position = position;
}

/* -- a, b = b, a -- */

/* The items of a tuple or list display, NULL for other nodes. */
static const AstNodes *display_items(const AstNode *node) {
    if (node->kind == AST_Tuple)
        return &AST_CAST(Tuple, node)->elts;
    return node->kind == AST_List ? &AST_CAST(List, node)->elts : NULL;
}

/* Can the values of a display go to the targets without making a tuple? */
static bool is_parallel(const AstAssign *node) {
    const AstNodes *targets = display_items(node->targets.items[0]);
    if (node->targets.count != 1 || !targets || node->value->kind != AST_Tuple)
        return false;
    const AstNodes *values = &AST_CAST(Tuple, node->value)->elts;
    return targets->count == values->count && star_index(targets) == targets->count &&
           star_index(values) == values->count;
}

static void assign_parallel(Builder *b, AstAssign *node) {
    const AstNodes *targets = display_items(node->targets.items[0]);
    const AstNodes *nodes = &AST_CAST(Tuple, node->value)->elts;
    IrOp **values = ARENA_ARRAY(b->program->arena, IrOp *, nodes->count + 1);
    for (size_t i = 0; i < nodes->count; i++)
        values[i] = build_expr(b, nodes->items[i]);
    for (size_t i = 0; i < nodes->count; i++)
        build_assign(b, targets->items[i], values[i]);
}

void build_assign_statement(Builder *b, AstAssign *node) {
    if (is_parallel(node)) {
        assign_parallel(b, node);
        return;
    }
    IrOp *value = build_expr(b, node->value);
    for (size_t i = 0; i < node->targets.count; i++)
        build_assign(b, node->targets.items[i], value);
}

/* -- augmented assignment -- */

/* The operator stands at the statement, what reads and writes the target at the target. */
static IrOp *augment(Builder *b, AstAugAssign *node, IrOp *old) {
    uint64_t position = b->position;
    IrOp *operand = build_expr(b, node->value);
    build_at(b, &node->base);
    IrOp *value = build_binary(b, node->op, old, operand, true);
    b->position = position;
    return value;
}

static void augment_attribute(Builder *b, AstAugAssign *node) {
    AstAttribute *target = AST_CAST(Attribute, node->target);
    IrOp *object = build_expr(b, target->value);
    build_at_attribute(b, target, &target->base);
    IrOp *old = RT(b, getattr, VALUE(object), NAMED(target->attr));
    IrOp *value = augment(b, node, old);
    RT(b, setattr, VALUE(object), NAMED(target->attr), VALUE(value));
}

static void augment_item(Builder *b, AstAugAssign *node) {
    AstSubscript *target = AST_CAST(Subscript, node->target);
    IrOp *object = build_expr(b, target->value);
    IrOp *key = build_expr(b, target->slice);
    build_at(b, &target->base);
    IrOp *old = RT(b, getitem, VALUE(object), VALUE(key));
    IrOp *value = augment(b, node, old);
    RT(b, setitem, VALUE(object), VALUE(key), VALUE(value));
}

void build_augmented(Builder *b, AstAugAssign *node) {
    uint64_t position = b->position;
    if (node->target->kind == AST_Attribute) {
        augment_attribute(b, node);
    } else if (node->target->kind == AST_Subscript) {
        augment_item(b, node);
    } else {
        Symbol *symbol = AST_CAST(Name, node->target)->symbol;
        build_at(b, node->target);
        IrOp *value = augment(b, node, build_load(b, symbol));
        build_store(b, symbol, value);
    }
    b->position = position;
}

/* -- annotated assignment -- */

/* Where annotations are kept: module level and class bodies; functions have none. */
static IrOp *annotations_dict(Builder *b) {
    const Name *name = name_cstr(b->program->names, "__annotations__");
    if (b->namespace)
        return RT(b, ns_get, VALUE(b->namespace), NAMED(name));
    IrOp *dict = ir_op_new(b->function, IR_GLOBAL_GET, IR_TYPE_OBJ, 0);
    dict->global = build_global(b->module, name);
    dict->checked = true;
    dict->unwind = b->unwind;
    dict->position = b->position;
    ir_append(b->block, dict);
    return dict;
}

static void keep_annotation(Builder *b, AstAnnAssign *node) {
    IrOp *annotation = build_annotation(b, node->annotation);
    if (node->target->kind != AST_Name || !node->simple)
        return;
    const Symbol *symbol = AST_CAST(Name, node->target)->symbol;
    IrOp *name = build_constant(b, ir_constant_name(b->module, symbol->name));
    RT(b, dict_set, VALUE(annotations_dict(b)), VALUE(name), VALUE(annotation));
}

/* The parts of a target that nothing is assigned to are evaluated all the same. */
static void build_target_parts(Builder *b, AstNode *target) {
    if (target->kind == AST_Attribute) {
        build_expr(b, AST_CAST(Attribute, target)->value);
    } else if (target->kind == AST_Subscript) {
        build_expr(b, AST_CAST(Subscript, target)->value);
        build_expr(b, AST_CAST(Subscript, target)->slice);
    }
}

void build_annotated(Builder *b, AstAnnAssign *node) {
    if (node->value)
        build_assign(b, node->target, build_expr(b, node->value));
    else
        build_target_parts(b, node->target);
    if (b->function_scope->kind == SCOPE_MODULE || b->function_scope->kind == SCOPE_CLASS)
        keep_annotation(b, node);
}

static void find_annotation(AstNode *node, void *context) {
    bool *found = context;
    switch (node->kind) {
    case AST_AnnAssign:
        *found = true;
        return;
    case AST_FunctionDef:
    case AST_ClassDef:
    case AST_Lambda:
        return;
    default:
        ast_each_child(node, find_annotation, context);
    }
}

bool build_has_annotations(const AstNodes *body) {
    bool found = false;
    for (size_t i = 0; i < body->count && !found; i++)
        find_annotation(body->items[i], &found);
    return found;
}

/* -- del -- */

static void delete_item(Builder *b, AstSubscript *target) {
    IrOp *object = build_expr(b, target->value);
    if (target->slice->kind == AST_Slice)
        set_slice(b, target, object, build_null(b));
    else
        RT(b, delitem, VALUE(object), VALUE(build_expr(b, target->slice)));
}

void build_delete_target(Builder *b, AstNode *target) {
    build_at(b, target);
    const AstNodes *items = display_items(target);
    if (items) {
        for (size_t i = 0; i < items->count; i++)
            build_delete_target(b, items->items[i]);
    } else if (target->kind == AST_Name) {
        build_delete(b, AST_CAST(Name, target)->symbol);
    } else if (target->kind == AST_Attribute) {
        IrOp *object = build_expr(b, AST_CAST(Attribute, target)->value);
        RT(b, delattr, VALUE(object), NAMED(AST_CAST(Attribute, target)->attr));
    } else {
        delete_item(b, AST_CAST(Subscript, target));
    }
}
