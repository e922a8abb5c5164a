/*
 * posix_spawn.c — of the module posix: texts for new programs, posix_spawn, and the ways to wait
 * for a child that tell more than waitpid.
 */
#include "bytes.h"
#include "isolate.h"
#include "posix.h"
#include "record.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- arguments and environments -------------------------------------------------------------- */

int posix_check_arguments(const char *function, Value arguments, Value environment) {
    /* The words for argv differ between execv, execve and posix_spawn, as in CPython. */
    const char *name = strcmp(function, "execve") == 0  ? "execve: argv"
                       : strcmp(function, "execv") == 0 ? "execv() arg 2"
                                                        : NULL;
    bool is_list = value_isa(arguments, &rt_type_list);
    if (!is_list && !value_isa(arguments, &rt_type_tuple))
        return name ? raise_status(&rt_exc_TypeError, "%s must be a tuple or list", name)
                    : raise_status(&rt_exc_TypeError, "%s: argv must be a tuple or list", function);
    if (object_len(arguments) < 1)
        return name ? raise_status(&rt_exc_ValueError, "%s must not be empty", name)
                    : raise_status(&rt_exc_ValueError, "%s: argv must not be empty", function);
    if (environment && !value_isa(environment, &rt_type_dict) &&
        !type_lookup_borrow(value_type(environment), str_name("keys")))
        return raise_status(&rt_exc_TypeError, "%s: environment must be a mapping object",
                            function);
    Value first =
        is_list ? AS(ListObject, arguments)->items[0] : AS(TupleObject, arguments)->items[0];
    Value text = path_bytes(first, NULL);
    bool empty = text && AS(BytesObject, text)->length <= 1;
    value_decref(text);
    if (!text || !empty)
        return text ? 0 : -1;
    return name ? raise_status(&rt_exc_ValueError, "%s first element cannot be empty", name)
                : raise_status(&rt_exc_ValueError, "%s: argv first element cannot be empty",
                               function);
}

char **posix_texts(Value sequence, Value keep) {
    Value list = list_from_iterable(sequence);
    int64_t length = list ? AS(ListObject, list)->length : 0;
    char **texts = list ? mem_alloc_items(length + 1, sizeof *texts) : NULL;
    for (int64_t i = 0; texts && i < length; i++) {
        Value bytes = path_bytes(AS(ListObject, list)->items[i], NULL);
        if (!bytes || list_append_take(keep, bytes) < 0) {
            mem_free(texts);
            texts = NULL;
            break;
        }
        texts[i] = (char *)(uintptr_t)posix_path(bytes);
    }
    if (texts)
        texts[length] = NULL;
    value_decref(list);
    return texts;
}

/* b"name=value" */
static Value environment_entry(Value name, Value value) {
    Value left = path_bytes(name, NULL), right = left ? path_bytes(value, NULL) : 0;
    Value entry = 0;
    if (right) {
        ByteBuffer text = {.what = "bytes"}; /* both end with a NUL */
        const BytesObject *first = AS(BytesObject, left), *second = AS(BytesObject, right);
        if (first->length < 2 || memchr(first->data + 1, '=', (size_t)first->length - 1))
            raise_error(&rt_exc_ValueError, "illegal environment variable name");
        else if (byte_buffer_add(&text, first->data, first->length - 1) == 0 &&
                 byte_buffer_add(&text, (const uint8_t *)"=", 1) == 0 &&
                 byte_buffer_add(&text, second->data, second->length - 1) == 0)
            entry = bytes_new(text.data, (size_t)text.size);
        mem_free(text.data);
    }
    value_decref(left);
    value_decref(right);
    return entry;
}

Value posix_environment(Value mapping) {
    Value items = object_call_method(mapping, "items", NULL, 0);
    Value pairs = items ? list_from_iterable(items) : 0, list = pairs ? list_new(NULL, 0) : 0;
    value_decref(items);
    for (int64_t i = 0; list && i < AS(ListObject, pairs)->length; i++) {
        const TupleObject *pair = AS(TupleObject, AS(ListObject, pairs)->items[i]);
        Value entry = environment_entry(pair->items[0], pair->items[1]);
        if (!entry || list_append_take(list, entry) < 0) {
            value_decref(list);
            list = 0;
        }
    }
    value_decref(pairs);
    return list;
}

/* ---- posix_spawn ----------------------------------------------------------------------------- */

enum { SPAWN_OPEN, SPAWN_CLOSE, SPAWN_DUP2 };

static int bad_action(void) {
    return raise_status(&rt_exc_TypeError, "Each file_actions element must be a non-empty tuple");
}

/* One of file_actions: (POSIX_SPAWN_OPEN, fd, path, flags, mode), (..._CLOSE, fd), (..._DUP2, fd,
 * new fd). */
