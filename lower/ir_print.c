/*
 * ir_print.c — the textual form of the IR, for --emit=ir, --print-after and the tests of passes.
 * ir_read.c reads it back. Everything from `;` to the end of a line is a comment.
 *
 *   program   = { "native" TEXT | module }
 *   module    = "module" TEXT "{" { class | global | function } "}"
 *   class     = "class" TEXT "qualname" TEXT "line" NUMBER [ "attributes" TEXT { "," TEXT } ]
 *   global    = "global" TEXT [ "final" ] [ "function" symbol ] [ "class" class-ref ]
 *   function  = "function" symbol "name" TEXT "qualname" TEXT "line" NUMBER
 *               { FLAG | "virtual" | "entry" | "clone" } "->" type "{" { header } { block } "}"
 *   header    = "doc" constant
 *             | "params" NUMBER NUMBER NUMBER { param }   posonly, positional, keyword-only
 *             | "frees" { TEXT }
 *             | "local" local ":" type { "param" | "hidden" | "cell" }   in order of their index
 *   param     = TEXT [ "=" ( constant | "?" ) ]           ? : a default that is no constant
 *   block     = "b" NUMBER ":" { op }                     the first is the entry
 *   op        = [ value ":" type "=" ] OPCODE { payload } { operand } { suffix } (one a line)
 *   payload   = local | global-ref | constant | NUMBER | runtime name | symbol | condition | block
 *   operand   = value | "#" NUMBER | TEXT | symbol | "class" class-ref | "module" TEXT
 *   suffix    = "checked" | "owned" | "unwind" block
 *             | "@" LINE ":" COLUMN "-" [ "+" LINES ":" ] COLUMN | "in" symbol
 *   type      = void | obj | i64 | f64 | bool, with "." and a kind where it says more
 *   value     = "%" NUMBER            symbol = "@" and the function's symbol
 *   local     = name "." index        class-ref = TEXT "." index   global-ref = TEXT ":" TEXT
 *   constant  = None | True | False | Ellipsis | INT | 0xHEX | FLOAT | FLOATj | 'text' | b'bytes'
 *             | TEXT (an interned name) | "(" { constant "," } ")" | "frozenset(" ... ")"
 *
 * TEXT is in double quotes. Strings know the escapes of Python.
 */
#include "ir_text.h"

#include "../rt/abi.h"

#include <math.h>
#include <string.h>

typedef struct Printer {
    Arena *arena;
    VEC(char) text;
} Printer;

static void put_bytes(Printer *p, const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        VEC_PUSH(p->arena, &p->text, bytes[i]);
}

static void put(Printer *p, const char *text) {
    put_bytes(p, text, strlen(text));
}

__attribute__((format(printf, 2, 3))) static void putf(Printer *p, const char *format, ...) {
    va_list args;
    va_start(args, format);
    put(p, arena_vprintf(p->arena, format, args));
    va_end(args);
}

static Str finish(Printer *p) {
    VEC_PUSH(p->arena, &p->text, '\0');
    return (Str){p->text.items, p->text.count - 1};
}

/* -- names, types -- */

/* Quoted text; bytes beyond ASCII as they are, or escaped if `ascii`. */
static void put_quoted(Printer *p, char quote, Str text, bool ascii) {
    putf(p, "%c", quote);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte == '\n')
            put(p, "\\n");
        else if (byte < ' ' || byte == 127 || (ascii && byte > 127))
            putf(p, "\\x%02x", byte);
        else if (byte == '\\' || byte == (unsigned char)quote)
            putf(p, "\\%c", byte);
        else
            put_bytes(p, (const char *)&text.data[i], 1);
    }
    putf(p, "%c", quote);
}

static void put_text(Printer *p, const char *text) {
    put_quoted(p, '"', (Str){text, strlen(text)}, false);
}

static void put_name(Printer *p, const Name *name) {
    put_quoted(p, '"', (Str){name->text, name->size}, false);
}

static void put_class(Printer *p, const IrClass *cls) {
    put_text(p, cls->module->name);
    putf(p, ".%u", cls->index);
}

