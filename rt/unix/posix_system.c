/*
 * posix_system.c — the functions of the module posix about users and groups, scheduling, limits and
 * the machine, and its many constants. Names and numbers stand in posix_names.def and
 * posix_constants.def.
 */
#include "isolate.h"
#include "posix.h"
#include "record.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/fs.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

static Value answer(int64_t status) {
    return status < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

/* ---- users and groups ------------------------------------------------------------------------ */

bool posix_id(Value value, const char *kind, int64_t *id) {
    if (!posix_has_index(value)) {
        raise_error(&rt_exc_TypeError, "%s should be integer, not %T", kind, value);
        return false;
    }
    *id = object_index(value);
    if (*id == -1 && isolate.pending)
        return false;
    if (*id >= -1 && *id <= UINT32_MAX)
        return true;
    raise_error(&rt_exc_OverflowError, "%s is %s than %s", kind, *id < 0 ? "less" : "greater",
                *id < 0 ? "minimum" : "maximum");
    return false;
}

/* "uid" or "gid" by the name of the type. */
#define KIND_OF(type) (#type[0] == 'u' ? "uid" : "gid")

#define SET_ID(name, type)                                                                         \
    NATIVE(system_##name) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        int64_t id;                                                                                \
        return posix_id(args[0], KIND_OF(type), &id) ? answer(name((type)id)) : 0;                 \
    }
SET_ID(setuid, uid_t)
SET_ID(seteuid, uid_t)
SET_ID(setgid, gid_t)
SET_ID(setegid, gid_t)
#undef SET_ID

#define SET_TWO(name, type)                                                                        \
    NATIVE(system_##name) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        int64_t real, effective;                                                                   \
        if (!posix_id(args[0], KIND_OF(type), &real) ||                                            \
            !posix_id(args[1], KIND_OF(type), &effective))                                         \
            return 0;                                                                              \
        return answer(name((type)real, (type)effective));                                          \
    }
SET_TWO(setreuid, uid_t)
SET_TWO(setregid, gid_t)
#undef SET_TWO

#define SET_THREE(name, type)                                                                      \
    NATIVE(system_##name) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        int64_t real, effective, saved;                                                            \
        if (!posix_id(args[0], KIND_OF(type), &real) ||                                            \
            !posix_id(args[1], KIND_OF(type), &effective) ||                                       \
            !posix_id(args[2], KIND_OF(type), &saved))                                             \
            return 0;                                                                              \
        return answer(name((type)real, (type)effective, (type)saved));                             \
    }
SET_THREE(setresuid, uid_t)
SET_THREE(setresgid, gid_t)
#undef SET_THREE

#define GET_THREE(name, type)                                                                      \
    NATIVE(system_##name) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        type real, effective, saved;                                                               \
        if (name(&real, &effective, &saved) < 0)                                                   \
            return raise_errno(errno, 0);                                                          \
        Value ids[] = {int_from_u64(real), int_from_u64(effective), int_from_u64(saved)};          \
        return tuple_new(ids, 3);                                                                  \
    }
GET_THREE(getresuid, uid_t)
GET_THREE(getresgid, gid_t)
#undef GET_THREE

enum { GROUPS_MOST = 65536 };

static Value group_list(const gid_t *groups, int count) {
    Value list = list_new(NULL, 0);
    for (int i = 0; list && i < count; i++)
        if (list_append_take(list, int_from_u64(groups[i])) < 0)
            return 0;
    return list;
}

NATIVE(system_getgroups) {
    NATIVE_UNUSED();
    gid_t *groups = mem_alloc(GROUPS_MOST * sizeof *groups);
    if (!groups)
        return 0;
    int count_found = getgroups(GROUPS_MOST, groups);
    Value list = count_found < 0 ? raise_errno(errno, 0) : group_list(groups, count_found);
    mem_free(groups);
    return list;
}

/* getgrouplist(user, group) */
NATIVE(system_getgrouplist) {
    NATIVE_UNUSED();
    int64_t group;
    Value user = posix_id(args[1], "gid", &group) ? path_bytes(args[0], NULL) : 0;
    gid_t *groups = user ? mem_alloc(GROUPS_MOST * sizeof *groups) : NULL;
    int most = GROUPS_MOST;
    Value list = 0;
    if (groups)
        list = getgrouplist(posix_path(user), (gid_t)group, groups, &most) < 0
                   ? raise_errno(errno, 0)
                   : group_list(groups, most);
    mem_free(groups);
    value_decref(user);
    return list;
}

NATIVE(system_initgroups) {
    NATIVE_UNUSED();
    int64_t group;
    Value user = posix_id(args[1], "gid", &group) ? path_bytes(args[0], NULL) : 0;
    Value result = user ? answer(initgroups(posix_path(user), (gid_t)group)) : 0;
    value_decref(user);
    return result;
}

NATIVE(system_setgroups) {
    NATIVE_UNUSED();
    Value list = list_from_iterable(args[0]);
    int64_t length = list ? AS(ListObject, list)->length : 0, id;
    gid_t *groups = list ? mem_alloc_items(length + 1, sizeof *groups) : NULL;
    bool good = groups;
    for (int64_t i = 0; good && i < length; i++) {
        good = posix_id(AS(ListObject, list)->items[i], "gid", &id);
        groups[i] = good ? (gid_t)id : 0;
    }
    Value result = good ? answer(setgroups((size_t)length, groups)) : 0;
    mem_free(groups);
    value_decref(list);
    return result;
}

NATIVE(system_getlogin) {
    NATIVE_UNUSED();
    char name[256];
    int error = getlogin_r(name, sizeof name);
    return error ? raise_errno(error, 0) : text_from_system(name, strlen(name));
}

NATIVE(system_setpgrp) {
    NATIVE_UNUSED();
    return answer(setpgid(0, 0));
}

NATIVE(system_ctermid) {
    NATIVE_UNUSED();
    return str_from_cstr(ctermid(NULL));
}

/* ---- scheduling ------------------------------------------------------------------------------ */

static Value param_type;

/* getpriority(which, who) */
NATIVE(system_getpriority) {
    NATIVE_UNUSED();
    int which, who;
    if (object_c_int(args[0], &which) < 0 || object_c_int(args[1], &who) < 0)
        return 0;
    errno = 0;
    int priority = getpriority((__priority_which_t)which, (id_t)who);
    return errno ? raise_errno(errno, 0) : value_from_small_int(priority);
}

/* setpriority(which, who, priority) */
NATIVE(system_setpriority) {
    NATIVE_UNUSED();
    int which, who, priority;
    if (object_c_int(args[0], &which) < 0 || object_c_int(args[1], &who) < 0 ||
        object_c_int(args[2], &priority) < 0)
        return 0;
    return answer(setpriority((__priority_which_t)which, (id_t)who, priority));
}

NATIVE(system_sched_yield) {
    NATIVE_UNUSED();
    ThreadState state;
    isolate_leave(&state);
    int status = sched_yield();
    isolate_enter(&state);
    return answer(status);
}

#define SCHED_NUMBER(name)                                                                         \
    NATIVE(system_##name) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        int argument;                                                                              \
        if (object_c_int(args[0], &argument) < 0)                                                  \
            return 0;                                                                              \
        int result = name(argument);                                                               \
        return result < 0 ? raise_errno(errno, 0) : value_from_small_int(result);                  \
    }
SCHED_NUMBER(sched_get_priority_max)
SCHED_NUMBER(sched_get_priority_min)
SCHED_NUMBER(sched_getscheduler)
#undef SCHED_NUMBER

static Value param_new(int priority) {
    Value value = value_from_small_int(priority);
    return record_new(param_type, &value, 1);
}

static bool read_param(Value value, struct sched_param *param) {
    Value priority = object_getattr_cstr(value, "sched_priority");
    bool good = priority && object_c_int(priority, &param->sched_priority) == 0;
    value_decref(priority);
    return good;
}

NATIVE(system_sched_getparam) {
    NATIVE_UNUSED();
    int process;
    struct sched_param param;
    if (object_c_int(args[0], &process) < 0)
        return 0;
    return sched_getparam(process, &param) < 0 ? raise_errno(errno, 0)
                                               : param_new(param.sched_priority);
}

/* sched_setparam(pid, param) */
NATIVE(system_sched_setparam) {
    NATIVE_UNUSED();
    int process;
    struct sched_param param;
    if (object_c_int(args[0], &process) < 0 || !read_param(args[1], &param))
        return 0;
    return answer(sched_setparam(process, &param));
}

/* sched_setscheduler(pid, policy, param) */
NATIVE(system_sched_setscheduler) {
    NATIVE_UNUSED();
    int process, policy;
    struct sched_param param;
    if (object_c_int(args[0], &process) < 0 || object_c_int(args[1], &policy) < 0 ||
        !read_param(args[2], &param))
        return 0;
    return answer(sched_setscheduler(process, policy, &param));
}

NATIVE(system_sched_rr_get_interval) {
    NATIVE_UNUSED();
    int process;
    struct timespec interval;
    if (object_c_int(args[0], &process) < 0)
        return 0;
    return sched_rr_get_interval(process, &interval) < 0
               ? raise_errno(errno, 0)
               : float_new((double)interval.tv_sec + (double)interval.tv_nsec * 1e-9);
}

NATIVE(system_sched_getaffinity) {
    NATIVE_UNUSED();
    int process;
    cpu_set_t mask;
    if (object_c_int(args[0], &process) < 0)
        return 0;
    if (sched_getaffinity(process, sizeof mask, &mask) < 0)
        return raise_errno(errno, 0);
    Value set = set_new(false);
    for (int i = 0; set && i < CPU_SETSIZE; i++)
        if (CPU_ISSET(i, &mask) && set_add(set, value_from_small_int(i)) < 0)
            return 0;
    return set;
}

NATIVE(system_sched_setaffinity) {
    NATIVE_UNUSED();
    int process, processor;
    cpu_set_t mask;
    CPU_ZERO(&mask);
    if (object_c_int(args[0], &process) < 0)
        return 0;
    Value list = list_from_iterable(args[1]);
    bool good = list;
    for (int64_t i = 0; good && i < AS(ListObject, list)->length; i++) {
        good = object_c_int(AS(ListObject, list)->items[i], &processor) == 0;
        if (good && (processor < 0 || processor >= CPU_SETSIZE)) {
            raise_error(&rt_exc_ValueError,
                        processor < 0 ? "negative CPU number" : "CPU number too large");
            good = false;
        } else if (good) {
            CPU_SET(processor, &mask);
        }
    }
    value_decref(list);
    return good ? answer(sched_setaffinity(process, sizeof mask, &mask)) : 0;
}

/* ---- limits ---------------------------------------------------------------------------------- */

typedef struct NumberName {
    const char *name;
    int number;
} NumberName;

static const NumberName sysconf_names[] = {
#define SYSCONF(name) {"SC_" #name, _SC_##name},
#define PATHCONF(name)
#define CONFSTR(name)
#include "posix_names.def"
#undef SYSCONF
#undef PATHCONF
#undef CONFSTR
    {0},
};
static const NumberName pathconf_names[] = {
#define SYSCONF(name)
#define PATHCONF(name) {"PC_" #name, _PC_##name},
#define CONFSTR(name)
#include "posix_names.def"
#undef SYSCONF
#undef PATHCONF
#undef CONFSTR
    {0},
};
static const NumberName confstr_names[] = {
#define SYSCONF(name)
#define PATHCONF(name)
#define CONFSTR(name) {"CS_" #name, _CS_##name},
#include "posix_names.def"
#undef SYSCONF
#undef PATHCONF
#undef CONFSTR
    {0},
};

static bool read_name(Value value, const NumberName *names, int *number) {
    if (!value_isa(value, &rt_type_str)) {
        if (value_is_int(value))
            return object_c_int(value, number) == 0;
        raise_error(&rt_exc_TypeError, "configuration names must be strings or integers");
        return false;
    }
    for (; names->name; names++)
        if (str_equal_cstr(value, names->name)) {
            *number = names->number;
            return true;
        }
    raise_error(&rt_exc_ValueError, "unrecognized configuration name");
    return false;
}

NATIVE(system_sysconf) {
    NATIVE_UNUSED();
    int name;
    if (!read_name(args[0], sysconf_names, &name))
        return 0;
    errno = 0;
    long value = sysconf(name);
    return value == -1 && errno ? raise_errno(errno, 0) : int_from_i64(value);
}

NATIVE(system_confstr) {
    NATIVE_UNUSED();
    int name;
    char text[1024];
    if (!read_name(args[0], confstr_names, &name))
        return 0;
    errno = 0;
    size_t size = confstr(name, text, sizeof text);
    if (size == 0)
        return errno ? raise_errno(errno, 0) : VALUE_NONE;
    return text_from_system(text, strlen(text));
}

/* pathconf(path, name), where path may be a descriptor */
NATIVE(system_pathconf) {
    NATIVE_UNUSED();
    int name;
    PosixPath path;
    if (!read_name(args[1], pathconf_names, &name) ||
        !posix_path_read(&path, "pathconf", args[0], 0, PATH_OR_FD))
        return 0;
    errno = 0;
    long value = path.text ? pathconf(path.text, name) : fpathconf(path.fd, name);
    return posix_path_done(&path, value == -1 && errno ? -1 : 0) ? int_from_i64(value) : 0;
}

/* fpathconf(fd, name) */
NATIVE(system_fpathconf) {
    NATIVE_UNUSED();
    int fd, name;
    if (posix_descriptor(args[0], &fd) < 0 || !read_name(args[1], pathconf_names, &name))
        return 0;
    errno = 0;
    long value = fpathconf(fd, name);
    return value == -1 && errno ? raise_errno(errno, 0) : int_from_i64(value);
}

static int add_names(ModuleObject *module, const char *name, const NumberName *names) {
    Value dict = dict_new();
    for (; dict && names->name; names++)
        if (dict_set_cstr(dict, names->name, value_from_small_int(names->number)) < 0)
            return -1;
    return module_set(module, name, dict);
}

/* ---- the machine ----------------------------------------------------------------------------- */

static Value times_type;

NATIVE(system_times) {
    NATIVE_UNUSED();
    struct tms used;
    clock_t elapsed = times(&used);
    double second = (double)sysconf(_SC_CLK_TCK);
    Value values[] = {
        float_new((double)used.tms_utime / second), float_new((double)used.tms_stime / second),
        float_new((double)used.tms_cutime / second), float_new((double)used.tms_cstime / second),
        float_new((double)elapsed / second)};
    return record_new(times_type, values, 5);
}

NATIVE(system_getloadavg) {
    NATIVE_UNUSED();
    double loads[3];
    if (getloadavg(loads, 3) != 3)
        return raise_error(&rt_exc_OSError, "Load averages are unobtainable");
    Value values[] = {float_new(loads[0]), float_new(loads[1]), float_new(loads[2])};
    Value result = tuple_new(values, 3);
    for (int i = 0; i < 3; i++)
        value_decref(values[i]);
    return result;
}

#define ROW(text, least, most)                                                                     \
    { .name = #text, .call = system_##text, .min_args = least, .max_args = most }

static const NativeMethod functions[] = {
    ROW(setuid, 1, 1),
    ROW(seteuid, 1, 1),
    ROW(setgid, 1, 1),
    ROW(setegid, 1, 1),
    ROW(setreuid, 2, 2),
    ROW(setregid, 2, 2),
    ROW(setresuid, 3, 3),
    ROW(setresgid, 3, 3),
    ROW(getresuid, 0, 0),
    ROW(getresgid, 0, 0),
    ROW(getgroups, 0, 0),
    ROW(getgrouplist, 2, 2),
    ROW(initgroups, 2, 2),
    ROW(setgroups, 1, 1),
    ROW(getlogin, 0, 0),
    ROW(setpgrp, 0, 0),
    ROW(ctermid, 0, 0),
    {.name = "getpriority",
     .call = system_getpriority,
     .min_args = 2,
     .max_args = 2,
     .keywords = "which who"},
    {.name = "setpriority",
     .call = system_setpriority,
     .min_args = 3,
     .max_args = 3,
     .keywords = "which who priority"},
    ROW(sched_yield, 0, 0),
    ROW(sched_get_priority_max, 1, 1),
    ROW(sched_get_priority_min, 1, 1),
    ROW(sched_getscheduler, 1, 1),
    ROW(sched_getparam, 1, 1),
    ROW(sched_setparam, 2, 2),
    ROW(sched_setscheduler, 3, 3),
    ROW(sched_rr_get_interval, 1, 1),
    ROW(sched_getaffinity, 1, 1),
    ROW(sched_setaffinity, 2, 2),
    ROW(sysconf, 1, 1),
    ROW(confstr, 1, 1),
    {.name = "pathconf",
     .call = system_pathconf,
     .min_args = 2,
     .max_args = 2,
     .keywords = "path name"},
    {.name = "fpathconf",
     .call = system_fpathconf,
     .min_args = 2,
     .max_args = 2,
     .keywords = "fd name"},
    ROW(times, 0, 0),
    ROW(getloadavg, 0, 0),
    {0},
};
#undef ROW

static int add_constants(ModuleObject *module) {
    static const struct {
        const char *name;
        int64_t value;
    } constants[] = {
#define CONSTANT(name)      {#name, name},
#define NUMBER(name, value) {#name, value},
#include "posix_constants.def"
#undef CONSTANT
#undef NUMBER
    };
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_set(module, constants[i].name, int_from_i64(constants[i].value)) < 0)
            return -1;
    return 0;
}

int posix_init_system(ModuleObject *module) {
    param_type = record_type_new("posix", "sched_param", "sched_priority", 1);
    times_type = record_type_new("posix", "times_result",
                                 "user system children_user children_system elapsed", 5);
    if (!param_type || !times_type ||
        module_set(module, "sched_param", value_incref(param_type)) < 0 ||
        module_set(module, "times_result", value_incref(times_type)) < 0 ||
        add_names(module, "sysconf_names", sysconf_names) < 0 ||
        add_names(module, "pathconf_names", pathconf_names) < 0 ||
        add_names(module, "confstr_names", confstr_names) < 0 || add_constants(module) < 0)
        return -1;
    return module_add_functions(module, functions);
}
