/*
 * usage.c — which functions of the library's modules a program can reach (see usage.h): the names
 * that code in use mentions, and the functions that wait for one of them.
 */
#include "usage.h"

#include <ctype.h>
#include <string.h>

/* The ways in which a name is asked for, without saying whose it is. */
enum Asked {
    ASKED_MEMBER = 1,    /* as an attribute of what is no module */
    ASKED_TEXT = 2,      /* by a string */
    ASKED_ANYWHERE = 4,  /* as an attribute of what may be a module */
    ASKED_VARIABLE = 8,  /* read as a variable */
    ASKED_BY_USER = 16,  /* in whatever way, in the user's own modules */
    ASKED_AS_VALUE = 32, /* the last part of a module's name: code passes the module on */
};

/* One name of a unit. */
typedef struct Waiting {
    UsageUnit *unit;
    const Symbol *symbol;
    struct Waiting *next; /* with the same name, or the same symbol */
} Waiting;

/* Symbol.usage. */
typedef struct SymbolUse {
    bool is_read;
    bool is_left_to_main; /* see usage_leave_to_main */
    Waiting *waiting;
    bool is_resolved;             /* by usage_resolve */
    Module *module;               /* what it was resolved to */
    VEC(const Name *) attributes; /* asked for before it was */
} SymbolUse;

struct Usage {
    Arena *arena;
    NameTable *names;
    VEC(uint8_t) asked;         /* by Name.id: enum Asked */
    VEC(Waiting *) by_name;     /* by Name.id: a list */
    VEC(Waiting *) all;         /* in the order in which they were put off */
    VEC(UsageUnit *) ready;     /* in use, not handed out yet */
    VEC(const Name *) prefixes; /* beginnings of names that strings are put together from */
    bool is_export;             /* see usage_set_exports */
    bool is_library;            /* see usage_set_library */
};

Usage *usage_new(Arena *arena, NameTable *names) {
    Usage *usage = ARENA_NEW(arena, Usage);
    usage->arena = arena;
    usage->names = names;
    return usage;
}

void usage_set_exports(Usage *usage, bool exports) {
    usage->is_export = exports;
}

void usage_set_library(Usage *usage, bool library) {
    usage->is_library = library;
}

/* ---- names ---- */

static void make_room(Usage *usage, const Name *name) {
    while (usage->asked.count <= name->id) {
        VEC_PUSH(usage->arena, &usage->asked, 0);
        VEC_PUSH(usage->arena, &usage->by_name, NULL);
    }
}

static void make_ready(Usage *usage, UsageUnit *unit) {
    if (unit->is_ready)
        return;
    unit->is_ready = true;
    VEC_PUSH(usage->arena, &usage->ready, unit);
}

/* Is `module` the value of a variable somewhere, beside those that import statements bind? */
static bool is_passed_on(const Usage *usage, const Module *module) {
    const char *dot = strrchr(module->name->text, '.');
    const Name *last = name_cstr(usage->names, dot ? dot + 1 : module->name->text);
    return last->id < usage->asked.count && usage->asked.items[last->id] & ASKED_AS_VALUE;
}

/* Does a name asked for in the ways `asked` mean `symbol` of a module or class? Nobody spells the
 * modules that another module imports, and the runtime's own modules are few and small. */
static bool means(const Usage *usage, unsigned asked, const Module *module, const Symbol *symbol) {
    unsigned wanted = ASKED_ANYWHERE;
    if (asked & ASKED_MEMBER && !symbol->is_import && is_passed_on(usage, module))
        return true;
    if (symbol->scope->kind == SCOPE_CLASS || (module->is_runtime && !symbol->is_import))
        wanted |= ASKED_MEMBER | ASKED_TEXT;
    else if (module->is_runtime || !symbol->is_import)
        wanted |= ASKED_TEXT;
    return asked & wanted;
}

static const char reduce_name[] = "__reduce__";

