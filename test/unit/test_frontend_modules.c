/* Tests frontend/modules.c: packages, relative and cyclic imports, what is followed and what not.
 */
#include "unit.h"

#include "frontend/frontend.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/pyasyncc-modules-XXXXXX";
static Arena *arena;
static DiagSink *diags;

static void write_file(const char *name, const char *text) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    for (char *slash = strchr(path + sizeof folder, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0700);
        *slash = '/';
    }
    FILE *file = fopen(path, "w");
    CHECK(file != NULL);
    fputs(text, file);
    fclose(file);
}

static bool is_native(const char *name) {
    return strcmp(name, "asyncio") == 0;
}

static Program *read_main(void) {
    DiagOptions options = {0};
    FrontendOptions frontend = {.is_native_module = is_native};
    diags = diag_sink_new(arena, &options);
    return frontend_read(arena, diags, arena_printf(arena, "%s/main.py", folder), &frontend);
}

static void test_graph(void) {
    write_file("main.py", "import asyncio, pkg.sub\n"
                          "from pkg import other, value\n"
                          "if TYPE_CHECKING: import hidden\n"
                          "def f():\n    from pkg.names import leaf\n");
    write_file("pkg/__init__.py", "value = 1\n");
    write_file("pkg/sub.py", "from . import other\nfrom .other import *\nfrom .. import beyond\n");
    write_file("pkg/other.py", "from . import sub\n"); /* a cycle */
    write_file("pkg/names/leaf.py", "");               /* in a namespace package */
    Program *program = read_main();
    CHECK_INT(diag_error_count(diags), 0);
    CHECK_INT(diag_warning_count(diags), 0);
    const char *expected[] = {"__main__",  "pkg",       "pkg.sub",
                              "pkg.other", "pkg.names", "pkg.names.leaf"};
    CHECK_INT(program->modules.count, 6);
    for (size_t i = 0; i < 6 && i < program->modules.count; i++) {
        CHECK_TEXT(program->modules.items[i]->name->text, expected[i]);
        CHECK_INT(program->modules.items[i]->index, i);
    }
    Module *names = program_find_module(program, "pkg.names");
    CHECK(names && names->is_package && !names->source);
    Module *sub = program_find_module(program, "pkg.sub");
    CHECK(sub->parent == program_find_module(program, "pkg"));
    CHECK_TEXT(program_resolve_relative(program, sub, 1, NULL)->text, "pkg");
    CHECK(program_resolve_relative(program, sub, 2, NULL) == NULL);
    CHECK_INT(program->files.count, 5);
}

static void test_missing(void) {
    write_file("main.py", "import nowhere\nimport nowhere\n"
                          "try: import perhaps\nexcept ImportError: pass\n");
    read_main();
    CHECK_INT(diag_error_count(diags), 0);
    CHECK_INT(diag_warning_count(diags), 1); /* once, and not for the guarded one */
    write_file("main.py", "import broken\n");
    write_file("broken.py", "x = \n");
    read_main();
    CHECK_INT(diag_error_count(diags), 1);
}

int main(void) {
    if (!mkdtemp(folder))
        return 1;
    arena = arena_new();
    test_graph();
    test_missing();
    arena_free(arena);
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    CHECK_INT(system(command), 0);
    return unit_done();
}
