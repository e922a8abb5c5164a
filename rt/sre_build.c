/*
 * sre_build.c — checks the opcode array of a regular expression and translates it into a program
 * (sre.h).
 *
 * What the translation gains: one-character opcodes of every kind become one test; neighbouring
 * literals a string; repetitions whose body cannot match the empty text, and optional parts, plain
 * jumps without a counter. The opcodes and their order of trying are those of CPython's engine:
 * see the comments of Lib/re/_compiler.py for the arrays, and the documentation of module re.
 */
#include "sre.h"

typedef struct Builder {
    SreProgram *program;
    uint32_t op_room, set_room, char_room;
    bool no_memory;
} Builder;

/* The number of characters a part matches at least; BAD: the array is not valid. */
typedef int64_t Width;
enum { BAD = -1 };

static Width build_code(Builder *b, uint32_t *at, uint32_t end);

/* ---- growing tables -------------------------------------------------------------------------- */

/* Makes room for one item more in *table; false: no memory. */
static bool reserve(void **table, uint32_t count, uint32_t *room, size_t size) {
    if (count < *room)
        return true;
    uint32_t wanted = *room ? *room * 2 : 8;
    void *grown = mem_realloc(*table, wanted * size);
    if (!grown)
        return false;
    *table = grown;
    *room = wanted;
    return true;
}

static SreOp *add_op(Builder *b, SreOpCode code) {
    static SreOp nowhere; /* written to when there is no memory */
    SreProgram *program = b->program;
    void *table = program->ops;
    if (b->no_memory || !reserve(&table, program->op_count, &b->op_room, sizeof(SreOp))) {
        b->no_memory = true;
        return &nowhere;
    }
    program->ops = table;
    SreOp *op = &program->ops[program->op_count++];
    memset(op, 0, sizeof *op);
    op->code = (uint8_t)code;
    return op;
}

static uint32_t here(const Builder *b) {
    return b->program->op_count;
}

static SreOp *op_at(const Builder *b, uint32_t index) {
    return &b->program->ops[index];
}

SreSet *sre_add_set(SreProgram *program) {
    uint32_t count = program->set_count;
    if ((count & (count - 1)) == 0) { /* full: sizes are powers of two */
        SreSet *grown = mem_realloc(program->sets, (count ? count * 2 : 1) * sizeof(SreSet));
        if (!grown)
            return NULL;
        program->sets = grown;
    }
    SreSet *set = &program->sets[program->set_count++];
    memset(set, 0, sizeof *set);
    return set;
}

static bool add_char(Builder *b, uint32_t c) {
    void *table = b->program->chars;
    if (!reserve(&table, b->program->char_count, &b->char_room, sizeof(uint32_t)))
        return false;
    b->program->chars = table;
    b->program->chars[b->program->char_count++] = c;
    return true;
}

/* ---- one character --------------------------------------------------------------------------- */

static bool set_is_valid(const uint32_t *code, uint32_t size) {
    uint32_t at = 0;
    while (at + 1 < size) {
        uint32_t step = sre_set_item_size(code + at, size - at);
        if (step == 0)
            return false;
        at += step;
    }
    return at + 1 == size && code[at] == SRE_FAILURE;
}

static SreUnit add_set(Builder *b, SreSet description) {
    SreProgram *program = b->program;
    for (uint32_t i = 0; i < program->set_count; i++) {
        const SreSet *known = &program->sets[i];
        if (known->fold == description.fold && known->literal == description.literal &&
            known->negated == description.negated && known->size == description.size &&
            memcmp(program->code + known->code, program->code + description.code,
                   description.size * sizeof(uint32_t)) == 0)
            return (SreUnit){UNIT_SET, i};
    }
    SreSet *set = sre_add_set(program);
    if (!set) {
        b->no_memory = true;
        return (SreUnit){UNIT_ANY_ALL, 0};
    }
    *set = description;
    sre_set_prepare(program, set);
    return (SreUnit){UNIT_SET, program->set_count - 1};
}

