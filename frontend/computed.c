/*
 * computed.c — what is known of the names of modules that a program computes (see computed.h).
 *
 * An expression has a few values at most: texts with holes. Variables are followed where they are
 * bound once, by an assignment or by a loop over a list of constants.
 */
#include "computed.h"

#include <ctype.h>
#include <string.h>

enum { MAX_VALUES = 64, MAX_DEPTH = 6 };

typedef VEC(const char *) Texts;

typedef struct Evaluation {
    const ComputedSink *sink;
    int depth;
} Evaluation;

static Texts evaluate(Evaluation *evaluation, const AstNode *node);

static Texts one(const ComputedSink *sink, const char *text) {
    Texts texts = {0};
    VEC_PUSH(sink->arena, &texts, text);
    return texts;
}

static Texts unknown(const ComputedSink *sink) {
    return one(sink, "*");
}

/* All of `left` followed by all of `right`. */
static Texts joined(const ComputedSink *sink, Texts left, Texts right) {
    Texts all = {0};
    for (size_t i = 0; i < left.count; i++)
        for (size_t k = 0; k < right.count && all.count < MAX_VALUES; k++)
            VEC_PUSH(sink->arena, &all,
                     arena_printf(sink->arena, "%s%s", left.items[i], right.items[k]));
    return all;
}

/* ---- variables ---- */

/* The statements that bind a variable. */
typedef struct Search {
    Arena *arena;
    const Symbol *symbol;
    VEC(AstNode *) found;
} Search;

static void find_binding(AstNode *node, void *context) {
    Search *search = context;
    AstNode *target = NULL;
    if (node->kind == AST_Assign && AST_CAST(Assign, node)->targets.count == 1)
        target = AST_CAST(Assign, node)->targets.items[0];
    else if (node->kind == AST_For)
        target = AST_CAST(For, node)->target;
    else if (node->kind == AST_Comprehension)
        target = AST_CAST(Comprehension, node)->target;
    else if (node->kind == AST_AnnAssign && AST_CAST(AnnAssign, node)->value)
        target = AST_CAST(AnnAssign, node)->target;
    if (target && target->kind == AST_Name && AST_CAST(Name, target)->symbol == search->symbol)
        VEC_PUSH(search->arena, &search->found, node);
    ast_each_child(node, find_binding, search);
}

static const Symbol *symbol_of_module(const Symbol *symbol) {
    const Scope *module = symbol->scope;
    while (module->parent)
        module = module->parent;
    return scope_find(module, symbol->name);
}

/* The symbol where the variable is bound. */
static const Symbol *binding_symbol(const Symbol *symbol) {
    for (int i = 0; i < MAX_DEPTH && symbol && symbol->origin; i++)
        symbol = symbol->origin;
    return symbol && symbol->binding == BIND_GLOBAL ? symbol_of_module(symbol) : symbol;
}

/* The statements that bind `symbol`; none unless all that do are known. */
static Search find_bindings(const Evaluation *evaluation, const Symbol *symbol) {
    Search search = {.arena = evaluation->sink->arena, .symbol = symbol};
    if (!symbol || symbol->is_parameter || evaluation->depth > MAX_DEPTH)
        return search;
    find_binding(symbol->scope->node, &search);
    if (search.found.count != symbol->bind_count)
        search.found.count = 0;
    return search;
}

static Texts evaluate_items(Evaluation *evaluation, AstNodes items) {
    Texts all = {0};
    for (size_t i = 0; i < items.count && all.count < MAX_VALUES; i++) {
        Texts values = evaluate(evaluation, items.items[i]);
        for (size_t k = 0; k < values.count; k++)
            VEC_PUSH(evaluation->sink->arena, &all, values.items[k]);
    }
    return all;
}

/* What a loop over `node` gives. */
static Texts evaluate_iterable(Evaluation *evaluation, const AstNode *node) {
    switch (node->kind) {
    case AST_List:
        return evaluate_items(evaluation, AST_CAST(List, node)->elts);
    case AST_Tuple:
        return evaluate_items(evaluation, AST_CAST(Tuple, node)->elts);
    case AST_Set:
        return evaluate_items(evaluation, AST_CAST(Set, node)->elts);
    case AST_Name: {
        const Symbol *symbol = binding_symbol(AST_CAST(Name, node)->symbol);
        Search search = find_bindings(evaluation, symbol);
        if (search.found.count != 1 || search.found.items[0]->kind != AST_Assign)
            break;
        evaluation->depth++;
        Texts values =
            evaluate_iterable(evaluation, AST_CAST(Assign, search.found.items[0])->value);
        evaluation->depth--;
        return values;
    }
    default:
        break;
    }
    return unknown(evaluation->sink);
}

