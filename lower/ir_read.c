/*
 * ir_read.c — reads the textual form of ir_print.c, whose head comment has the grammar. Used by the
 * tests of passes, which are written as text.
 *
 * Two passes over the text: the first declares modules, classes, globals and functions, so that the
 * second can refer to any of them. Values and blocks of a function may be named before they are
 * defined. The first error ends the reading.
 */
#include "ir_text.h"

#include "../frontend/literal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct Reader {
    Arena *arena;
    const char *start, *cursor;
    IrProgram *program;
    IrModule *module;
    IrFunction *function;
    VEC(IrOp *) values;   /* of the function, by id; NULL: not named so far */
    VEC(IrBlock *) named; /* of the function, by id */
    VEC(IrOp *) unnamed;  /* operators without result: numbered last */
    IrBlock *block;
    const char *error;
} Reader;

/* -- words -- */

static void fail(Reader *r, const char *what) {
    if (r->error)
        return;
    unsigned line = 1;
    for (const char *at = r->start; at < r->cursor; at++)
        line += *at == '\n';
    r->error = arena_printf(r->arena, "line %u: %s", line, what);
}

/* Skips blanks and comments inside a line. */
static void skip_blanks(Reader *r) {
    while (*r->cursor == ' ' || *r->cursor == ',')
        r->cursor++;
    if (*r->cursor == ';')
        r->cursor += strcspn(r->cursor, "\n");
}

static void skip_lines(Reader *r) {
    do {
        skip_blanks(r);
    } while (*r->cursor == '\n' && r->cursor++);
}

static void next_line(Reader *r) {
    skip_blanks(r);
    if (*r->cursor && *r->cursor != '\n')
        fail(r, "more on the line than expected");
    skip_lines(r);
}

static bool is_word_char(char byte) {
    return byte && !strchr(" ,\n:;()\"'=@%#{}", byte);
}

static Str read_word(Reader *r) {
    skip_blanks(r);
    const char *from = r->cursor;
    while (is_word_char(*r->cursor))
        r->cursor++;
    Str word = {from, (size_t)(r->cursor - from)};
    return word;
}

static bool is_word(Str word, const char *text) {
    return word.size == strlen(text) && !memcmp(word.data, text, word.size);
}

/* Goes past `text` if it comes next as a word of its own. */
static bool accept(Reader *r, const char *text) {
    skip_blanks(r);
    size_t size = strlen(text);
    bool is_name = isalpha((unsigned char)text[0]) && text[size - 1] != '(';
    if (strncmp(r->cursor, text, size) || (is_name && is_word_char(r->cursor[size])))
        return false;
    r->cursor += size;
    return true;
}

static void expect(Reader *r, const char *text) {
    if (!accept(r, text))
        fail(r, arena_printf(r->arena, "%s expected", text));
}

static int64_t read_integer(Reader *r) {
    skip_blanks(r);
    char *end;
    int64_t number = strtoll(r->cursor, &end, 10);
    if (end == r->cursor)
        fail(r, "number expected");
    r->cursor = end;
    return number;
}

static uint32_t read_number(Reader *r) {
    return (uint32_t)read_integer(r);
}

static char read_escape(Reader *r) {
    char byte = *r->cursor++;
    if (byte == 'n')
        return '\n';
    if (byte != 'x')
        return byte;
    char digits[3] = {0};
    for (int i = 0; i < 2 && *r->cursor; i++)
        digits[i] = *r->cursor++;
    return (char)strtoul(digits, NULL, 16);
}

/* A string in `quote`s. */
static Str read_quoted(Reader *r, char quote) {
    VEC(char) text = {0};
    skip_blanks(r);
    if (*r->cursor != quote) {
        fail(r, "string expected");
        return (Str){"", 0};
    }
    for (r->cursor++; *r->cursor != quote;) {
        if (!*r->cursor || *r->cursor == '\n') {
            fail(r, "string without end");
            break;
        }
        char byte = *r->cursor++;
        VEC_PUSH(r->arena, &text, byte == '\\' && *r->cursor ? read_escape(r) : byte);
    }
    r->cursor += *r->cursor == quote;
    VEC_PUSH(r->arena, &text, '\0');
    return (Str){text.items, text.count - 1};
}

static const char *read_text(Reader *r) {
    return read_quoted(r, '"').data;
}

static const Name *read_name(Reader *r) {
    Str text = read_quoted(r, '"');
    return name_intern(r->program->names, text.data, text.size);
}

