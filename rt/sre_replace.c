/*
 * sre_replace.c — Pattern.sub and Pattern.subn.
 *
 * The result is put together from pieces: parts of the subject, and what stands in place of the
 * matches. A template with references to groups is taken apart by Python's part of the module,
 * once, and expanded here, piece by piece.
 */
#include "bytes.h"
#include "library_frame.h"
#include "sre.h"

typedef struct Piece {
    Value item;          /* owned; 0: a part of the subject */
    int64_t start, stop; /* its bounds, in characters */
} Piece;

typedef struct Pieces {
    Value string;        /* the subject; borrowed */
    const uint8_t *data; /* its bytes, if it has any */
    bool is_bytes;
    Piece *items;
    int64_t count, room;
} Pieces;

/* What stands in place of a match. */
enum ReplacementKind { REPLACE_LITERAL, REPLACE_TEMPLATE, REPLACE_CALL };
typedef struct Replacement {
    enum ReplacementKind kind;
    Value value; /* owned: the text, the pair of lists from re._compile_repl, or the callable */
} Replacement;

/* ---- pieces ---------------------------------------------------------------------------------- */

static int pieces_add_take(Pieces *pieces, Value item, int64_t start, int64_t stop) {
    if (pieces->count == pieces->room) {
        int64_t room = pieces->room ? pieces->room * 2 : 16;
        Piece *grown = mem_realloc_items(pieces->items, room, sizeof(Piece));
        if (!grown) {
            value_decref(item);
            return -1;
        }
        pieces->items = grown;
        pieces->room = room;
    }
    pieces->items[pieces->count++] = (Piece){item, start, stop};
    return 0;
}

static void pieces_drop(Pieces *pieces) {
    for (int64_t i = 0; i < pieces->count; i++)
        value_decref(pieces->items[i].item);
    mem_free(pieces->items);
}

static Value wrong_piece(const Pieces *pieces, int64_t index) {
    return raise_error(&rt_exc_TypeError, "sequence item %lld: expected %s, %T found",
                       (long long)index, pieces->is_bytes ? "a bytes-like object" : "str instance",
                       pieces->items[index].item);
}

static Value join_str(Pieces *pieces) {
    const StrObject *subject = AS(StrObject, pieces->string);
    int64_t length = 0, at = 0;
    uint32_t most = 0;
    for (int64_t i = 0; i < pieces->count; i++) {
        Piece *piece = &pieces->items[i];
        const StrObject *from = piece->item ? AS(StrObject, piece->item) : subject;
        if (piece->item && !value_is_str(piece->item))
            return wrong_piece(pieces, i);
        if (piece->item)
            piece->stop = from->length;
        length += piece->stop - piece->start;
        uint32_t max = from->ascii ? 0 : str_max_char(from, piece->start, piece->stop);
        most = max > most ? max : most;
    }
    StrObject *result = str_alloc(length, most ? most : 127);
    for (int64_t i = 0; result && i < pieces->count; i++) {
        const Piece *piece = &pieces->items[i];
        const StrObject *from = piece->item ? AS(StrObject, piece->item) : subject;
        str_copy_chars(result, at, from, piece->start, piece->stop - piece->start);
        at += piece->stop - piece->start;
    }
    return OBJ(result);
}

static Value join_bytes(Pieces *pieces) {
    ByteBuffer buffer = {0};
    const uint8_t *data;
    int64_t size;
    int status = 0;
    for (int64_t i = 0; status == 0 && i < pieces->count; i++) {
        const Piece *piece = &pieces->items[i];
        if (!piece->item) {
            int64_t length = piece->stop - piece->start;
            status = byte_buffer_add(&buffer, pieces->data + piece->start, length);
        } else if (bytes_view(piece->item, &data, &size)) {
            status = byte_buffer_add(&buffer, data, size);
        } else {
            wrong_piece(pieces, i);
            status = -1;
        }
    }
    Value result = status == 0 ? bytes_new(buffer.data, (size_t)buffer.size) : 0;
    mem_free(buffer.data);
    return result;
}

