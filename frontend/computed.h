/*
 * computed.h — modules that a program asks for by names it computes: import_module(f"pkg.{x}"),
 * __import__("pkg." + x), exec("import %s" % x), pkgutil.iter_modules(pkg.__path__),
 * importlib.metadata.version("pkg").
 *
 * What is known of such a name is a pattern: its text, with WILDCARD for each unknown part.
 */
#ifndef PYASYNCC_FRONTEND_COMPUTED_H
#define PYASYNCC_FRONTEND_COMPUTED_H

#include "frontend.h"
#include "usage.h"

enum { WILDCARD = '*' };

/* Who takes what was found; the texts live in the arena. */
typedef struct ComputedSink {
    Arena *arena;
    const Module *importer; /* whose code is looked at */
    bool spelled_only;      /* names without holes alone count, and only those of imports */
    void *context;
    /* A module whose absolute name matches `pattern` may be imported. */
    void (*import)(void *context, const char *pattern, Range range);
    /* It asks whether there is a module `name`. */
    void (*probe)(void *context, const char *name, Range range);
    /* The program looks through the modules of `package`, and if `deep` of the packages in it. */
    void (*list)(void *context, const char *package, bool deep, Range range);
    /* It asks for what is installed under the name `pattern`. */
    void (*distribution)(void *context, const char *pattern);
    /* It may read the files beside the modules of the package `pattern`. */
    void (*resources)(void *context, const char *pattern);
} ComputedSink;

/* Looks for calls in the expression `node`. */
void computed_find(AstNode *node, const ComputedSink *sink);

/* Does `text` match the first part of `pattern`, up to a dot or the end? */
bool computed_matches(const char *pattern, const char *text);

#endif
