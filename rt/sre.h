/*
 * sre.h — what the files of the native module _sre share: the programs that patterns are translated
 * into, the state of one match, and the objects. Private to the runtime.
 *
 * Python's re._compiler makes an array of opcodes (sre.def). sre_build.c checks it and translates
 * it into a program of the SreOps below; sre_first.c finds out with which characters each way of
 * the program can begin; sre_match.c runs it. A program is run by one loop with a stack of choices
 * on the heap, so that no subject is too long for it.
 */
#ifndef PYASYNCC_RT_SRE_H
#define PYASYNCC_RT_SRE_H

#include "text.h"

enum SreOpcode {
#define OPCODE(name) SRE_##name,
#include "sre.def"
};
enum SreAt {
#define AT(name) SRE_AT_##name,
#include "sre.def"
};
enum SreCategory {
#define CATEGORY(name) SRE_CATEGORY_##name,
#include "sre.def"
    SRE_CATEGORY_COUNT
};

#define SRE_MAXREPEAT UINT32_MAX
enum {
    SRE_MAGIC = 20220615,
    SRE_MAXGROUPS = INT32_MAX / 2,
    SRE_INFO_PREFIX = 1,  /* flags of an INFO block: it has a literal prefix, */
    SRE_INFO_LITERAL = 2, /* which is the whole pattern; */
    SRE_INFO_CHARSET = 4, /* or the set of characters that a match begins with */
};

/* Pattern.flags */
enum SreFlags {
    SRE_FLAG_TEMPLATE = 1,
    SRE_FLAG_IGNORECASE = 2,
    SRE_FLAG_LOCALE = 4,
    SRE_FLAG_MULTILINE = 8,
    SRE_FLAG_DOTALL = 16,
    SRE_FLAG_UNICODE = 32,
    SRE_FLAG_VERBOSE = 64,
    SRE_FLAG_DEBUG = 128,
    SRE_FLAG_ASCII = 256,
};

/* ---- programs -------------------------------------------------------------------------------- */

/* How letters are folded before they are compared. */
typedef enum SreFold { FOLD_NONE, FOLD_ASCII, FOLD_UNICODE, FOLD_LOCALE } SreFold;

/* Which characters from 256 on are in a set. */
enum SreHigh { HIGH_NONE, HIGH_ALL, HIGH_TEST };

/* A set of characters. */
typedef struct SreSet {
    uint8_t low[256];    /* is the character in it? */
    uint8_t high;        /* enum SreHigh */
    uint8_t fold;        /* enum SreFold */
    uint8_t literal;     /* `code` is one character; otherwise words of an IN opcode */
    uint8_t negated;     /* of a literal */
    uint32_t code, size; /* where in SreProgram.code */
} SreSet;

/* A test of one character. */
enum SreUnitKind {
    UNIT_NONE,     /* no test: always passes, also at the end of the text */
    UNIT_CHAR,     /* value: the character */
    UNIT_NOT_CHAR, /* the same */
    UNIT_ANY,      /* all but newline */
    UNIT_ANY_ALL,
    UNIT_SET, /* value: place in SreProgram.sets */
};
typedef struct SreUnit {
    uint32_t kind, value;
} SreUnit;

/* The operations of programs. Those without a remark go on behind themselves. */
typedef enum SreOpCode {
    OP_FAIL,
    OP_MATCH,            /* the whole pattern matched */
    OP_UNIT,             /* one character that passes `unit` */
    OP_STRING,           /* `min` characters from place `value` of SreProgram.chars */
    OP_AT,               /* value: enum SreAt */
    OP_MARK,             /* marks[value] = here */
    OP_JUMP,             /* to `first` */
    OP_SPLIT,            /* to `first`, afterwards to `second` */
    OP_ONE,              /* `min` to `max` characters that pass `unit`: as many as possible, */
    OP_ONE_LAZY,         /* as few as possible, */
    OP_ONE_POSSESSIVE,   /* or all there are */
    OP_LOOP_START,       /* register `value` counts from -1; to the OP_LOOP at `first` */
    OP_LOOP,             /* to the body at `first`, or out to `second` */
    OP_LOOP_LAZY,        /* the other way round */
    OP_LOOP_MORE,        /* behind OP_LOOP_LAZY: leaving it did not work */
    OP_ASSERT,           /* body follows, `min` characters back; then goes on at `second` */
    OP_ASSERT_END,       /* the end of that body; register `value` */
    OP_ASSERT_NOT,       /* the same, if the body does not match */
    OP_ASSERT_NOT_END,   /* */
    OP_ATOMIC,           /* body follows */
    OP_ATOMIC_END,       /* register `value` */
    OP_POSSESSIVE_START, /* register `value` counts from 0 */
    OP_POSSESSIVE,       /* body follows; to `second` when it does not match any more */
    OP_POSSESSIVE_END,   /* back to the OP_POSSESSIVE at `first` */
    OP_GROUPREF,         /* the text of group `value`; min: enum SreFold */
    OP_GROUP_EXISTS,     /* to `second` unless group `value` matched */
} SreOpCode;

