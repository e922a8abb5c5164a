/*
 * cell.c — cells: variables shared between a function and the functions inside it. Reading and
 * writing them is in fast.c.
 */
#include "object.h"

Value cell_new(Value value) {
    CellObject *cell = object_new(&rt_type_cell, sizeof(CellObject));
    if (cell)
        cell->value = value_incref(value);
    return OBJ(cell);
}

Value pyrt_cell(Value value) {
    return cell_new(value);
}

/* An unbound cell was read. */
Value rt_cell_unbound(Value name, uint32_t is_free) {
    if (!is_free) {
        pyrt_unbound_local(name);
        return 0;
    }
    Value message = str_format("cannot access free variable '%S' where it is not associated with a "
                               "value in enclosing scope",
                               name);
    Value exception = message ? exc_make(&rt_exc_NameError, message) : 0;
    value_decref(message);
    return raise_value_take(exception);
}

static void cell_clear(Object *self) {
    value_replace(&((CellObject *)self)->value, 0);
}

static void cell_traverse(Object *self, VisitValue visit, void *context) {
    visit(((CellObject *)self)->value, context);
}

static Value cell_repr(Value self) {
    Value value = AS(CellObject, self)->value;
    if (!value)
        return str_format("<cell at %s: empty>", pointer_text(self).text);
    return str_format("<cell at %s: %T object at %s>", pointer_text(self).text, value,
                      pointer_text(value).text);
}

static Value cell_compare(Value left, Value right, CompareOp op) {
    if (!value_is(left, &rt_type_cell) || !value_is(right, &rt_type_cell))
        return VALUE_NOTIMPLEMENTED;
    Value a = AS(CellObject, left)->value, b = AS(CellObject, right)->value;
    if (a && b)
        return object_compare(a, b, op);
    int64_t order = (a != 0) - (b != 0);
    return object_compare(value_from_small_int(order), value_from_small_int(0), op);
}

static Value cell_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)names;
    if (count > 1)
        return raise_error(&rt_exc_TypeError, "cell expected at most 1 argument, got %d",
                           (int)count);
    (void)type;
    return cell_new(count ? args[0] : 0);
}

static Value contents_get(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Value value = AS(CellObject, args[0])->value;
    return value ? value_incref(value) : raise_error(&rt_exc_ValueError, "Cell is empty");
}

static int contents_set(Value self, Value value) {
    value_replace(&AS(CellObject, self)->value, value_incref(value));
    return 0;
}

static const NativeMethod cell_methods[] = {
    {.name = "cell_contents", .call = contents_get, .kind = METHOD_GETTER, .set = contents_set},
    {0},
};

Type rt_type_cell = {
    .name = "cell",
    .basic_size = sizeof(CellObject),
    .flags = TYPE_FINAL,
    .methods = cell_methods,
    .slots = {.dealloc = cell_clear,
              .traverse = cell_traverse,
              .clear = cell_clear,
              .repr = cell_repr,
              .compare = cell_compare,
              .unhashable = true,
              .new = cell_make},
};