static void ask(Usage *usage, const Name *name, enum Asked how) {
    make_room(usage, name);
    if (!usage->is_library) {
        usage->asked.items[name->id] |= ASKED_BY_USER;
        if (!strcmp(name->text, "__reduce_ex__")) /* object's calls the other */
            ask(usage, name_cstr(usage->names, reduce_name), how);
    }
    if (usage->asked.items[name->id] & how)
        return;
    usage->asked.items[name->id] |= (uint8_t)how;
    for (Waiting *waiting = usage->by_name.items[name->id]; waiting; waiting = waiting->next)
        if (means(usage, how, waiting->unit->module, waiting->symbol))
            make_ready(usage, waiting->unit);
}

void usage_mention(Usage *usage, const Name *name) {
    ask(usage, name, ASKED_ANYWHERE);
}

bool usage_is_mentioned(const Usage *usage, const Name *name) {
    return name->id < usage->asked.count && usage->asked.items[name->id];
}

bool usage_is_mentioned_by_user(const Usage *usage, const Name *name) {
    return name->id < usage->asked.count && usage->asked.items[name->id] & ASKED_BY_USER;
}

static void ask_dotted(Usage *usage, const Name *name, enum Asked how) {
    for (const char *start = name->text; *start;) {
        size_t size = strcspn(start, ".");
        ask(usage, name_intern(usage->names, start, size), how);
        start += size + (start[size] == '.');
    }
}

void usage_mention_dotted(Usage *usage, const Name *name) {
    ask_dotted(usage, name, ASKED_TEXT);
}

static SymbolUse *symbol_use(Usage *usage, Symbol *symbol) {
    if (!symbol->usage)
        symbol->usage = ARENA_NEW(usage->arena, SymbolUse);
    return symbol->usage;
}

static void read_symbol(Usage *usage, Symbol *symbol) {
    SymbolUse *use = symbol_use(usage, symbol);
    use->is_read = true;
    for (Waiting *waiting = use->waiting; waiting; waiting = waiting->next)
        make_ready(usage, waiting->unit);
    use->waiting = NULL;
}

/* The module's symbol that `symbol` means, or NULL. A variable of a class may turn out to be one of
 * the module. */
static Symbol *find_global(const Symbol *symbol) {
    if (symbol->binding != BIND_GLOBAL && symbol->binding != BIND_CLASS)
        return NULL;
    const Scope *module = symbol->scope;
    while (module->parent)
        module = module->parent;
    return scope_find(module, symbol->name);
}

void usage_note_symbol(Usage *usage, const Symbol *symbol) {
    ask(usage, symbol->name, ASKED_VARIABLE);
    if (symbol->binding == BIND_CLASS)
        read_symbol(usage, (Symbol *)symbol);
    Symbol *global = find_global(symbol);
    if (global)
        read_symbol(usage, global);
}

/* May `module` have variables that its text does not name? */
static bool has_hidden_names(const Usage *usage, const Module *module) {
    const Name *getter = name_cstr(usage->names, "__getattr__");
    const Name *namespace = name_cstr(usage->names, "globals");
    return !module->is_library || !module->scope || module->scope->has_star_import ||
           scope_find(module->scope, getter) || scope_find(module->scope, namespace);
}

void usage_mention_in(Usage *usage, Module *module, const Name *name) {
    Symbol *symbol = module->scope ? scope_find(module->scope, name) : NULL;
    if (symbol)
        usage_note_symbol(usage, symbol);
    else if (has_hidden_names(usage, module))
        usage_mention(usage, name);
    else
        ask(usage, name, ASKED_VARIABLE);
}

/* `name` is asked for as an attribute of what the import of `use` gave. */
static void ask_module(Usage *usage, const SymbolUse *use, const Name *name) {
    if (use->module)
        usage_mention_in(usage, use->module, name);
    else
        usage_mention(usage, name);
}

void usage_resolve(Usage *usage, Symbol *symbol, Module *module) {
    if (!symbol || symbol->bind_count != 1)
        return;
    SymbolUse *use = symbol_use(usage, symbol);
    use->is_resolved = true;
    use->module = module;
    for (size_t i = 0; i < use->attributes.count; i++)
        ask_module(usage, use, use->attributes.items[i]);
    use->attributes.count = 0;
}

