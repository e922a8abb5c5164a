/*
 * imports.c — prints the tree of imports (see imports.h). A module that many import stands below
 * the one that the compiler followed first.
 */
#include "imports.h"

#include <stdio.h>

typedef struct Tree {
    const Program *program;
    const uint64_t *sizes;
} Tree;

static void indent(int depth) {
    printf("%*s", 2 * depth, "");
}

static void print_reason(const ImportEdge *edge) {
    if (edge && edge->range.line)
        printf(", line %u", edge->range.line);
}

static void print_children(const Tree *tree, const Module *importer, int depth);

static void print_module(const Tree *tree, const Module *module, const ImportEdge *edge,
                         int depth) {
    const char *path = module->source ? module->source->path : "namespace package";
    indent(depth);
    printf("%s: %llu bytes", module->name->text, (unsigned long long)tree->sizes[module->index]);
    print_reason(edge);
    printf(" (%s)\n", path);
    print_children(tree, module, depth + 1);
}

static void print_edge(const Tree *tree, const ImportEdge *edge, int depth) {
    if (edge->kind == IMPORT_SOURCE) {
        print_module(tree, edge->module, edge, depth);
        return;
    }
    indent(depth);
    printf("%s: %s", edge->name->text,
           edge->kind == IMPORT_NATIVE ? "native"
                                       : "not found; ModuleNotFoundError if it is reached");
    print_reason(edge);
    putchar('\n');
}

/* The main module, which others may import too, is the root alone. */
static void print_children(const Tree *tree, const Module *importer, int depth) {
    const Module *root = tree->program->modules.items[0];
    for (size_t i = 0; i < tree->program->imports.count; i++) {
        const ImportEdge *edge = &tree->program->imports.items[i];
        if (edge->importer == importer && edge->module != root)
            print_edge(tree, edge, depth);
    }
}

void imports_print_evaluator(const Program *program, FILE *stream) {
    const EvaluatorReason *reason = &program->evaluator;
    if (reason->module)
        fprintf(stream, "evaluator of exec, eval and compile: %s() in %s, line %u (%s)\n",
                reason->what, reason->module->name->text, reason->range.line,
                reason->module->source->path);
}

void imports_print(const Program *program, const uint64_t *sizes) {
    Tree tree = {program, sizes};
    print_module(&tree, program->modules.items[0], NULL, 0);
    uint64_t sum = 0;
    for (size_t i = 0; i < program->modules.count; i++)
        sum += sizes[i];
    printf("%zu modules without the runtime: %llu bytes\n", program->modules.count,
           (unsigned long long)sum);
    imports_print_evaluator(program, stdout);
}
