/*
 * mod_sys.c — the module sys: the program's arguments and streams, facts about the implementation,
 * and the exception at hand. Version numbers are those of the CPython whose behaviour is followed.
 */
#include "containers.h"
#include "object.h"
#include "port.h"
#include "io.h"
#include "coro.h"
#include "numbers.h"
#include "record.h"
#include "text.h"
#include "library_frame.h"
#include "stack.h"
#include "traceback.h"
#include "warn.h"

#include <float.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/utsname.h>
#include <unistd.h>

/* ---- functions ------------------------------------------------------------------------------- */

NATIVE(sys_exit) {
    NATIVE_UNUSED();
    Value code = ARG(0) ? args[0] : VALUE_NONE;
    Value arguments = value_isa(code, &rt_type_tuple) ? value_incref(code)
                      : code != VALUE_NONE            ? tuple_new(&code, 1)
                                                      : tuple_new(NULL, 0);
    Value error = arguments ? exc_new(&rt_exc_SystemExit, arguments) : 0;
    value_decref(arguments);
    return error ? raise_value_take(error) : 0;
}

/* The traceback of an exception object, or None. */
static Value traceback_of(Value exception) {
    Value traceback = AS(ExceptionObject, exception)->traceback;
    return traceback ? traceback : VALUE_NONE;
}

NATIVE(sys_exc_info) {
    NATIVE_UNUSED();
    Value handled = exc_handled_borrow();
    Value parts[3] = {VALUE_NONE, VALUE_NONE, VALUE_NONE};
    if (handled) {
        parts[0] = OBJ(value_type(handled));
        parts[1] = handled;
        parts[2] = traceback_of(handled);
    }
    return tuple_new(parts, 3);
}

NATIVE(sys_exception) {
    NATIVE_UNUSED();
    Value handled = exc_handled_borrow();
    return handled ? value_incref(handled) : VALUE_NONE;
}

NATIVE(sys_getsizeof) {
    NATIVE_UNUSED();
    Value method = object_lookup_special(args[0], str_name("__sizeof__"));
    if (!method)
        return isolate.pending || !args[1] ? 0 : value_incref(args[1]);
    Value size = object_call0(method);
    value_decref(method);
    return size;
}