Module *usage_module(const Symbol *symbol) {
    const SymbolUse *use = symbol->usage;
    return use && use->is_resolved ? use->module : NULL;
}

void usage_leave_to_main(AstNode *node, void *usage) {
    Symbol *symbol = node->kind == AST_Name ? AST_CAST(Name, node)->symbol : NULL;
    Symbol *global = symbol ? find_global(symbol) : NULL;
    if (global)
        symbol_use(usage, global)->is_left_to_main = true;
    ast_each_child(node, usage_leave_to_main, usage);
}

static void find_import(AstNode *node, void *found) {
    *(bool *)found |= node->kind == AST_Import || node->kind == AST_ImportFrom;
    ast_each_child(node, find_import, found);
}

/* Does the unit bring in modules only for its module as a program? */
static bool serves_main(const Waiting *waiting) {
    const SymbolUse *use = waiting->symbol->usage;
    bool imports = false;
    if (use->is_left_to_main && waiting->unit->node->kind == AST_FunctionDef)
        find_import(waiting->unit->node, &imports);
    return imports;
}

/* What a module that is kept whole imports is not its own; the runtime's modules export it. */
static bool is_left_out(const Waiting *waiting) {
    bool is_import = waiting->unit->node->kind == AST_Alias;
    return is_import ? !waiting->unit->module->is_runtime : serves_main(waiting);
}

static void keep(Usage *usage, Module *module, bool with_imports) {
    module->is_kept_whole = true;
    for (size_t i = 0; i < usage->all.count; i++) {
        Waiting *waiting = usage->all.items[i];
        if (waiting->unit->module == module && (with_imports || !is_left_out(waiting)))
            make_ready(usage, waiting->unit);
    }
}

static bool is_all(const AstNode *node) {
    return node->kind == AST_Name && strcmp(AST_CAST(Name, node)->id->text, "__all__") == 0;
}

bool usage_is_export_list(const AstNode *node) {
    if (node->kind == AST_Assign)
        return is_all(AST_CAST(Assign, node)->targets.items[0]);
    if (node->kind == AST_AugAssign)
        return is_all(AST_CAST(AugAssign, node)->target);
    if (node->kind != AST_Expr || AST_CAST(Expr, node)->value->kind != AST_Call)
        return false;
    const AstNode *function = AST_CAST(Call, AST_CAST(Expr, node)->value)->func;
    return function->kind == AST_Attribute && is_all(AST_CAST(Attribute, function)->value);
}

typedef struct Exports {
    Usage *usage;
    Module *module;
} Exports;

static void ask_exported(AstNode *node, void *context) {
    const Exports *exports = context;
    if (node->kind != AST_Constant)
        return ast_each_child(node, ask_exported, context);
    const AstConstant *constant = AST_CAST(Constant, node);
    if (constant->value.kind != CONST_STR)
        return;
    Str text = constant->value.text;
    usage_mention_in(exports->usage, exports->module,
                     name_intern(exports->usage->names, text.data, text.size));
}

/* What the module's __all__ lists is asked for, be it its own or imported. */
static void ask_all(Usage *usage, Module *module) {
    Exports exports = {usage, module};
    for (size_t i = 0; module->tree && i < module->tree->body.count; i++)
        if (usage_is_export_list(module->tree->body.items[i]))
            ask_exported(module->tree->body.items[i], &exports);
}

void usage_keep_module(Usage *usage, Module *module) {
    if (module->is_kept_whole)
        return;
    keep(usage, module, false);
    ask_all(usage, module);
}

/* With __all__, of imported names those that it lists. Without it everything is exported. */
void usage_keep_exports(Usage *usage, Module *module) {
    const Name *all = name_cstr(usage->names, "__all__");
    bool has_list = module->scope && scope_find(module->scope, all);
    module->exports_imports |= !has_list;
    keep(usage, module, !has_list);
    ask_all(usage, module);
}

/* ---- strings ---- */

enum { LONGEST_NAME = 64, SHORTEST_PREFIX = 3 };

