/*
 * data.h — what a compiled program carries with it of the folders its modules came from: the files
 * that lie beside the modules of a package (importlib.resources), and what installers noted about
 * packages (importlib.metadata).
 */
#ifndef PYASYNCC_FRONTEND_DATA_H
#define PYASYNCC_FRONTEND_DATA_H

#include "base.h"

/* The names in `folder`, in order, without those that start with a dot. */
typedef VEC(const char *) DataEntries;
DataEntries data_entries(Arena *arena, const char *folder);

/* The text of a Python module that is being written. */
typedef struct DataText {
    Arena *arena;
    VEC(char) text;
} DataText;

/* Begins, and ends, an assignment of a dict to the variable `name`. */
void data_begin(DataText *data, const char *name);
void data_end(DataText *data);

/* An item: `package`, a dict of all files in `folder` and its folders that are no Python modules.
 */
void data_add_resources(DataText *data, const char *package, const char *folder);

/* Is `entry` the name of a folder or file with metadata, NAME-VERSION.dist-info or .egg-info, of a
 * package with the name `name` (whatever its spelling)? NULL: of any. */
bool data_is_distribution(const char *entry, const char *name);
/* The first line of the list of top-level modules that belong to the distribution in `path`, or the
 * beginning of its own name. */
const char *data_top_level(Arena *arena, const char *path);
/* The text of the entry points of the distribution in `path`; none: its size is 0. */
Str data_entry_points(Arena *arena, const char *path);
/* An item: `entry`, a dict of the texts in the folder, or the file, `path`. */
void data_add_distribution(DataText *data, const char *entry, const char *path);

#endif