static Texts evaluate_binding(Evaluation *evaluation, const AstNode *node) {
    switch (node->kind) {
    case AST_Assign:
        return evaluate(evaluation, AST_CAST(Assign, node)->value);
    case AST_AnnAssign:
        return evaluate(evaluation, AST_CAST(AnnAssign, node)->value);
    case AST_For:
        return evaluate_iterable(evaluation, AST_CAST(For, node)->iter);
    case AST_Comprehension:
        return evaluate_iterable(evaluation, AST_CAST(Comprehension, node)->iter);
    default:
        return unknown(evaluation->sink);
    }
}

static const char *package_name(const Module *module) {
    if (module->is_package)
        return module->name->text;
    return module->parent ? module->parent->name->text : "";
}

static Texts evaluate_variable(Evaluation *evaluation, const AstName *node) {
    const ComputedSink *sink = evaluation->sink;
    if (!strcmp(node->id->text, "__name__"))
        return one(sink, sink->importer->name->text);
    if (!strcmp(node->id->text, "__package__"))
        return one(sink, package_name(sink->importer));
    Search search = find_bindings(evaluation, binding_symbol(node->symbol));
    if (!search.found.count)
        return unknown(sink);
    Texts all = {0};
    evaluation->depth++;
    for (size_t i = 0; i < search.found.count && all.count < MAX_VALUES; i++) {
        Texts values = evaluate_binding(evaluation, search.found.items[i]);
        for (size_t k = 0; k < values.count; k++)
            VEC_PUSH(sink->arena, &all, values.items[k]);
    }
    evaluation->depth--;
    return all;
}

/* ---- expressions ---- */

/* The module that `node`, a variable, stands for, if an import in use named it. */
static const Module *module_of(const AstNode *node) {
    if (node->kind != AST_Name)
        return NULL;
    const Symbol *symbol = binding_symbol(AST_CAST(Name, node)->symbol);
    return symbol ? usage_module(symbol) : NULL;
}

static Texts evaluate_attribute(Evaluation *evaluation, const AstAttribute *node) {
    const Module *module = module_of(node->value);
    if (module && !strcmp(node->attr->text, "__name__"))
        return one(evaluation->sink, module->name->text);
    if (module && !strcmp(node->attr->text, "__package__"))
        return one(evaluation->sink, package_name(module));
    return unknown(evaluation->sink);
}

static Texts evaluate_parts(Evaluation *evaluation, AstNodes parts) {
    Texts all = one(evaluation->sink, "");
    for (size_t i = 0; i < parts.count; i++) {
        const AstNode *part = parts.items[i];
        if (part->kind == AST_FormattedValue)
            part = AST_CAST(FormattedValue, part)->value;
        all = joined(evaluation->sink, all, evaluate(evaluation, part));
    }
    return all;
}

/* "pkg.%s" % x and "pkg.{}".format(x): `mark` begins each hole, `last` ends it. */
static Texts evaluate_format(const ComputedSink *sink, const AstNode *format, char mark,
                             const char *last) {
    if (format->kind != AST_Constant || AST_CAST(Constant, format)->value.kind != CONST_STR)
        return unknown(sink);
    Str text = AST_CAST(Constant, format)->value.text;
    char *result = arena_copy(sink->arena, text.data, text.size);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool hole = text.data[i] == mark;
        while (hole && i + 1 < text.size && !strchr(last, text.data[i]))
            i++;
        result[size++] = hole ? WILDCARD : text.data[i];
    }
    result[size] = 0;
    return one(sink, result);
}

static Texts evaluate_operator(Evaluation *evaluation, const AstBinOp *node) {
    if (node->op == OP_Mod)
        return evaluate_format(evaluation->sink, node->left, '%', "srd");
    if (node->op != OP_Add)
        return unknown(evaluation->sink);
    Texts left = evaluate(evaluation, node->left);
    return joined(evaluation->sink, left, evaluate(evaluation, node->right));
}

/* The name by which a function is called: f or x.f. */
static const char *function_name(const AstCall *call) {
    const AstNode *function = call->func;
    return function->kind == AST_Name        ? AST_CAST(Name, function)->id->text
           : function->kind == AST_Attribute ? AST_CAST(Attribute, function)->attr->text
                                             : "";
}