static bool is_name_byte(char byte) {
    return isalnum((unsigned char)byte) || byte == '_' || (unsigned char)byte >= 0x80;
}

static bool begins(const Name *name, const Name *prefix) {
    return name->size >= prefix->size && !memcmp(name->text, prefix->text, prefix->size);
}

/* "visit_": names are put together from it. */
static void add_prefix(Usage *usage, const Name *prefix) {
    for (size_t i = 0; i < usage->prefixes.count; i++)
        if (usage->prefixes.items[i] == prefix)
            return;
    VEC_PUSH(usage->arena, &usage->prefixes, prefix);
    for (size_t i = 0; i < usage->all.count; i++)
        if (begins(usage->all.items[i]->symbol->name, prefix))
            make_ready(usage, usage->all.items[i]->unit);
}

static bool has_prefix(const Usage *usage, const Name *name) {
    for (size_t i = 0; i < usage->prefixes.count; i++)
        if (begins(name, usage->prefixes.items[i]))
            return true;
    return false;
}

bool usage_may_be_asked_for(const Usage *usage, const Name *name) {
    return usage_is_mentioned(usage, name) || has_prefix(usage, name);
}

/* A string that is a name or a dotted name, or the beginning of one ("do_", "do_%s"). */
static void note_text(Usage *usage, Str text) {
    for (size_t i = 0; i + 3 < text.size; i++)
        if (!memcmp(text.data + i, "\\N{", 3))
            usage_mention(usage, name_cstr(usage->names, "\\N{"));
    if (!text.size || text.size > LONGEST_NAME || usage->is_export)
        return;
    size_t size = 0;
    while (size < text.size && (is_name_byte(text.data[size]) || text.data[size] == '.'))
        size++;
    const Name *name = name_intern(usage->names, text.data, size);
    if (size == text.size)
        ask_dotted(usage, name, ASKED_TEXT);
    bool open = size == text.size || text.data[size] == '%' || text.data[size] == '{';
    if (open && size >= SHORTEST_PREFIX && text.data[size - 1] == '_')
        add_prefix(usage, name);
}

/* ---- expressions ---- */

/* Does `symbol` stand for one module that an import statement will name? */
static bool is_module_name(const Symbol *symbol) {
    return symbol && symbol->is_import && symbol->bind_count == 1;
}

/* What an attribute read `base.name` of code in use asks for. Modules are looked for behind names
 * that imports bind, and behind attributes; in the user's code everywhere. */
static void note_attribute(Usage *usage, const AstAttribute *node) {
    const AstNode *base = node->value;
    Symbol *symbol = base->kind == AST_Name ? AST_CAST(Name, base)->symbol : NULL;
    Symbol *global = symbol ? find_global(symbol) : NULL;
    Symbol *owner = global ? global : symbol;
    if (is_module_name(owner)) {
        SymbolUse *use = symbol_use(usage, owner);
        if (use->is_resolved)
            ask_module(usage, use, node->attr);
        else
            VEC_PUSH(usage->arena, &use->attributes, node->attr);
        ask(usage, node->attr, ASKED_VARIABLE);
        return;
    }
    bool is_object = base->kind == AST_Constant || base->kind == AST_JoinedStr;
    if (usage->is_library && base->kind != AST_Attribute)
        is_object |= !owner || !owner->is_import;
    ask(usage, node->attr, is_object ? ASKED_MEMBER : ASKED_ANYWHERE);
}

/* The module whose name ends with `name` is passed on: attributes of anything may be its own. */
static void pass_on(Usage *usage, const Name *name) {
    make_room(usage, name);
    if (usage->asked.items[name->id] & ASKED_AS_VALUE)
        return;
    usage->asked.items[name->id] |= ASKED_AS_VALUE;
    for (size_t i = 0; i < usage->all.count; i++) {
        Waiting *waiting = usage->all.items[i];
        unsigned asked = usage->asked.items[waiting->symbol->name->id];
        if (asked & ASKED_MEMBER && means(usage, asked, waiting->unit->module, waiting->symbol))
            make_ready(usage, waiting->unit);
    }
}