typedef struct SreOp {
    uint8_t code;      /* enum SreOpCode */
    uint8_t exclusive; /* OP_ONE: what follows cannot begin with a character that passes `unit`: 1:
                          if the subject's characters are bytes, 2: always */
    uint32_t value;
    uint32_t min, max;
    uint32_t first, second;
    SreUnit unit;  /* OP_UNIT, OP_ONE... */
    SreUnit guard; /* what `first`, or what follows OP_ONE, begins with */
    SreUnit other; /* what `second` begins with */
} SreOp;

typedef struct SreProgram {
    SreOp *ops;
    SreSet *sets;
    uint32_t *chars; /* of OP_STRING */
    uint32_t *code;  /* the opcode array */
    uint32_t op_count, set_count, char_count, code_size;
    uint32_t register_count;
    uint32_t mark_count; /* two a group */
    uint32_t min_width;  /* no match is shorter */
    const uint32_t *prefix;
    uint32_t prefix_size; /* characters every match begins with; 0: unknown */
    bool literal;         /* the prefix is all there is */
    bool anchored;        /* matches only at the beginning of the string, */
    bool line_anchored;   /* of a line */
    SreUnit start;        /* what a match begins with */
} SreProgram;

/* Translates program->code, which with code_size and mark_count is filled in. 0; -1 with an
 * exception: MemoryError, or RuntimeError for an array that re._compiler would not make. */
int sre_build(SreProgram *program);
/* Finds the guards of all operations. 0 or -1. */
int sre_find_guards(SreProgram *program);
/* A further set, zeroed; NULL: MemoryError. Pointers to others become invalid. */
SreSet *sre_add_set(SreProgram *program);
void sre_program_drop(SreProgram *program);

/* ---- characters (sre_charset.c) -------------------------------------------------------------- */

uint32_t sre_fold(SreFold fold, uint32_t character);
uint32_t sre_upper_unicode(uint32_t character);
bool sre_is_word(enum SreCategory kind, uint32_t character);
/* Is any character in the set? Looks at its code. */
bool sre_set_test(const SreProgram *program, const SreSet *set, uint32_t character);
/* The number of words of the item at the head of a set's code; 0: it is none. */
uint32_t sre_set_item_size(const uint32_t *code, uint32_t left);
/* Fills set->low and set->high from its code. */
void sre_set_prepare(const SreProgram *program, SreSet *set);

/* ---- one match ------------------------------------------------------------------------------- */

enum SreChoiceKind {
    CHOICE_TRY,      /* go on at operation `at` with `place` */
    CHOICE_ONE,      /* OP_ONE at `at`: gave back down to `place`; may go down to `low` */
    CHOICE_ONE_LAZY, /* OP_ONE_LAZY at `at`: stands at `place`; may take `number` more */
    CHOICE_BARRIER,  /* nothing: what stands above it belongs to the body of an assertion */
    UNDO_MARK,       /* marks[at] was `place`, lastindex was `number` */
    UNDO_REGISTER,   /* registers[at] was `number`, `place` */
};
typedef struct SreChoice {
    uint32_t kind, at;
    const void *place;
    union {
        const void *low;
        int64_t number;
    };
} SreChoice;

typedef struct SreRegister {
    int64_t count;
    const void *last; /* where the last round began */
    size_t base;      /* height of the stack at the start of a body */
} SreRegister;

enum { SRE_FEW_MARKS = 20, SRE_FEW_REGISTERS = 6 };

/* A subject and how far the search in it is. Its places are addresses of characters. */
typedef struct SreState {
    const SreProgram *program;
    Value string; /* the subject; owned */
    Value view;   /* keeps the bytes of one that is not constant where they are, or 0; owned */
    const void *beginning, *end;
    const void *start;   /* in: where to search from; out: where the match begins */
    const void *stop;    /* out: where it ends */
    int64_t pos, endpos; /* the bounds asked for */
    const void **marks;  /* by number; NULL: not set */
    int64_t lastindex;   /* group closed last, or -1 */
    uint8_t width;       /* bytes of a character */
    bool is_bytes;
    bool match_all;    /* only matches that reach the end count */
    bool must_advance; /* the match may not be empty if it begins at `start` */
    bool is_dirty;     /* marks may be set */
    SreRegister *registers;
    SreChoice *stack;
    size_t capacity;
    const void *few_marks[SRE_FEW_MARKS];
    SreRegister few_registers[SRE_FEW_REGISTERS];
} SreState;

