/*
 * mod_absent.c — the modules of what WASI preview 1 lacks: sockets, processes, signals. They can be
 * imported, so that programs which only mention them run; what they offer raises
 * NotImplementedError when called.
 */
#include "aio.h"
#include "containers.h"
#include "posix.h"

NATIVE(absent) {
    NATIVE_UNUSED();
    return raise_error(&rt_exc_NotImplementedError,
                       "%s() is not available on wasm32-wasi: the "
                       "platform has no sockets",
                       AS(NativeFunction, callee)->method->name);
}

static Value socket_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type, (void)args, (void)count, (void)names;
    return raise_error(&rt_exc_NotImplementedError,
                       "sockets are not available on wasm32-wasi: the platform has none");
}

static Type type_socket = {
    .name = "_socket.socket", .basic_size = sizeof(Object), .slots = {.new = socket_new}};

static const NativeMethod socket_functions[] = {
    {.name = "getaddrinfo", .call = absent, .max_args = -1, .keywords = "*"},
    {.name = "getnameinfo", .call = absent, .max_args = -1},
    {.name = "gethostbyname", .call = absent, .max_args = -1},
    {.name = "gethostname", .call = absent, .max_args = -1},
    {.name = "socketpair", .call = absent, .max_args = -1},
    {.name = "inet_pton", .call = absent, .max_args = -1},
    {.name = "inet_ntop", .call = absent, .max_args = -1},
    {.name = "close", .call = absent, .max_args = -1},
    {.name = "dup", .call = absent, .max_args = -1},
    {0},
};

static int add_numbers(ModuleObject *module) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {{"AF_UNSPEC", 0},   {"AF_UNIX", 1},      {"AF_INET", 2},
                     {"AF_INET6", 10},   {"SOCK_STREAM", 1},  {"SOCK_DGRAM", 2},
                     {"SOL_SOCKET", 1},  {"SO_REUSEADDR", 2}, {"SO_ERROR", 4},
                     {"SHUT_RD", 0},     {"SHUT_WR", 1},      {"SHUT_RDWR", 2},
                     {"SOMAXCONN", 128}, {"IPPROTO_TCP", 6},  {"IPPROTO_UDP", 17},
                     {"TCP_NODELAY", 1}, {"AI_PASSIVE", 1}};
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_set(module, constants[i].name, value_from_small_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

static int init_socket(ModuleObject *module) {
    static const char *const errors[] = {"error", "gaierror", "herror"};
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++)
        if (module_set(module, errors[i], value_incref(OBJ(&rt_exc_OSError))) < 0)
            return -1;
    if (module_add_type(module, "socket", &type_socket) < 0 ||
        module_set(module, "SocketType", OBJ(&type_socket)) < 0 ||
        module_set(module, "timeout", value_incref(OBJ(&rt_exc_TimeoutError))) < 0 ||
        module_set(module, "has_ipv6", VALUE_FALSE) < 0 || add_numbers(module) < 0)
        return -1;
    return module_add_functions(module, socket_functions);
}

static Type type_transport = {.name = "_asyncio_transport.SocketTransport",
                              .basic_size = sizeof(Object),
                              .slots = {.new = socket_new}};

NATIVE(transport_setup) {
    NATIVE_UNUSED();
    return VALUE_NONE;
}

static const NativeMethod transport_functions[] = {
    {.name = "accept", .call = absent, .max_args = -1},
    {.name = "log", .call = aio_log_call, .min_args = 2, .max_args = -1, .keywords = "*"},
    {.name = "take_front", .call = aio_take_front_call, .min_args = 2, .max_args = 2},
    {.name = "setup", .call = transport_setup, .max_args = -1},
    {0},
};

static int init_transport(ModuleObject *module) {
    if (module_add_type(module, "SocketTransport", &type_transport) < 0)
        return -1;
    return module_add_functions(module, transport_functions);
}

static const NativeMethod select_functions[] = {
    {.name = "select", .call = absent, .max_args = -1},
    {0},
};

static int init_select(ModuleObject *module) {
    if (module_set(module, "error", value_incref(OBJ(&rt_exc_OSError))) < 0)
        return -1;
    return module_add_functions(module, select_functions);
}

NATIVE(no_processes) {
    NATIVE_UNUSED();
    return raise_error(&rt_exc_NotImplementedError,
                       "%s() is not available on wasm32-wasi: the "
                       "platform has no processes and no signals",
                       AS(NativeFunction, callee)->method->name);
}

static const NativeMethod process_functions[] = {
    {.name = "fork_exec", .call = no_processes, .max_args = -1},
    {0},
};

static int init_processes(ModuleObject *module) {
    return module_add_functions(module, process_functions);
}

static const NativeMethod signal_functions[] = {
    {.name = "signal", .call = no_processes, .max_args = -1},
    {.name = "getsignal", .call = no_processes, .max_args = -1},
    {.name = "raise_signal", .call = no_processes, .max_args = -1},
    {.name = "default_int_handler", .call = no_processes, .max_args = -1},
    {.name = "pthread_sigmask", .call = no_processes, .max_args = -1},
    {.name = "sigpending", .call = no_processes, .max_args = -1},
    {.name = "sigwait", .call = no_processes, .max_args = -1},
    {.name = "valid_signals", .call = no_processes, .max_args = -1},
    {0},
};

static int init_signal(ModuleObject *module) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {{"SIGHUP", 1},   {"SIGINT", 2},    {"SIGQUIT", 3},     {"SIGABRT", 6},
                     {"SIGKILL", 9},  {"SIGUSR1", 10},  {"SIGUSR2", 12},    {"SIGPIPE", 13},
                     {"SIGALRM", 14}, {"SIGTERM", 15},  {"SIGCHLD", 17},    {"SIG_DFL", 0},
                     {"SIG_IGN", 1},  {"SIG_BLOCK", 0}, {"SIG_UNBLOCK", 1}, {"SIG_SETMASK", 2}};
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_set(module, constants[i].name, value_from_small_int(constants[i].value)) < 0)
            return -1;
    return module_add_functions(module, signal_functions);
}

int posix_init_processes(ModuleObject *module) {
    (void)module;
    return 0;
}

const NativeModule pyrt_module__asyncio_transport = {"_asyncio_transport", init_transport};
const NativeModule pyrt_module__posixsubprocess = {"_posixsubprocess", init_processes};
const NativeModule pyrt_module__signal = {"_signal", init_signal};
const NativeModule pyrt_module__socket = {"_socket", init_socket};
const NativeModule pyrt_module_select = {"select", init_select};
