/*
 * builtins_dynamic.c — exec, eval and compile: text that is only known when the program runs.
 *
 * Programs with the evaluator have the module _dynamic (pylib/_dynamic.py), which reads and
 * runs such text; in all others these functions raise NotImplementedError, but for the text
 * "import NAME", and for compile() where only the tree is asked for, if the program has the parser.
 * The compiler gives exec and eval the namespaces of their caller. Where they are called by another
 * name they get those of the module that is being imported, or of the main program.
 */
#include "builtins.h"
#include "object.h"

#include <ctype.h>

static const char EVALUATOR[] = "_dynamic", PARSER[] = "_parse";

static bool program_has(const char *name) {
    for (uint32_t i = 0; i < pyrt_program.module_count; i++)
        if (!strcmp(pyrt_program.modules[i]->name, name))
            return true;
    return false;
}

static bool has_evaluator(void) {
    return program_has(EVALUATOR);
}

static Value call_in(const char *module_name, const char *function, const Value *args,
                     uint32_t count, Value names) {
    Value module = module_import(module_name);
    Value callee = module ? object_getattr_cstr(module, function) : 0;
    Value result = callee ? object_call(callee, args, count, names) : 0;
    value_decref(callee);
    value_decref(module);
    return result;
}

/* Calls a function of the evaluator. */
static Value evaluate(const char *function, const Value *args, uint32_t count, Value names) {
    return call_in(EVALUATOR, function, args, count, names);
}

static Value not_available(const char *name) {
    return raise_error(
        &rt_exc_NotImplementedError,
        "%s() is not available in a program compiled ahead of time without --dynamic", name);
}

BUILTIN_FUNCTION(compile) {
    (void)callee;
    if (has_evaluator())
        return evaluate("compile_text", args, count, names);
    return program_has(PARSER) ? call_in(PARSER, "compile_tree", args, count, names)
                               : not_available("compile");
}

/* The module that the text "import NAME" is about, or NULL for any other text. */
static const char *imported_name(Value text) {
    static const char word[] = "import ";
    size_t size;
    const char *spelled = value_isa(text, &rt_type_str) ? str_utf8(text, &size) : NULL;
    if (!spelled || size < sizeof word || memcmp(spelled, word, sizeof word - 1) != 0)
        return NULL;
    spelled += sizeof word - 1;
    bool starts = true; /* a part of the name */
    for (const char *at = spelled; at < spelled + size - (sizeof word - 1); at++) {
        unsigned char c = (unsigned char)*at;
        if (starts ? !(isalpha(c) || c == '_') : !(isalnum(c) || c == '_' || c == '.'))
            return NULL;
        starts = c == '.';
    }
    return starts ? NULL : spelled;
}

/* exec("import NAME"), which needs no evaluator: programs put such texts together. */
static Value run_import(const char *name, Value globals, Value locals) {
    Value text = str_from_cstr(name);
    Value module = text ? pyrt_import(text, false) : 0;
    Value first = module ? str_from_utf8(name, strcspn(name, ".")) : 0;
    Value namespace = locals != VALUE_NONE ? locals : globals;
    int status = first ? object_setitem(namespace, first, module) : -1;
    value_decref(first);
    value_decref(module);
    value_decref(text);
    return status < 0 ? 0 : VALUE_NONE;
}

static Value run(const char *mode, const Value *args, uint32_t count) {
    bool given = count > 1 && args[1] != VALUE_NONE;
    if (!has_evaluator()) {
        /* a dict of the program's own would get __builtins__ too */
        bool is_exec = mode[1] == 'x' && given && value_type(args[1]) != &rt_type_dict;
        const char *name = is_exec ? imported_name(args[0]) : NULL;
        return name ? run_import(name, args[1], count > 2 ? args[2] : VALUE_NONE)
                    : not_available(mode);
    }
    if (count == 0)
        return raise_error(&rt_exc_TypeError, "%s expected at least 1 argument, got 0", mode);
    Value globals = given ? value_incref(args[1]) : pyrt_module_dict(module_running());
    Value all[] = {args[0], str_from_cstr(mode), globals, count > 2 ? args[2] : VALUE_NONE};
    Value result = globals ? evaluate("run_text", all, 4, 0) : 0;
    value_decref(all[1]);
    value_decref(globals);
    return result;
}

BUILTIN_FUNCTION(eval) {
    NATIVE_UNUSED();
    return run("eval", args, count);
}

BUILTIN_FUNCTION(exec) {
    NATIVE_UNUSED();
    return run("exec", args, count);
}

/* ---- texts that were known when the program was compiled ---- */

static bool is_exec(Value callee) {
    return value_type(callee) == &rt_type_native_function &&
           AS(NativeFunction, callee)->method->call == builtin_exec;
}

Value pyrt_exec_text(Value callee, Value text, Value function) {
    return is_exec(callee) ? object_call(function, NULL, 0, 0) : object_call(callee, &text, 1, 0);
}