/* Is `node` "package.module", where an import statement bound the package? What is written to the
 * right of it is asked for as an attribute of that module already. */
static void note_value(Usage *usage, const AstNode *node) {
    const AstNode *root = node;
    while (root->kind == AST_Attribute)
        root = AST_CAST(Attribute, root)->value;
    if (root == node || root->kind != AST_Name)
        return;
    Symbol *symbol = AST_CAST(Name, root)->symbol, *global = symbol ? find_global(symbol) : NULL;
    Symbol *owner = global ? global : symbol; /* import a.b, import a.c bind it twice */
    if (owner && owner->is_import)
        pass_on(usage, AST_CAST(Attribute, node)->attr);
}

/* A keyword argument is mentioned as "name=", so that names of parameters keep no functions. */
static void note_keyword(Usage *usage, const AstKeyword *keyword) {
    char text[LONGEST_NAME + 1];
    const AstNode *value = keyword->value;
    bool none = value->kind == AST_Constant && AST_CAST(Constant, value)->value.kind == CONST_NONE;
    if (!keyword->arg || none || keyword->arg->size >= LONGEST_NAME)
        return;
    memcpy(text, keyword->arg->text, keyword->arg->size);
    text[keyword->arg->size] = '=';
    usage_mention(usage, name_intern(usage->names, text, keyword->arg->size + 1));
}

/* ---- names of encodings ---- */

/* Functions and methods that take one, and where it may stand among their arguments. */
static const struct {
    const char *function;
    unsigned places; /* bits */
} encoding_places[] = {
    {"EncodedFile", 6},
    {"TextIOWrapper", 2},
    {"bytearray", 2},
    {"bytes", 2},
    {"decode", 3},
    {"encode", 3},
    {"getdecoder", 1},
    {"getencoder", 1},
    {"getincrementaldecoder", 1},
    {"getincrementalencoder", 1},
    {"getreader", 1},
    {"getwriter", 1},
    {"iterdecode", 2},
    {"iterencode", 2},
    {"lookup", 1},
    {"open", 12},
    {"read_text", 1},
    {"str", 2},
    {"write_text", 2},
};

/* Does the runtime have it in any program? So it is with the names of error handlers, which may
 * stand in the same places. `plain`: letters and digits of the name. */
static bool is_common_encoding(const char *plain) {
    static const char *const common[] = {
        "ascii",
        "backslashreplace",
        "idna",
        "ignore",
        "iso88591",
        "latin1",
        "locale",
        "namereplace",
        "punycode",
        "rawunicodeescape",
        "replace",
        "strict",
        "surrogatepass",
        "surrogateescape",
        "unicodeescape",
        "usascii",
        "xmlcharrefreplace",
    };
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (!strcmp(plain, common[i]))
            return true;
    return !strncmp(plain, "utf", 3) && strcmp(plain, "utf7") != 0;
}

/* In what ever module it stands. */
static void mention_encoding(Usage *usage, const char *text) {
    bool is_library = usage->is_library;
    usage->is_library = false;
    usage_mention(usage, name_cstr(usage->names, text));
    usage->is_library = is_library;
}

static void note_encoding_text(Usage *usage, Str text) {
    static const char prefix[] = "encoding:";
    enum { PREFIX = sizeof prefix - 1 };
    char name[PREFIX + 24];
    size_t size = PREFIX;
    memcpy(name, prefix, PREFIX);
    for (size_t i = 0; i < text.size && size + 1 < sizeof name; i++)
        if (isalnum((unsigned char)text.data[i]))
            name[size++] = (char)tolower((unsigned char)text.data[i]);
    name[size] = 0;
    if (is_common_encoding(name + PREFIX))
        return;
    mention_encoding(usage, name);
    mention_encoding(usage, "encoding:other");
}

