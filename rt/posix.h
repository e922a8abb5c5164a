/*
 * posix.h — the files of the module posix; and the POSIX calls that some platforms' C libraries
 * lack: weak references, which are NULL there.
 */
#ifndef PYASYNCC_RT_POSIX_H
#define PYASYNCC_RT_POSIX_H

#include "containers.h"

#include <sys/stat.h>
#include <sys/types.h>

#define OPTIONAL(result, name, parameters)                                                         \
    extern result optional_##name parameters __asm__(#name) __attribute__((weak))
OPTIONAL(int, chmod, (const char *path, mode_t mode));
OPTIONAL(int, dup, (int fd));
OPTIONAL(int, dup2, (int from, int to));
OPTIONAL(int, pipe, (int ends[2]));
OPTIONAL(int, getpid, (void));
OPTIONAL(int, getppid, (void));
OPTIONAL(unsigned, getuid, (void));
OPTIONAL(unsigned, geteuid, (void));
OPTIONAL(unsigned, getgid, (void));
OPTIONAL(unsigned, getegid, (void));
OPTIONAL(mode_t, umask, (mode_t mask));
OPTIONAL(int, kill, (int process, int signal));
#undef OPTIONAL

const char *posix_path(Value bytes); /* the text of what path_bytes answered */
Value posix_str(const char *text,
                size_t size); /* a name from the system, undecodable bytes escaped */
Value posix_stat_result(const struct stat *status);
int posix_init_directories(ModuleObject *module);
/* The texts of a sequence of str or bytes, NULL at the end, for mem_free; `keep` (a list) owns what
 * they point to. NULL failed. Of platforms with processes. */
char **posix_texts(Value sequence, Value keep);
/* Adds what only platforms with processes have (rt/unix), nothing on others. 0 or -1. */
int posix_init_processes(ModuleObject *module);

#endif
