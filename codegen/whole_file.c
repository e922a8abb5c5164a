/* whole_file.c — writing files so that nobody finds half of one (see whole_file.h). */
#include "whole_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

bool file_write_all(int file, const char *data, size_t size) {
    while (size) {
        ssize_t written = write(file, data, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        data += written;
        size -= (size_t)written;
    }
    return true;
}

bool file_write_whole(Arena *arena, const char *path, const char *data, size_t size) {
    char *scratch = arena_printf(arena, "%s.XXXXXX", path);
    int file = mkstemp(scratch);
    if (file < 0)
        return false;
    bool good = file_write_all(file, data, size);
    good = close(file) == 0 && good && rename(scratch, path) == 0;
    if (good)
        return true;
    int error = errno;
    unlink(scratch);
    errno = error;
    return false;
}
