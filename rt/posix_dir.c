/*
 * posix_dir.c — of the module posix: listdir, and scandir with its DirEntry objects. Both read a
 * directory in one go.
 */
#include "posix.h"
#include "warn.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

typedef struct DirEntry {
    Object base;
    Value name, path; /* both str or both bytes */
    int type;         /* DT_*, DT_UNKNOWN if the system does not tell */
    int folder;       /* an open folder that `path` starts from, or AT_FDCWD */
    uint64_t inode;
    Value followed, unfollowed; /* cached stat results, or 0 */
} DirEntry;

static Type type_dir_entry, type_scandir;

/* ---- reading --------------------------------------------------------------------------------- */

typedef struct Listing {
    Value path;   /* as given; 0 if a descriptor was */
    int folder;   /* that descriptor, or AT_FDCWD */
    bool bytes;   /* names are wanted as bytes */
    bool entries; /* DirEntry objects instead of names */
    Value list;
} Listing;

/* Does the folder's name need a slash behind it? */
static bool needs_slash(Value folder, bool bytes) {
    int64_t length = object_len(folder);
    if (length <= 0)
        return false;
    return bytes ? AS(BytesObject, folder)->data[length - 1] != '/'
                 : str_char_at(AS(StrObject, folder), length - 1) != '/';
}

static Value join_path(Value folder, Value name, bool bytes) {
    if (!needs_slash(folder, bytes))
        return object_binary(folder, name, SLOT_ADD);
    Value slash = bytes ? bytes_new("/", 1) : str_from_cstr("/");
    Value head = slash ? object_binary(folder, slash, SLOT_ADD) : 0;
    Value path = head ? object_binary(head, name, SLOT_ADD) : 0;
    value_decref(head);
    value_decref(slash);
    return path;
}

static Value entry_new(const Listing *listing, Value name, const struct dirent *found) {
    DirEntry *entry = object_new(&type_dir_entry, sizeof(DirEntry));
    if (!entry)
        return 0;
    entry->name = value_incref(name);
    entry->path =
        listing->path ? join_path(listing->path, name, listing->bytes) : value_incref(name);
    entry->folder = listing->folder;
    entry->type = found->d_type;
    entry->inode = found->d_ino;
    if (!entry->path) {
        value_decref(OBJ(entry));
        return 0;
    }
    return OBJ(entry);
}

static int add_name(Listing *listing, const struct dirent *found) {
    const char *text = found->d_name;
    if (strcmp(text, ".") == 0 || strcmp(text, "..") == 0)
        return 0;
    size_t size = strlen(text);
    Value name = listing->bytes ? bytes_new(text, size) : text_from_system(text, size);
    if (!name || !listing->entries)
        return name ? list_append_take(listing->list, name) : -1;
    Value entry = entry_new(listing, name, found);
    value_decref(name);
    return entry ? list_append_take(listing->list, entry) : -1;
}

/* The str or bytes a path argument stands for; "." by default. */
static Value plain_path(Value argument) {
    if (!argument || argument == VALUE_NONE)
        return str_from_cstr(".");
    if (value_isa(argument, &rt_type_str) || value_isa(argument, &rt_type_bytes))
        return value_incref(argument);
    return object_call_method(argument, "__fspath__", NULL, 0);
}

/* Opens the folder that a path argument names, or a descriptor again. NULL failed. */
static DIR *open_directory(Value argument, const char *function, int *folder) {
    PathUse use = {function, "path", PATH_FD_OR_NONE};
    *folder = AT_FDCWD;
    if (argument && posix_has_index(argument)) {
        if (posix_path_descriptor(argument, folder) < 0)
            return NULL;
        int copy =
            optional_dup ? optional_dup(*folder) : openat(*folder, ".", O_RDONLY | O_DIRECTORY);
        DIR *again = copy < 0 ? NULL : fdopendir(copy);
        if (again)
            rewinddir(again);
        else
            raise_errno(errno, copy < 0 ? 0 : argument);
        if (!again && copy >= 0)
            close(copy);
        return again;
    }
    Value bytes =
        argument && argument != VALUE_NONE ? path_bytes(argument, &use) : bytes_new(".", 2);
    DIR *directory = bytes ? opendir(posix_path(bytes)) : NULL;
    int failure = errno;
    Value name = bytes && !directory ? plain_path(argument) : 0;
    if (name)
        raise_errno(failure, name);
    value_decref(name);
    value_decref(bytes);
    return directory;
}

static Value read_directory(Value argument, const char *function, bool entries) {
    Listing listing = {.entries = entries};
    DIR *directory = open_directory(argument, function, &listing.folder);
    if (!directory)
        return 0;
    listing.list = list_new(NULL, 0);
    listing.path = listing.folder == AT_FDCWD ? plain_path(argument) : 0;
    int status = (listing.path || listing.folder != AT_FDCWD) && listing.list ? 0 : -1;
    listing.bytes = listing.path && value_isa(listing.path, &rt_type_bytes);
    struct dirent *found;
    while (status == 0 && (errno = 0, found = readdir(directory)) != NULL)
        status = add_name(&listing, found);
    if (status == 0 && errno) {
        raise_errno(errno, argument);
        status = -1;
    }
    closedir(directory);
    value_decref(listing.path);
    if (status == 0)
        return listing.list;
    value_decref(listing.list);
    return 0;
}

NATIVE(posix_listdir) {
    NATIVE_UNUSED();
    return read_directory(args[0], "listdir", false);
}

