/*
 * start.c — the beginning and the end: making the isolate, safe points, the exit status, and the
 * orderly shutdown, after which nothing is left over.
 */
#include "containers.h"
#include "isolate.h"
#include "object.h"
#include "port.h"
#include "stack.h"
#include "traceback.h"
#include "warn.h"

#include <stdlib.h>

Isolate isolate;
int rt_argc;
char **rt_argv;
char *rt_stack_limit;
int64_t rt_recursion_limit = 1000;
volatile int rt_interrupted;

int (*rt_interrupt_hook)(void);
volatile int rt_signals_came;
int (*rt_signal_hook)(void);
void (*rt_signal_watched)(int number, bool watched);
static uint64_t main_thread;

bool rt_is_main_thread(void) {
    return port_thread_id() == main_thread;
}

/* ---- safe points ----------------------------------------------------------------------------- */

RT_RACES_ON_PURPOSE void rt_request_safe_point(void) {
    isolate.stack_limit = (char *)UINTPTR_MAX;
}

RT_RACES_ON_PURPOSE int rt_safe_point(void) {
    isolate.stack_limit = rt_stack_limit;
    if ((char *)__builtin_frame_address(0) < rt_stack_limit)
        return raise_status(&rt_exc_RecursionError, "maximum recursion depth exceeded");
    if (rt_gc_wanted)
        gc_collect();
    if (rt_lock_wanted)
        isolate_share();
    if (!rt_is_main_thread())
        return 0;
    if (rt_signals_came) {
        rt_signals_came = 0;
        if (rt_signal_hook && rt_signal_hook() < 0)
            return -1;
    }
    if (!rt_interrupted)
        return 0;
    rt_interrupted = 0;
    if (rt_interrupt_hook)
        return rt_interrupt_hook();
    raise_value_take(object_call0(OBJ(&rt_exc_KeyboardInterrupt)));
    return -1;
}

/* ---- the hash key ---------------------------------------------------------------------------- */

/* PYTHONHASHSEED: "random" or unset, or a number that fixes the hashes of str and bytes. */
static void make_hash_key(void) {
    const char *seed = getenv("PYTHONHASHSEED");
    if (seed && *seed && strcmp(seed, "random") != 0) {
        uint64_t state = text_decimal(&seed);
        if (state == 0)
            return;
        for (int i = 0; i < 2; i++) { /* splitmix64 */
            uint64_t mixed = state += 0x9e3779b97f4a7c15u;
            mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
            mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
            isolate.hash_key[i] = mixed ^ mixed >> 31;
        }
        return;
    }
    if (!port_entropy(isolate.hash_key, sizeof isolate.hash_key))
        isolate.hash_key[0] = (uint64_t)(uintptr_t)&seed ^ (uint64_t)port_monotonic_ns();
}

/* ---- start ----------------------------------------------------------------------------------- */

/* Ctrl-C raises KeyboardInterrupt at the next safe point. Runs in a signal handler. */
static void on_interrupt(void) {
    rt_interrupted = 1;
    rt_request_safe_point();
}

int rt_start(int argc, char **argv) {
    rt_argc = argc;
    rt_argv = argv;
    isolate.handled_item = &isolate.thread_handled;
    main_thread = port_thread_id();
    isolate.stack_limit = rt_stack_limit = port_stack_limit();
    make_hash_key();
    port_start(on_interrupt);
    type_ready(&rt_type_object);
    if (exc_types_init() < 0)
        return -1;
    containers_init();
    if (builtins_init() < 0)
        return -1;
    return modules_init() < 0 ? -1 : stack_start();
}

/* ---- the exit status ------------------------------------------------------------------------- */

/* SystemExit's code: None 0, an int itself, anything else is printed and 1. */
static int exit_code(Value exception) {
    Value code = exc_as(exception)->extra[0];
    int64_t number;
    if (!code || code == VALUE_NONE)
        return 0;
    if (value_is_int(code))
        return int_to_i64(code, &number) ? (int)(number & 0xff) : 255;
    Value text = object_str(code);
    size_t size;
    const char *bytes = text ? str_utf8(text, &size) : NULL;
    if (bytes) {
        rt_stderr_write(bytes, size);
        rt_stderr_write("\n", 1);
    }
    exc_clear();
    value_decref(text);
    return 1;
}

enum { INTERRUPTED = 130 };
static bool interrupted; /* KeyboardInterrupt ended the program */
static Value last_value; /* what ended the program, with all that its frames hold; or 0 */

/* sys.last_type, last_value and last_traceback, if the program has imported sys. `exception`: 0 for
 * None. */