/* `node` stands where the name of an encoding may. */
static void note_encoding(Usage *usage, const AstNode *node) {
    if (node->kind == AST_BoolOp) {
        for (size_t i = 0; i < AST_CAST(BoolOp, node)->values.count; i++)
            note_encoding(usage, AST_CAST(BoolOp, node)->values.items[i]);
    } else if (node->kind == AST_IfExp) {
        note_encoding(usage, AST_CAST(IfExp, node)->body);
        note_encoding(usage, AST_CAST(IfExp, node)->orelse);
    } else if (node->kind != AST_Constant) {
        if (!usage->is_library)
            mention_encoding(usage, "encoding:computed");
    } else if (AST_CAST(Constant, node)->value.kind == CONST_STR) {
        note_encoding_text(usage, AST_CAST(Constant, node)->value.text);
    }
}

/* {"encoding": ...} may become keywords of a call. */
static void note_encoding_items(Usage *usage, const AstDict *dict) {
    static const char name[] = "encoding";
    for (size_t i = 0; i < dict->keys.count && !usage->is_library; i++) {
        const AstNode *key = dict->keys.items[i];
        if (!key || key->kind != AST_Constant || AST_CAST(Constant, key)->value.kind != CONST_STR)
            continue;
        Str text = AST_CAST(Constant, key)->value.text;
        if (text.size == sizeof name - 1 && !memcmp(text.data, name, text.size))
            note_encoding(usage, dict->values.items[i]);
    }
}

static void note_encodings(Usage *usage, const AstCall *call) {
    const AstNode *function = call->func;
    const char *name = function->kind == AST_Name        ? AST_CAST(Name, function)->id->text
                       : function->kind == AST_Attribute ? AST_CAST(Attribute, function)->attr->text
                                                         : "";
    for (size_t i = 0; i < sizeof encoding_places / sizeof *encoding_places; i++) {
        if (strcmp(name, encoding_places[i].function) != 0)
            continue;
        for (size_t place = 0; place < call->args.count; place++)
            if (encoding_places[i].places >> place & 1)
                note_encoding(usage, call->args.items[place]);
    }
    for (size_t i = 0; i < call->keywords.count; i++) {
        const AstKeyword *keyword = AST_CAST(Keyword, call->keywords.items[i]);
        if (keyword->arg && !strcmp(keyword->arg->text, "encoding"))
            note_encoding(usage, keyword->value);
    }
}

/* Is it surely a text, and none that stands for no code? */
static bool is_code_text(const AstNode *node) {
    if (node->kind == AST_BinOp)
        return is_code_text(AST_CAST(BinOp, node)->left);
    if (node->kind == AST_JoinedStr)
        return true;
    if (node->kind != AST_Constant || AST_CAST(Constant, node)->value.kind != CONST_STR)
        return false;
    Str text = AST_CAST(Constant, node)->value.text;
    return text.size && !(text.size == 4 && !memcmp(text.data, "pass", 4));
}

/* timeit.timeit("text", "text") and its like. */
static void note_timed_texts(Usage *usage, const AstCall *call) {
    static const char *const functions[] = {"timeit", "repeat", "Timer"};
    const AstNode *function = call->func;
    const char *name = function->kind == AST_Name        ? AST_CAST(Name, function)->id->text
                       : function->kind == AST_Attribute ? AST_CAST(Attribute, function)->attr->text
                                                         : "";
    bool is_timing = false, is_text = false;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        is_timing |= !strcmp(name, functions[i]);
    for (size_t i = 0; i < call->args.count && i < 2; i++)
        is_text |= is_code_text(call->args.items[i]);
    for (size_t i = 0; i < call->keywords.count; i++)
        is_text |= is_code_text(AST_CAST(Keyword, call->keywords.items[i])->value);
    if (is_timing && is_text && !usage->is_library)
        usage_mention(usage, name_cstr(usage->names, "text:timeit"));
}

static bool is_small_constant(const AstNode *node) {
    enum { SMALL = 16 };
    if (node->kind != AST_Constant)
        return false;
    const AstLiteral *value = &AST_CAST(Constant, node)->value;
    return value->kind == CONST_INT && value->integer <= SMALL;
}

void usage_note_operator(Usage *usage, AstOperator op, const AstNode *right) {
    if (op == OP_Pow && !is_small_constant(right))
        usage_mention(usage, name_cstr(usage->names, "**"));
}