/* ".".join([a, b]) and ".".join((a, b)) */
static Texts evaluate_join(Evaluation *evaluation, const AstNode *separator, const AstNode *parts) {
    AstNodes items = {0};
    if (parts->kind == AST_List)
        items = AST_CAST(List, parts)->elts;
    else if (parts->kind == AST_Tuple)
        items = AST_CAST(Tuple, parts)->elts;
    else
        return unknown(evaluation->sink);
    Texts all = one(evaluation->sink, ""), between = evaluate(evaluation, separator);
    for (size_t i = 0; i < items.count; i++) {
        if (i > 0)
            all = joined(evaluation->sink, all, between);
        all = joined(evaluation->sink, all, evaluate(evaluation, items.items[i]));
    }
    return all;
}

static Texts evaluate_call(Evaluation *evaluation, const AstCall *call) {
    if (call->func->kind != AST_Attribute)
        return unknown(evaluation->sink);
    const AstNode *text = AST_CAST(Attribute, call->func)->value;
    if (!strcmp(function_name(call), "format"))
        return evaluate_format(evaluation->sink, text, '{', "}");
    if (!strcmp(function_name(call), "join") && call->args.count == 1)
        return evaluate_join(evaluation, text, call->args.items[0]);
    return unknown(evaluation->sink);
}

static Texts evaluate(Evaluation *evaluation, const AstNode *node) {
    const ComputedSink *sink = evaluation->sink;
    switch (node->kind) {
    case AST_Constant: {
        Str text = AST_CAST(Constant, node)->value.text;
        if (AST_CAST(Constant, node)->value.kind != CONST_STR)
            return unknown(sink);
        return one(sink, arena_copy(sink->arena, text.data, text.size));
    }
    case AST_JoinedStr:
        return evaluate_parts(evaluation, AST_CAST(JoinedStr, node)->values);
    case AST_BinOp:
        return evaluate_operator(evaluation, AST_CAST(BinOp, node));
    case AST_Call:
        return evaluate_call(evaluation, AST_CAST(Call, node));
    case AST_Attribute:
        return evaluate_attribute(evaluation, AST_CAST(Attribute, node));
    case AST_Name:
        return evaluate_variable(evaluation, AST_CAST(Name, node));
    default:
        return unknown(sink);
    }
}

static Texts values_of(const ComputedSink *sink, const AstNode *node) {
    Evaluation evaluation = {sink, 0};
    return evaluate(&evaluation, node);
}

/* ---- calls ---- */

/* The argument at `place` or with `keyword`, or NULL. */
static const AstNode *argument(const AstCall *call, size_t place, const char *keyword) {
    if (place < call->args.count)
        return call->args.items[place];
    for (size_t i = 0; i < call->keywords.count; i++) {
        const AstKeyword *given = AST_CAST(Keyword, call->keywords.items[i]);
        if (given->arg && !strcmp(given->arg->text, keyword))
            return given->value;
    }
    return NULL;
}

/* Makes `name`, which starts with `level` dots, absolute: relative to `package`. NULL: it cannot.
 */
static const char *absolute(const ComputedSink *sink, const char *name, const char *package) {
    size_t level = strspn(name, ".");
    size_t size = strlen(package);
    if (level == 0)
        return name;
    if (size == 0 || strchr(package, WILDCARD))
        return NULL;
    while (--level > 0) {
        while (size > 0 && package[size - 1] != '.')
            size--;
        if (size == 0)
            return NULL;
        size--;
    }
    return arena_printf(sink->arena, "%.*s.%s", (int)size, package, name + strspn(name, "."));
}

static void found_name(const ComputedSink *sink, const char *pattern, const AstCall *call) {
    if (!sink->spelled_only || !strchr(pattern, WILDCARD))
        sink->import(sink->context, pattern, call->base.range);
}

static void found_import_module(const ComputedSink *sink, const AstCall *call) {
    const AstNode *name = argument(call, 0, "name"), *anchor = argument(call, 1, "package");
    if (!name)
        return;
    Texts names = values_of(sink, name), packages = one(sink, "");
    if (anchor)
        packages = values_of(sink, anchor);
    for (size_t i = 0; i < names.count; i++) {
        const char *full = absolute(sink, names.items[i], packages.items[0]);
        if (full)
            found_name(sink, full, call);
    }
}