/* Index of `word` in a table of `count` names; `count` if it is not there. */
static uint32_t find_word(Str word, const char *const *names, uint32_t count) {
    uint32_t index = 0;
    while (index < count && !is_word(word, names[index]))
        index++;
    return index;
}

/* -- references -- */

static IrModule *read_module_name(Reader *r) {
    const char *name = read_text(r);
    for (size_t i = 0; i < r->program->modules.count; i++)
        if (!strcmp(r->program->modules.items[i]->name, name))
            return r->program->modules.items[i];
    fail(r, "no such module");
    return r->module;
}

static IrFunction *read_function_name(Reader *r) {
    expect(r, "@");
    Str symbol = read_word(r);
    for (size_t i = 0; i < r->program->modules.count; i++) {
        const IrModule *module = r->program->modules.items[i];
        for (size_t k = 0; k < module->functions.count; k++)
            if (is_word(symbol, module->functions.items[k]->symbol))
                return module->functions.items[k];
    }
    fail(r, "no such function");
    return r->function;
}

static IrClass *read_class_name(Reader *r) {
    IrModule *module = read_module_name(r);
    expect(r, ".");
    uint32_t index = read_number(r);
    if (!r->error && index < module->classes.count)
        return module->classes.items[index];
    fail(r, "no such class");
    return NULL;
}

static IrGlobal *read_global_name(Reader *r) {
    IrModule *module = read_module_name(r);
    expect(r, ":");
    const Name *name = read_name(r);
    for (size_t i = 0; !r->error && i < module->globals.count; i++)
        if (module->globals.items[i]->name == name)
            return module->globals.items[i];
    fail(r, "no such global");
    return NULL;
}

/* The index in a local's spelling, `name.index`; *name receives the part before. */
static uint32_t read_local_spelling(Reader *r, Str *name) {
    Str word = read_word(r);
    size_t dot = word.size;
    while (dot && word.data[dot - 1] != '.')
        dot--;
    if (!dot)
        fail(r, "local expected");
    *name = (Str){word.data, dot ? dot - 1 : 0};
    return (uint32_t)strtoul(word.data + dot, NULL, 10);
}

static IrLocal *read_local_name(Reader *r) {
    Str name;
    uint32_t index = read_local_spelling(r, &name);
    if (!r->error && index < r->function->locals.count)
        return r->function->locals.items[index];
    fail(r, "no such local");
    return NULL;
}

/* The value numbered so, made when it is first named. */
static IrOp *value_numbered(Reader *r, uint32_t id) {
    if (id > 1 << 24) {
        fail(r, "the number is too large");
        id = 0;
    }
    while (r->values.count <= id)
        VEC_PUSH(r->arena, &r->values, NULL);
    if (!r->values.items[id]) {
        IrOp *op = ir_op_new(r->function, IR_OPCODE_COUNT, IR_TYPE_VOID, 0);
        op->id = id;
        r->values.items[id] = op;
    }
    return r->values.items[id];
}

static IrBlock *block_numbered(Reader *r, uint32_t id) {
    if (id > 1 << 24) {
        fail(r, "the number is too large");
        id = 0;
    }
    while (r->named.count <= id)
        VEC_PUSH(r->arena, &r->named, NULL);
    if (!r->named.items[id]) {
        IrBlock *block = ARENA_NEW(r->arena, IrBlock);
        block->id = id;
        block->function = r->function;
        r->named.items[id] = block;
    }
    return r->named.items[id];
}

static IrBlock *read_block_name(Reader *r) {
    skip_blanks(r);
    if (*r->cursor != 'b')
        fail(r, "block expected");
    else
        r->cursor++;
    return block_numbered(r, read_number(r));
}

/* -- types, constants -- */

static IrType read_type(Reader *r) {
    Str word = read_word(r), kind = {NULL, 0};
    const char *dot = memchr(word.data, '.', word.size);
    if (dot) {
        kind = (Str){dot + 1, word.size - (size_t)(dot + 1 - word.data)};
        word.size = (size_t)(dot - word.data);
    }
    uint32_t repr = find_word(word, ir_repr_names, 5);
    if (repr == 5) {
        fail(r, "type expected");
        return IR_TYPE_VOID;
    }
    IrType type = ir_type((IrRepr)repr, ir_repr_kinds[repr]);
    if (dot) {
        type.kind = (IrKind)find_word(kind, ir_kind_names, KIND_COUNT);
        if (type.kind == KIND_COUNT)
            fail(r, "no such kind");
    }
    if (type.kind == KIND_INSTANCE) {
        expect(r, "(");
        type.cls = read_class_name(r);
        expect(r, ")");
    }
    return type;
}

