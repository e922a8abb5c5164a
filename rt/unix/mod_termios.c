/*
 * mod_termios.c — the module termios: the settings of terminals, as lists of numbers and
 * characters.
 */
#include "object.h"
#include "posix.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <termios.h>

static Value error_class;

static Value fail(void) {
    int error = errno;
    Value args[2] = {value_from_small_int(error), str_from_cstr(strerror(error))};
    Value exception = args[1] ? object_call(error_class, args, 2, 0) : 0;
    value_decref(args[1]);
    return exception ? raise_value_take(exception) : 0;
}

/* VMIN and VTIME are numbers where lines are not collected, all others are bytes. */
static Value control_characters(const struct termios *mode) {
    Value list = list_new(NULL, 0);
    for (int i = 0; list && i < NCCS; i++) {
        bool is_number = !(mode->c_lflag & ICANON) && (i == VMIN || i == VTIME);
        Value item = is_number ? value_from_small_int(mode->c_cc[i]) : bytes_new(&mode->c_cc[i], 1);
        if (!item || list_append_take(list, item) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

NATIVE(termios_tcgetattr) {
    NATIVE_UNUSED();
    int fd;
    struct termios mode;
    if (posix_descriptor(args[0], &fd) < 0)
        return 0;
    if (tcgetattr(fd, &mode) < 0)
        return fail();
    Value parts[] = {int_from_u64(mode.c_iflag),       int_from_u64(mode.c_oflag),
                     int_from_u64(mode.c_cflag),       int_from_u64(mode.c_lflag),
                     int_from_u64(cfgetispeed(&mode)), int_from_u64(cfgetospeed(&mode)),
                     control_characters(&mode)};
    Value list = parts[6] ? list_new(parts, 7) : 0;
    value_decref(parts[6]);
    return list;
}

static bool read_character(Value value, cc_t *out) {
    int number;
    if (value_isa(value, &rt_type_bytes) && AS(BytesObject, value)->length == 1) {
        *out = AS(BytesObject, value)->data[0];
        return true;
    }
    if (!value_is_int(value)) {
        raise_error(&rt_exc_TypeError, "tcsetattr: elements of attributes must be characters or "
                                       "integers");
        return false;
    }
    bool good = object_c_int(value, &number) == 0;
    *out = (cc_t)number;
    return good;
}

static bool read_mode(Value list, struct termios *mode) {
    int64_t numbers[6];
    if (!value_isa(list, &rt_type_list) || AS(ListObject, list)->length != 7) {
        raise_error(&rt_exc_TypeError, "tcsetattr, arg 3: must be 7 element list");
        return false;
    }
    for (int i = 0; i < 6; i++) {
        numbers[i] = object_index(AS(ListObject, list)->items[i]);
        if (numbers[i] == -1 && isolate.pending)
            return false;
    }
    mode->c_iflag = (tcflag_t)numbers[0];
    mode->c_oflag = (tcflag_t)numbers[1];
    mode->c_cflag = (tcflag_t)numbers[2];
    mode->c_lflag = (tcflag_t)numbers[3];
    cfsetispeed(mode, (speed_t)numbers[4]);
    cfsetospeed(mode, (speed_t)numbers[5]);
    Value characters = AS(ListObject, list)->items[6];
    if (!value_isa(characters, &rt_type_list) || AS(ListObject, characters)->length != NCCS) {
        raise_error(&rt_exc_TypeError, "tcsetattr: attributes[6] must be %d element list", NCCS);
        return false;
    }
    for (int i = 0; i < NCCS; i++)
        if (!read_character(AS(ListObject, characters)->items[i], &mode->c_cc[i]))
            return false;
    return true;
}

/* tcsetattr(fd, when, attributes) */
NATIVE(termios_tcsetattr) {
    NATIVE_UNUSED();
    int fd, when;
    struct termios mode;
    if (posix_descriptor(args[0], &fd) < 0 || object_c_int(args[1], &when) < 0)
        return 0;
    if (tcgetattr(fd, &mode) < 0)
        return fail();
    if (!read_mode(args[2], &mode))
        return 0;
    return tcsetattr(fd, when, &mode) < 0 ? fail() : VALUE_NONE;
}

#define ACTION(name, call)                                                                         \
    NATIVE(termios_##name) {                                                                       \
        NATIVE_UNUSED();                                                                           \
        int fd, number = 0;                                                                        \
        if (posix_descriptor(args[0], &fd) < 0 ||                                                  \
            (count > 1 && object_c_int(args[1], &number) < 0))                                     \
            return 0;                                                                              \
        return (call) < 0 ? fail() : VALUE_NONE;                                                   \
    }
ACTION(tcsendbreak, tcsendbreak(fd, number))
ACTION(tcflush, tcflush(fd, number))
ACTION(tcflow, tcflow(fd, number))
ACTION(tcdrain, tcdrain(fd) + number)
#undef ACTION

/* tcgetwinsize(fd): (rows, columns) */
NATIVE(termios_tcgetwinsize) {
    NATIVE_UNUSED();
    int fd;
    struct winsize size;
    if (posix_descriptor(args[0], &fd) < 0)
        return 0;
    if (ioctl(fd, TIOCGWINSZ, &size) < 0)
        return fail();
    Value pair[2] = {value_from_small_int(size.ws_row), value_from_small_int(size.ws_col)};
    return tuple_new(pair, 2);
}

/* tcsetwinsize(fd, (rows, columns)) */
NATIVE(termios_tcsetwinsize) {
    NATIVE_UNUSED();
    int fd, rows = 0, columns = 0;
    struct winsize size;
    if (posix_descriptor(args[0], &fd) < 0)
        return 0;
    Value pair = list_from_iterable(args[1]);
    bool is_pair = pair && AS(ListObject, pair)->length == 2;
    if (pair && !is_pair)
        raise_error(&rt_exc_TypeError, "tcsetwinsize, arg 2: must be a two-item sequence");
    bool good = is_pair && object_c_int(AS(ListObject, pair)->items[0], &rows) == 0 &&
                object_c_int(AS(ListObject, pair)->items[1], &columns) == 0;
    value_decref(pair);
    if (!good)
        return 0;
    if (ioctl(fd, TIOCGWINSZ, &size) < 0)
        return fail();
    size.ws_row = (unsigned short)rows;
    size.ws_col = (unsigned short)columns;
    return ioctl(fd, TIOCSWINSZ, &size) < 0 ? fail() : VALUE_NONE;
}

#define ROW(text, arguments)                                                                       \
    { .name = #text, .call = termios_##text, .min_args = arguments, .max_args = arguments }

static const NativeMethod functions[] = {
    ROW(tcgetattr, 1),    ROW(tcsetattr, 3),    ROW(tcsendbreak, 2),
    ROW(tcdrain, 1),      ROW(tcflush, 2),      ROW(tcflow, 2),
    ROW(tcgetwinsize, 1), ROW(tcsetwinsize, 2), {0},
};
#undef ROW

static int termios_init(ModuleObject *module) {
    static const NamedNumber constants[] = {
#define CONSTANT(name) {#name, name},
#include "termios_constants.def"
#undef CONSTANT
        {"VSWTCH", VSWTC},
        {"IOCSIZE_MASK", 0x3fff0000},
        {"IOCSIZE_SHIFT", 16},
        {0},
    };
    if (module_add_numbers(module, constants) < 0)
        return -1;
    error_class = exc_class_new("termios", "error", OBJ(&rt_exc_Exception));
    if (!error_class || module_set(module, "error", value_incref(error_class)) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_termios = {"termios", termios_init};
