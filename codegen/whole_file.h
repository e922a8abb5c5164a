/*
 * whole_file.h — writing files so that nobody finds half of one.
 */
#ifndef PYASYNCC_CODEGEN_WHOLE_FILE_H
#define PYASYNCC_CODEGEN_WHOLE_FILE_H

#include "../frontend/base.h"

/* Writes `size` bytes to an open file, however many calls that takes; false with errno. */
bool file_write_all(int file, const char *data, size_t size);
/* Makes the file at `path`, or replaces it, with these contents: under another name beside it,
 * which is changed when all is written. False with errno; what was there stays, and nothing else is
 * left. */
bool file_write_whole(Arena *arena, const char *path, const char *data, size_t size);

#endif