/* The end of a number literal at `text`. */
static const char *number_end(const char *text) {
    bool is_hex = text[0] == '0' && text[1] == 'x';
    const char *end = text;
    while ((*end >= '0' && *end <= '9') || (*end >= 'a' && *end <= 'z') || *end == '.' ||
           (!is_hex && end > text && end[-1] == 'e' && (*end == '+' || *end == '-')))
        end++;
    return end;
}

/* The value of `text`; also of inf and nan, which have no literal in Python. */
static bool number_value(Reader *r, Str text, AstLiteral *value) {
    if (!text.size || !isalpha((unsigned char)text.data[0]))
        return text.size && !literal_number(r->arena, text, value);
    char *end;
    value->real = strtod(text.data, &end);
    value->kind = *end == 'j' ? CONST_COMPLEX : CONST_FLOAT;
    return end != text.data && end + (*end == 'j') == text.data + text.size;
}

static AstLiteral read_number_literal(Reader *r) {
    AstLiteral value = {.kind = CONST_NONE};
    skip_blanks(r);
    bool negative = *r->cursor == '-';
    r->cursor += negative;
    const char *end = number_end(r->cursor);
    Str text = {arena_copy(r->arena, r->cursor, (size_t)(end - r->cursor)),
                (size_t)(end - r->cursor)};
    if (!number_value(r, text, &value))
        fail(r, "constant expected");
    r->cursor = end;
    if (negative) {
        value.integer = -value.integer;
        value.real = -value.real;
    }
    return value;
}

static double read_real(Reader *r) {
    return read_number_literal(r).real;
}

static IrConstant *read_constant(Reader *r);

static IrConstant *read_items(Reader *r, bool frozen) {
    VEC(IrConstant *) items = {0};
    while (!r->error && !accept(r, ")"))
        VEC_PUSH(r->arena, &items, read_constant(r));
    return ir_constant_tuple(r->module, items.items, (uint32_t)items.count, frozen);
}

static IrConstant *read_constant(Reader *r) {
    static const char *const words[] = {"None", "True", "False", "Ellipsis"};
    skip_blanks(r);
    AstLiteral value = {.kind = CONST_NONE};
    for (uint32_t i = 0; i < 4; i++) {
        if (accept(r, words[i])) {
            value.kind = (ConstantKind)i;
            return ir_constant(r->module, &value);
        }
    }
    if (*r->cursor == '"')
        return ir_constant_name(r->module, read_name(r));
    if (accept(r, "frozenset("))
        return read_items(r, true);
    if (accept(r, "("))
        return read_items(r, false);
    if (*r->cursor == '\'') {
        value = (AstLiteral){.kind = CONST_STR, .text = read_quoted(r, '\'')};
    } else if (r->cursor[0] == 'b' && r->cursor[1] == '\'') {
        r->cursor++;
        value = (AstLiteral){.kind = CONST_BYTES, .text = read_quoted(r, '\'')};
    } else {
        value = read_number_literal(r);
    }
    return ir_constant(r->module, &value);
}

/* -- operators -- */

static RuntimeFunction read_runtime_name(Reader *r) {
    Str name = read_word(r);
    for (uint32_t i = 0; i < RUNTIME_COUNT; i++)
        if (is_word(name, runtime_facts[i].name))
            return (RuntimeFunction)i;
    fail(r, "no such runtime function");
    return RUNTIME_incref;
}

static void read_payload(Reader *r, IrOp *op) {
    switch (op->opcode) {
    case IR_CONST_I64:
        op->integer = read_integer(r);
        break;
    case IR_CONST_BOOL:
        op->integer = accept(r, "true");
        if (!op->integer)
            expect(r, "false");
        break;
    case IR_CONST_F64:
        op->real = read_real(r);
        break;
    case IR_CONST_OBJ:
        op->constant = read_constant(r);
        break;
    case IR_LOCAL_GET:
    case IR_LOCAL_SET:
    case IR_LOCAL_DEL:
        op->local = read_local_name(r);
        break;
    case IR_GLOBAL_GET:
    case IR_GLOBAL_SET:
    case IR_GLOBAL_DEL:
        op->global = read_global_name(r);
        break;
    case IR_RT:
        op->runtime = read_runtime_name(r);
        break;
    case IR_CALL:
    case IR_AWAIT_CALL:
        op->function = read_function_name(r);
        break;
    case IR_I64_COMPARE:
    case IR_F64_COMPARE:
        op->condition = (IrCondition)find_word(read_word(r), ir_condition_names, 6);
        if (op->condition > COND_GE)
            fail(r, "condition expected");
        break;
    default:
        break;
    }
}

