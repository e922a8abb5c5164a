/*
 * options.c — reads the command line. Each word is looked up in the table of options.def; the
 * longest spelling that fits wins, so that -Werror is not taken for the warning "error". Words that
 * are no options name the program; after it, `pyasyncc run` leaves everything to the program.
 */
#include "options.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#ifdef PYASYNCC_CHECKS
enum { CHECKS = true };
#else
enum { CHECKS = false };
#endif

typedef enum OptionShape { FLAG, JOINED, SEPARATE } OptionShape;

typedef enum OptionId {
#define OPTION(id, spelling, shape, argument, help) OPTION_##id,
#include "options.def"
#undef OPTION
    OPTION_COUNT
} OptionId;

typedef struct OptionRow {
    const char *spelling;
    OptionShape shape;
    const char *argument; /* shown in --help */
    const char *help;     /* empty: not listed */
} OptionRow;

static const OptionRow option_rows[] = {
#define OPTION(id, spelling, shape, argument, help) {spelling, shape, argument, help},
#include "options.def"
#undef OPTION
};

/* One accepted word of an option with a closed set of arguments. */
typedef struct Choice {
    const char *word;
    int value;
} Choice;

static const Choice emit_choices[] = {
    {"exe", EMIT_EXE},         {"obj", EMIT_OBJ}, {"asm", EMIT_ASM}, {"llvm-ir", EMIT_LLVM_IR},
    {"bitcode", EMIT_BITCODE}, {"ast", EMIT_AST}, {"ir", EMIT_IR},   {NULL, 0},
};

static const Choice optimize_choices[] = {
    {"0", '0'}, {"1", '1'}, {"2", '2'}, {"3", '3'}, {"s", 's'}, {"z", 'z'}, {NULL, 0},
};

static const Choice diagnostics_choices[] = {{"text", false}, {"json", true}, {NULL, 0}};

