/*
 * usage.h — which statements of the library's modules a program can reach.
 *
 * The modules of the installed Python import each other for the sake of functions that hardly any
 * program calls: logging leads to pydoc, pdb and email. So what a module or class there only
 * defines is put off: it is neither compiled nor are its imports followed before code that is in
 * use asks for one of the names it binds. That holds for functions, for classes, and in modules of
 * the installed Python for all statements that do nothing but bind names (usage_pure.c): imports,
 * tables of functions, `try: import x` with its substitute.
 *
 * A name is asked for where it is read as a variable of its module, imported from it, read as an
 * attribute of that module or of something that is not known, or spelled by a string (which getattr
 * may get). Everything in the user's
 * own modules is in use, and so are special methods and functions with decorators that may note
 * them somewhere. Where the user's code asks for names that it computes, all of the modules that it
 * imports itself is in use. A module of the installed Python that calls dir(x) stays whole itself:
 * urllib.request finds the methods of its handlers so.
 */
#ifndef PYASYNCC_FRONTEND_USAGE_H
#define PYASYNCC_FRONTEND_USAGE_H

#include "frontend.h"

typedef struct Usage Usage;

/* A statement, or one name of an import statement, that was put off. */
typedef struct UsageUnit {
    AstNode *node;      /* the statement or the Alias */
    AstNode *statement; /* the same, or the import that the Alias belongs to */
    Module *module;
    bool is_ready; /* asked for */
} UsageUnit;

Usage *usage_new(Arena *arena, NameTable *names);

/* `name` is asked for by code in use, as an attribute of anything. */
void usage_mention(Usage *usage, const Name *name);
/* Each part of a dotted name is spelled out. */
void usage_mention_dotted(Usage *usage, const Name *name);
/* `name` of `module` is asked for: from module import name. */
void usage_mention_in(Usage *usage, Module *module, const Name *name);
/* Is `name` asked for, or read as a variable of any module? */
bool usage_is_mentioned(const Usage *usage, const Name *name);
/* The same for the user's own modules. A text that names a character, "\N{DEGREE SIGN}", counts as
 * a mention of `\N{`. */
bool usage_is_mentioned_by_user(const Usage *usage, const Name *name);
/* Is it, or may it be put together from a prefix that a string has: "visit_%s"? */
bool usage_may_be_asked_for(const Usage *usage, const Name *name);
/* `node` is code that its module runs only as the main one. Functions that it names and that import
 * modules are no part of what computed names may mean: pickle's _test brings doctest and pdb. */
void usage_leave_to_main(AstNode *node, void *usage);
/* Everything that `module` defines is asked for. */
void usage_keep_module(Usage *usage, Module *module);
/* Everything that `from module import *` gives is asked for. */
void usage_keep_exports(Usage *usage, Module *module);

/* Does the expression `node` ask for attributes by computed names, or for all of them: getattr(x,
 * name), vars(x), dir(x), x.__dict__? */
bool usage_is_dynamic(AstNode *node);
/* Does it call dir(x)? What a module of the library so goes through are mostly its own classes. */
bool usage_lists_names(AstNode *node);
/* Notes what the expression (or pattern) `node` of code in use asks for. */
void usage_note(AstNode *node, void *usage);
/* Notes the use of a binary operator with this operand on its right. */
void usage_note_operator(Usage *usage, AstOperator op, const AstNode *right);
/* The same for a variable of `symbol`. */
void usage_note_symbol(Usage *usage, const Symbol *symbol);
/* The variable `symbol`, bound by an import statement in use, is `module`; NULL: a native module,
 * or none. */
void usage_resolve(Usage *usage, Symbol *symbol, Module *module);
/* The module that an import statement bound to `symbol` (usage_resolve), or NULL. */
Module *usage_module(const Symbol *symbol);
/* Is what is noted from now on in a module of the library? */
void usage_set_library(Usage *usage, bool library);
/* `__all__ = [...]`, `__all__ += [...]`, `__all__.append(...)`: strings ask for nothing there,
 * unless the module's exports are kept. */
bool usage_is_export_list(const AstNode *node);
/* While `exports` holds, strings ask for nothing: the statement changes __all__. */
void usage_set_exports(Usage *usage, bool exports);

/* May `node` of a library's module be put off? Then it is, and marked as unused: a function or a
 * class of a module or class there, another statement at the module's own level, or one Alias of
 * the import `statement`. */
bool usage_put_off(Usage *usage, Module *module, AstNode *node, AstNode *statement);
/* Takes back one unit that was put off and is in use after all; NULL: there is none now. */
const UsageUnit *usage_next(Usage *usage);

/* -- usage_pure.c -- */

typedef VEC(Symbol *) SymbolList;

/* Does the statement `node` nothing but bind variables of its module? Adds those to `bound`. A
 * store into a dict or list that `node`'s module made for a variable of its own counts as binding
 * it. */
bool usage_is_pure(Arena *arena, const Scope *module, AstNode *node, SymbolList *bound);
/* Is `decorator` known to do nothing but wrap what it decorates? */
bool usage_only_wraps(const AstNode *decorator);

#endif