/* Reads an operand if one comes next. */
static bool read_operand(Reader *r, IrOperand *operand) {
    skip_blanks(r);
    if (accept(r, "%"))
        *operand = (IrOperand){.kind = OPERAND_VALUE, .value = value_numbered(r, read_number(r))};
    else if (accept(r, "#"))
        *operand = (IrOperand){.kind = OPERAND_IMMEDIATE, .immediate = read_integer(r)};
    else if (*r->cursor == '"')
        *operand = (IrOperand){.kind = OPERAND_NAME, .name = read_name(r)};
    else if (r->cursor[0] == '@' && r->cursor[1] != ' ')
        *operand = (IrOperand){.kind = OPERAND_FUNCTION, .function = read_function_name(r)};
    else if (accept(r, "class"))
        *operand = (IrOperand){.kind = OPERAND_CLASS, .cls = read_class_name(r)};
    else if (accept(r, "module"))
        *operand = (IrOperand){.kind = OPERAND_MODULE, .module = read_module_name(r)};
    else
        return false;
    return true;
}

static void read_operands(Reader *r, IrOp *op) {
    VEC(IrOperand) operands = {0};
    IrOperand operand;
    while (!r->error && read_operand(r, &operand))
        VEC_PUSH(r->arena, &operands, operand);
    op->operands = operands.items;
    op->operand_count = (uint32_t)operands.count;
    if (op->opcode == IR_BR || op->opcode == IR_BRANCH)
        op->targets[0] = read_block_name(r);
    if (op->opcode == IR_BRANCH)
        op->targets[1] = read_block_name(r);
}

static uint64_t read_position(Reader *r) {
    uint64_t line = read_number(r), lines = 0;
    expect(r, ":");
    uint64_t column = read_number(r);
    expect(r, "-");
    if (accept(r, "+")) {
        lines = read_number(r);
        expect(r, ":");
    }
    uint64_t end = read_number(r);
    return line << 40 | lines << 32 | column << 16 | end;
}

static void read_suffixes(Reader *r, IrOp *op) {
    for (;;) {
        if (accept(r, "checked"))
            op->checked = true;
        else if (accept(r, "owned"))
            op->owned = true;
        else if (accept(r, "unwind"))
            op->unwind = read_block_name(r);
        else if (accept(r, "@"))
            op->position = read_position(r);
        else if (accept(r, "in"))
            op->frame = read_function_name(r);
        else
            return;
    }
}

static IrOpcode read_opcode(Reader *r) {
    Str word = read_word(r);
    for (uint32_t i = 0; i < IR_OPCODE_COUNT; i++)
        if (is_word(word, ir_opcode_text((IrOpcode)i)))
            return (IrOpcode)i;
    fail(r, "no such operator");
    return IR_UNREACHABLE;
}

/* The operator with the result that the line names, or one without result. */
static IrOp *read_result(Reader *r) {
    if (!accept(r, "%")) {
        IrOp *op = ir_op_new(r->function, IR_OPCODE_COUNT, IR_TYPE_VOID, 0);
        VEC_PUSH(r->arena, &r->unnamed, op);
        return op;
    }
    IrOp *op = value_numbered(r, read_number(r));
    if (op->block)
        fail(r, "the value is defined twice");
    expect(r, ":");
    op->type = read_type(r);
    expect(r, "=");
    return op;
}

static void read_op(Reader *r) {
    IrOp *op = read_result(r);
    op->opcode = read_opcode(r);
    if (!r->block)
        fail(r, "operator outside of a block");
    if (r->error)
        return;
    read_payload(r, op);
    read_operands(r, op);
    read_suffixes(r, op);
    ir_append(r->block, op);
}

/* -- functions -- */

