/* Tests frontend/scope.c: how names are bound, captured and mangled. */
#include "unit.h"

#include "frontend/read.h"
#include "frontend/scope.h"
#include "frontend/source.h"
#include "frontend/syntax.h"

static Arena *arena;
static NameTable *names;
static uint32_t errors;

static Scope *build(const char *text) {
    DiagOptions options = {0};
    DiagSink *diags = diag_sink_new(arena, &options);
    Source *source = source_from_bytes(arena, diags, "test.py", text, strlen(text));
    AstModule *tree = read_module(arena, names, diags, source, syntax_check(arena, diags, source));
    Scope *scope = scope_build(arena, names, diags, source, tree);
    errors = diag_error_count(diags);
    return scope;
}

static Symbol *find(const Scope *scope, const char *name) {
    return scope_find(scope, name_cstr(names, name));
}

static void test_function(void) {
    Scope *module = build("def f(a, b=1, /, c=2, *d, e, **g):\n"
                          "    global h\n"
                          "    h = x = a\n"
                          "    return len(x)\n");
    Scope *f = module->children.items[0];
    const char *parameters[] = {"a", "b", "c", "e", "d", "g"};
    for (size_t i = 0; i < 6; i++) {
        CHECK_TEXT(f->symbols.items[i]->name->text, parameters[i]);
        CHECK(f->symbols.items[i]->is_parameter && f->symbols.items[i]->binding == BIND_LOCAL);
        CHECK_INT(f->symbols.items[i]->index, i);
    }
    CHECK_INT(find(f, "x")->binding, BIND_LOCAL);
    CHECK_INT(find(f, "h")->binding, BIND_GLOBAL);
    CHECK_INT(find(f, "len")->binding, BIND_GLOBAL);
    CHECK(find(module, "h")->is_bound); /* the function binds it for the module */
    CHECK(find(module, "f")->is_bound && find(module, "len") == NULL);
}

static void test_closure(void) {
    Scope *module = build("def f(a):\n"
                          "    def g():\n"
                          "        def h():\n"
                          "            nonlocal a\n"
                          "            a = b\n"
                          "        return h\n"
                          "    b = 1\n"
                          "    return g\n");
    Scope *f = module->children.items[0], *g = f->children.items[0], *h = g->children.items[0];
    CHECK_INT(find(f, "a")->binding, BIND_CELL);
    CHECK_INT(find(f, "b")->binding, BIND_CELL);
    CHECK_INT(find(h, "a")->binding, BIND_FREE);
    CHECK(find(h, "a")->origin == find(f, "a"));
    CHECK(find(g, "a")->origin == find(f, "a")); /* g passes the cell on */
    CHECK_INT(h->frees.count, 2);
    CHECK_INT(g->frees.count, 2);
    CHECK_TEXT(h->qualname, "f.<locals>.g.<locals>.h");
}

static void test_class(void) {
    Scope *module = build("def f(x):\n"
                          "    class C:\n"
                          "        x = 1\n"
                          "        def m(self): return super().m(x, self.__y)\n"
                          "    return C\n");
    Scope *c = module->children.items[0]->children.items[0], *m = c->children.items[0];
    CHECK_INT(find(c, "x")->binding, BIND_CLASS);
    CHECK(find(c, "x")->origin != NULL); /* the cell passes through the class to the method */
    CHECK_INT(find(m, "x")->binding, BIND_FREE);
    CHECK(c->uses_class_cell && c->class_cell->binding == BIND_CELL);
    CHECK(find(m, "__class__")->origin == c->class_cell);
    CHECK_TEXT(m->qualname, "f.<locals>.C.m");
    CHECK_TEXT(scope_mangle(names, m, name_cstr(names, "__y"))->text, "_C__y");
    CHECK_TEXT(scope_mangle(names, m, name_cstr(names, "__y__"))->text, "__y__");
}

static void test_comprehension(void) {
    Scope *module = build("async def f(a):\n"
                          "    r = [(y := x + a) for x in a if await x]\n"
                          "    return y, (z for z in r)\n");
    Scope *f = module->children.items[0], *list = f->children.items[0];
    CHECK_INT(f->children.items[1]->kind, SCOPE_COMPREHENSION);
    CHECK(f->children.items[1]->is_generator && !f->children.items[1]->is_async);
    CHECK(list->is_async && f->has_await);
    CHECK_INT(find(list, "x")->binding, BIND_LOCAL);
    CHECK_INT(find(f, "y")->binding, BIND_CELL); /* := binds in the function */
    CHECK(find(list, "y")->origin == find(f, "y"));
    CHECK_TEXT(list->qualname, "f.<locals>.<listcomp>");
}

static void test_errors(void) {
    build("def f(a):\n    global a\n");
    CHECK_INT(errors, 1);
    build("def f():\n    nonlocal a\n");
    CHECK_INT(errors, 1);
    build("[(x := 1) for x in y]\n");
    CHECK_INT(errors, 1);
    build("def f():\n    a = 1\n    def g():\n        nonlocal a\n");
    CHECK_INT(errors, 0);
}

int main(void) {
    arena = arena_new();
    names = name_table_new(arena);
    test_function();
    test_closure();
    test_class();
    test_comprehension();
    test_errors();
    arena_free(arena);
    return unit_done();
}
