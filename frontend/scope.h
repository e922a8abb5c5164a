/*
 * scope.h — scopes and symbols. One Scope per module, class, function, lambda, comprehension and
 * type-parameter list, following CPython's symtable: each name of a scope is classified once and
 * every Name node points to its Symbol.
 */
#ifndef PYASYNCC_FRONTEND_SCOPE_H
#define PYASYNCC_FRONTEND_SCOPE_H

#include "ast.h"
#include "diag.h"

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION, /* def and lambda */
    SCOPE_COMPREHENSION,
    SCOPE_TYPE_PARAMS, /* PEP 695: a function scope around a generic def, class or alias */
} ScopeKind;

typedef enum Binding {
    BIND_LOCAL,  /* in the frame (function-like scopes) */
    BIND_CELL,   /* local of this scope, captured by an inner one: lives in a cell */
    BIND_FREE,   /* a cell of an enclosing function-like scope, see `origin` */
    BIND_GLOBAL, /* module variable, or a built-in if the module never binds it */
    BIND_CLASS,  /* bound in a class body: class namespace, then global or `origin` cell */
} Binding;

struct Symbol {
    const Name *name; /* after private-name mangling (_Class__x) */
    Scope *scope;     /* where this symbol stands */
    Binding binding;
    Symbol *origin; /* BIND_FREE: the BIND_CELL symbol captured; BIND_CLASS: free variable of the
                       same name in an enclosing function, or NULL; otherwise NULL */
    Symbol
        *class_dict;   /* in a scope that sees a class: the variable with that namespace, or NULL */
    bool is_parameter; /* in parameter order at the head of scope->symbols */
    bool is_bound;     /* assigned, imported, def'd, deleted... anywhere in its scope */
    bool is_global_decl;   /* named in a `global` statement of this scope */
    bool is_nonlocal_decl; /* named in a `nonlocal` statement of this scope, or bound by := inside a
                              comprehension for the function around it */
    Range declaration;     /* of the first such statement */
    bool is_annotated;     /* the target of an annotation */
    bool is_used;          /* read somewhere in its scope */
    bool is_import;        /* bound by an import statement */
    bool is_type_param;    /* of a generic definition or type alias */
    bool is_fresh; /* of a module: bound once, to a new table, function or class; usage_pure.c */
    uint32_t bind_count; /* how many binding places (def, assignment, for target, import, del...) */
    void *lowering;      /* owned by lower/: where the variable lives in the IR */
    void *usage;         /* owned by usage.c: who asks for it */
    uint32_t index;      /* BIND_LOCAL/BIND_CELL: position among locals; BIND_FREE: among frees */
};

struct Scope {
    ScopeKind kind;
    const Name *name;     /* "<module>", "f", "C", "<lambda>", "<listcomp>", "<genexpr>"... */
    const char *qualname; /* as CPython's __qualname__ */
    AstNode *node;        /* Module, FunctionDef, Lambda, ClassDef, a comprehension... */
    Scope *parent;        /* lexically enclosing scope, NULL for the module */
    VEC(Scope *) children;
    VEC(Symbol *)
    symbols; /* parameters first (positional-only, positional, *args, keyword-only,
              **kwargs in THIS order: posonly, args, kwonly, vararg, kwarg) */
    VEC(Symbol *)
    frees;             /* the symbols with an `origin`: order of the closure's cells. Scopes between
                          the origin and the use have one too, to pass the cell on */
    bool is_async;     /* async def, or a comprehension/generator expression that awaits */
    bool is_generator; /* contains yield / is a generator expression */
    bool has_await;
    bool uses_class_cell; /* a method mentions __class__ or super(): the class scope needs a cell
                             named __class__ (symbol in the class scope's symbols, BIND_CELL) */
    bool calls_locals;    /* calls locals(), vars(), dir() without arguments, by these names */
    bool has_star_import;
    bool sees_class; /* type parameters, bounds, values of aliases: names of a class around them are
                        found too */
    const char *is_part_of; /* of an expression's scope that cannot yield, await or bind by :=, what
                               messages call it ("a type alias"), else NULL */
    Symbol *dict_cell;  /* of a class scope: the cell of its namespace, for such scopes, or NULL */
    Symbol *class_cell; /* the __class__ cell of a class scope with uses_class_cell, else NULL */
    Symbol **table;     /* hash table of `symbols` by name; private to scope.c */
    uint32_t table_size;
};

/* The symbol of `name` in `scope` itself (already mangled), or NULL. */
Symbol *scope_find(const Scope *scope, const Name *name);

/* `name` as the code of `scope` sees it: `__x` inside class C is `_C__x`. The names of Name,
 * Attribute, Keyword, Global and Nonlocal nodes and of all symbols are mangled already. */
const Name *scope_mangle(NameTable *names, const Scope *scope, const Name *name);

/* Builds the scopes of one module, fills in every SCOPE and SYMBOL field of `tree`, and reports
 * what CPython's symtable refuses. Source of the rules: CPython 3.11 Python/symtable.c, PEP 227,
 * PEP 572, PEP 695. Returns the module's scope. */
Scope *scope_build(Arena *arena, NameTable *names, DiagSink *diags, const Source *source,
                   AstModule *tree);

#endif