static void read_params(Reader *r) {
    IrFunction *function = r->function;
    VEC(const Name *) names = {0};
    VEC(IrConstant *) defaults = {0};
    function->posonly_count = read_number(r);
    function->positional_count = read_number(r);
    function->kwonly_count = read_number(r);
    VEC(bool) have = {0};
    while (!r->error && (skip_blanks(r), *r->cursor == '"')) {
        VEC_PUSH(r->arena, &names, read_name(r));
        bool has = accept(r, "=");
        bool known = has && !accept(r, "?");
        VEC_PUSH(r->arena, &have, has);
        VEC_PUSH(r->arena, &defaults, known ? read_constant(r) : NULL);
    }
    function->params = names.items;
    function->defaults = defaults.items;
    function->has_default = have.items;
}

static void read_frees(Reader *r) {
    VEC(const Name *) names = {0};
    while (!r->error && (skip_blanks(r), *r->cursor == '"'))
        VEC_PUSH(r->arena, &names, read_name(r));
    r->function->frees = names.items;
    r->function->free_count = (uint32_t)names.count;
}

static void read_local(Reader *r) {
    Str name;
    if (read_local_spelling(r, &name) != r->function->locals.count)
        fail(r, "locals must stand in the order of their numbers");
    expect(r, ":");
    const Name *interned = name.size ? name_intern(r->program->names, name.data, name.size) : NULL;
    IrLocal *local = ir_local_new(r->function, interned, read_type(r));
    local->is_parameter = accept(r, "param");
    local->is_hidden = accept(r, "hidden");
    local->is_cell = accept(r, "cell");
}

static void read_flags(Reader *r) {
    IrFunction *function = r->function;
    while (!r->error && !accept(r, "->")) {
        if (accept(r, "virtual")) {
            function->is_virtual = true;
        } else if (accept(r, "entry")) {
            function->needs_entry = true;
        } else if (accept(r, "clone")) {
            function->is_clone = true;
        } else {
            size_t i = 0;
            while (ir_flag_names[i].name && !accept(r, ir_flag_names[i].name))
                i++;
            if (!ir_flag_names[i].name)
                fail(r, "flag of a function expected");
            function->flags |= ir_flag_names[i].flag;
        }
    }
}

static void read_function_head(Reader *r) {
    r->function = read_function_name(r);
    expect(r, "name");
    r->function->name = read_text(r);
    expect(r, "qualname");
    r->function->qualname = read_text(r);
    expect(r, "line");
    r->function->line = read_number(r);
    read_flags(r);
    r->function->return_type = read_type(r);
    expect(r, "{");
    next_line(r);
}

/* `bN:` starts a block; everything else inside a function is a header or an operator. */
static bool read_label(Reader *r) {
    const char *at = r->cursor;
    if (*at++ != 'b')
        return false;
    at += strspn(at, "0123456789");
    if (*at != ':')
        return false;
    r->block = read_block_name(r);
    if (r->block->mark)
        fail(r, "the block is defined twice");
    r->block->mark = 1;
    VEC_PUSH(r->arena, &r->function->blocks, r->block);
    expect(r, ":");
    return true;
}

static void read_function_line(Reader *r) {
    if (read_label(r))
        return;
    if (accept(r, "doc"))
        r->function->doc = read_quoted(r, '\'');
    else if (accept(r, "params"))
        read_params(r);
    else if (accept(r, "frees"))
        read_frees(r);
    else if (accept(r, "local"))
        read_local(r);
    else
        read_op(r);
}

/* Numbers what has no number of its own; everything named must be defined by now. */
static void finish_function(Reader *r) {
    IrFunction *function = r->function;
    function->next_id = (uint32_t)r->values.count;
    function->next_block_id = (uint32_t)r->named.count;
    for (size_t i = 0; i < r->values.count; i++)
        if (r->values.items[i] && !r->values.items[i]->block)
            fail(r, arena_printf(r->arena, "%%%zu is not defined", i));
    for (size_t i = 0; i < r->unnamed.count; i++)
        r->unnamed.items[i]->id = function->next_id++;
    for (size_t i = 0; i < r->named.count; i++)
        if (r->named.items[i] && !r->named.items[i]->mark)
            fail(r, arena_printf(r->arena, "b%zu is not defined", i));
    for (size_t i = 0; i < function->locals.count; i++)
        function->param_count += function->locals.items[i]->is_parameter;
}