static SreFold fold_of(uint32_t opcode) {
    switch (opcode) {
    case SRE_IN_IGNORE:
    case SRE_LITERAL_IGNORE:
    case SRE_NOT_LITERAL_IGNORE:
    case SRE_GROUPREF_IGNORE:
        return FOLD_ASCII;
    case SRE_IN_UNI_IGNORE:
    case SRE_LITERAL_UNI_IGNORE:
    case SRE_NOT_LITERAL_UNI_IGNORE:
    case SRE_GROUPREF_UNI_IGNORE:
        return FOLD_UNICODE;
    case SRE_IN_LOC_IGNORE:
    case SRE_LITERAL_LOC_IGNORE:
    case SRE_NOT_LITERAL_LOC_IGNORE:
    case SRE_GROUPREF_LOC_IGNORE:
        return FOLD_LOCALE;
    default:
        return FOLD_NONE;
    }
}

/* Reads the opcode at *at if it is one that matches one character, and steps over it. 1; 0: it is
 * another one; BAD. */
static int read_unit(Builder *b, uint32_t *at, uint32_t end, SreUnit *unit) {
    const uint32_t *code = b->program->code + *at;
    uint32_t left = end - *at, size = 2;
    SreSet set = {.code = *at + 1, .size = 1, .fold = (uint8_t)fold_of(code[0])};
    switch (code[0]) {
    case SRE_ANY:
    case SRE_ANY_ALL:
        *unit = (SreUnit){code[0] == SRE_ANY ? UNIT_ANY : UNIT_ANY_ALL, 0};
        *at += 1;
        return 1;
    case SRE_LITERAL:
    case SRE_NOT_LITERAL:
        if (left < 2)
            return BAD;
        *unit = (SreUnit){code[0] == SRE_LITERAL ? UNIT_CHAR : UNIT_NOT_CHAR, code[1]};
        *at += 2;
        return 1;
    case SRE_CATEGORY:
        if (left < 2 || code[1] >= SRE_CATEGORY_COUNT)
            return BAD;
        set.code = *at;
        set.size = 2;
        break;
    case SRE_NOT_LITERAL_IGNORE:
    case SRE_NOT_LITERAL_UNI_IGNORE:
    case SRE_NOT_LITERAL_LOC_IGNORE:
        set.negated = 1; /* fallthrough */
    case SRE_LITERAL_IGNORE:
    case SRE_LITERAL_UNI_IGNORE:
    case SRE_LITERAL_LOC_IGNORE:
        if (left < 2)
            return BAD;
        set.literal = 1;
        break;
    case SRE_IN:
    case SRE_IN_IGNORE:
    case SRE_IN_UNI_IGNORE:
    case SRE_IN_LOC_IGNORE:
        if (left < 3 || code[1] < 2 || code[1] > left - 1 || !set_is_valid(code + 2, code[1] - 1))
            return BAD;
        set.code = *at + 2;
        set.size = code[1] - 2; /* without FAILURE */
        size = 1 + code[1];
        break;
    default:
        return 0;
    }
    *unit = add_set(b, set);
    *at += size;
    return 1;
}

/* Neighbouring literals from *at on. */
static Width build_string(Builder *b, uint32_t *at, uint32_t end) {
    const uint32_t *code = b->program->code;
    uint32_t start = b->program->char_count, count = 0;
    for (; end - *at >= 2 && code[*at] == SRE_LITERAL; *at += 2, count++)
        if (!add_char(b, code[*at + 1])) {
            b->no_memory = true;
            return BAD;
        }
    SreOp *op = add_op(b, OP_STRING);
    op->value = start;
    op->min = count;
    return count;
}

static bool is_string(const Builder *b, uint32_t at, uint32_t end) {
    const uint32_t *code = b->program->code;
    return end - at >= 4 && code[at] == SRE_LITERAL && code[at + 2] == SRE_LITERAL;
}

/* ---- repetitions ----------------------------------------------------------------------------- */