static int add_action(posix_spawn_file_actions_t *actions, Value item) {
    if (!value_isa(item, &rt_type_tuple) || AS(TupleObject, item)->length < 1)
        return bad_action();
    const Value *parts = AS(TupleObject, item)->items;
    int64_t count = AS(TupleObject, item)->length;
    int kind, fd, second = 0, mode = 0, error;
    if (object_c_int(parts[0], &kind) < 0)
        return -1;
    if (kind < SPAWN_OPEN || kind > SPAWN_DUP2)
        return raise_status(&rt_exc_TypeError, "Unknown file_actions identifier");
    static const int64_t counts[] = {[SPAWN_OPEN] = 5, [SPAWN_CLOSE] = 2, [SPAWN_DUP2] = 3};
    if (count != counts[kind])
        return raise_status(&rt_exc_TypeError, "A file_actions tuple has the wrong length");
    if (object_c_int(parts[1], &fd) < 0 ||
        (kind == SPAWN_DUP2 && object_c_int(parts[2], &second) < 0) ||
        (kind == SPAWN_OPEN &&
         (object_c_int(parts[3], &second) < 0 || object_c_int(parts[4], &mode) < 0)))
        return -1;
    if (kind == SPAWN_OPEN) {
        Value path = path_bytes(parts[2], NULL);
        if (!path)
            return -1;
        error =
            posix_spawn_file_actions_addopen(actions, fd, posix_path(path), second, (mode_t)mode);
        value_decref(path);
    } else if (kind == SPAWN_CLOSE) {
        error = posix_spawn_file_actions_addclose(actions, fd);
    } else {
        error = posix_spawn_file_actions_adddup2(actions, fd, second);
    }
    if (error)
        raise_errno(error, 0);
    return error ? -1 : 0;
}

static int add_actions(posix_spawn_file_actions_t *actions, Value given) {
    Value list = given && given != VALUE_NONE ? list_from_iterable(given) : list_new(NULL, 0);
    int status = list ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < AS(ListObject, list)->length; i++)
        status = add_action(actions, AS(ListObject, list)->items[i]);
    value_decref(list);
    return status;
}

static int read_signals(Value given, sigset_t *set) {
    sigemptyset(set);
    Value list = list_from_iterable(given);
    int status = list ? 0 : -1, signal;
    for (int64_t i = 0; status == 0 && i < AS(ListObject, list)->length; i++) {
        status = object_c_int(AS(ListObject, list)->items[i], &signal);
        if (status == 0 && sigaddset(set, signal) < 0)
            status =
                raise_status(&rt_exc_ValueError, "signal number %d out of range [1; 64]", signal);
    }
    value_decref(list);
    return status;
}

/* setpgroup, resetids, setsid, setsigmask, setsigdef, from args[4] on. */
static int add_attributes(posix_spawnattr_t *attributes, const Value *args) {
    short flags = 0;
    int group;
    sigset_t signals;
    if (args[4]) {
        if (object_c_int(args[4], &group) < 0)
            return -1;
        posix_spawnattr_setpgroup(attributes, group);
        flags |= POSIX_SPAWN_SETPGROUP;
    }
    if (args[5] && object_truth(args[5]) > 0)
        flags |= POSIX_SPAWN_RESETIDS;
    if (args[6] && object_truth(args[6]) > 0)
        flags |= POSIX_SPAWN_SETSID;
    if (args[7]) {
        if (read_signals(args[7], &signals) < 0)
            return -1;
        posix_spawnattr_setsigmask(attributes, &signals);
        flags |= POSIX_SPAWN_SETSIGMASK;
    }
    if (args[8]) {
        if (read_signals(args[8], &signals) < 0)
            return -1;
        posix_spawnattr_setsigdefault(attributes, &signals);
        flags |= POSIX_SPAWN_SETSIGDEF;
    }
    posix_spawnattr_setflags(attributes, flags);
    return isolate.pending ? -1 : 0;
}

typedef int (*Spawn)(pid_t *, const char *, const posix_spawn_file_actions_t *,
                     const posix_spawnattr_t *, char *const *, char *const *);

static Value spawn(Spawn call, const char *function, const Value *args) {
    PathUse use = {function, "path", PATH_ONLY};
    if (posix_check_arguments(function, args[1], args[2]) < 0)
        return 0;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    Value keep = list_new(NULL, 0), file = keep ? path_bytes(args[0], &use) : 0;
    Value variables = file ? posix_environment(args[2]) : 0, result = 0;
    char **texts = variables ? posix_texts(args[1], keep) : NULL;
    char **names = texts ? posix_texts(variables, keep) : NULL;
    if (names && add_actions(&actions, args[3]) == 0 && add_attributes(&attributes, args) == 0) {
        pid_t child;
        int error = call(&child, posix_path(file), &actions, &attributes, texts, names);
        result = error ? raise_errno(error, args[0]) : value_from_small_int(child);
    }
    mem_free(texts);
    mem_free(names);
    value_decref(variables);
    value_decref(file);
    value_decref(keep);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return result;
}