static void read_function(Reader *r) {
    r->values.count = r->named.count = r->unnamed.count = 0;
    r->block = NULL;
    read_function_head(r);
    while (!r->error && !accept(r, "}")) {
        read_function_line(r);
        next_line(r);
    }
    if (!r->error)
        finish_function(r);
}

/* -- modules -- */

static void read_class(Reader *r) {
    const char *name = read_text(r);
    IrClass *cls = NULL;
    for (size_t i = 0; i < r->module->classes.count && !cls; i++)
        if (!r->module->classes.items[i]->qualname &&
            !strcmp(r->module->classes.items[i]->name, name))
            cls = r->module->classes.items[i];
    if (!cls) {
        fail(r, "class expected");
        return;
    }
    expect(r, "qualname");
    cls->qualname = read_text(r);
    expect(r, "line");
    cls->line = read_number(r);
    VEC(const Name *) attributes = {0};
    if (accept(r, "attributes"))
        while (!r->error && (skip_blanks(r), *r->cursor == '"'))
            VEC_PUSH(r->arena, &attributes, read_name(r));
    cls->attributes = attributes.items;
    cls->attribute_count = (uint32_t)attributes.count;
}

static void read_global(Reader *r) {
    const Name *name = read_name(r);
    IrGlobal *global = NULL;
    for (size_t i = 0; i < r->module->globals.count; i++)
        if (r->module->globals.items[i]->name == name)
            global = r->module->globals.items[i];
    if (!global) {
        fail(r, "global expected");
        return;
    }
    global->is_final = accept(r, "final");
    if (accept(r, "function"))
        global->function = read_function_name(r);
    if (accept(r, "class"))
        global->cls = read_class_name(r);
}

static void read_module(Reader *r) {
    r->module = read_module_name(r);
    expect(r, "{");
    next_line(r);
    while (!r->error && !accept(r, "}")) {
        if (accept(r, "class"))
            read_class(r);
        else if (accept(r, "global"))
            read_global(r);
        else if (accept(r, "function"))
            read_function(r);
        else
            fail(r, "class, global or function expected");
        next_line(r);
    }
    if (r->module->functions.count)
        r->module->body = r->module->functions.items[0];
}

/* -- declaring -- */

static void declare_module(Reader *r) {
    IrModule *module = ARENA_NEW(r->arena, IrModule);
    module->name = read_text(r);
    module->program = r->program;
    module->index = (uint32_t)r->program->modules.count;
    VEC_PUSH(r->arena, &r->program->modules, module);
    r->module = module;
}

static void declare_class(Reader *r) {
    IrClass *cls = ARENA_NEW(r->arena, IrClass);
    cls->name = read_text(r);
    cls->module = r->module;
    cls->index = (uint32_t)r->module->classes.count;
    VEC_PUSH(r->arena, &r->module->classes, cls);
}

static void declare_global(Reader *r) {
    IrGlobal *global = ARENA_NEW(r->arena, IrGlobal);
    global->name = read_name(r);
    global->module = r->module;
    global->index = (uint32_t)r->module->globals.count;
    VEC_PUSH(r->arena, &r->module->globals, global);
}

static void declare_function(Reader *r) {
    expect(r, "@");
    Str symbol = read_word(r);
    ir_function_new(r->module, arena_copy(r->arena, symbol.data, symbol.size));
}

/* Looks at the first word of each line. */
static void declare(Reader *r) {
    for (skip_lines(r); *r->cursor && !r->error; skip_lines(r)) {
        if (accept(r, "module"))
            declare_module(r);
        else if (r->module && accept(r, "class"))
            declare_class(r);
        else if (r->module && accept(r, "global"))
            declare_global(r);
        else if (r->module && accept(r, "function"))
            declare_function(r);
        r->cursor += strcspn(r->cursor, "\n");
    }
}

IrProgram *ir_read(Arena *arena, const char *text, const char **error) {
    IrProgram *program = ARENA_NEW(arena, IrProgram);
    program->arena = arena;
    program->names = name_table_new(arena);
    Reader r = {.arena = arena, .start = text, .cursor = text, .program = program};
    declare(&r);
    r.cursor = text;
    for (skip_lines(&r); *r.cursor && !r.error; skip_lines(&r)) {
        if (accept(&r, "native"))
            VEC_PUSH(arena, &program->natives, read_text(&r));
        else if (accept(&r, "module"))
            read_module(&r);
        else
            fail(&r, "module expected");
    }
    *error = r.error;
    return r.error ? NULL : program;
}
