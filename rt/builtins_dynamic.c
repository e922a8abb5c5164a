/*
 * builtins_dynamic.c — exec, eval and compile: text that is only known when the program runs.
 *
 * Programs compiled with --dynamic have the module _dynamic (pylib/_dynamic.py), which reads and
 * runs such text; in all others these functions raise NotImplementedError, but for compile() where
 * only the tree is asked for, if the program has the parser. The compiler gives exec
 * and eval the namespaces of their caller. Where they are called by another name they get those of
 * the module that is being imported, or of the main program.
 */
#include "builtins.h"
#include "object.h"

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

static Value run(const char *mode, const Value *args, uint32_t count) {
    if (!has_evaluator())
        return not_available(mode);
    if (count == 0)
        return raise_error(&rt_exc_TypeError, "%s expected at least 1 argument, got 0", mode);
    bool given = count > 1 && args[1] != VALUE_NONE;
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
