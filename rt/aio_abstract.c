/*
 * aio_abstract.c — asyncio.AbstractEventLoop: every method raises NotImplementedError. Programs
 * derive loops of their own from it, or compare what they have against it.
 */
#include "aio_loop.h"
#include "aio_primitives.h"

NATIVE(missing) {
    NATIVE_UNUSED();
    return raise_bare(&rt_exc_NotImplementedError);
}

AIO_INFO(info_missing, "AbstractEventLoop", "AbstractEventLoop");

static Value missing_step(AioFrame *frame, Value input) {
    (void)frame, (void)input;
    return raise_bare(&rt_exc_NotImplementedError);
}

/* Those that are coroutine functions raise when they are awaited. */
NATIVE(missing_async) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_missing, missing_step, args[0], 0);
}

NATIVE(get_dict) {
    NATIVE_UNUSED();
    return value_incref(instance_dict_borrow(value_object(args[0])));
}

#define PLAIN(text) {.name = text, .call = missing, .max_args = -1, .keywords = "*"},
#define ASYNC(text)                                                                                \
    {.name = text, .call = missing_async, .max_args = -1, .keywords = "*", .coroutine = true},

/* clang-format off */
const NativeMethod aio_abstract_loop_methods[] = {
    PLAIN("run_forever") PLAIN("run_until_complete") PLAIN("stop") PLAIN("is_running")
    PLAIN("is_closed") PLAIN("close") ASYNC("shutdown_asyncgens")
    ASYNC("shutdown_default_executor") PLAIN("_timer_handle_cancelled") PLAIN("call_soon")
    PLAIN("call_later") PLAIN("call_at") PLAIN("time") PLAIN("create_future")
    PLAIN("create_task") PLAIN("call_soon_threadsafe") PLAIN("run_in_executor")
    PLAIN("set_default_executor") ASYNC("getaddrinfo") ASYNC("getnameinfo")
    ASYNC("create_connection") ASYNC("create_server") ASYNC("sendfile") ASYNC("start_tls")
    ASYNC("create_unix_connection") ASYNC("create_unix_server")
    ASYNC("connect_accepted_socket") ASYNC("create_datagram_endpoint")
    ASYNC("connect_read_pipe") ASYNC("connect_write_pipe") ASYNC("subprocess_shell")
    ASYNC("subprocess_exec") PLAIN("add_reader") PLAIN("remove_reader") PLAIN("add_writer")
    PLAIN("remove_writer") ASYNC("sock_recv") ASYNC("sock_recv_into") ASYNC("sock_recvfrom")
    ASYNC("sock_recvfrom_into") ASYNC("sock_sendall") ASYNC("sock_sendto")
    ASYNC("sock_connect") ASYNC("sock_accept") ASYNC("sock_sendfile")
    PLAIN("add_signal_handler") PLAIN("remove_signal_handler") PLAIN("set_task_factory")
    PLAIN("get_task_factory") PLAIN("get_exception_handler") PLAIN("set_exception_handler")
    PLAIN("default_exception_handler") PLAIN("call_exception_handler") PLAIN("get_debug")
    PLAIN("set_debug")
    {.name = "__dict__", .call = get_dict, .kind = METHOD_GETTER},
    {0},
};
/* clang-format on */