const char *const ir_kind_names[KIND_COUNT] = {
    [KIND_NEVER] = "never",       [KIND_ANY] = "any",     [KIND_INT] = "int",
    [KIND_FLOAT] = "float",       [KIND_BOOL] = "bool",   [KIND_NONE] = "none",
    [KIND_STR] = "str",           [KIND_BYTES] = "bytes", [KIND_LIST] = "list",
    [KIND_TUPLE] = "tuple",       [KIND_DICT] = "dict",   [KIND_SET] = "set",
    [KIND_INSTANCE] = "instance",
};
const char *const ir_repr_names[5] = {"void", "obj", "i64", "f64", "bool"};
const IrKind ir_repr_kinds[5] = {KIND_NEVER, KIND_ANY, KIND_INT, KIND_FLOAT, KIND_BOOL};
const char *const ir_condition_names[6] = {"lt", "le", "eq", "ne", "gt", "ge"};

static void put_type(Printer *p, IrType type) {
    put(p, ir_repr_names[type.repr]);
    if (type.kind == ir_repr_kinds[type.repr])
        return;
    putf(p, ".%s", ir_kind_names[type.kind]);
    if (type.kind == KIND_INSTANCE) {
        put(p, "(");
        put_class(p, type.cls);
        put(p, ")");
    }
}

static void put_local(Printer *p, const IrLocal *local) {
    putf(p, "%s.%u", local->name ? local->name->text : "", local->index);
}

static void put_global(Printer *p, const IrGlobal *global) {
    put_text(p, global->module->name);
    put(p, ":");
    put_name(p, global->name);
}

/* -- constants -- */

static void put_constant(Printer *p, const IrConstant *constant);

static void put_items(Printer *p, const IrConstant *constant) {
    put(p, constant->is_frozenset ? "frozenset(" : "(");
    for (uint32_t i = 0; i < constant->item_count; i++) {
        put_constant(p, constant->items[i]);
        put(p, i + 1 < constant->item_count ? ", " : ",");
    }
    put(p, ")");
}

static void put_real(Printer *p, double real) {
    if (isnan(real) || isinf(real)) {
        putf(p, "%f", real);
        return;
    }
    AstLiteral literal = {.kind = CONST_FLOAT, .real = real};
    Str text = ast_constant_repr(p->arena, &literal);
    put_bytes(p, text.data, text.size);
}

static void put_literal(Printer *p, const AstLiteral *value) {
    switch (value->kind) {
    case CONST_NONE:
        put(p, "None");
        break;
    case CONST_TRUE:
        put(p, "True");
        break;
    case CONST_FALSE:
        put(p, "False");
        break;
    case CONST_ELLIPSIS:
        put(p, "Ellipsis");
        break;
    case CONST_INT:
        putf(p, "%lld", (long long)value->integer);
        break;
    case CONST_BIGINT:
        putf(p, "0x%s", value->text.data);
        break;
    case CONST_FLOAT:
        put_real(p, value->real);
        break;
    case CONST_COMPLEX:
        put_real(p, value->real);
        put(p, "j");
        break;
    case CONST_STR:
        put_quoted(p, '\'', value->text, false);
        break;
    case CONST_BYTES:
        put(p, "b");
        put_quoted(p, '\'', value->text, true);
        break;
    }
}

static void put_constant(Printer *p, const IrConstant *constant) {
    if (constant->is_tuple || constant->is_frozenset)
        put_items(p, constant);
    else if (constant->is_name)
        put_quoted(p, '"', constant->value.text, false);
    else
        put_literal(p, &constant->value);
}

/* -- operators -- */