NATIVE(spawn_posix_spawn) {
    NATIVE_UNUSED();
    return spawn(posix_spawn, "posix_spawn", args);
}

NATIVE(spawn_posix_spawnp) {
    NATIVE_UNUSED();
    return spawn(posix_spawnp, "posix_spawnp", args);
}

/* ---- waiting --------------------------------------------------------------------------------- */

static Value usage_type, waitid_type;

static Value seconds_of(struct timeval time) {
    return float_new((double)time.tv_sec + (double)time.tv_usec * 1e-6);
}

static Value usage_result(const struct rusage *usage) {
    Value values[] = {seconds_of(usage->ru_utime),     seconds_of(usage->ru_stime),
                      int_from_i64(usage->ru_maxrss),  int_from_i64(usage->ru_ixrss),
                      int_from_i64(usage->ru_idrss),   int_from_i64(usage->ru_isrss),
                      int_from_i64(usage->ru_minflt),  int_from_i64(usage->ru_majflt),
                      int_from_i64(usage->ru_nswap),   int_from_i64(usage->ru_inblock),
                      int_from_i64(usage->ru_oublock), int_from_i64(usage->ru_msgsnd),
                      int_from_i64(usage->ru_msgrcv),  int_from_i64(usage->ru_nsignals),
                      int_from_i64(usage->ru_nvcsw),   int_from_i64(usage->ru_nivcsw)};
    return record_new(usage_type, values, sizeof values / sizeof values[0]);
}

static Value wait_with_usage(pid_t process, int options) {
    struct rusage usage = {0};
    int status = 0;
    pid_t ended;
    POSIX_WAITING(ended, wait4(process, &status, options, &usage));
    if (ended < 0)
        return posix_failed();
    Value parts[3] = {value_from_small_int(ended), value_from_small_int(status),
                      usage_result(&usage)};
    Value result = parts[2] ? tuple_new(parts, 3) : 0;
    value_decref(parts[2]);
    return result;
}

NATIVE(spawn_wait3) {
    NATIVE_UNUSED();
    int options;
    return object_c_int(args[0], &options) < 0 ? 0 : wait_with_usage(-1, options);
}

NATIVE(spawn_wait4) {
    NATIVE_UNUSED();
    int process, options;
    if (object_c_int(args[0], &process) < 0 || object_c_int(args[1], &options) < 0)
        return 0;
    return wait_with_usage(process, options);
}

/* waitid(idtype, id, options): None if nothing has happened */
NATIVE(spawn_waitid) {
    NATIVE_UNUSED();
    int kind, id, options, status;
    if (object_c_int(args[0], &kind) < 0 || object_c_int(args[1], &id) < 0 ||
        object_c_int(args[2], &options) < 0)
        return 0;
    siginfo_t info = {0};
    POSIX_WAITING(status, waitid((idtype_t)kind, (id_t)id, &info, options));
    if (status < 0)
        return posix_failed();
    if (info.si_pid == 0)
        return VALUE_NONE;
    Value values[] = {value_from_small_int(info.si_pid), value_from_small_int(info.si_uid),
                      value_from_small_int(info.si_signo), value_from_small_int(info.si_status),
                      value_from_small_int(info.si_code)};
    return record_new(waitid_type, values, 5);
}

static const char spawn_words[] = "path argv env file_actions setpgroup resetids setsid setsigmask "
                                  "setsigdef";

static const NativeMethod functions[] = {
    {.name = "posix_spawn",
     .call = spawn_posix_spawn,
     .min_args = 3,
     .max_args = 3,
     .keywords = spawn_words},
    {.name = "posix_spawnp",
     .call = spawn_posix_spawnp,
     .min_args = 3,
     .max_args = 3,
     .keywords = spawn_words},
    {.name = "wait3", .call = spawn_wait3, .min_args = 1, .max_args = 1},
    {.name = "wait4", .call = spawn_wait4, .min_args = 2, .max_args = 2},
    {.name = "waitid", .call = spawn_waitid, .min_args = 3, .max_args = 3},
    {0},
};

int posix_init_spawn(ModuleObject *module) {
    usage_type = record_type_new("resource", "struct_rusage",
                                 "ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt "
                                 "ru_majflt ru_nswap ru_inblock ru_oublock ru_msgsnd ru_msgrcv "
                                 "ru_nsignals ru_nvcsw ru_nivcsw",
                                 16);
    waitid_type =
        record_type_new("posix", "waitid_result", "si_pid si_uid si_signo si_status si_code", 5);
    if (!usage_type || !waitid_type ||
        module_set(module, "waitid_result", value_incref(waitid_type)) < 0)
        return -1;
    return module_add_functions(module, functions);
}