/* All pieces in one; new reference. */
static Value pieces_join(Pieces *pieces) {
    if (pieces->count == 0)
        return sre_slice(pieces->string, 0, 0);
    const Piece *first = &pieces->items[0];
    if (pieces->count == 1 && !first->item)
        return sre_slice(pieces->string, first->start, first->stop);
    const Type *plain = pieces->is_bytes ? &rt_type_bytes : &rt_type_str;
    if (pieces->count == 1 && value_is(first->item, plain))
        return value_incref(first->item);
    return pieces->is_bytes ? join_bytes(pieces) : join_str(pieces);
}

/* ---- replacements ---------------------------------------------------------------------------- */

/* Text without a backslash stands for itself. */
static bool is_literal(Value text) {
    const uint8_t *data;
    int64_t size;
    if (!value_is_str(text))
        return bytes_view(text, &data, &size) && !(size && memchr(data, '\\', (size_t)size));
    const StrObject *str = AS(StrObject, text);
    for (int64_t i = 0; i < str->length; i++)
        if (str_at(str, i) == '\\')
            return false;
    return true;
}

/* `parsed` is what re._compile_repl answers: a list of (place, group) and a list of texts, None at
 * the places. A template that turns out to be one text is one. Steals `parsed`. */
static int read_template_take(Value parsed, Replacement *replacement) {
    bool valid = value_is(parsed, &rt_type_tuple) && AS(TupleObject, parsed)->length == 2;
    const Value *parts = AS(TupleObject, parsed)->items;
    valid = valid && value_is(parts[0], &rt_type_list) && value_is(parts[1], &rt_type_list);
    if (!valid) {
        value_decref(parsed);
        return raise_status(&rt_exc_TypeError, "invalid template");
    }
    const ListObject *groups = AS(ListObject, parts[0]), *texts = AS(ListObject, parts[1]);
    *replacement = (Replacement){REPLACE_TEMPLATE, parsed};
    if (groups->length == 0 && texts->length == 1) {
        *replacement = (Replacement){REPLACE_LITERAL, value_incref(texts->items[0])};
        value_decref(parsed);
    }
    return 0;
}

static int read_replacement(PatternObject *pattern, Value value, Replacement *replacement) {
    bool callable = object_callable(value);
    if (callable || is_literal(value)) {
        enum ReplacementKind kind = callable ? REPLACE_CALL : REPLACE_LITERAL;
        *replacement = (Replacement){kind, value_incref(value)};
        return 0;
    }
    Value re = module_import("re");
    Value arguments[2] = {value, OBJ(pattern)};
    static const LibraryFrame frame = {.file = LIBRARY_ROOT "re/__init__.py",
                                       .name = "_subx",
                                       .text = "template = _compile_repl(template, pattern)",
                                       .line = 317};
    Value parsed = re ? object_call_method(re, "_compile_repl", arguments, 2) : 0;
    traceback_through(&frame);
    value_decref(re);
    return parsed ? read_template_take(parsed, replacement) : -1;
}

/* The number of the group in an entry (place, group); -1: it is not one. */
static int64_t entry_group(const SreState *state, Value entry, int64_t place) {
    if (!value_is(entry, &rt_type_tuple) || AS(TupleObject, entry)->length != 2)
        return -1;
    const Value *pair = AS(TupleObject, entry)->items;
    if (pair[0] != value_from_small_int(place) || !value_is_small_int(pair[1]))
        return -1;
    int64_t group = value_small_int(pair[1]);
    return group <= state->program->mark_count / 2 ? group : -1;
}