static void put_payload(Printer *p, const IrOp *op) {
    switch (op->opcode) {
    case IR_CONST_I64:
        putf(p, " %lld", (long long)op->integer);
        break;
    case IR_CONST_BOOL:
        put(p, op->integer ? " true" : " false");
        break;
    case IR_CONST_F64:
        put(p, " ");
        put_real(p, op->real);
        break;
    case IR_CONST_OBJ:
        put(p, " ");
        put_constant(p, op->constant);
        break;
    case IR_LOCAL_GET:
    case IR_LOCAL_SET:
    case IR_LOCAL_DEL:
        put(p, " ");
        put_local(p, op->local);
        break;
    case IR_GLOBAL_GET:
    case IR_GLOBAL_SET:
    case IR_GLOBAL_DEL:
        put(p, " ");
        put_global(p, op->global);
        break;
    case IR_RT:
        putf(p, " %s", runtime_facts[op->runtime].name);
        break;
    case IR_CALL:
    case IR_AWAIT_CALL:
        putf(p, " @%s", op->function->symbol);
        break;
    case IR_I64_COMPARE:
    case IR_F64_COMPARE:
        putf(p, " %s", ir_condition_names[op->condition]);
        break;
    default:
        break;
    }
}

static void put_operand(Printer *p, const IrOperand *operand) {
    switch (operand->kind) {
    case OPERAND_VALUE:
        putf(p, "%%%u", operand->value->id);
        break;
    case OPERAND_IMMEDIATE:
        putf(p, "#%lld", (long long)operand->immediate);
        break;
    case OPERAND_NAME:
        put_name(p, operand->name);
        break;
    case OPERAND_FUNCTION:
        putf(p, "@%s", operand->function->symbol);
        break;
    case OPERAND_CLASS:
        put(p, "class ");
        put_class(p, operand->cls);
        break;
    case OPERAND_MODULE:
        put(p, "module ");
        put_text(p, operand->module->name);
        break;
    }
}

static void put_position(Printer *p, uint64_t position) {
    unsigned lines = position >> 32 & 0xff;
    putf(p, " @ %u:%u-", (unsigned)(position >> 40), (unsigned)(position >> 16 & 0xffff));
    if (lines)
        putf(p, "+%u:", lines);
    putf(p, "%u", (unsigned)(position & 0xffff));
}

static void put_suffixes(Printer *p, const IrOp *op) {
    if (op->checked)
        put(p, " checked");
    if (op->owned)
        put(p, " owned");
    if (op->unwind)
        putf(p, " unwind b%u", op->unwind->id);
    if (op->position)
        put_position(p, op->position);
    if (op->frame)
        putf(p, " in @%s", op->frame->symbol);
}

static void put_op(Printer *p, const IrOp *op) {
    put(p, "  ");
    if (op->type.repr != REPR_VOID) {
        putf(p, "%%%u: ", op->id);
        put_type(p, op->type);
        put(p, " = ");
    }
    put(p, ir_opcode_text(op->opcode));
    put_payload(p, op);
    bool is_store = op->opcode == IR_LOCAL_SET || op->opcode == IR_GLOBAL_SET;
    put(p, is_store ? "," : "");
    for (uint32_t i = 0; i < op->operand_count; i++) {
        put(p, i ? ", " : " ");
        put_operand(p, &op->operands[i]);
    }
    if (op->opcode == IR_BR)
        putf(p, " b%u", op->targets[0]->id);
    if (op->opcode == IR_BRANCH)
        putf(p, ", b%u, b%u", op->targets[0]->id, op->targets[1]->id);
    put_suffixes(p, op);
    put(p, "\n");
}

/* -- functions, modules -- */

const struct IrFlagName ir_flag_names[] = {
    {FUNCTION_VARARGS, "varargs"},
    {FUNCTION_VARKEYWORDS, "varkeywords"},
    {FUNCTION_GENERATOR, "generator"},
    {FUNCTION_COROUTINE, "coroutine"},
    {FUNCTION_ASYNC_GENERATOR, "async_generator"},
    {FUNCTION_HAS_HANDLERS, "has_handlers"},
    {FUNCTION_CLASS_BODY, "class_body"},
    {FUNCTION_LAMBDA, "lambda"},
    {FUNCTION_FRAMELESS, "frameless"},
    {0, NULL},
};

