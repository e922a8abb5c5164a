/*
 * crash.c — the compiler's last words. A fatal signal is a bug: the message says so, names the
 * program and how to report it, and the exit status is 70. An interrupt ends as interrupts do. In
 * both cases, and when a library calls exit, half-written files are removed. A file that grows too
 * large (ulimit -f) is an error of write() here, never a signal. Signal handlers can only reach
 * static variables, which is why this file has some. Handlers run on a stack of their own, for the
 * native stack may be what overflowed.
 */
#include "crash.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lower/lower.h"
#include "options.h"

enum { REMOVABLE_FILES = 4, SIGNAL_STACK_SIZE = 1 << 16 };

static const char *volatile removable[REMOVABLE_FILES];
static volatile sig_atomic_t removable_count;
static const char *volatile crashed_input;

void crash_remove_file(const char *path) {
    if (removable_count < REMOVABLE_FILES) {
        removable[removable_count] = path;
        removable_count++;
    }
}

void crash_keep_files(void) {
    removable_count = 0;
}

static void remove_files(void) {
    for (int i = 0; i < removable_count; i++)
        if (unlink(removable[i]) != 0)
            rmdir(removable[i]);
}

/* Writes a string from a signal handler; a failed write has nowhere to be reported. */
static void say(const char *text) {
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written;
}

static void on_interrupt(int signal_number) {
    remove_files();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

/* libstdc++'s std::set_new_handler: LLVM allocates through operator new, which would abort. */
extern void (*set_new_handler(void (*handler)(void)))(void) __asm__("_ZSt15set_new_handlerPFvvE");

static void on_no_memory(void) {
    remove_files();
    say("pyasyncc: error: out of memory; raise the limit (ulimit -v) or free some memory\n");
    _exit(EXIT_INTERNAL);
}

static void handle(int signal_number, void (*handler)(int)) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK | SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, NULL);
}

#ifdef PYASYNCC_SANITIZE
/* The sanitizers report fatal signals better than we can. */
static void handle_fatal_signals(void) {}
#else
static void say_what_runs(void) {
    if (!lower_running_pass)
        return;
    say(", in pass ");
    say(lower_running_pass);
    if (!lower_running_function)
        return;
    say(" of function ");
    say(lower_running_function);
}

static void on_fatal_signal(int signal_number) {
    remove_files();
    say("\npyasyncc: internal error: ");
    say(strsignal(signal_number));
    say(" while compiling ");
    say(crashed_input ? crashed_input : "nothing");
    say_what_runs();
    say("\nThis is a bug in pyasyncc " PYASYNCC_VERSION ". Please report it with the program, the "
        "command line and\nthis output; adding --verify-ir to the command line often says more.\n");
    _exit(EXIT_INTERNAL);
}

static void handle_fatal_signals(void) {
    static char signal_stack[SIGNAL_STACK_SIZE];
    stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
    sigaltstack(&stack, NULL);
    static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
        handle(fatal[i], on_fatal_signal);
}
#endif

void crash_install(const char *input) {
    crashed_input = input;
    set_new_handler(on_no_memory);
    handle(SIGINT, on_interrupt);
    handle(SIGTERM, on_interrupt);
    handle(SIGHUP, on_interrupt);
    handle(SIGPIPE, on_interrupt);
    signal(SIGXFSZ, SIG_IGN);
    atexit(remove_files);
    handle_fatal_signals();
}