/* importlib.util.find_spec of a known name. */
static void found_probe(const ComputedSink *sink, const AstCall *call) {
    const AstNode *name = argument(call, 0, "name");
    Texts names = name ? values_of(sink, name) : (Texts){0};
    for (size_t i = 0; i < names.count; i++)
        if (*names.items[i] && *names.items[i] != '.' && !strchr(names.items[i], WILDCARD))
            sink->probe(sink->context, names.items[i], call->base.range);
}

/* __import__(name, globals, locals, fromlist, level): what is in the list may be submodules. */
static void found_import(const ComputedSink *sink, const AstCall *call) {
    const AstNode *name = argument(call, 0, "name"), *list = argument(call, 3, "fromlist");
    const AstNode *level = argument(call, 4, "level");
    if (!name)
        return;
    Texts names = values_of(sink, name), parts = {0};
    Evaluation evaluation = {sink, 0};
    if (list)
        parts = evaluate_iterable(&evaluation, list);
    int64_t dots = 0;
    if (level && level->kind == AST_Constant && AST_CAST(Constant, level)->value.kind == CONST_INT)
        dots = AST_CAST(Constant, level)->value.integer;
    for (size_t i = 0; i < names.count; i++) {
        const char *text = names.items[i];
        if (dots > 0 && dots < MAX_DEPTH)
            text = arena_printf(sink->arena, "%.*s%s", (int)dots, "......", text);
        text = absolute(sink, text, package_name(sink->importer));
        if (!text)
            continue;
        found_name(sink, text, call);
        for (size_t k = 0; k < parts.count; k++)
            found_name(sink, arena_printf(sink->arena, "%s.%s", text, parts.items[k]), call);
    }
}

/* exec("import %s" % name) */
static void found_import_text(const ComputedSink *sink, const AstCall *call) {
    static const char word[] = "import ";
    Texts texts = call->args.count ? values_of(sink, call->args.items[0]) : (Texts){0};
    for (size_t i = 0; i < texts.count; i++) {
        const char *name = texts.items[i] + sizeof word - 1;
        if (!strncmp(texts.items[i], word, sizeof word - 1) &&
            name_is_dotted((Str){name, strlen(name)}, WILDCARD))
            found_name(sink, name, call);
    }
}

/* The dotted name at *at, which it passes; NULL if there is none. */
static const char *next_name(const ComputedSink *sink, const char **at) {
    *at += strspn(*at, " \t");
    size_t size = 0;
    while (isalnum((unsigned char)(*at)[size]) || (*at)[size] == '_' || (*at)[size] == '.')
        size++;
    const char *name = arena_printf(sink->arena, "%.*s", (int)size, *at);
    *at += size;
    return size ? name : NULL;
}

/* `import a, b` and `from a import b, c` at the start of a statement. */
static void found_statement(const ComputedSink *sink, const char *at, const AstCall *call) {
    const char *word = next_name(sink, &at), *from = NULL;
    if (word && !strcmp(word, "from")) {
        from = next_name(sink, &at);
        word = next_name(sink, &at);
        if (from)
            found_name(sink, from, call);
    }
    if (!word || strcmp(word, "import") != 0)
        return;
    const char *name;
    while ((name = next_name(sink, &at))) {
        found_name(sink, from ? arena_printf(sink->arena, "%s.%s", from, name) : name, call);
        at += strcspn(at, ",;\n");
        at += *at == ',';
    }
}

static bool is_timing_function(const char *name) {
    return !strcmp(name, "timeit") || !strcmp(name, "repeat") || !strcmp(name, "Timer");
}

/* timeit.timeit("statement", "preparation"): what the texts import. */
static void found_timed_texts(const ComputedSink *sink, const AstCall *call) {
    static const char *const arguments[] = {"stmt", "setup"};
    for (uint32_t place = 0; place < 2; place++) {
        const AstNode *node = argument(call, place, arguments[place]);
        Texts texts = node ? values_of(sink, node) : (Texts){0};
        for (size_t i = 0; i < texts.count; i++)
            for (const char *at = texts.items[i]; at; at = strpbrk(at, ";\n")) {
                at += strspn(at, ";\n \t");
                found_statement(sink, at, call);
            }
    }
}