static void note_node(Usage *usage, AstNode *node, bool is_base) {
    switch (node->kind) {
    case AST_BinOp:
        usage_note_operator(usage, AST_CAST(BinOp, node)->op, AST_CAST(BinOp, node)->right);
        break;
    case AST_Name:
        if (AST_CAST(Name, node)->ctx != OP_Store)
            usage_note_symbol(usage, AST_CAST(Name, node)->symbol);
        return;
    case AST_Attribute:
        if (!is_base)
            note_value(usage, node);
        if (AST_CAST(Attribute, node)->ctx == OP_Load)
            note_attribute(usage, AST_CAST(Attribute, node));
        return note_node(usage, AST_CAST(Attribute, node)->value, true);
    case AST_Constant:
        if (AST_CAST(Constant, node)->value.kind == CONST_STR)
            note_text(usage, AST_CAST(Constant, node)->value.text);
        return;
    case AST_Call:
        note_encodings(usage, AST_CAST(Call, node));
        note_timed_texts(usage, AST_CAST(Call, node));
        break;
    case AST_Dict:
        note_encoding_items(usage, AST_CAST(Dict, node));
        break;
    case AST_Keyword:
        note_keyword(usage, AST_CAST(Keyword, node));
        break;
    case AST_MatchClass:
        for (size_t i = 0; i < AST_CAST(MatchClass, node)->kwd_attrs.count; i++)
            usage_mention(usage, AST_CAST(MatchClass, node)->kwd_attrs.items[i]);
        break;
    default:
        break;
    }
    ast_each_child(node, usage_note, usage);
}

void usage_note(AstNode *node, void *usage) {
    note_node(usage, node, false);
}

static bool is_constant_text(const AstNode *node) {
    return node->kind == AST_Constant && AST_CAST(Constant, node)->value.kind == CONST_STR;
}

static bool is_one_of(const Name *name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(name->text, names[i]))
            return true;
    return false;
}

static bool is_dynamic_call(const AstCall *call) {
    static const char *const by_name[] = {"getattr", "hasattr", "attrgetter", "methodcaller"};
    const AstNode *function = call->func;
    const Name *name = function->kind == AST_Name        ? AST_CAST(Name, function)->id
                       : function->kind == AST_Attribute ? AST_CAST(Attribute, function)->attr
                                                         : NULL;
    if (!name || !is_one_of(name, by_name, sizeof by_name / sizeof *by_name) || !call->args.count)
        return false;
    bool has_object = !strcmp(name->text, "getattr") || !strcmp(name->text, "hasattr");
    size_t place = has_object ? 1 : 0;
    return call->args.count <= place || !is_constant_text(call->args.items[place]);
}

static void find_dynamic(AstNode *node, void *context) {
    static const char *const all_names[] = {"vars", "dir", "getmembers", "__dict__"};
    enum { ALL_NAMES = sizeof all_names / sizeof *all_names };
    bool *found = context;
    if (node->kind == AST_Call)
        *found |= is_dynamic_call(AST_CAST(Call, node));
    else if (node->kind == AST_Name)
        *found |= is_one_of(AST_CAST(Name, node)->id, all_names, ALL_NAMES);
    else if (node->kind == AST_Attribute)
        *found |= is_one_of(AST_CAST(Attribute, node)->attr, all_names, ALL_NAMES);
    if (!*found)
        ast_each_child(node, find_dynamic, found);
}

bool usage_is_dynamic(AstNode *node) {
    bool found = false;
    find_dynamic(node, &found);
    return found;
}

static void find_listing(AstNode *node, void *context) {
    bool *found = context;
    if (node->kind == AST_Call && AST_CAST(Call, node)->args.count) {
        const AstNode *function = AST_CAST(Call, node)->func;
        *found |= function->kind == AST_Name && !strcmp(AST_CAST(Name, function)->id->text, "dir");
    }
    if (!*found)
        ast_each_child(node, find_listing, found);
}

bool usage_lists_names(AstNode *node) {
    bool found = false;
    find_listing(node, &found);
    return found;
}

/* ---- statements ---- */