static void put_function_head(Printer *p, const IrFunction *function) {
    putf(p, "function @%s name ", function->symbol);
    put_text(p, function->name);
    put(p, " qualname ");
    put_text(p, function->qualname);
    putf(p, " line %u", function->line);
    for (size_t i = 0; ir_flag_names[i].name; i++)
        if (function->flags & ir_flag_names[i].flag)
            putf(p, " %s", ir_flag_names[i].name);
    put(p, function->is_virtual ? " virtual" : "");
    put(p, function->needs_entry ? " entry" : "");
    put(p, function->is_clone ? " clone" : "");
    put(p, " -> ");
    put_type(p, function->return_type);
    put(p, " {\n");
}

static void put_params(Printer *p, const IrFunction *function) {
    putf(p, "  params %u %u %u", function->posonly_count, function->positional_count,
         function->kwonly_count);
    for (uint32_t i = 0; i < function->param_count; i++) {
        put(p, " ");
        put_name(p, function->params[i]);
        if (function->defaults && function->defaults[i]) {
            put(p, " = ");
            put_constant(p, function->defaults[i]);
        } else if (function->has_default && function->has_default[i]) {
            put(p, " = ?");
        }
    }
    put(p, "\n");
}

static void put_function_headers(Printer *p, const IrFunction *function) {
    if (function->doc.data) {
        put(p, "  doc ");
        put_quoted(p, '\'', function->doc, false);
        put(p, "\n");
    }
    if (function->param_count)
        put_params(p, function);
    if (function->free_count) {
        put(p, "  frees");
        for (uint32_t i = 0; i < function->free_count; i++) {
            put(p, " ");
            put_name(p, function->frees[i]);
        }
        put(p, "\n");
    }
    for (size_t i = 0; i < function->locals.count; i++) {
        const IrLocal *local = function->locals.items[i];
        put(p, "  local ");
        put_local(p, local);
        put(p, ": ");
        put_type(p, local->type);
        put(p, local->is_parameter ? " param" : "");
        put(p, local->is_hidden ? " hidden" : "");
        put(p, local->is_cell ? " cell\n" : "\n");
    }
}

static void put_function(Printer *p, const IrFunction *function) {
    put_function_head(p, function);
    put_function_headers(p, function);
    for (size_t i = 0; i < function->blocks.count; i++) {
        putf(p, "b%u:\n", function->blocks.items[i]->id);
        for (const IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            put_op(p, op);
    }
    put(p, "}\n");
}

static void put_class_row(Printer *p, const IrClass *cls) {
    put(p, "class ");
    put_text(p, cls->name);
    put(p, " qualname ");
    put_text(p, cls->qualname);
    putf(p, " line %u", cls->line);
    for (uint32_t i = 0; i < cls->attribute_count; i++) {
        put(p, i ? ", " : " attributes ");
        put_name(p, cls->attributes[i]);
    }
    put(p, "\n");
}

static void put_global_row(Printer *p, const IrGlobal *global) {
    put(p, "global ");
    put_name(p, global->name);
    put(p, global->is_final ? " final" : "");
    if (global->function)
        putf(p, " function @%s", global->function->symbol);
    if (global->cls) {
        put(p, " class ");
        put_class(p, global->cls);
    }
    put(p, "\n");
}

static void put_module(Printer *p, const IrModule *module) {
    put(p, "module ");
    put_text(p, module->name);
    put(p, " {\n");
    for (size_t i = 0; i < module->classes.count; i++)
        put_class_row(p, module->classes.items[i]);
    for (size_t i = 0; i < module->globals.count; i++)
        put_global_row(p, module->globals.items[i]);
    for (size_t i = 0; i < module->functions.count; i++) {
        put(p, "\n");
        put_function(p, module->functions.items[i]);
    }
    put(p, "}\n");
}

Str ir_print(Arena *arena, const IrProgram *program) {
    Printer printer = {.arena = arena};
    for (size_t i = 0; i < program->natives.count; i++) {
        put(&printer, "native ");
        put_text(&printer, program->natives.items[i]);
        put(&printer, "\n");
    }
    for (size_t i = 0; i < program->modules.count; i++)
        put_module(&printer, program->modules.items[i]);
    return finish(&printer);
}

Str ir_print_function(Arena *arena, const IrFunction *function) {
    Printer printer = {.arena = arena};
    put_function(&printer, function);
    return finish(&printer);
}
