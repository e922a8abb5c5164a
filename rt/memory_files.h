/*
 * memory_files.h — what the native parts of io.BytesIO (mod_io_bytes.c) and io.StringIO
 * (mod_io_string.c) share; the functions are in mod_io_memory.c. Where the two classes complain in
 * other words, the words are an argument.
 */
#ifndef PYASYNCC_RT_MEMORY_FILES_H
#define PYASYNCC_RT_MEMORY_FILES_H

#include "bytes.h"

extern Type rt_type_bytes_file, rt_type_bytes_file_buffer, rt_type_string_file;

/* An optional size: *size is `usual` where none or None is given. 0, or -1 with TypeError. */
int file_size_argument(Value value, int64_t usual, int64_t *size);

/* What seek(offset, whence=0) is asked for. */
typedef struct FileSeek {
    int64_t offset;
    int64_t whence; /* 0, 1 or 2; with 0 the offset is not negative */
} FileSeek;
/* Messages of ValueError, in each of which the wrong number is printed (%lld). */
typedef struct FileSeekWords {
    const char *bad_whence, *negative;
} FileSeekWords;
/* Reads the arguments of the method seek, `args` beginning with the file. 0 or -1. */
int file_seek_arguments(const Value *args, uint32_t count, const FileSeekWords *words,
                        FileSeek *seek);

/* The state behind a file's contents in __getstate__: the instance's attributes, or None; new
 * reference. */
Value file_attributes(Value self);

/* The items of a file's state for __setstate__, borrowed; NULL with TypeError unless `state` is a
 * tuple of at least `count`. `name`: of the class. */
const Value *file_state_items(Value state, int64_t count, const char *name);

/* Messages of TypeError, in each of which the item of the wrong type is printed (%T). */
typedef struct FileStateWords {
    const char *bad_position, *bad_attributes;
} FileStateWords;
/* Sets what stands behind the contents in such a state again: `rest` holds the position and the
 * attributes of `self`, whose position is *position. 0 or -1. */
int file_restore(Value self, const Value *rest, const FileStateWords *words, int64_t *position);

#endif