/* Adds the pieces of an expanded template. */
static int add_template(Pieces *pieces, const SreState *state, Value parsed) {
    const Value *parts = AS(TupleObject, parsed)->items;
    const ListObject *groups = AS(ListObject, parts[0]), *texts = AS(ListObject, parts[1]);
    int status = 0;
    int64_t next = 0;
    for (int64_t i = 0; status == 0 && i < texts->length; i++) {
        if (texts->items[i] != VALUE_NONE) {
            status = pieces_add_take(pieces, value_incref(texts->items[i]), 0, 0);
            continue;
        }
        int64_t start, stop;
        int64_t group = next < groups->length ? entry_group(state, groups->items[next], i) : -1;
        if (group < 0)
            return raise_status(&rt_exc_IndexError, "no such group");
        if (sre_state_span(state, group, &start, &stop))
            status = pieces_add_take(pieces, 0, start, stop);
        next++;
    }
    return status;
}

/* The texts of a template are those of bytes patterns or of others. */
static bool template_fits(const Pieces *pieces, Value parsed) {
    const ListObject *texts = AS(ListObject, AS(TupleObject, parsed)->items[1]);
    for (int64_t i = 0; i < texts->length; i++)
        if (texts->items[i] != VALUE_NONE &&
            !(pieces->is_bytes ? value_is(texts->items[i], &rt_type_bytes)
                               : value_is_str(texts->items[i])))
            return false;
    return true;
}

/* The expanded template as one text, or the error that joining it raises. */
static int add_expanded(Pieces *pieces, const SreState *state, Value parsed) {
    if (template_fits(pieces, parsed))
        return add_template(pieces, state, parsed);
    Pieces parts = {.string = pieces->string, .data = pieces->data, .is_bytes = pieces->is_bytes};
    Value text = add_template(&parts, state, parsed) == 0 ? pieces_join(&parts) : 0;
    pieces_drop(&parts);
    return text ? pieces_add_take(pieces, text, 0, 0) : -1;
}

static int add_replacement(Pieces *pieces, PatternObject *pattern, const SreState *state,
                           const Replacement *replacement) {
    if (replacement->kind == REPLACE_TEMPLATE)
        return add_expanded(pieces, state, replacement->value);
    if (replacement->kind == REPLACE_LITERAL)
        return pieces_add_take(pieces, value_incref(replacement->value), 0, 0);
    Value match = sre_match_new(pattern, state, 1);
    Value item = match ? object_call1(replacement->value, match) : 0;
    value_decref(match);
    if (!item)
        return -1;
    return item == VALUE_NONE ? 0 : pieces_add_take(pieces, item, 0, 0);
}

/* ---- the search ------------------------------------------------------------------------------ */

/* Replaces up to `most` matches (0: all) and adds the rest. Answers how many, or -1. */
static int64_t replace_all(Pieces *pieces, PatternObject *pattern, SreState *state,
                           const Replacement *replacement, int64_t most) {
    int64_t done = 0, behind = 0, start, stop;
    while (!most || done < most) {
        int status = sre_search(state);
        if (status < 0)
            return -1;
        if (status == 0)
            break;
        sre_state_span(state, 0, &start, &stop);
        if (behind < start && pieces_add_take(pieces, 0, behind, start) < 0)
            return -1;
        if (add_replacement(pieces, pattern, state, replacement) < 0)
            return -1;
        behind = stop;
        done++;
        sre_state_advance(state);
    }
    if (behind < state->endpos && pieces_add_take(pieces, 0, behind, state->endpos) < 0)
        return -1;
    return done;
}

Value sre_sub(PatternObject *pattern, Value value, Value string, int64_t most, bool counted) {
    Replacement replacement;
    SreState state;
    if (read_replacement(pattern, value, &replacement) < 0)
        return 0;
    if (sre_state_init(&state, pattern, string, 0, INT64_MAX) < 0) {
        value_decref(replacement.value);
        return 0;
    }
    Pieces pieces = {.string = string, .data = state.beginning, .is_bytes = state.is_bytes};
    int64_t done = replace_all(&pieces, pattern, &state, &replacement, most);
    Value result = done < 0 ? 0 : pieces_join(&pieces);
    pieces_drop(&pieces);
    sre_state_drop(&state);
    value_decref(replacement.value);
    if (!counted || !result)
        return result;
    Value pair[2] = {result, value_from_small_int(done)};
    Value answer = tuple_new(pair, 2);
    value_decref(result);
    return answer;
}