/* A name that the language itself asks for. Only what copies or pickles asks for __reduce__, and
 * says so; what many classes have to say there brings in modules of its own. */
static bool is_special(const Name *name) {
    return name->size > 4 && !strncmp(name->text, "__", 2) &&
           !strcmp(name->text + name->size - 2, "__") && strcmp(name->text, reduce_name) != 0;
}

/* Does it stand in a module, or in a class there? */
static bool is_outside_functions(const Scope *scope) {
    for (const Scope *around = scope->parent; around; around = around->parent)
        if (around->kind != SCOPE_MODULE && around->kind != SCOPE_CLASS)
            return false;
    return true;
}

/* A function that nothing else notes. */
static bool may_put_off_function(const AstFunctionDef *function) {
    if (is_special(function->symbol->name) || !is_outside_functions(function->scope))
        return false;
    for (size_t i = 0; i < function->decorator_list.count; i++)
        if (!usage_only_wraps(function->decorator_list.items[i]))
            return false;
    return true;
}

/* What `node` binds, if it may be put off at all. The runtime's C code asks for variables of the
 * runtime's own modules: there only definitions may. */
static bool find_bound(const Usage *usage, const Module *module, AstNode *node, SymbolList *bound) {
    if (node->kind == AST_FunctionDef) {
        Symbol *symbol = AST_CAST(FunctionDef, node)->symbol;
        symbol->is_fresh = symbol->bind_count == 1;
        VEC_PUSH(usage->arena, bound, symbol);
        return may_put_off_function(AST_CAST(FunctionDef, node));
    }
    if (module->is_runtime && node->kind != AST_ClassDef && node->kind != AST_Alias)
        return false;
    if (node->kind != AST_Alias)
        return usage_is_pure(usage->arena, module->scope, node, bound);
    Symbol *symbol = AST_CAST(Alias, node)->symbol;
    if (!symbol || is_special(symbol->name) || module->exports_imports)
        return false;
    VEC_PUSH(usage->arena, bound, symbol);
    return true;
}

static bool is_asked_for(Usage *usage, const Module *module, Symbol *symbol) {
    make_room(usage, symbol->name);
    return symbol_use(usage, symbol)->is_read ||
           means(usage, usage->asked.items[symbol->name->id], module, symbol) ||
           has_prefix(usage, symbol->name);
}

static Waiting *new_waiting(Usage *usage, UsageUnit *unit, const Symbol *symbol, Waiting *next) {
    Waiting *waiting = ARENA_NEW(usage->arena, Waiting);
    *waiting = (Waiting){unit, symbol, next};
    return waiting;
}

static void wait_for(Usage *usage, UsageUnit *unit, Symbol *symbol) {
    const Name *name = symbol->name;
    make_room(usage, name);
    Waiting **same_name = &usage->by_name.items[name->id];
    *same_name = new_waiting(usage, unit, symbol, *same_name);
    VEC_PUSH(usage->arena, &usage->all, *same_name);
    SymbolUse *use = symbol_use(usage, symbol);
    use->waiting = new_waiting(usage, unit, symbol, use->waiting);
}

bool usage_put_off(Usage *usage, Module *module, AstNode *node, AstNode *statement) {
    bool is_kept = module->is_kept_whole && (node->kind != AST_Alias || module->is_runtime);
    SymbolList bound = {0};
    if (!module->is_library || is_kept || !find_bound(usage, module, node, &bound) || !bound.count)
        return false;
    for (size_t i = 0; i < bound.count; i++)
        if (is_asked_for(usage, module, bound.items[i]))
            return false;
    UsageUnit *unit = ARENA_NEW(usage->arena, UsageUnit);
    *unit = (UsageUnit){node, statement, module, false};
    for (size_t i = 0; i < bound.count; i++)
        wait_for(usage, unit, bound.items[i]);
    node->is_unused = true;
    return true;
}

const UsageUnit *usage_next(Usage *usage) {
    if (!usage->ready.count)
        return NULL;
    UsageUnit *unit = usage->ready.items[--usage->ready.count];
    unit->node->is_unused = false;
    return unit;
}
