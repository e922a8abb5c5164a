/*
 * late.h — modules that a table names: a package that imports what a variable says (six.moves, the
 * lexers of pygments, lazy loaders) has the modules' names as strings beside the names by which
 * users ask for them.
 *
 * A row of such a table is a call, a tuple, a list or an item of a dict with strings in it. A
 * module that a row names is part of the program if the program mentions, outside of the table's
 * module, one of the row's strings: as an attribute, in an import or in a string. Installed
 * packages mention it only if they import something of the table's package, and not by a string:
 * they have words of all kinds. Where a row names modules of the table's own package, its other
 * strings name none, but perhaps what such a module has: {"connect": ".client"} may mean the module
 * client or, if that is a package, client.connect.
 *
 * A module may leave the importing to a helper of its package, and have the table itself:
 * lazy_import(globals(), {"connect": ".client"}). Such rows name modules of the package alone.
 */
#ifndef PYASYNCC_FRONTEND_LATE_H
#define PYASYNCC_FRONTEND_LATE_H

#include "frontend.h"

/* What the modules of a program mention. */
typedef struct LateMentions {
    Arena *arena;
    NameTable *names;
    VEC(bool) mentioned;          /* by Name.id */
    VEC(const Module *) packages; /* the outermost packages of the modules with tables */
} LateMentions;

/* `module` has tables. */
void late_add_table(LateMentions *mentions, const Module *module);

/* Adds what the code of `module` mentions. */
void late_mention(LateMentions *mentions, const Module *module, bool is_installed);

/* Adds what parameters in `module`, which has tables, are by default: callers that leave them out
 * ask for it. */
void late_mention_defaults(LateMentions *mentions, const Module *module);

/* Who takes what was found. */
typedef struct LateSink {
    void *context;
    bool own_only; /* only modules of the table's own package are named */
    /* Has the package a module `name`? */
    bool (*has_child)(void *context, const Module *package, const char *name);
    void (*take)(void *context, const Name *dotted);
} LateSink;

/* Calls `sink->take` for each string that may name a module and stands in a row, of the tables in
 * `module`, that has a string which is mentioned. The same name may come several times, and names
 * of no module may. */
void late_find(LateMentions *mentions, const Module *module, const LateSink *sink);

#endif
