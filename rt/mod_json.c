/*
 * mod_json.c — the module _json, which does the work of json (rt/pylib/json): reading values
 * (mod_json_scan.c), writing them (mod_json_encode.c), and the functions for single strings here.
 */
#include "json.h"

/* scanstring(string, end, strict=True): (str, end) */
NATIVE(function_scanstring) {
    NATIVE_UNUSED();
    if (!value_is_str(args[0]))
        return raise_error(&rt_exc_TypeError, "first argument must be a string, not %T", args[0]);
    int64_t start = object_index(args[1]), end = 0;
    int strict = args[2] ? object_truth(args[2]) : 1;
    if ((start == -1 && isolate.pending) || strict < 0)
        return 0;
    if (start < 0 || start > AS(StrObject, args[0])->length)
        return raise_error(&rt_exc_ValueError, "end is out of bounds");
    Value text = json_scan_string(args[0], start, strict, &end);
    if (!text)
        return 0;
    Value items[2] = {text, value_from_small_int(end)};
    Value pair = tuple_new(items, 2);
    value_decref(text);
    return pair;
}

static Value encode_string(Value value, bool ascii) {
    if (!value_is_str(value))
        return raise_error(&rt_exc_TypeError, "first argument must be a string, not %T", value);
    ByteBuffer out = {.what = "bytes"};
    return json_take_text(&out, json_write_string(&out, value, ascii) < 0);
}

NATIVE(function_encode_basestring) {
    NATIVE_UNUSED();
    return encode_string(args[0], false);
}

NATIVE(function_encode_basestring_ascii) {
    NATIVE_UNUSED();
    return encode_string(args[0], true);
}

static const NativeMethod functions[] = {
    {.name = "scanstring",
     .call = function_scanstring,
     .min_args = 2,
     .max_args = 3,
     .keywords = "string end strict"},
    {.name = "encode_basestring", .call = function_encode_basestring, .min_args = 1, .max_args = 1},
    {.name = "encode_basestring_ascii",
     .call = function_encode_basestring_ascii,
     .min_args = 1,
     .max_args = 1},
    {0},
};

static int json_init(ModuleObject *module) {
    type_ready(&rt_type_json_scanner);
    type_ready(&rt_type_json_encoder);
    if (module_add_type(module, "make_scanner", &rt_type_json_scanner) < 0 ||
        module_add_type(module, "make_encoder", &rt_type_json_encoder) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__json = {"_json", json_init};