enum ColorMode { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
static const Choice color_choices[] = {
    {"auto", COLOR_AUTO}, {"always", COLOR_ALWAYS}, {"never", COLOR_NEVER}, {NULL, 0}};

void report_error(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("pyasyncc: error: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

static int usage_error(const char *hint) {
    fprintf(stderr, "%s\n", hint ? hint : "usage: pyasyncc [options] main.py [-o OUT]; see --help");
    return EXIT_COMMAND;
}

static void print_help(void) {
    fputs("usage: pyasyncc [options] main.py [-o OUT]         compile and link\n"
          "       pyasyncc run [options] main.py [args...]    compile and run\n\n"
          "Options:\n",
          stdout);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const OptionRow *row = &option_rows[i];
        if (!*row->help)
            continue;
        char left[64];
        snprintf(left, sizeof left, "%s%s%s", row->spelling, row->shape == SEPARATE ? " " : "",
                 row->argument);
        printf("  %-24s %s\n", left, row->help);
    }
    fputs("\nExit status: 0 compiled; 1 the program is at fault; 2 the command line, a file it\n"
          "names or a missing tool is at fault; 70 an internal error.\n"
          "Environment: PYASYNCC_HOME (the folder lib/pyasyncc of another installation),\n"
          "PYTHONPATH (further module search paths), XDG_CACHE_HOME (where compiled\n"
          "programs and library modules are kept).\n",
          stdout);
}

/* Answers the value of `word` in `choices`, or reports what is accepted and answers -1. */
static int choose(const char *option, const Choice *choices, const char *word) {
    for (const Choice *choice = choices; choice->word; choice++)
        if (!strcmp(choice->word, word))
            return choice->value;
    fprintf(stderr, "pyasyncc: error: %s%s: unknown; it is one of", option, word);
    for (const Choice *choice = choices; choice->word; choice++)
        fprintf(stderr, "%s %s", choice == choices ? "" : ",", choice->word);
    fputc('\n', stderr);
    return -1;
}

/* The row that `word` spells, preferring the longest spelling; OPTION_COUNT if none. */
static OptionId find_option(const char *word) {
    OptionId best = OPTION_COUNT;
    size_t best_size = 0;
    for (OptionId id = 0; id < OPTION_COUNT; id++) {
        size_t size = strlen(option_rows[id].spelling);
        bool fits = option_rows[id].shape == FLAG ? !strcmp(word, option_rows[id].spelling)
                                                  : !strncmp(word, option_rows[id].spelling, size);
        if (fits && size > best_size) {
            best = id;
            best_size = size;
        }
    }
    return best;
}

/* Applies -W[no-]NAME; false if there is no such warning. */
static bool set_warning(Options *options, const char *name) {
    bool disable = !strncmp(name, "no-", 3);
    const char *wanted = disable ? name + 3 : name;
    for (DiagKind kind = 0; kind < DIAG_KIND_COUNT; kind++) {
        if (diag_is_warning(kind) && !strcmp(wanted, diag_option_name(kind))) {
            options->diag.disabled[kind] = disable;
            return true;
        }
    }
    fprintf(stderr, "pyasyncc: error: -W%s: there is no such warning; they are", name);
    const char *separator = "";
    for (DiagKind kind = 0; kind < DIAG_KIND_COUNT; kind++) {
        if (diag_is_warning(kind)) {
            fprintf(stderr, "%s %s", separator, diag_option_name(kind));
            separator = ",";
        }
    }
    fputc('\n', stderr);
    return false;
}

static bool set_target(Options *options, const char *name) {
    if (codegen_find_target(name, &options->codegen.target))
        return true;
    report_error("--target=%s: unknown; the targets are native and wasm32-wasi", name);
    return false;
}

static bool set_pass(const char **field, const char *name) {
    *field = name;
    if (lower_has_pass(name))
        return true;
    report_error("there is no pass named %s; --print-passes lists them", name);
    return false;
}

static bool use_color(int mode) {
    if (mode != COLOR_AUTO)
        return mode == COLOR_ALWAYS;
    return isatty(STDERR_FILENO);
}

/* Stores a choice in `*field`; false if `value` is the -1 of a wrong word. */
#define SET_CHOICE(field, value)                                                                   \
    do {                                                                                           \
        int chosen = (value);                                                                      \
        if (chosen < 0)                                                                            \
            return false;                                                                          \
        (field) = chosen;                                                                          \
    } while (0)

/* Applies one option with its argument; false if the argument is wrong (reported). */
static bool apply(Options *options, Arena *arena, OptionId id, const char *argument) {
    const char *spelling = option_rows[id].spelling;
    int color;
    switch (id) {
    case OPTION_OUTPUT:
        options->output = argument;
        break;
    case OPTION_TARGET:
        return set_target(options, argument);
    case OPTION_EMIT:
        SET_CHOICE(options->emit, choose(spelling, emit_choices, argument));
        break;
    case OPTION_OBJECT:
        options->emit = EMIT_OBJ;
        break;
    case OPTION_ASSEMBLY:
        options->emit = EMIT_ASM;
        break;
    case OPTION_OPTIMIZE:
        SET_CHOICE(options->codegen.optimise, choose(spelling, optimize_choices, argument));
        options->lower.optimise = options->codegen.optimise != '0';
        break;
    case OPTION_DEBUG:
        options->codegen.debug = true;
        break;
    case OPTION_DYNAMIC:
        options->evaluator = EVALUATOR_ALWAYS;
        break;
    case OPTION_NO_DYNAMIC:
        options->evaluator = EVALUATOR_NEVER;
        break;
    case OPTION_IMPORTS:
        options->imports = true;
        break;
    case OPTION_NO_CACHE:
        options->codegen.use_cache = false;
        break;
    case OPTION_STATIC:
        options->codegen.static_link = true;
        break;
    case OPTION_SEARCH:
        VEC_PUSH(arena, &options->search_paths, argument);
        break;
    case OPTION_DEPFILE:
        options->depfile = true;
        break;
    case OPTION_PRINT_BEFORE:
        return set_pass(&options->lower.print_before, argument);
    case OPTION_PRINT_AFTER:
        return set_pass(&options->lower.print_after, argument);
    case OPTION_PRINT_PASSES:
        options->print_passes = true;
        break;
    case OPTION_TIME_PASSES:
        options->lower.time_passes = options->codegen.time_passes = true;
        break;
    case OPTION_VERIFY_IR:
        options->lower.verify = options->codegen.verify = true;
        break;
    case OPTION_DIAGNOSTICS:
        SET_CHOICE(options->diag.json, choose(spelling, diagnostics_choices, argument));
        break;
    case OPTION_COLOR:
        SET_CHOICE(color, choose(spelling, color_choices, argument));
        options->diag.color = use_color(color);
        break;
    case OPTION_WERROR:
        options->diag.warnings_are_errors = true;
        break;
    case OPTION_WARNING:
        return set_warning(options, argument);
    case OPTION_VERBOSE:
        options->codegen.verbose = true;
        break;
    case OPTION_VERSION:
    case OPTION_HELP:
    case OPTION_HELP_SHORT:
    case OPTION_COUNT:
        break;
    }
    return true;
}

static void report_missing_argument(OptionId id) {
    report_error("%s needs an argument: %s", option_rows[id].spelling, option_rows[id].argument);
}

/* Reads the option at argv[*index] with its argument, moving *index to its last word. */
static int read_option(Options *options, Arena *arena, char **argv, int *index) {
    const char *word = argv[*index];
    OptionId id = find_option(word);
    if (id == OPTION_COUNT) {
        OptionId meant = find_option(arena_printf(arena, "%s=", word));
        if (meant == OPTION_COUNT)
            report_error("unknown option %s", word);
        else
            report_missing_argument(meant);
        return usage_error(NULL);
    }
    if (id == OPTION_HELP || id == OPTION_HELP_SHORT) {
        print_help();
        return EXIT_COMPILED;
    }
    if (id == OPTION_VERSION) {
        puts("pyasyncc " PYASYNCC_VERSION);
        return EXIT_COMPILED;
    }
    const char *argument = word + strlen(option_rows[id].spelling);
    if (option_rows[id].shape == SEPARATE && !*argument)
        argument = argv[*index + 1] ? argv[++*index] : "";
    if (option_rows[id].shape != FLAG && !*argument) {
        report_missing_argument(id);
        return usage_error(NULL);
    }
    return apply(options, arena, id, argument) ? -1 : usage_error(NULL);
}

/* What only makes sense together, or not together. */
static int check_combination(const Options *options, Arena *arena) {
    if (!options->input && !options->print_passes) {
        report_error("which program?");
        return usage_error(NULL);
    }
    if (options->run && (options->emit != EMIT_EXE || options->output || options->depfile)) {
        report_error("`run` takes no -o, -MD or --emit: it executes the program");
        return usage_error(NULL);
    }
    if (options->depfile && options->input && !strcmp(options_output(options, arena), "-")) {
        report_error("-MD needs an output file to stand beside");
        return usage_error(NULL);
    }
    return -1;
}

int options_read(Options *options, Arena *arena, int argc, char **argv) {
    *options = (Options){.emit = EMIT_EXE,
                         .diag.color = use_color(COLOR_AUTO),
                         .lower = {.optimise = 1, .verify = CHECKS},
                         .codegen = {.optimise = '2', .verify = CHECKS, .use_cache = true}};
    int index = 1;
    if (argc > 1 && !strcmp(argv[1], "run")) {
        options->run = true;
        index = 2;
    }
    bool only_files = false;
    for (; index < argc; index++) {
        const char *word = argv[index];
        if (!only_files && !strcmp(word, "--")) {
            only_files = true;
        } else if (!only_files && word[0] == '-' && word[1]) {
            int status = read_option(options, arena, argv, &index);
            if (status >= 0)
                return status;
        } else if (options->input) {
            report_error("more than one program: %s and %s (imports are found by themselves)",
                         options->input, word);
            return usage_error(NULL);
        } else {
            options->input = word;
            if (options->run)
                break;
        }
    }
    options->arguments = index < argc ? argv + index + 1 : argv + argc;
    if (options->codegen.target == TARGET_NATIVE)
        options->diag.disabled[DIAG_PLATFORM] = true;
    return check_combination(options, arena);
}

const char *path_stem(Arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    const char *dot = strrchr(base, '.');
    return arena_copy(arena, base, dot && dot != base ? (size_t)(dot - base) : strlen(base));
}

const char *options_output(const Options *options, Arena *arena) {
    if (options->output)
        return options->output;
    const char *extension = "";
    switch (options->emit) {
    case EMIT_EXE:
        return options->codegen.target == TARGET_NATIVE ? "main" : "main.wasm";
    case EMIT_AST:
    case EMIT_IR:
        return "-";
    case EMIT_OBJ:
        extension = ".o";
        break;
    case EMIT_ASM:
        extension = ".s";
        break;
    case EMIT_LLVM_IR:
        extension = ".ll";
        break;
    case EMIT_BITCODE:
        extension = ".bc";
        break;
    }
    return arena_printf(arena, "%s%s", path_stem(arena, options->input), extension);
}