/* <opcode> <skip> <min> <max> body ...: the bounds and where the body ends. */
typedef struct Repeat {
    uint32_t min, max, body, after;
} Repeat;

/* The place a skip at `at` leads to; 0: outside of the part. */
static uint32_t skip_target(const Builder *b, uint32_t at, uint32_t end) {
    uint32_t skip = at < end ? b->program->code[at] : 0;
    return skip && skip <= end - at ? at + skip : 0;
}

static bool read_repeat(const Builder *b, uint32_t at, uint32_t end, Repeat *repeat) {
    if (end - at < 5)
        return false;
    const uint32_t *code = b->program->code + at;
    *repeat = (Repeat){code[2], code[3], at + 4, skip_target(b, at + 1, end)};
    return repeat->after >= repeat->body && repeat->min <= repeat->max;
}

static Width times(uint32_t count, Width width) {
    if (width == BAD)
        return BAD;
    uint64_t product = (uint64_t)count * (uint64_t)width; /* both below 2^32 */
    return product > UINT32_MAX ? UINT32_MAX : (Width)product;
}

static Width build_range(Builder *b, uint32_t at, uint32_t end) {
    Width width = build_code(b, &at, end);
    return at == end ? width : BAD;
}

/* body? */
static Width build_optional(Builder *b, const Repeat *repeat, bool lazy) {
    uint32_t split = here(b);
    add_op(b, OP_SPLIT);
    if (build_range(b, repeat->body, repeat->after) == BAD || b->no_memory)
        return BAD;
    op_at(b, split)->first = lazy ? here(b) : split + 1;
    op_at(b, split)->second = lazy ? split + 1 : here(b);
    return 0;
}

/* body* and body+ whose body was built from `start` on, behind an operation that is free, and
 * matches no empty text. */
static void finish_plain_loop(Builder *b, uint32_t start, bool at_least_one, bool lazy) {
    uint32_t split = here(b);
    add_op(b, OP_SPLIT);
    if (b->no_memory)
        return;
    op_at(b, split)->first = lazy ? split + 1 : start + 1;
    op_at(b, split)->second = lazy ? start + 1 : split + 1;
    op_at(b, start)->code = OP_JUMP;
    op_at(b, start)->first = at_least_one ? start + 1 : split;
}

/* Any other bounds: a register counts. */
static void finish_counted_loop(Builder *b, uint32_t start, const Repeat *repeat, bool lazy) {
    uint32_t loop = here(b), number = b->program->register_count++;
    add_op(b, lazy ? OP_LOOP_LAZY : OP_LOOP);
    if (lazy)
        add_op(b, OP_LOOP_MORE);
    if (b->no_memory)
        return;
    *op_at(b, start) = (SreOp){.code = OP_LOOP_START, .value = number, .first = loop};
    for (uint32_t i = loop; i < here(b); i++) {
        SreOp *op = op_at(b, i);
        op->value = number;
        op->min = repeat->min;
        op->max = repeat->max;
        op->first = start + 1;
        op->second = here(b);
    }
}

/* <REPEAT> <skip> <min> <max> body <MAX_UNTIL or MIN_UNTIL> */
static Width build_repeat(Builder *b, uint32_t *at, uint32_t end) {
    Repeat repeat;
    if (!read_repeat(b, *at, end, &repeat) || repeat.after >= end)
        return BAD;
    uint32_t until = b->program->code[repeat.after];
    if (until != SRE_MAX_UNTIL && until != SRE_MIN_UNTIL)
        return BAD;
    bool lazy = until == SRE_MIN_UNTIL;
    *at = repeat.after + 1;
    if (repeat.min == 0 && repeat.max == 1)
        return build_optional(b, &repeat, lazy);
    uint32_t start = here(b);
    add_op(b, OP_JUMP);
    Width width = build_range(b, repeat.body, repeat.after);
    if (width == BAD || b->no_memory)
        return BAD;
    if (width > 0 && repeat.min <= 1 && repeat.max == SRE_MAXREPEAT)
        finish_plain_loop(b, start, repeat.min == 1, lazy);
    else
        finish_counted_loop(b, start, &repeat, lazy);
    return times(repeat.min, width);
}

