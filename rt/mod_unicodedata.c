/*
 * mod_unicodedata.c — the module unicodedata, which by itself is empty: its tables are large, and
 * modules of the library import it for rare cases. The functions are in two parts (see parts.def),
 * unicode_properties.c and unicode_names.c.
 */
#include "unicode.h"

Type *rt_unicode_ucd;
bool (*rt_unicode_is_old)(uint32_t character);

const char *unicode_kind(Value value) {
    return value == VALUE_NONE ? "None" : message_name(value_type(value));
}

bool unicode_character(const char *function, int number, Value value, uint32_t *character) {
    if (value_is_str(value) && AS(StrObject, value)->length == 1) {
        *character = str_at(AS(StrObject, value), 0);
        return true;
    }
    char place[16] = "";
    if (number)
        snprintf(place, sizeof place, " %d", number);
    raise_error(&rt_exc_TypeError, "%s() argument%s must be a unicode character, not %s", function,
                place, unicode_kind(value));
    return false;
}

static int unicodedata_init(ModuleObject *module) {
    static const char prefix[] = "unicodedata/";
    for (uint32_t i = 0; i < pyrt_program.native_count; i++) {
        const NativeModule *native = pyrt_program.natives[i];
        if (strncmp(native->name, prefix, sizeof prefix - 1) == 0 && native->init(module) < 0)
            return -1;
    }
    return 0;
}

const NativeModule pyrt_module_unicodedata = {"unicodedata", unicodedata_init};
