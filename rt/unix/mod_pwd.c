/*
 * mod_pwd.c — the modules pwd and grp: the system's tables of users and groups.
 */
#include "posix.h"
#include "record.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>

static Value user_type, group_type;

static Value text(const char *value) {
    return value ? text_from_system(value, strlen(value)) : VALUE_NONE;
}

static Value user_record(const struct passwd *user) {
    Value values[] = {text(user->pw_name),        text(user->pw_passwd), int_from_u64(user->pw_uid),
                      int_from_u64(user->pw_gid), text(user->pw_gecos),  text(user->pw_dir),
                      text(user->pw_shell)};
    return record_new(user_type, values, 7);
}

static Value group_record(const struct group *group) {
    Value members = list_new(NULL, 0);
    for (char **name = group->gr_mem; members && *name; name++)
        if (list_append_take(members, text(*name)) < 0)
            return 0;
    Value values[] = {text(group->gr_name), text(group->gr_passwd), int_from_u64(group->gr_gid),
                      members};
    return record_new(group_type, values, 4);
}

static Value not_found(const char *what, const char *kind, Value key) {
    return raise_error(&rt_exc_KeyError, "%s(): %s not found: %S", what, kind, key);
}

/* The number asked for; false with an exception pending. */
static bool read_id(Value value, uint32_t *id) {
    int64_t number = object_index(value);
    if (number == -1 && isolate.pending)
        return false;
    *id = (uint32_t)number;
    return true;
}

NATIVE(pwd_getpwuid) {
    NATIVE_UNUSED();
    uint32_t id;
    if (!read_id(args[0], &id))
        return 0;
    const struct passwd *user = getpwuid(id);
    return user ? user_record(user) : not_found("getpwuid", "uid", args[0]);
}

static Value text_key(Value value, const char *function) {
    if (value_isa(value, &rt_type_str))
        return path_bytes(value, NULL);
    return raise_error(&rt_exc_TypeError, "%s() argument must be str, not %T", function, value);
}

NATIVE(pwd_getpwnam) {
    NATIVE_UNUSED();
    Value name = text_key(args[0], "getpwnam");
    if (!name)
        return 0;
    const struct passwd *user = getpwnam(posix_path(name));
    value_decref(name);
    return user ? user_record(user)
                : raise_error(&rt_exc_KeyError, "getpwnam(): name not found: %R", args[0]);
}

NATIVE(pwd_getpwall) {
    NATIVE_UNUSED();
    Value list = list_new(NULL, 0);
    const struct passwd *user;
    setpwent();
    while (list && (user = getpwent()) != NULL) {
        Value record = user_record(user);
        if (!record || list_append_take(list, record) < 0) {
            value_decref(list);
            list = 0;
        }
    }
    endpwent();
    return list;
}

NATIVE(grp_getgrgid) {
    NATIVE_UNUSED();
    uint32_t id;
    if (!read_id(args[0], &id))
        return 0;
    const struct group *group = getgrgid(id);
    return group ? group_record(group) : not_found("getgrgid", "gid", args[0]);
}

NATIVE(grp_getgrnam) {
    NATIVE_UNUSED();
    Value name = text_key(args[0], "getgrnam");
    if (!name)
        return 0;
    const struct group *group = getgrnam(posix_path(name));
    value_decref(name);
    return group ? group_record(group)
                 : raise_error(&rt_exc_KeyError, "getgrnam(): name not found: %R", args[0]);
}

NATIVE(grp_getgrall) {
    NATIVE_UNUSED();
    Value list = list_new(NULL, 0);
    const struct group *group;
    setgrent();
    while (list && (group = getgrent()) != NULL) {
        Value record = group_record(group);
        if (!record || list_append_take(list, record) < 0) {
            value_decref(list);
            list = 0;
        }
    }
    endgrent();
    return list;
}

static int pwd_init(ModuleObject *module) {
    static const NativeMethod functions[] = {
        {.name = "getpwuid", .call = pwd_getpwuid, .min_args = 1, .max_args = 1},
        {.name = "getpwnam", .call = pwd_getpwnam, .min_args = 1, .max_args = 1},
        {.name = "getpwall", .call = pwd_getpwall},
        {0},
    };
    user_type = record_type_new("pwd", "struct_passwd",
                                "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell", 7);
    if (!user_type || module_set(module, "struct_passwd", value_incref(user_type)) < 0)
        return -1;
    return module_add_functions(module, functions);
}

static int grp_init(ModuleObject *module) {
    static const NativeMethod functions[] = {
        {.name = "getgrgid", .call = grp_getgrgid, .min_args = 1, .max_args = 1, .keywords = "id"},
        {.name = "getgrnam",
         .call = grp_getgrnam,
         .min_args = 1,
         .max_args = 1,
         .keywords = "name"},
        {.name = "getgrall", .call = grp_getgrall},
        {0},
    };
    group_type = record_type_new("grp", "struct_group", "gr_name gr_passwd gr_gid gr_mem", 4);
    if (!group_type || module_set(module, "struct_group", value_incref(group_type)) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_pwd = {"pwd", pwd_init};
const NativeModule pyrt_module_grp = {"grp", grp_init};
