/*
 * output.c — output files that appear whole or not at all. A regular file is written in a scratch
 * folder beside it and renamed at the end, so an error, a full disk or an interrupt never leaves
 * half of it behind. It has its own name there already, because linkers put that into WebAssembly
 * modules: the same program gives the same bytes. Streams and devices ("-", /dev/full) cannot be
 * renamed over; for them the bytes wait in a temporary file until all are there.
 */
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "crash.h"
#include "options.h"

/* Turns the mkstemp pattern `pattern` into a new empty file. */
static bool make_scratch(char *pattern, const char *path) {
    int file = mkstemp(pattern);
    if (file < 0) {
        report_error("cannot write %s: %s", path, strerror(errno));
        return false;
    }
    close(file);
    crash_remove_file(pattern);
    return true;
}

char *temporary_file(Arena *arena) {
    const char *folder = getenv("TMPDIR");
    char *pattern = arena_printf(arena, "%s/pyasyncc-XXXXXX", folder && *folder ? folder : "/tmp");
    return make_scratch(pattern, pattern) ? pattern : NULL;
}

/* Where the symbolic link `path` leads: that file is replaced, not the link. */
static const char *link_target(Arena *arena, const char *path) {
    char *resolved = realpath(path, NULL);
    if (!resolved)
        return path;
    const char *target = arena_copy(arena, resolved, strlen(resolved));
    free(resolved);
    return target;
}

bool output_begin(Output *output, Arena *arena, const char *path) {
    struct stat info, link;
    bool exists = stat(path, &info) == 0;
    if (exists && lstat(path, &link) == 0 && S_ISLNK(link.st_mode))
        path = link_target(arena, path);
    *output = (Output){.path = path};
    if (!strcmp(path, "-") || (exists && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode))) {
        output->copied = true;
        return (output->scratch = temporary_file(arena)) != NULL;
    }
    if (exists && S_ISDIR(info.st_mode)) {
        report_error("cannot write %s: it is a directory; name a file with -o", path);
        return false;
    }
    if (exists && access(path, W_OK) != 0) {
        report_error("cannot write %s: %s", path, strerror(errno));
        return false;
    }
    char *folder = arena_printf(arena, "%s.XXXXXX", path);
    if (!mkdtemp(folder)) {
        report_error("cannot write %s: %s", path, strerror(errno));
        return false;
    }
    const char *slash = strrchr(path, '/');
    output->folder = folder;
    output->scratch = arena_printf(arena, "%s/%s", folder, slash ? slash + 1 : path);
    crash_remove_file(output->scratch);
    crash_remove_file(folder);
    return true;
}

/* Copies all of `from` to `to` and makes sure it arrived. */
static bool copy_stream(FILE *from, FILE *to) {
    char buffer[1 << 16];
    size_t size;
    while ((size = fread(buffer, 1, sizeof buffer, from)) > 0)
        if (fwrite(buffer, 1, size, to) != size)
            return false;
    return !ferror(from) && fflush(to) == 0;
}

static bool copy_out(const Output *output) {
    bool to_stdout = !strcmp(output->path, "-");
    FILE *from = fopen(output->scratch, "rb");
    FILE *to = to_stdout ? stdout : fopen(output->path, "wb");
    bool good = from && to && copy_stream(from, to);
    int cause = errno;
    if (from)
        fclose(from);
    if (to && !to_stdout && fclose(to) != 0 && good) {
        good = false;
        cause = errno;
    }
    if (!good)
        report_error("cannot write %s: %s", to_stdout ? "standard output" : output->path,
                     strerror(cause));
    return good;
}

bool output_commit(Output *output, bool executable) {
    if (output->copied) {
        bool good = copy_out(output);
        output_discard(output);
        return good;
    }
    mode_t mask = umask(0);
    umask(mask);
    if (chmod(output->scratch, (executable ? 0777 : 0666) & ~mask) != 0 ||
        rename(output->scratch, output->path) != 0) {
        report_error("cannot write %s: %s", output->path, strerror(errno));
        output_discard(output);
        return false;
    }
    output_discard(output);
    return true;
}

void output_discard(Output *output) {
    if (output->scratch)
        unlink(output->scratch);
    if (output->folder)
        rmdir(output->folder);
    output->scratch = output->folder = NULL;
    crash_keep_files();
}