NATIVE(posix_scandir) {
    NATIVE_UNUSED();
    Value list = read_directory(args[0], "scandir", true);
    Value iterator = list ? iterator_new(&type_scandir, list, 0, 0) : 0;
    value_decref(list);
    return iterator;
}

/* ---- scandir --------------------------------------------------------------------------------- */

static Value scandir_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    const ListObject *list = AS(ListObject, iterator->parts[0]);
    if (!list || iterator->index >= list->length)
        return iterator_finish(iterator);
    return value_incref(list->items[iterator->index++]);
}

static void scandir_finalize(Value self) {
    if (AS(IteratorObject, self)->parts[0])
        warn_unclosed(self, NULL, "unclosed scandir iterator %R", self);
}

NATIVE(scandir_enter) {
    NATIVE_UNUSED();
    return value_incref(args[0]);
}

NATIVE(scandir_close) {
    NATIVE_UNUSED();
    iterator_finish(AS(IteratorObject, args[0]));
    return VALUE_NONE;
}

static const NativeMethod scandir_methods[] = {
    {.name = "__enter__", .call = scandir_enter},
    {.name = "__exit__", .call = scandir_close, .max_args = 3},
    {.name = "close", .call = scandir_close},
    {0},
};

static Type type_scandir = {
    .name = "posix.ScandirIterator",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = scandir_methods,
    .slots = {ITERATOR_SLOTS, .finalize = scandir_finalize, .next = scandir_next},
};

/* ---- DirEntry -------------------------------------------------------------------------------- */

static void entry_dealloc(Object *self) {
    DirEntry *entry = (DirEntry *)self;
    value_decref(entry->name);
    value_decref(entry->path);
    value_decref(entry->followed);
    value_decref(entry->unfollowed);
}

static DirEntry *self_of(const Value *args) {
    return AS(DirEntry, args[0]);
}

static int entry_stat_raw(DirEntry *entry, bool follow, struct stat *status) {
    Value path = path_bytes(entry->path, NULL);
    if (!path)
        return -1;
    int failed = fstatat(entry->folder, posix_path(path), status, follow ? 0 : AT_SYMLINK_NOFOLLOW);
    int error = errno;
    value_decref(path);
    if (failed)
        raise_errno(error, entry->path);
    return failed ? -1 : 0;
}

static int follow_argument(Value argument) {
    return argument ? object_truth(argument) : 1;
}

NATIVE(entry_stat) {
    NATIVE_UNUSED();
    DirEntry *entry = self_of(args);
    int follow = follow_argument(args[1]);
    if (follow < 0)
        return 0;
    Value *cached = follow ? &entry->followed : &entry->unfollowed;
    struct stat status;
    if (!*cached && entry_stat_raw(entry, follow, &status) == 0)
        *cached = posix_stat_result(&status);
    return value_incref(*cached);
}

/* Is the entry of the kind `wanted` (S_IFDIR, ...)? Missing files are of no kind. */
static Value entry_is(DirEntry *entry, int follow, int known, mode_t wanted) {
    if (follow < 0)
        return 0;
    if (entry->type != DT_UNKNOWN && (entry->type != DT_LNK || !follow))
        return VALUE_BOOL(entry->type == known);
    struct stat status;
    if (entry_stat_raw(entry, follow, &status) == 0)
        return VALUE_BOOL((status.st_mode & S_IFMT) == wanted);
    if (!exc_pending_is(&rt_exc_FileNotFoundError))
        return 0;
    exc_clear();
    return VALUE_FALSE;
}

NATIVE(entry_is_dir) {
    NATIVE_UNUSED();
    return entry_is(self_of(args), follow_argument(args[1]), DT_DIR, S_IFDIR);
}

NATIVE(entry_is_file) {
    NATIVE_UNUSED();
    return entry_is(self_of(args), follow_argument(args[1]), DT_REG, S_IFREG);
}

NATIVE(entry_is_symlink) {
    NATIVE_UNUSED();
    return entry_is(self_of(args), 0, DT_LNK, S_IFLNK);
}

NATIVE(entry_inode) {
    NATIVE_UNUSED();
    return int_from_u64(self_of(args)->inode);
}

NATIVE(entry_name) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->name);
}

NATIVE(entry_path) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->path);
}

static Value entry_repr(Value self) {
    return str_format("<DirEntry %R>", AS(DirEntry, self)->name);
}

static const NativeMethod entry_methods[] = {
    {.name = "name", .call = entry_name, .kind = METHOD_GETTER},
    {.name = "path", .call = entry_path, .kind = METHOD_GETTER},
    {.name = "stat", .call = entry_stat, .keywords = "follow_symlinks"},
    {.name = "is_dir", .call = entry_is_dir, .keywords = "follow_symlinks"},
    {.name = "is_file", .call = entry_is_file, .keywords = "follow_symlinks"},
    {.name = "is_symlink", .call = entry_is_symlink},
    {.name = "inode", .call = entry_inode},
    {.name = "__fspath__", .call = entry_path},
    CLASS_GETITEM,
    {0},
};

static Type type_dir_entry = {
    .name = "posix.DirEntry",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(DirEntry),
    .methods = entry_methods,
    .slots = {.dealloc = entry_dealloc, .repr = entry_repr},
};

int posix_init_directories(ModuleObject *module) {
    static const NativeMethod functions[] = {
        {.name = "listdir", .call = posix_listdir, .max_args = 1, .keywords = "path"},
        {.name = "scandir", .call = posix_scandir, .max_args = 1, .keywords = "path"},
        {0},
    };
    type_ready(&type_scandir);
    if (module_add_type(module, "DirEntry", &type_dir_entry) < 0)
        return -1;
    return module_add_functions(module, functions);
}
