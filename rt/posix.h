/*
 * posix.h — the files of the module posix; and the POSIX calls that some platforms' C libraries
 * lack: weak references, which are NULL there.
 */
#ifndef PYASYNCC_RT_POSIX_H
#define PYASYNCC_RT_POSIX_H

#include "containers.h"
#include "text.h"

#include <sys/stat.h>
#include <sys/types.h>

#define OPTIONAL(result, name, parameters)                                                         \
    extern result optional_##name parameters __asm__(#name) __attribute__((weak))
OPTIONAL(int, fchmodat, (int folder, const char *path, mode_t mode, int flags));
OPTIONAL(int, fchmod, (int fd, mode_t mode));
OPTIONAL(int, fchdir, (int fd));
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
Value posix_stat_result(const struct stat *status);
int posix_init_directories(ModuleObject *module);
/* Adds the functions that take paths (posix_path.c). 0 or -1. */
int posix_init_paths(ModuleObject *module);
/* Sets `result` to what a system call answers that may wait, made without the isolate's lock. The
 * handlers of signals run before it, so that one which came meanwhile is not left waiting; one that
 * a signal interrupts is made again. A result below zero is posix_failed()'s. */
#define POSIX_WAITING(result, call)                                                                \
    do {                                                                                           \
        ThreadState state;                                                                         \
        (result) = -1;                                                                             \
        if (pyrt_stack_check() < 0)                                                                \
            break;                                                                                 \
        isolate_leave(&state);                                                                     \
        (result) = (call);                                                                         \
        isolate_enter(&state);                                                                     \
    } while ((result) < 0 && errno == EINTR)
/* After POSIX_WAITING: raises errno, unless a signal's handler has raised. Answers 0. */
Value posix_failed(void);
/* A descriptor argument in *fd: an int that is not negative, or an object with fileno(). 0, or -1
 * with an exception pending. */
int posix_descriptor(Value argument, int *fd);
/* Does the argument stand for a number: an int, or an object with __index__? */
static inline bool posix_has_index(Value argument) {
    return value_is_int(argument) || value_type(argument)->slots.index;
}
/* NotImplementedError for a function of os that the platform lacks; answers 0. */
Value posix_not_supported(const char *function);

/* A path argument of a system call: what it names, and the folder it starts from. */
typedef struct PosixPath {
    Value given; /* the str, bytes or int that was given, for error messages; owned */
    Value bytes; /* the path, owned; 0 if a descriptor was given */
    const char *text;
    int folder; /* dir_fd, or AT_FDCWD */
    int fd;     /* the descriptor, if `text` is NULL */
} PosixPath;
/* Reads a path argument that stands for a number (posix_has_index) as a descriptor. 0 or -1. */
int posix_path_descriptor(Value path, int *fd);
/* Reads `path` and `folder` (dir_fd: None, 0 for not given, or an int) for os.`function`. With
 * PATH_OR_FD an open descriptor stands for a path. False: an exception is pending. The caller ends
 * it with posix_path_drop(). */
bool posix_path_read(PosixPath *self, const char *function, Value path, Value folder,
                     enum PathKind kind);
/* The same of a path that the caller knows under another name than "path". */
bool posix_path_use(PosixPath *self, const PathUse *use, Value path, Value folder);
void posix_path_drop(PosixPath *self);
/* Drops the path; answers None for a status that is not negative, raises errno otherwise. */
Value posix_path_done(PosixPath *self, int64_t status);
/* -- posix_normpath.c -- */
Value posix_normpath(Value callee, const Value *args, uint32_t count, Value names);
/* The texts of a sequence of str or bytes, NULL at the end, for mem_free; `keep` (a list) owns what
 * they point to. NULL failed. Of platforms with processes. */
char **posix_texts(Value sequence, Value keep);
/* Adds what only platforms with processes have (rt/unix), nothing on others. 0 or -1. */
int posix_init_processes(ModuleObject *module);
/* Of those platforms: the parts in posix_file.c, posix_spawn.c and posix_system.c. 0 or -1. */
int posix_init_files(ModuleObject *module);
int posix_init_system(ModuleObject *module);
int posix_init_spawn(ModuleObject *module);
/* A number of a user or group (`kind`: "uid" or "gid"); -1 means "leave it". False: raised. */
bool posix_id(Value value, const char *kind, int64_t *id);
/* Are these arguments and this environment (0: none) fit for os.`function`, one of execv, execve
 * and posix_spawn? 0, or -1 with an exception. */
int posix_check_arguments(const char *function, Value arguments, Value environment);
/* "name=value" of a mapping, a list of bytes. New reference. */
Value posix_environment(Value mapping);

#endif