static void show_last(Value exception) {
    Value module = dict_get_cstr_borrow(rt_modules_borrow(), "sys");
    if (!module || !value_is(module, &rt_type_module))
        return;
    ModuleObject *sys = AS(ModuleObject, module);
    Value type = exception ? OBJ(value_type(exception)) : VALUE_NONE;
    Value traceback = exception ? exc_as(exception)->traceback : 0;
    if (module_set(sys, "last_type", value_incref(type)) < 0 ||
        module_set(sys, "last_value", exception ? value_incref(exception) : VALUE_NONE) < 0 ||
        module_set(sys, "last_traceback", traceback ? value_incref(traceback) : VALUE_NONE) < 0)
        exc_clear();
}

/* CPython has it until it clears the modules. */
static void drop_last(void) {
    if (!last_value)
        return;
    show_last(0);
    value_replace(&last_value, 0);
}

/* Reports what ended the program; its exit status. */
int rt_report_uncaught(Value exception) {
    rt_stdout_flush();
    exc_clear();
    if (value_isa(exception, &rt_exc_SystemExit))
        return exit_code(exception);
    last_value = value_incref(exception);
    show_last(exception);
    if (!call_except_hook(exception))
        exc_print(exception);
    interrupted = value_isa(exception, &rt_exc_KeyboardInterrupt);
    return interrupted ? INTERRUPTED : 1;
}

/* ---- hooks ----------------------------------------------------------------------------------- */

enum { MOST_HOOKS = 64 };
typedef void (*Hook)(void);
static Hook exit_hooks[MOST_HOOKS], finishers[MOST_HOOKS], fork_hooks[MOST_HOOKS];

static void hooks_add(Hook *hooks, Hook hook) {
    for (int i = 0; i < MOST_HOOKS; i++)
        if (!hooks[i] || hooks[i] == hook) {
            hooks[i] = hook;
            return;
        }
}

static void hooks_run(const Hook *hooks) {
    for (int i = 0; i < MOST_HOOKS && hooks[i]; i++)
        hooks[i]();
}

/* ---- forks ----------------------------------------------------------------------------------- */

void rt_at_fork(void (*hook)(void)) {
    hooks_add(fork_hooks, hook);
}

/* The child keeps the objects, the lock and the stack of its thread. No loop runs in it, as
 * asyncio has it: what the parent's loop waits for is the parent's. */
void rt_after_fork(void) {
    port_after_fork();
    rt_lock_wanted = false;
    main_thread = port_thread_id();
    isolate.loop = NULL;
    hooks_run(fork_hooks);
}

/* ---- the end --------------------------------------------------------------------------------- */

/* Calls a function of a module, if that was imported. */
static void call_if_imported(const char *name, const char *function) {
    Value module = dict_get_cstr_borrow(rt_modules_borrow(), name);
    Value result = module ? object_call_method(module, function, NULL, 0) : VALUE_NONE;
    if (!result)
        exc_unraisable("Exception ignored in", module);
    value_decref(result);
}

void rt_at_exit(void (*hook)(void)) {
    hooks_add(exit_hooks, hook);
}

/* Waits for the threads that are no daemons and calls what the program registered; daemons stop
 * then. */
static void run_exit_functions(void) {
    hooks_run(exit_hooks);
    call_if_imported("threading", "_shutdown");
    call_if_imported("atexit", "_run_exitfuncs");
    port_lock_keep();
}

void rt_at_finish(void (*finisher)(void)) {
    hooks_add(finishers, finisher);
}

/* Text that cannot be written at the end is reported as CPython does; the exit status is 120. */
static int flush_at_exit(void) {
    if (rt_stdout_flush() == 0)
        return 0;
    exc_unraisable("Exception ignored in", io_original_borrow(IO_STDOUT));
    return -1;
}

/* The last thing in a process. The streams, unless they are gone, have what finalizers wrote. */
static int leave(int status) {
    if (io_flush_originals() < 0)
        status = 120;
    if (interrupted)
        port_end_interrupted();
    return status;
}

int rt_finish(int status) {
    exc_clear();
    run_exit_functions();
    if (flush_at_exit() < 0)
        status = 120;
    if (rt_end_is_unseen())
        return leave(status);
    gc_collect();
    warn_modules_end();
    drop_last();
    report_sources_end();
    gc_finalize_globals();
    modules_clear();
    warn_shutdown();
    hooks_run(finishers);
    if (gc_collect())
        gc_collect(); /* what finalizers left */
    if (rt_stdout_flush() < 0)
        status = 120;
    exc_clear();
    cache_registry_free();
    value_replace(&isolate.thread_handled, 0);
    value_replace(&rt_thread_context, 0);
    modules_free();
    gc_collect();
    io_shutdown();
    weakref_shutdown();
    value_replace(&rt_no_memory_instance, 0);
    constants_free();
    mem_shutdown();
    return leave(status);
}