/* mock.patch("package.module.name") imports what it can of the name. */
static void found_patch(const ComputedSink *sink, const AstCall *call) {
    const AstNode *target = argument(call, 0, "target");
    Texts texts = target ? values_of(sink, target) : (Texts){0};
    for (size_t i = 0; i < texts.count; i++) {
        const char *text = texts.items[i];
        if (!name_is_dotted((Str){text, strlen(text)}, WILDCARD) || strchr(text, WILDCARD))
            continue;
        for (const char *dot = strchr(text, '.'); dot; dot = strchr(dot + 1, '.'))
            found_name(sink, arena_printf(sink->arena, "%.*s", (int)(dot - text), text), call);
    }
}

/* The package whose __path__ `node` is, or NULL. */
static const char *listed_package(const ComputedSink *sink, const AstNode *node) {
    if (node->kind == AST_Name && !strcmp(AST_CAST(Name, node)->id->text, "__path__"))
        return package_name(sink->importer);
    if (node->kind != AST_Attribute || strcmp(AST_CAST(Attribute, node)->attr->text, "__path__"))
        return NULL;
    const Module *module = module_of(AST_CAST(Attribute, node)->value);
    return module ? module->name->text : NULL;
}

static void found_listing(const ComputedSink *sink, const AstCall *call, bool deep) {
    const AstNode *path = argument(call, 0, "path");
    const char *package = path ? listed_package(sink, path) : NULL;
    if (package)
        sink->list(sink->context, package, deep, call->base.range);
}

static void found_distribution(const ComputedSink *sink, const AstCall *call) {
    const AstNode *name = argument(call, 0, "distribution_name");
    Texts names = name ? values_of(sink, name) : (Texts){0};
    for (size_t i = 0; i < names.count; i++)
        sink->distribution(sink->context, names.items[i]);
}

/* importlib.resources.files(package), pkgutil.get_data(package, name), ... */
static void found_resources(const ComputedSink *sink, const AstCall *call) {
    const AstNode *anchor = argument(call, 0, "package");
    const Module *module = anchor ? module_of(anchor) : NULL;
    if (module) {
        sink->resources(sink->context, module->name->text);
        return;
    }
    Texts names = anchor ? values_of(sink, anchor) : (Texts){0};
    for (size_t i = 0; i < names.count; i++)
        sink->resources(sink->context, names.items[i]);
}

static bool is_resource_function(const char *name) {
    static const char *const functions[] = {"contents",    "files",       "get_data",
                                            "is_resource", "open_binary", "open_text",
                                            "path",        "read_binary", "read_text"};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (!strcmp(name, functions[i]))
            return true;
    return false;
}

static bool is_distribution_function(const char *name) {
    static const char *const functions[] = {"distribution", "from_name", "files",
                                            "metadata",     "requires",  "version"};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (!strcmp(name, functions[i]))
            return true;
    return false;
}

/* Calls that do not import, but tell what is to be in the program. */
static void look_at_question(const ComputedSink *sink, const AstCall *call, const char *name) {
    if (!strcmp(name, "find_spec"))
        found_probe(sink, call);
    else if (!strcmp(name, "iter_modules") || !strcmp(name, "walk_packages"))
        found_listing(sink, call, name[0] == 'w');
    if (is_distribution_function(name))
        found_distribution(sink, call);
    else if (!strcmp(name, "entry_points") || !strcmp(name, "distributions") ||
             !strcmp(name, "packages_distributions"))
        sink->distribution(sink->context, "*");
    if (is_resource_function(name))
        found_resources(sink, call);
}

static void look_at(AstNode *node, void *context) {
    const ComputedSink *sink = context;
    if (node->kind == AST_Call) {
        const AstCall *call = AST_CAST(Call, node);
        const char *name = function_name(call);
        if (!strcmp(name, "import_module"))
            found_import_module(sink, call);
        else if (!strcmp(name, "__import__"))
            found_import(sink, call);
        else if (!strcmp(name, "exec"))
            found_import_text(sink, call);
        else if (!sink->spelled_only && !strcmp(name, "patch"))
            found_patch(sink, call);
        else if (!sink->spelled_only && is_timing_function(name))
            found_timed_texts(sink, call);
        else if (!sink->spelled_only)
            look_at_question(sink, call, name);
    }
    ast_each_child(node, look_at, context);
}

void computed_find(AstNode *node, const ComputedSink *sink) {
    look_at(node, (void *)sink);
}

bool computed_matches(const char *pattern, const char *text) {
    if (*pattern == WILDCARD)
        return computed_matches(pattern + 1, text) ||
               (*text && computed_matches(pattern, text + 1));
    if (*pattern == '.' || !*pattern)
        return !*text;
    return *pattern == *text && computed_matches(pattern + 1, text + 1);
}
