/* mod_syslog.c — the module syslog: messages to the system's log. */
#include "isolate.h"
#include "object.h"
#include "posix.h"

#include <syslog.h>

static bool is_open;
static Value ident; /* bytes that the C library keeps looking at, or 0 */

static void close_log(void) {
    if (is_open)
        closelog();
    is_open = false;
    value_replace(&ident, 0);
}

/* The last part of sys.argv[0] as bytes; 0 without an exception if there is none. */
static Value program_name(void) {
    Value arguments = rt_sys_dict ? dict_get_cstr_borrow(rt_sys_dict, "argv") : 0;
    if (!arguments || !value_isa(arguments, &rt_type_list) || AS(ListObject, arguments)->length < 1)
        return 0;
    size_t size;
    Value first = AS(ListObject, arguments)->items[0];
    const char *text = value_isa(first, &rt_type_str) ? str_utf8(first, &size) : NULL;
    if (!text || !size)
        return 0;
    const char *slash = strrchr(text, '/');
    const char *name = slash ? slash + 1 : text;
    return bytes_new(name, strlen(name));
}

/* Opens the log, with the program's name if `name_take` is 0. 0 or -1. */
static int open_log(Value name_take, int options, int facility) {
    if (!name_take && !(name_take = program_name()) && isolate.pending)
        return -1;
    value_replace(&ident, name_take);
    ThreadState state;
    isolate_leave(&state);
    openlog(ident ? posix_path(ident) : NULL, options, facility);
    isolate_enter(&state);
    is_open = true;
    return 0;
}

/* openlog([ident[, logoption[, facility]]]) */
NATIVE(syslog_openlog) {
    NATIVE_UNUSED();
    int options = 0, facility = LOG_USER;
    if ((ARG(1) && object_c_int(args[1], &options) < 0) ||
        (ARG(2) && object_c_int(args[2], &facility) < 0))
        return 0;
    Value name = 0;
    if (ARG(0)) {
        if (!value_isa(args[0], &rt_type_str))
            return raise_error(&rt_exc_TypeError, "openlog() argument 1 must be str, not %T",
                               args[0]);
        if (!(name = path_bytes(args[0], NULL)))
            return 0;
    }
    return open_log(name, options, facility) < 0 ? 0 : VALUE_NONE;
}

/* syslog([priority,] message) */
NATIVE(syslog_syslog) {
    NATIVE_UNUSED();
    int priority = LOG_INFO;
    if (count > 1 && object_c_int(args[0], &priority) < 0)
        return 0;
    Value text = args[count - 1];
    if (!value_isa(text, &rt_type_str))
        return raise_error(&rt_exc_TypeError, "[priority,] message string");
    Value message = path_bytes(text, NULL);
    if (!message)
        return 0;
    if (is_open || open_log(0, 0, LOG_USER) == 0) {
        ThreadState state;
        isolate_leave(&state);
        syslog(priority, "%s", posix_path(message));
        isolate_enter(&state);
    }
    value_decref(message);
    return isolate.pending ? 0 : VALUE_NONE;
}

NATIVE(syslog_closelog) {
    NATIVE_UNUSED();
    close_log();
    return VALUE_NONE;
}

NATIVE(syslog_setlogmask) {
    NATIVE_UNUSED();
    int mask;
    return object_c_int(args[0], &mask) < 0 ? 0 : value_from_small_int(setlogmask(mask));
}

NATIVE(syslog_LOG_MASK) {
    NATIVE_UNUSED();
    int priority;
    return object_c_int(args[0], &priority) < 0 ? 0 : value_from_small_int(LOG_MASK(priority));
}

NATIVE(syslog_LOG_UPTO) {
    NATIVE_UNUSED();
    int priority;
    return object_c_int(args[0], &priority) < 0 ? 0 : value_from_small_int(LOG_UPTO(priority));
}

static const NativeMethod functions[] = {
    {.name = "openlog",
     .call = syslog_openlog,
     .max_args = 3,
     .keywords = "ident logoption facility"},
    {.name = "syslog", .call = syslog_syslog, .min_args = 1, .max_args = 2},
    {.name = "closelog", .call = syslog_closelog},
    {.name = "setlogmask", .call = syslog_setlogmask, .min_args = 1, .max_args = 1},
    {.name = "LOG_MASK", .call = syslog_LOG_MASK, .min_args = 1, .max_args = 1},
    {.name = "LOG_UPTO", .call = syslog_LOG_UPTO, .min_args = 1, .max_args = 1},
    {0},
};

static int syslog_init(ModuleObject *module) {
    static const NamedNumber constants[] = {
#define CONSTANT(name) {#name, name}
        CONSTANT(LOG_EMERG),   CONSTANT(LOG_ALERT),
        CONSTANT(LOG_CRIT),    CONSTANT(LOG_ERR),
        CONSTANT(LOG_WARNING), CONSTANT(LOG_NOTICE),
        CONSTANT(LOG_INFO),    CONSTANT(LOG_DEBUG),
        CONSTANT(LOG_PID),     CONSTANT(LOG_CONS),
        CONSTANT(LOG_NDELAY),  CONSTANT(LOG_ODELAY),
        CONSTANT(LOG_NOWAIT),  CONSTANT(LOG_PERROR),
        CONSTANT(LOG_KERN),    CONSTANT(LOG_USER),
        CONSTANT(LOG_MAIL),    CONSTANT(LOG_DAEMON),
        CONSTANT(LOG_AUTH),    CONSTANT(LOG_AUTHPRIV),
        CONSTANT(LOG_LPR),     CONSTANT(LOG_LOCAL0),
        CONSTANT(LOG_LOCAL1),  CONSTANT(LOG_LOCAL2),
        CONSTANT(LOG_LOCAL3),  CONSTANT(LOG_LOCAL4),
        CONSTANT(LOG_LOCAL5),  CONSTANT(LOG_LOCAL6),
        CONSTANT(LOG_LOCAL7),  CONSTANT(LOG_SYSLOG),
        CONSTANT(LOG_CRON),    CONSTANT(LOG_UUCP),
        CONSTANT(LOG_NEWS),    {0},
#undef CONSTANT
    };
    rt_at_finish(close_log);
    return module_add_numbers(module, constants) < 0 ? -1 : module_add_functions(module, functions);
}

const NativeModule pyrt_module_syslog = {"syslog", syslog_init};