NATIVE(sys_intern) {
    NATIVE_UNUSED();
    if (!value_is(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "intern() argument must be str, not %A", args[0]);
    return str_intern_take(value_incref(args[0]));
}

/* If the stack is not tracked (stack.h), the answer beyond the caller's own is the frame of the
 * module that is being imported, or of the main program. The library asks for its caller's module,
 * mostly while it is imported. */
NATIVE(sys_getframe) {
    NATIVE_UNUSED();
    int depth = 0;
    if (ARG(0) && object_c_int(args[0], &depth) < 0)
        return 0;
    Value frame = depth > 0 ? frame_of_log_site() : 0;
    if (frame || isolate.pending)
        return frame;
    uint32_t up = depth < 0 ? 0 : (uint32_t)depth;
    frame = frame_of_call_site(up);
    if (!frame && !isolate.pending)
        return raise_error(&rt_exc_ValueError, "call stack is not deep enough");
    if (up == 0 || !frame || rt_stack)
        return frame;
    value_decref(frame);
    return frame_of_call_site(0);
}

NATIVE(sys_current_frames) {
    NATIVE_UNUSED();
    return frames_of_threads();
}

/* For the runtime's own modules: the frame of the program's call that led here, its module's name.
 */
NATIVE(sys_call_site) {
    NATIVE_UNUSED();
    return frame_of_call_site(0);
}

/* _call_place(up): the program's call that led here as (file, line, module's name), or with `up`
 * above 0 that of the function which stands so many calls further up; None if nothing is known. */
NATIVE(sys_call_place) {
    NATIVE_UNUSED();
    int64_t up;
    return int_to_i64(args[0], &up) ? call_site_place(up) : VALUE_NONE;
}

/* _make_iterable_coroutine(generator), _is_iterable_coroutine(object): for types.coroutine. */
NATIVE(sys_make_iterable_coroutine) {
    NATIVE_UNUSED();
    AS(Coroutine, args[0])->flags |= CORO_ITERABLE;
    return VALUE_NONE;
}

NATIVE(sys_is_iterable_coroutine) {
    NATIVE_UNUSED();
    return VALUE_BOOL(coro_is_iterable(args[0]));
}

NATIVE(sys_first_filters) {
    NATIVE_UNUSED();
    return warn_first_filters();
}

NATIVE(sys_caller_module) {
    NATIVE_UNUSED();
    return call_site_module();
}

/* _dotted_name(cls): messages name the class with its module, as CPython's do if it is written in
 * C. */
NATIVE(sys_dotted_name) {
    NATIVE_UNUSED();
    if (!value_isa(args[0], &rt_type_type))
        return raise_error(&rt_exc_TypeError, "_dotted_name() needs a class, not %T", args[0]);
    AS(Type, args[0])->flags |= TYPE_DOTTED_NAME;
    return value_incref(args[0]);
}

/* _match_like(cls, other): instances of cls, and of the classes below it, match patterns of
 * sequences or mappings from now on if those of `other` do. */
NATIVE(sys_match_like) {
    NATIVE_UNUSED();
    if (!value_isa(args[0], &rt_type_type) || !value_isa(args[1], &rt_type_type))
        return raise_error(&rt_exc_TypeError, "_match_like() needs classes");
    uint32_t kind = AS(Type, args[1])->flags & TYPE_PATTERN_KINDS;
    if (kind && type_set_pattern_kind(AS(Type, args[0]), &kind) < 0)
        return 0;
    return VALUE_NONE;
}

NATIVE(sys_getrecursionlimit) {
    NATIVE_UNUSED();
    return value_from_small_int(rt_recursion_limit);
}

/* The limit counts in programs that know how deep they are (recursion.c). A high one makes the
 * stack larger. */
NATIVE(sys_setrecursionlimit) {
    NATIVE_UNUSED();
    int limit;
    int64_t depth = isolate.depth + 1; /* with this call */
    if (object_c_int(args[0], &limit) < 0)
        return 0;
    if (limit < 1)
        return raise_error(&rt_exc_ValueError, "recursion limit must be greater or equal than 1");
    if (isolate.depth && depth >= limit)
        return raise_error(
            &rt_exc_RecursionError,
            "cannot set the recursion limit to %d at the recursion depth %lld: the limit is "
            "too low",
            limit, (long long)depth);
    rt_recursion_limit = limit;
    if (rt_is_main_thread())
        rt_stack_limit = port_stack_grow((size_t)limit);
    rt_request_safe_point();
    return VALUE_NONE;
}

NATIVE(sys_get_int_max_str_digits) {
    NATIVE_UNUSED();
    return value_from_small_int(rt_int_max_digits);
}

NATIVE(sys_set_int_max_str_digits) {
    NATIVE_UNUSED();
    int digits;
    if (object_c_int(args[0], &digits) < 0)
        return 0;
    if (digits != 0 && digits < INT_DIGITS_THRESHOLD)
        return raise_error(&rt_exc_ValueError, "maxdigits must be 0 or larger than %d",
                           INT_DIGITS_THRESHOLD);
    rt_int_max_digits = digits;
    return VALUE_NONE;
}

NATIVE(sys_getrefcount) {
    NATIVE_UNUSED();
    return value_is_pointer(args[0]) ? int_from_i64((int64_t)value_object(args[0])->refs + 1)
                                     : value_from_small_int(RT_IMMORTAL);
}

NATIVE(sys_text_utf8) {
    NATIVE_UNUSED();
    return str_from_cstr("utf-8");
}

NATIVE(sys_fserrors) {
    NATIVE_UNUSED();
    return str_from_cstr("surrogateescape");
}

NATIVE(sys_false) {
    NATIVE_UNUSED();
    return VALUE_FALSE;
}

NATIVE(sys_none) {
    NATIVE_UNUSED();
    return VALUE_NONE;
}

static int64_t switch_interval_us = 5000;

NATIVE(sys_getswitchinterval) {
    NATIVE_UNUSED();
    return float_new((double)switch_interval_us / 1e6);
}

NATIVE(sys_setswitchinterval) {
    NATIVE_UNUSED();
    double seconds;
    if (!value_to_double(args[0], &seconds))
        return 0;
    if (!(seconds > 0))
        return raise_error(&rt_exc_ValueError, "switch interval must be strictly positive");
    switch_interval_us = (int64_t)(seconds * 1e6);
    return VALUE_NONE;
}

/* excepthook(type, value, traceback) */
NATIVE(sys_excepthook) {
    NATIVE_UNUSED();
    if (value_isa(args[1], &rt_exc_BaseException))
        exc_print(args[1]);
    return isolate.pending ? 0 : VALUE_NONE;
}

NATIVE(sys_unraisablehook) {
    NATIVE_UNUSED();
    Value exception = object_getattr_cstr(args[0], "exc_value");
    Value object = exception ? object_getattr_cstr(args[0], "object") : 0;
    if (!object) {
        value_decref(exception);
        return 0;
    }
    exc_restore_take(exception);
    exc_unraisable("Exception ignored in", object == VALUE_NONE ? 0 : object);
    value_decref(object);
    return VALUE_NONE;
}

NATIVE(sys_displayhook) {
    NATIVE_UNUSED();
    if (args[0] == VALUE_NONE)
        return VALUE_NONE;
    Value text = object_repr(args[0]), out = io_stream_borrow(IO_STDOUT);
    int status = text && out ? file_write_str(out, text) : -1;
    if (status == 0)
        status = file_write_str(out, str_name("\n"));
    value_decref(text);
    return status < 0 ? 0 : VALUE_NONE;
}

/* ---- for the modules traceback and io -------------------------------------------------------- */

/* _format_exception(exception, chain): the lines of its report. */
NATIVE(sys_format_exception) {
    NATIVE_UNUSED();
    int chain = object_truth(args[1]);
    Report report;
    if (chain < 0 || report_start(&report) < 0)
        return 0;
    report.chain = chain;
    report.by_module = true;
    report_exception(&report, args[0]);
    return report_finish(&report);
}

NATIVE(sys_format_exception_only) {
    NATIVE_UNUSED();
    Report report;
    if (report_start(&report) < 0)
        return 0;
    report.by_module = true;
    report_only(&report, args[0]);
    return report_finish(&report);
}

/* _source_line(file, number): a line of the program's source, or None. */
NATIVE(sys_source_line) {
    NATIVE_UNUSED();
    int64_t number = object_index(args[1]);
    if (number == -1 && isolate.pending)
        return 0;
    for (uint32_t i = 0; i < pyrt_program.module_count; i++) {
        const ModuleInfo *module = pyrt_program.modules[i];
        size_t size;
        const char *line = NULL;
        if (module->file && str_equal_cstr(args[0], module->file))
            line = module_source(module, &size);
        if (!line)
            continue;
        const char *end = line + size;
        for (int64_t k = 1; k < number && line < end; k++) {
            const char *newline = memchr(line, '\n', (size_t)(end - line));
            line = newline ? newline + 1 : end;
        }
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        if (newline)
            end = newline;
        if (end > line && end[-1] == '\r')
            end--;
        return str_from_utf8(line, (size_t)(end - line));
    }
    const char *text = library_frame_text(args[0], number);
    return text ? str_from_cstr(text) : VALUE_NONE;
}

/* _source_carets(line, column, end column, goes on in further lines?): what stands under a source
 * line in a traceback; columns are bytes. */
NATIVE(sys_source_carets) {
    NATIVE_UNUSED();
    int64_t column = object_index(args[1]), end_column = object_index(args[2]);
    size_t size;
    const char *line = isolate.pending ? NULL : str_utf8(args[0], &size);
    int more_lines = object_truth(args[3]);
    Report report;
    if (!line || more_lines < 0 || report_start(&report) < 0)
        return 0;
    const char *limit = line + size, *end = limit;
    while (end > line && (end[-1] == '\n' || end[-1] == '\r'))
        end--;
    uint64_t position = (uint64_t)more_lines << 32 | (uint64_t)(column & 0xffff) << 16;
    position |= (uint64_t)(end_column & 0xffff);
    report_carets_of_module(&report, line, end, limit - end, position);
    Value carets = str_builder_finish(&report.piece);
    str_builder_init(&report.piece);
    value_decref(report_finish(&report));
    return carets;
}

static int add_io(ModuleObject *module) {
    Value types[] = {OBJ(&rt_type_text_file), OBJ(&rt_type_binary_file),
                     OBJ(&rt_type_binary_writer), OBJ(&rt_type_binary_random),
                     OBJ(&rt_type_raw_file)};
    Value unsupported = io_unsupported_type_borrow();
    if (!unsupported || module_set(module, "_unsupported_operation", value_incref(unsupported)) < 0)
        return -1;
    return module_set(module, "_file_types", tuple_new(types, 5));
}

/* ---- the table ------------------------------------------------------------------------------- */

static const NativeMethod functions[] = {
    {.name = "_format_exception", .call = sys_format_exception, .min_args = 2, .max_args = 2},
    {.name = "_format_exception_only",
     .call = sys_format_exception_only,
     .min_args = 1,
     .max_args = 1},
    {.name = "_source_carets", .call = sys_source_carets, .min_args = 4, .max_args = 4},
    {.name = "_source_line", .call = sys_source_line, .min_args = 2, .max_args = 2},
    {.name = "exit", .call = sys_exit, .max_args = 1},
    {.name = "exc_info", .call = sys_exc_info},
    {.name = "exception", .call = sys_exception},
    {.name = "getsizeof",
     .call = sys_getsizeof,
     .min_args = 1,
     .max_args = 2,
     .keywords = "object default"},
    {.name = "intern", .call = sys_intern, .min_args = 1, .max_args = 1},
    {.name = "getrecursionlimit", .call = sys_getrecursionlimit},
    {.name = "setrecursionlimit", .call = sys_setrecursionlimit, .min_args = 1, .max_args = 1},
    {.name = "get_int_max_str_digits", .call = sys_get_int_max_str_digits},
    {.name = "set_int_max_str_digits",
     .call = sys_set_int_max_str_digits,
     .min_args = 1,
     .max_args = 1,
     .keywords = "maxdigits"},
    {.name = "_call_site", .call = sys_call_site},
    {.name = "_call_place", .call = sys_call_place, .min_args = 1, .max_args = 1},
    {.name = "_is_iterable_coroutine",
     .call = sys_is_iterable_coroutine,
     .min_args = 1,
     .max_args = 1},
    {.name = "_make_iterable_coroutine",
     .call = sys_make_iterable_coroutine,
     .min_args = 1,
     .max_args = 1},
    {.name = "_caller_module", .call = sys_caller_module},
    {.name = "_first_filters", .call = sys_first_filters},
    {.name = "_dotted_name", .call = sys_dotted_name, .min_args = 1, .max_args = 1},
    {.name = "_match_like", .call = sys_match_like, .min_args = 2, .max_args = 2},
    {.name = "_current_frames", .call = sys_current_frames},
    {.name = "_getframe", .call = sys_getframe, .max_args = 1},
    {.name = "getrefcount", .call = sys_getrefcount, .min_args = 1, .max_args = 1},
    {.name = "getdefaultencoding", .call = sys_text_utf8},
    {.name = "getfilesystemencoding", .call = sys_text_utf8},
    {.name = "getfilesystemencodeerrors", .call = sys_fserrors},
    {.name = "getswitchinterval", .call = sys_getswitchinterval},
    {.name = "setswitchinterval", .call = sys_setswitchinterval, .min_args = 1, .max_args = 1},
    {.name = "is_finalizing", .call = sys_false},
    {.name = "gettrace", .call = sys_none},
    {.name = "getprofile", .call = sys_none},
    {.name = "settrace", .call = sys_none, .min_args = 1, .max_args = 1},
    {.name = "setprofile", .call = sys_none, .min_args = 1, .max_args = 1},
    {.name = "excepthook", .call = sys_excepthook, .min_args = 3, .max_args = 3},
    {.name = "__excepthook__", .call = sys_excepthook, .min_args = 3, .max_args = 3},
    {.name = "unraisablehook", .call = sys_unraisablehook, .min_args = 1, .max_args = 1},
    {.name = "__unraisablehook__", .call = sys_unraisablehook, .min_args = 1, .max_args = 1},
    {.name = "__displayhook__", .call = sys_displayhook, .min_args = 1, .max_args = 1},
    {.name = "displayhook", .call = sys_displayhook, .min_args = 1, .max_args = 1},
    {0},
};

/* ---- facts ----------------------------------------------------------------------------------- */

#define MICRO   2
#define VERSION "3.11.2"

/* Adds a record of the given values under its own name. */
static int add_record(ModuleObject *module, const char *type_name, const char *name,
                      const char *fields, Value *values, int64_t count) {
    Value type = record_type_new("sys", type_name, fields, (int)count);
    Value record = type ? record_new(type, values, count) : 0;
    value_decref(type);
    return module_set(module, name, record);
}

static Value number(int64_t value) {
    return int_from_i64(value);
}

static int add_version(ModuleObject *module) {
    Value info[] = {number(3), number(11), number(MICRO), str_from_cstr("final"), number(0)};
    if (add_record(module, "version_info", "version_info", "major minor micro releaselevel serial",
                   info, 5) < 0)
        return -1;
    if (module_set(module, "version",
                   str_from_cstr(VERSION " (pyasyncc, compiled ahead of time) [C]")) < 0)
        return -1;
    return module_set(module, "hexversion", number(0x030b00f0 | MICRO << 8));
}

static int add_numbers(ModuleObject *module) {
    Value floats[] = {float_new(DBL_MAX), number(DBL_MAX_EXP),  number(DBL_MAX_10_EXP),
                      float_new(DBL_MIN), number(DBL_MIN_EXP),  number(DBL_MIN_10_EXP),
                      number(DBL_DIG),    number(DBL_MANT_DIG), float_new(DBL_EPSILON),
                      number(FLT_RADIX),  number(FLT_ROUNDS)};
    Value ints[] = {number(30), number(4), number(INT_MAX_DIGITS), number(INT_DIGITS_THRESHOLD)};
    Value hashes[] = {number(64),      number(((int64_t)1 << 61) - 1), number(314159), number(0),
                      number(1000003), str_from_cstr("siphash13"),     number(64),     number(128),
                      number(0)};
    if (add_record(
            module, "float_info", "float_info",
            "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds",
            floats, 11) < 0 ||
        add_record(module, "int_info", "int_info",
                   "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold",
                   ints, 4) < 0 ||
        add_record(module, "hash_info", "hash_info",
                   "width modulus inf nan imag algorithm hash_bits seed_bits cutoff", hashes,
                   9) < 0)
        return -1;
    if (module_set(module, "maxsize", number(INT64_MAX)) < 0)
        return -1;
    return module_set(module, "maxunicode", number(0x10ffff));
}

static int add_flags(ModuleObject *module) {
    enum { COUNT = 18 };
    Value values[COUNT];
    for (int i = 0; i < COUNT; i++)
        values[i] = number(0);
    values[11] = number(1); /* hash_randomization */
    values[13] = VALUE_BOOL(warn_dev_mode());
    values[14] = number(1); /* utf8_mode */
    values[16] = VALUE_FALSE;
    values[17] = number(INT_MAX_DIGITS);
    return add_record(module, "flags", "flags",
                      "debug inspect interactive optimize dont_write_bytecode no_user_site no_site "
                      "ignore_environment verbose bytes_warning quiet hash_randomization isolated "
                      "dev_mode utf8_mode warn_default_encoding safe_path int_max_str_digits",
                      values, COUNT);
}

static int add_implementation(ModuleObject *module) {
    Value type =
        record_type_new("types", "SimpleNamespace", "name version hexversion cache_tag", 4);
    Value version = dict_get_cstr_borrow(module->dict, "version_info");
    Value hexversion = dict_get_cstr_borrow(module->dict, "hexversion");
    Value values[] = {str_from_cstr("pyasyncc"), value_incref(version), value_incref(hexversion),
                      VALUE_NONE};
    Value record = type ? record_new(type, values, 4) : 0;
    value_decref(type);
    return module_set(module, "implementation", record);
}

/* The operating system in lower case: "linux", "darwin", "wasi". */
static Value platform_name(void) {
    struct utsname system;
    if (uname(&system) < 0)
        return str_from_cstr("unknown");
    for (char *c = system.sysname; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c | 32 : *c);
    return str_from_cstr(system.sysname);
}

static int add_arguments(ModuleObject *module) {
    Value argv = list_new(NULL, 0), executable = 0;
    for (int i = 0; argv && i < rt_argc; i++) {
        Value text = text_from_system(rt_argv[i], strlen(rt_argv[i]));
        if (!text || list_append_take(argv, text) < 0)
            return -1;
    }
    if (argv && rt_argc == 0 && list_append(argv, str_name("")) < 0)
        return -1;
    if (argv && AS(ListObject, argv)->length)
        executable = value_incref(AS(ListObject, argv)->items[0]);
    if (module_set(module, "orig_argv", list_from_iterable(argv)) < 0 ||
        module_set(module, "argv", argv) < 0)
        return -1;
    return module_set(module, "executable", executable);
}

static int add_streams(ModuleObject *module) {
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    static const char *const originals[] = {"__stdin__", "__stdout__", "__stderr__"};
    for (int i = 0; i < 3; i++) {
        Value stream = io_original_borrow((StandardStream)i);
        if (module_set(module, names[i], value_incref(stream)) < 0 ||
            module_set(module, originals[i], value_incref(stream)) < 0)
            return -1;
    }
    return 0;
}

static int add_texts(ModuleObject *module) {
    static const char *const texts[][2] = {
        {"byteorder", "little"},       {"prefix", "/usr"},           {"exec_prefix", "/usr"},
        {"base_prefix", "/usr"},       {"base_exec_prefix", "/usr"}, {"copyright", ""},
        {"float_repr_style", "short"}, {"platlibdir", "lib"},        {"abiflags", ""},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (module_set(module, texts[i][0], str_from_cstr(texts[i][1])) < 0)
            return -1;
    if (module_set(module, "platform", platform_name()) < 0)
        return -1;
    return module_set(module, "dont_write_bytecode", VALUE_FALSE);
}

/* sys.path holds the program's folder, as a script's does. */
static int add_path(ModuleObject *module) {
    const char *file = pyrt_program.module_count ? pyrt_program.modules[0]->file : "";
    const char *slash = strrchr(file, '/');
    Value folder = slash ? str_from_utf8(file, (size_t)(slash - file)) : str_from_cstr("");
    Value path = folder ? list_new(&folder, 1) : 0;
    value_decref(folder);
    return module_set(module, "path", path);
}

static int add_module_names(ModuleObject *module) {
    Value builtin = list_new(NULL, 0);
    for (uint32_t i = 0; builtin && i < pyrt_program.native_count; i++)
        if (list_append_take(builtin, str_from_cstr(pyrt_program.natives[i]->name)) < 0)
            return -1;
    if (module_set(module, "builtin_module_names", tuple_from_list_take(builtin)) < 0)
        return -1;
    if (module_set(module, "warnoptions", warn_options()) < 0 ||
        module_set(module, "meta_path", list_new(NULL, 0)) < 0 ||
        module_set(module, "path_hooks", list_new(NULL, 0)) < 0 ||
        module_set(module, "_xoptions", dict_new()) < 0)
        return -1;
    return module_set(module, "modules", value_incref(rt_modules_borrow()));
}

static int sys_init(ModuleObject *module) {
    if (module_add_functions(module, functions) < 0 ||
        module_add_functions(module, coro_sys_functions) < 0 || add_version(module) < 0 ||
        add_numbers(module) < 0 || add_flags(module) < 0 || add_implementation(module) < 0 ||
        add_arguments(module) < 0 || add_streams(module) < 0 || add_texts(module) < 0 ||
        add_path(module) < 0 || add_module_names(module) < 0 || add_io(module) < 0 ||
        sys_init_audit(module) < 0)
        return -1;
    rt_sys_dict = module->dict;
    return 0;
}

const NativeModule pyrt_module_sys = {"sys", sys_init};
