/*
 * bind.c — the arguments of a call bound to parameters (see bind.h).
 */
#include "bind.h"

#include "../rt/abi.h"

#include <string.h>

static bool bind_keyword(BoundCall *binding, const IrConstant *name, IrOp *value) {
    const IrFunction *function = binding->function;
    for (uint32_t i = function->posonly_count; i < function->param_count; i++) {
        const Name *param = function->params[i];
        if (param->size != name->value.text.size ||
            memcmp(param->text, name->value.text.data, param->size))
            continue;
        if (binding->values[i])
            return false;
        binding->values[i] = value;
        return true;
    }
    return false;
}

static bool bind_keywords(BoundCall *binding, const CallArguments *arguments, uint32_t first) {
    const IrOp *call = arguments->call;
    for (uint32_t i = 0; first + i < call->operand_count; i++)
        if (!bind_keyword(binding, arguments->names->constant->items[i],
                          call->operands[first + i].value))
            return false;
    return true;
}

/* Does every parameter have an argument or a default that can be written down here? */
static bool has_defaults(const BoundCall *binding, uint32_t skipped,
                         const CallArguments *arguments) {
    const IrFunction *function = binding->function;
    for (uint32_t i = skipped; i < function->param_count; i++) {
        if (binding->values[i])
            continue;
        if (!arguments->defaults_are_known ||
            function->module != arguments->call->block->function->module || !function->defaults ||
            !function->defaults[i])
            return false;
    }
    return true;
}

bool bind_call(Arena *arena, BoundCall *binding, IrFunction *function, uint32_t skipped,
               const CallArguments *arguments) {
    const IrOp *call = arguments->call;
    uint32_t keywords =
        arguments->names->opcode == IR_CONST_OBJ ? arguments->names->constant->item_count : 0;
    uint32_t positional = call->operand_count - arguments->first - keywords;
    if ((function->flags & (FUNCTION_VARARGS | FUNCTION_VARKEYWORDS)) ||
        skipped + positional > function->positional_count)
        return false;
    *binding = (BoundCall){function, ARENA_ARRAY(arena, IrOp *, function->param_count + 1)};
    for (uint32_t i = 0; i < positional; i++)
        binding->values[skipped + i] = call->operands[arguments->first + i].value;
    return bind_keywords(binding, arguments, arguments->first + positional) &&
           has_defaults(binding, skipped, arguments);
}

void bind_operands(IrOp *call, const BoundCall *binding) {
    const IrFunction *target = binding->function;
    for (uint32_t i = 0; i < target->param_count; i++) {
        IrOp *value = binding->values[i];
        if (!value) {
            value = ir_op_new(call->block->function, IR_CONST_OBJ, IR_TYPE_OBJ, 0);
            value->constant = target->defaults[i];
            ir_insert_before(call, value);
        }
        call->operands[1 + i].value = value;
    }
}