/* Matches at state->start. 1 matched, 0 not, -1 failed (out of memory, interrupted). */
int sre_match(SreState *state);
/* Finds the first match from state->start on. */
int sre_search(SreState *state);
/* Forgets the marks of an attempt. */
static inline void sre_reset(SreState *state) {
    if (!state->is_dirty)
        return;
    for (uint32_t i = 0; i < state->program->mark_count; i++) /* few: no call */
        state->marks[i] = NULL;
    state->lastindex = -1;
    state->is_dirty = false;
}
/* Forgets them, and asks whether there is text enough for a match at state->start or later. */
bool sre_is_possible(SreState *state);
/* Makes state->stack at least twice as large. 0 or -1. */
int sre_grow_stack(SreState *state);
/* One attempt at `at`, by the width of characters. */
int sre_run_1(SreState *state, const uint8_t *at);
int sre_run_2(SreState *state, const uint16_t *at);
int sre_run_4(SreState *state, const uint32_t *at);
/* sre_match.c keeps a stack from one match to the next. */
void sre_take_stack(SreState *state);
void sre_give_stack(SreState *state);

/* The number of characters before `place`. */
static inline int64_t sre_offset(const SreState *state, const void *place) {
    return (int64_t)((const char *)place - (const char *)state->beginning) / state->width;
}

/* ---- objects --------------------------------------------------------------------------------- */

typedef struct PatternObject {
    Object base;
    SreProgram program;
    Value pattern;    /* str, bytes, or None */
    Value groupindex; /* dict: name -> number */
    Value indexgroup; /* tuple: number -> name or None */
    int64_t flags, groups;
    Value later;     /* until the program is made: a function and its arguments; then 0 */
    int8_t is_bytes; /* 1, 0; -1: pattern is None, anything goes */
} PatternObject;

enum { SRE_LATER_SIZE = 3 }; /* of the tuple `later` */

/* Makes the program, if that was put off. 0; -1: an exception, and the next use tries again. */
int sre_make_program(PatternObject *pattern);
static inline int sre_pattern_ready(PatternObject *pattern) {
    return pattern->later ? sre_make_program(pattern) : 0;
}

typedef struct MatchObject {
    Object base;
    Value string, pattern;
    Value regs; /* tuple of spans, or 0: not asked for yet */
    int64_t pos, endpos, lastindex, groups;
    int64_t marks[]; /* 2 * (groups + 1) offsets, -1: did not match */
} MatchObject;

/* The setter of attributes that CPython keeps as read-only members: AttributeError. */
int sre_set_member(Value self, Value value);

/* sre_compact.c: what stands for re._compiler._optimize_charset; `ops`: a tuple of the opcodes
 * LITERAL, RANGE, NEGATE, CHARSET, BIGCHARSET, RANGE_UNI_IGNORE. New reference. */
Value sre_charset_optimizer(Value ops);

/* sre_plain.c: the pattern of (text, flags, opcodes), whose program opcodes(text, flags) will make;
 * None if the text is not known to be free of errors. New reference; 0 with MemoryError. */
Value sre_plain(const Value *args);

extern Type rt_type_sre_pattern, rt_type_sre_match, rt_type_sre_scanner, rt_type_sre_iterator;

/* Prepares `state` for a search in string[pos:endpos]. 0; -1 with TypeError. sre_state_drop is due
 * only after success. */
int sre_state_init(SreState *state, PatternObject *pattern, Value string, int64_t pos,
                   int64_t endpos);
void sre_state_drop(SreState *state);
/* Goes on behind the match just found. */
void sre_state_advance(SreState *state);
/* The str or bytes object from offset `start` to `stop` of a subject; new reference. */
Value sre_slice(Value string, int64_t start, int64_t stop);
/* The offsets of a group of the match just found, 0: all of it; false: it did not match. */
bool sre_state_span(const SreState *state, int64_t group, int64_t *start, int64_t *stop);
/* The text of a group; `missing` if it did not match (0: the empty text). New reference. */
Value sre_state_group(const SreState *state, int64_t group, Value missing);
/* The match that was found; None for status 0. New reference. */
Value sre_match_new(PatternObject *pattern, const SreState *state, int status);

/* sre_replace.c, sre_scanner.c: what Pattern.sub and subn (`counted`), scanner and finditer answer.
 */
Value sre_sub(PatternObject *pattern, Value replacement, Value string, int64_t most, bool counted);
Value sre_scanner_new(PatternObject *pattern, Value string, int64_t pos, int64_t endpos);
Value sre_iterator_new(PatternObject *pattern, Value string, int64_t pos, int64_t endpos);

#endif
