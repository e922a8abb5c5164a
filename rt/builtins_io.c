/*
 * builtins_io.c — print, input and open.
 */
#include "builtins.h"

typedef struct PrintOptions {
    Value sep, end; /* str, or 0: the default */
    Value file;     /* 0: sys.stdout */
    int flush;
} PrintOptions;

static int print_text(Value value, const char *name, Value *text) {
    if (value == VALUE_NONE)
        return 0;
    if (!value_isa(value, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "%s must be None or a string, not %T", name, value);
    *text = value;
    return 0;
}

/* Keyword arguments follow the `count` positional ones. */
static int print_options(const Value *args, uint32_t count, Value names, PrintOptions *options) {
    const TupleObject *keywords = AS(TupleObject, names);
    for (int64_t i = 0; keywords && i < keywords->length; i++) {
        Value name = keywords->items[i], value = args[count + i];
        int status = 0;
        if (str_equal_cstr(name, "sep"))
            status = print_text(value, "sep", &options->sep);
        else if (str_equal_cstr(name, "end"))
            status = print_text(value, "end", &options->end);
        else if (str_equal_cstr(name, "file"))
            options->file = value == VALUE_NONE ? 0 : value;
        else if (str_equal_cstr(name, "flush"))
            status = options->flush = object_truth(value);
        else
            status = raise_status(&rt_exc_TypeError,
                                  "'%S' is an invalid keyword argument for print()", name);
        if (status < 0)
            return -1;
    }
    return 0;
}

static int print_items(Value file, const PrintOptions *options, const Value *args, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (i && file_write_str(file, options->sep ? options->sep : str_name(" ")) < 0)
            return -1;
        Value text = object_str(args[i]);
        int status = text ? file_write_str(file, text) : -1;
        value_decref(text);
        if (status < 0)
            return -1;
    }
    if (file_write_str(file, options->end ? options->end : str_name("\n")) < 0)
        return -1;
    return options->flush ? file_flush(file) : 0;
}

BUILTIN_FUNCTION(print) {
    NATIVE_UNUSED();
    PrintOptions options = {0};
    if (print_options(args, count, names, &options) < 0)
        return 0;
    Value file = options.file ? options.file : io_stream_borrow(IO_STDOUT);
    if (!file)
        return raise_error(&rt_exc_RuntimeError, "lost sys.stdout");
    if (file == VALUE_NONE) /* no stream: print does nothing */
        return VALUE_NONE;
    value_incref(file);
    int status = print_items(file, &options, args, count);
    value_decref(file);
    return status < 0 ? 0 : VALUE_NONE;
}

BUILTIN_FUNCTION(input) {
    NATIVE_UNUSED();
    Value in = io_stream_borrow(IO_STDIN), out = io_stream_borrow(IO_STDOUT);
    if (!in || in == VALUE_NONE)
        return raise_error(&rt_exc_RuntimeError, "input(): lost sys.stdin");
    if (!out || out == VALUE_NONE)
        return raise_error(&rt_exc_RuntimeError, "input(): lost sys.stdout");
    if (count) {
        Value prompt = object_str(args[0]);
        int status = prompt ? file_write_str(out, prompt) : -1;
        value_decref(prompt);
        if (status < 0)
            return 0;
    }
    if (file_flush(out) < 0)
        return 0;
    Value line = object_call_method(in, "readline", NULL, 0);
    if (!line)
        return 0;
    int64_t length = value_isa(line, &rt_type_str) ? AS(StrObject, line)->length : -1;
    Value result = 0;
    if (length < 0)
        raise_error(&rt_exc_TypeError, "object.readline() returned non-string");
    else if (length == 0)
        raise_error(&rt_exc_EOFError, "EOF when reading a line");
    else if (str_char_at(AS(StrObject, line), length - 1) == '\n')
        result = str_substring(line, 0, length - 1);
    else
        result = value_incref(line);
    value_decref(line);
    return result;
}

BUILTIN_FUNCTION(open) {
    NATIVE_UNUSED();
    return file_open(args);
}
