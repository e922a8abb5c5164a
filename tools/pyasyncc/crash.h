/*
 * crash.h — what happens when the compiler itself fails: a message, clean-up and status 70.
 */
#ifndef PYASYNCC_TOOLS_CRASH_H
#define PYASYNCC_TOOLS_CRASH_H

/* Installs the handlers of fatal signals, interrupts and exhausted memory. `input` is the program
 * being compiled; the message names it. */
void crash_install(const char *input);

/* Has the file or, once empty, the folder `path` (kept by the caller) removed if the compiler dies
 * or is interrupted. */
void crash_remove_file(const char *path);

/* Forgets the files of crash_remove_file. */
void crash_keep_files(void);

#endif