/* <REPEAT_ONE> <skip> <min> <max> item <SUCCESS>, and its kinds */
static Width build_repeat_one(Builder *b, uint32_t *at, uint32_t end) {
    Repeat repeat;
    SreUnit unit;
    uint32_t opcode = b->program->code[*at];
    if (!read_repeat(b, *at, end, &repeat))
        return BAD;
    uint32_t item = repeat.body;
    if (read_unit(b, &item, repeat.after, &unit) != 1 || item + 1 != repeat.after ||
        b->program->code[item] != SRE_SUCCESS)
        return BAD;
    SreOp *op = add_op(b, opcode == SRE_REPEAT_ONE       ? OP_ONE
                          : opcode == SRE_MIN_REPEAT_ONE ? OP_ONE_LAZY
                                                         : OP_ONE_POSSESSIVE);
    op->unit = unit;
    op->min = repeat.min;
    op->max = repeat.max;
    *at = repeat.after;
    return repeat.min;
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* <BRANCH> <skip> way <JUMP> <skip> <skip> way ... <0>. The jumps to the end are chained through
 * `first` until the end is known. */
static Width build_branch(Builder *b, uint32_t *at, uint32_t end) {
    const uint32_t *code = b->program->code;
    uint32_t place = *at + 1, last_jump = UINT32_MAX;
    Width least = UINT32_MAX;
    if (place < end && code[place] == 0)
        return BAD;
    while (place < end && code[place]) {
        uint32_t next = skip_target(b, place, end);
        if (next < place + 3 || next >= end || code[next - 2] != SRE_JUMP)
            return BAD;
        bool is_last = code[next] == 0;
        uint32_t split = here(b);
        if (!is_last)
            add_op(b, OP_SPLIT);
        Width width = build_range(b, place + 1, next - 2);
        if (width == BAD || b->no_memory)
            return BAD;
        least = width < least ? width : least;
        if (!is_last) {
            add_op(b, OP_JUMP)->first = last_jump;
            last_jump = here(b) - 1;
            op_at(b, split)->first = split + 1;
            op_at(b, split)->second = here(b);
        }
        place = next;
    }
    if (place >= end || b->no_memory)
        return BAD;
    while (last_jump != UINT32_MAX) {
        uint32_t next = op_at(b, last_jump)->first;
        op_at(b, last_jump)->first = here(b);
        last_jump = next;
    }
    *at = place + 1;
    return least;
}

/* opcode ... body <SUCCESS>, in registers: `begin` and `finish` stand around the body. `after`
 * is where the skip leads to. */
static Width build_body(Builder *b, uint32_t body, uint32_t after, SreOp begin, SreOpCode finish) {
    if (after <= body || b->program->code[after - 1] != SRE_SUCCESS)
        return BAD;
    uint32_t start = here(b), number = b->program->register_count++;
    *add_op(b, begin.code) = begin;
    Width width = build_range(b, body, after - 1);
    SreOp *last = add_op(b, finish);
    last->value = number;
    if (width == BAD || b->no_memory)
        return BAD;
    op_at(b, start)->value = number;
    op_at(b, start)->second = here(b);
    return width;
}

/* <ASSERT or ASSERT_NOT> <skip> <back> body <SUCCESS> */
static Width build_assert(Builder *b, uint32_t *at, uint32_t end) {
    const uint32_t *code = b->program->code + *at;
    bool negative = code[0] == SRE_ASSERT_NOT;
    uint32_t after = skip_target(b, *at + 1, end);
    if (end - *at < 4)
        return BAD;
    SreOp begin = {.code = negative ? OP_ASSERT_NOT : OP_ASSERT, .min = code[2]};
    Width width =
        build_body(b, *at + 3, after, begin, negative ? OP_ASSERT_NOT_END : OP_ASSERT_END);
    *at = after;
    return width == BAD ? BAD : 0;
}

/* <ATOMIC_GROUP> <skip> body <SUCCESS> */
static Width build_atomic(Builder *b, uint32_t *at, uint32_t end) {
    uint32_t after = skip_target(b, *at + 1, end);
    Width width = build_body(b, *at + 2, after, (SreOp){.code = OP_ATOMIC}, OP_ATOMIC_END);
    *at = after;
    return width;
}

/* <POSSESSIVE_REPEAT> <skip> <min> <max> body <SUCCESS>; the skip leads to SUCCESS */
static Width build_possessive(Builder *b, uint32_t *at, uint32_t end) {
    Repeat repeat;
    if (!read_repeat(b, *at, end, &repeat) || repeat.after >= end)
        return BAD;
    uint32_t start = here(b);
    SreOp begin = {.code = OP_POSSESSIVE, .min = repeat.min, .max = repeat.max};
    add_op(b, OP_POSSESSIVE_START);
    Width width = build_body(b, repeat.body, repeat.after + 1, begin, OP_POSSESSIVE_END);
    if (width == BAD)
        return BAD;
    op_at(b, start)->value = op_at(b, start + 1)->value;
    op_at(b, here(b) - 1)->first = start + 1;
    *at = repeat.after + 1;
    return times(repeat.min, width);
}

/* <GROUPREF_EXISTS> <group> <skip> yes [<JUMP> <skip> no]; the skip counts from the group */
static Width build_condition(Builder *b, uint32_t *at, uint32_t end) {
    const uint32_t *code = b->program->code;
    uint32_t place = *at + 3, condition = here(b);
    if (end - *at < 3 || code[*at + 1] >= b->program->mark_count / 2)
        return BAD;
    uint32_t skip = code[*at + 2];
    uint32_t otherwise = skip <= end - (*at + 1) ? *at + 1 + skip : 0;
    if (otherwise < place)
        return BAD;
    add_op(b, OP_GROUP_EXISTS)->value = code[*at + 1];
    Width yes = build_code(b, &place, otherwise);
    if (yes == BAD || b->no_memory)
        return BAD;
    if (place == otherwise) {
        op_at(b, condition)->second = here(b);
        *at = place;
        return 0;
    }
    uint32_t after = code[place] == SRE_JUMP ? skip_target(b, place + 1, end) : 0;
    if (place + 2 != otherwise || after < otherwise)
        return BAD;
    uint32_t jump = here(b);
    add_op(b, OP_JUMP);
    Width no = build_range(b, otherwise, after);
    if (no == BAD || b->no_memory)
        return BAD;
    op_at(b, condition)->second = jump + 1;
    op_at(b, jump)->first = here(b);
    *at = after;
    return yes < no ? yes : no;
}

/* ---- everything else ------------------------------------------------------------------------- */

static Width build_simple(Builder *b, uint32_t *at, uint32_t end) {
    const uint32_t *code = b->program->code + *at;
    uint32_t limit = 0;
    SreOp op = {0};
    switch (code[0]) {
    case SRE_FAILURE:
        add_op(b, OP_FAIL);
        *at += 1;
        return 0;
    case SRE_AT:
        op.code = OP_AT;
        limit = SRE_AT_UNI_NON_BOUNDARY + 1;
        break;
    case SRE_MARK:
        op.code = OP_MARK;
        limit = b->program->mark_count;
        break;
    case SRE_GROUPREF:
    case SRE_GROUPREF_IGNORE:
    case SRE_GROUPREF_UNI_IGNORE:
    case SRE_GROUPREF_LOC_IGNORE:
        op.code = OP_GROUPREF;
        op.min = fold_of(code[0]);
        limit = b->program->mark_count / 2;
        break;
    default:
        return BAD;
    }
    if (end - *at < 2 || code[1] >= limit)
        return BAD;
    op.value = code[1];
    *add_op(b, op.code) = op;
    *at += 2;
    return 0;
}

static Width build_one(Builder *b, uint32_t *at, uint32_t end) {
    SreUnit unit;
    if (is_string(b, *at, end))
        return build_string(b, at, end);
    int is_unit = read_unit(b, at, end, &unit);
    if (is_unit == BAD)
        return BAD;
    if (is_unit) {
        add_op(b, OP_UNIT)->unit = unit;
        return 1;
    }
    switch (b->program->code[*at]) {
    case SRE_BRANCH:
        return build_branch(b, at, end);
    case SRE_REPEAT:
        return build_repeat(b, at, end);
    case SRE_REPEAT_ONE:
    case SRE_MIN_REPEAT_ONE:
    case SRE_POSSESSIVE_REPEAT_ONE:
        return build_repeat_one(b, at, end);
    case SRE_POSSESSIVE_REPEAT:
        return build_possessive(b, at, end);
    case SRE_ATOMIC_GROUP:
        return build_atomic(b, at, end);
    case SRE_ASSERT:
    case SRE_ASSERT_NOT:
        return build_assert(b, at, end);
    case SRE_GROUPREF_EXISTS:
        return build_condition(b, at, end);
    default:
        return build_simple(b, at, end);
    }
}

/* The opcodes from *at up to `end`, or to a JUMP, where it stops: the end of the first way of a
 * condition. */
static Width build_code(Builder *b, uint32_t *at, uint32_t end) {
    Width total = 0;
    if (stack_check() < 0)
        return BAD;
    while (*at < end && b->program->code[*at] != SRE_JUMP) {
        Width width = build_one(b, at, end);
        if (width == BAD || b->no_memory)
            return BAD;
        total = total + width > UINT32_MAX ? UINT32_MAX : total + width;
    }
    return total;
}

/* <INFO> <skip> <flags> <min> <max> [<length> <skip> prefix overlaps]: only the prefix is of use
 * here. Answers where the block ends; 0: not valid. */
static uint32_t read_info(SreProgram *program, uint32_t end) {
    const uint32_t *code = program->code;
    if (end == 0 || code[0] != SRE_INFO)
        return 0;
    uint32_t after = end >= 6 && code[1] >= 4 && code[1] < end ? code[1] + 1 : 0;
    if (!after || !(code[2] & SRE_INFO_PREFIX))
        return after;
    if (code[1] < 6 || code[5] > code[1] - 6)
        return 0;
    program->prefix = code + 7;
    program->prefix_size = code[5];
    program->literal = code[2] & SRE_INFO_LITERAL;
    return after;
}

static void find_anchor(SreProgram *program) {
    const SreOp *op = program->ops;
    while (op->code == OP_MARK)
        op++;
    if (op->code != OP_AT)
        return;
    program->anchored = op->value == SRE_AT_BEGINNING || op->value == SRE_AT_BEGINNING_STRING;
    program->line_anchored = op->value == SRE_AT_BEGINNING_LINE;
}

int sre_build(SreProgram *program) {
    Builder b = {.program = program};
    uint32_t end = program->code_size, at = 0;
    bool valid = end > 0 && program->code[end - 1] == SRE_SUCCESS;
    if (valid && program->code[0] == SRE_INFO)
        valid = (at = read_info(program, end)) != 0;
    Width width = valid ? build_range(&b, at, end - 1) : BAD;
    add_op(&b, OP_MATCH);
    if (isolate.pending)
        return -1;
    if (b.no_memory)
        return raise_no_memory() ? 0 : -1;
    if (width == BAD)
        return raise_status(&rt_exc_RuntimeError, "invalid SRE code");
    program->min_width = (uint32_t)width;
    if (program->prefix_size > program->min_width)
        program->prefix_size = 0;
    find_anchor(program);
    return sre_find_guards(program);
}

void sre_program_drop(SreProgram *program) {
    mem_free(program->ops);
    mem_free(program->sets);
    mem_free(program->chars);
    mem_free(program->code);
}
