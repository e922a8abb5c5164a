/*
 * usage.h — which functions of the library's modules a program can reach.
 *
 * The modules of the installed Python import each other inside functions that hardly any program
 * calls: logging leads to pydoc, pdb and email. So a function or method there is put off: it is
 * neither compiled nor are its imports followed before code that is in use mentions its name, as a
 * variable, an attribute, in an import or in a string (which getattr may get). Everything in the
 * user's own modules is in use, and so are special methods and decorated functions. Where the
 * user's code asks for names that it computes, all of the modules that it imports itself is in use.
 */
#ifndef PYASYNCC_FRONTEND_USAGE_H
#define PYASYNCC_FRONTEND_USAGE_H

#include "frontend.h"

typedef struct Usage Usage;

Usage *usage_new(Arena *arena, NameTable *names);

/* Tells whether what is mentioned from now on stands in the user's own modules. */
void usage_set_user(Usage *usage, bool is_user);
/* `name` is asked for by code in use. */
void usage_mention(Usage *usage, const Name *name);
/* The same for each part of a dotted name. */
void usage_mention_dotted(Usage *usage, const Name *name);
bool usage_is_mentioned(const Usage *usage, const Name *name);
/* The same for the user's own modules. A text that names a character, "\N{DEGREE SIGN}", counts as
 * a mention of `\N{`. */
bool usage_is_mentioned_by_user(const Usage *usage, const Name *name);
/* Everything in `module` is asked for: a star import. */
void usage_keep_module(Usage *usage, Module *module);

/* Does the expression `node` ask for attributes by computed names, or for all of them: getattr(x,
 * name), vars(x), dir(x), x.__dict__? */
bool usage_is_dynamic(AstNode *node);
/* Notes what the expression (or pattern) `node` of code in use mentions. */
void usage_note(AstNode *node, void *usage);

/* May `function` of a library's module be put off? Then it is: its scope is marked as unused. */
bool usage_put_off(Usage *usage, Module *module, AstFunctionDef *function);
/* Takes back one function that was put off and is in use after all; NULL: there is none now. */
AstFunctionDef *usage_next(Usage *usage, Module **module);

#endif
