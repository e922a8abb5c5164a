/* mod_resource.c — the module resource: limits of the process, and what it used. */
#include "record.h"
#include "socket.h"

#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

static Value usage_type;

/* A limit as the system has it; -1 means no limit. */
static int read_limit(Value value, rlim_t *limit) {
    int64_t number = object_index(value);
    if (number == -1 && isolate.pending)
        return -1;
    *limit = number < 0 ? RLIM_INFINITY : (rlim_t)number;
    return 0;
}

static Value show_limits(const struct rlimit *limits) {
    const rlim_t both[2] = {limits->rlim_cur, limits->rlim_max};
    Value pair[2];
    for (int i = 0; i < 2; i++)
        pair[i] = both[i] == RLIM_INFINITY ? value_from_small_int(-1) : int_from_u64(both[i]);
    Value result = tuple_new(pair, 2);
    value_decref(pair[0]);
    value_decref(pair[1]);
    return result;
}

static int read_resource(Value value, int *resource) {
    if (object_c_int(value, resource) < 0)
        return -1;
    if (*resource < 0 || *resource >= RLIM_NLIMITS)
        return raise_status(&rt_exc_ValueError, "invalid resource specified");
    return 0;
}

/* Reads a pair (soft, hard). 0 or -1. */
static int read_limits(Value value, struct rlimit *limits) {
    Value pair = tuple_from_iterable(value);
    if (!pair)
        return -1;
    const TupleObject *tuple = AS(TupleObject, pair);
    int status =
        tuple->length == 2 ? 0 : raise_status(&rt_exc_ValueError, "expected a tuple of 2 integers");
    if (status == 0 && (read_limit(tuple->items[0], &limits->rlim_cur) < 0 ||
                        read_limit(tuple->items[1], &limits->rlim_max) < 0))
        status = -1;
    value_decref(pair);
    return status;
}

static Value raise_limit_error(void) {
    if (errno == EINVAL)
        return raise_error(&rt_exc_ValueError, "current limit exceeds maximum limit");
    if (errno == EPERM)
        return raise_error(&rt_exc_ValueError, "not allowed to raise maximum limit");
    return raise_errno(errno, 0);
}

NATIVE(resource_getrlimit) {
    NATIVE_UNUSED();
    int resource;
    struct rlimit limits;
    if (read_resource(args[0], &resource) < 0)
        return 0;
    return getrlimit(resource, &limits) < 0 ? raise_errno(errno, 0) : show_limits(&limits);
}

NATIVE(resource_setrlimit) {
    NATIVE_UNUSED();
    int resource;
    struct rlimit limits;
    if (read_resource(args[0], &resource) < 0 || read_limits(args[1], &limits) < 0)
        return 0;
    return setrlimit(resource, &limits) < 0 ? raise_limit_error() : VALUE_NONE;
}

/* prlimit(pid, resource[, limits]) */
NATIVE(resource_prlimit) {
    NATIVE_UNUSED();
    int pid, resource;
    struct rlimit limits, old;
    if (object_c_int(args[0], &pid) < 0 || read_resource(args[1], &resource) < 0 ||
        (count > 2 && read_limits(args[2], &limits) < 0))
        return 0;
    return prlimit(pid, resource, count > 2 ? &limits : NULL, &old) < 0 ? raise_limit_error()
                                                                        : show_limits(&old);
}

static Value seconds(struct timeval time) {
    return float_new((double)time.tv_sec + (double)time.tv_usec / 1e6);
}

NATIVE(resource_getrusage) {
    NATIVE_UNUSED();
    int who;
    struct rusage usage;
    if (object_c_int(args[0], &who) < 0)
        return 0;
    if (getrusage(who, &usage) < 0)
        return errno == EINVAL ? raise_error(&rt_exc_ValueError, "invalid who parameter")
                               : raise_errno(errno, 0);
    const long numbers[] = {usage.ru_maxrss,  usage.ru_ixrss,  usage.ru_idrss,  usage.ru_isrss,
                            usage.ru_minflt,  usage.ru_majflt, usage.ru_nswap,  usage.ru_inblock,
                            usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals,
                            usage.ru_nvcsw,   usage.ru_nivcsw};
    enum { NUMBERS = sizeof numbers / sizeof *numbers };
    Value fields[2 + NUMBERS] = {seconds(usage.ru_utime), seconds(usage.ru_stime)};
    for (int i = 0; i < NUMBERS; i++)
        fields[2 + i] = int_from_i64(numbers[i]);
    return record_new(usage_type, fields, 2 + NUMBERS);
}

NATIVE(resource_getpagesize) {
    NATIVE_UNUSED();
    return int_from_i64(sysconf(_SC_PAGESIZE));
}

static const NativeMethod functions[] = {
    {.name = "getrlimit", .call = resource_getrlimit, .min_args = 1, .max_args = 1},
    {.name = "setrlimit", .call = resource_setrlimit, .min_args = 2, .max_args = 2},
    {.name = "prlimit", .call = resource_prlimit, .min_args = 2, .max_args = 3},
    {.name = "getrusage", .call = resource_getrusage, .min_args = 1, .max_args = 1},
    {.name = "getpagesize", .call = resource_getpagesize},
    {0},
};

static void drop_type(void) {
    value_replace(&usage_type, 0);
}

static int init(ModuleObject *module) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {
#define CONSTANT(name) {#name, name}
        CONSTANT(RLIMIT_AS),       CONSTANT(RLIMIT_CORE),     CONSTANT(RLIMIT_CPU),
        CONSTANT(RLIMIT_DATA),     CONSTANT(RLIMIT_FSIZE),    CONSTANT(RLIMIT_MEMLOCK),
        CONSTANT(RLIMIT_MSGQUEUE), CONSTANT(RLIMIT_NICE),     CONSTANT(RLIMIT_NOFILE),
        CONSTANT(RLIMIT_NPROC),    CONSTANT(RLIMIT_OFILE),    CONSTANT(RLIMIT_RSS),
        CONSTANT(RLIMIT_RTPRIO),   CONSTANT(RLIMIT_RTTIME),   CONSTANT(RLIMIT_SIGPENDING),
        CONSTANT(RLIMIT_STACK),    CONSTANT(RUSAGE_CHILDREN), CONSTANT(RUSAGE_SELF),
        CONSTANT(RUSAGE_THREAD),   {"RLIM_INFINITY", -1},
#undef CONSTANT
    };
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_set(module, constants[i].name, value_from_small_int(constants[i].value)) < 0)
            return -1;
    rt_at_finish(drop_type);
    usage_type = record_type_new("resource", "struct_rusage",
                                 "ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt "
                                 "ru_majflt ru_nswap ru_inblock ru_oublock ru_msgsnd ru_msgrcv "
                                 "ru_nsignals ru_nvcsw ru_nivcsw",
                                 16);
    if (!usage_type || module_set(module, "struct_rusage", value_incref(usage_type)) < 0 ||
        module_set(module, "error", value_incref(OBJ(&rt_exc_OSError))) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_resource = {"resource", init};
