/*
 * mod_csv_read.c — csv.reader: lines to rows, by a machine that takes one character after the other
 * and keeps its state from line to line while a quoted field goes on.
 */
#include "csv.h"

enum State {
    START_ROW,
    START_FIELD,
    ESCAPED, /* behind the escape character */
    IN_FIELD,
    IN_QUOTES,
    ESCAPED_IN_QUOTES,
    QUOTE_IN_QUOTES,  /* behind a quote: the end, or the first of two */
    SKIP_LINE_END,    /* behind \r or \n */
    ESCAPED_LINE_END, /* an escaped end of a line: the field goes on in the next one */
};

enum { END_OF_LINE = -2 };

typedef struct Reader {
    Object base;
    Value lines, dialect; /* an iterator; CsvDialect */
    Value row;            /* list of what was read of the row */
    uint32_t *field;
    int64_t length, room;
    uint32_t widest; /* of the field's characters, or-ed */
    uint8_t state;
    bool numeric; /* the field is not quoted and numbers are wanted */
    int64_t line_number;
} Reader;

#define SELF(value) AS(Reader, value)

static const CsvDialect *dialect_of(const Reader *reader) {
    return AS(CsvDialect, reader->dialect);
}

static int add_character(Reader *reader, int64_t character) {
    if (reader->length >= rt_csv_field_limit)
        return raise_status(csv_error_type(), "field larger than field limit (%lld)",
                            (long long)rt_csv_field_limit);
    if (reader->length == reader->room) {
        int64_t room = reader->room ? 2 * reader->room : 256;
        uint32_t *field = mem_realloc(reader->field, (uint64_t)room * sizeof *field);
        if (!field)
            return -1;
        reader->field = field;
        reader->room = room;
    }
    reader->field[reader->length++] = (uint32_t)character;
    reader->widest |= (uint32_t)character;
    return 0;
}

static Value field_text(const Reader *reader) {
    if (reader->length == 0)
        return str_empty();
    if (reader->widest > 0x7f)
        return str_from_ucs4(reader->field, reader->length);
    StrObject *str = str_alloc(reader->length, 0x7f);
    for (int64_t i = 0; str && i < reader->length; i++)
        ((uint8_t *)str_data(str))[i] = (uint8_t)reader->field[i];
    return OBJ(str);
}

static int save_field(Reader *reader) {
    Value field = field_text(reader);
    if (field && reader->numeric) {
        Value number = float_parse(field);
        value_decref(field);
        field = number;
    }
    reader->numeric = false;
    reader->length = 0;
    reader->widest = 0;
    return field ? list_append_take(reader->row, field) : -1;
}

/* ---- the machine ----------------------------------------------------------------------------- */

static bool is_line_end(int64_t character) {
    return character == '\n' || character == '\r' || character == END_OF_LINE;
}

/* The state behind a field that ended with this end of a line, or with the delimiter. */
static int end_field(Reader *reader, int64_t character) {
    if (save_field(reader) < 0)
        return -1;
    reader->state = character == END_OF_LINE ? START_ROW
                    : is_line_end(character) ? SKIP_LINE_END
                                             : START_FIELD;
    return 0;
}

static int at_field_start(Reader *reader, int64_t character) {
    const CsvDialect *dialect = dialect_of(reader);
    if (is_line_end(character) || character == dialect->delimiter)
        return end_field(reader, character);
    if (character == dialect->quote && dialect->quoting != QUOTE_NONE) {
        reader->state = IN_QUOTES;
        return 0;
    }
    if (character == ' ' && dialect->skip_blanks) {
        reader->state = START_FIELD;
        return 0;
    }
    if (character == dialect->escape) {
        reader->state = ESCAPED;
        return 0;
    }
    reader->numeric = dialect->quoting == QUOTE_NONNUMERIC;
    reader->state = IN_FIELD;
    return add_character(reader, character);
}

static int in_field(Reader *reader, int64_t character) {
    const CsvDialect *dialect = dialect_of(reader);
    if (is_line_end(character) || character == dialect->delimiter)
        return end_field(reader, character);
    if (character == dialect->escape) {
        reader->state = ESCAPED;
        return 0;
    }
    return add_character(reader, character); /* behind an escaped end of a line the state stays */
}

static int behind_escape(Reader *reader, int64_t character) {
    if (character == '\n' || character == '\r') {
        reader->state = ESCAPED_LINE_END;
        return add_character(reader, character);
    }
    reader->state = IN_FIELD;
    return add_character(reader, character == END_OF_LINE ? '\n' : character);
}

static int in_quotes(Reader *reader, int64_t character) {
    const CsvDialect *dialect = dialect_of(reader);
    if (character == END_OF_LINE)
        return 0;
    if (character == dialect->escape)
        reader->state = ESCAPED_IN_QUOTES;
    else if (character == dialect->quote && dialect->quoting != QUOTE_NONE)
        reader->state = dialect->double_quote ? QUOTE_IN_QUOTES : IN_FIELD;
    else
        return add_character(reader, character);
    return 0;
}

static int behind_quote(Reader *reader, int64_t character) {
    const CsvDialect *dialect = dialect_of(reader);
    if (dialect->quoting != QUOTE_NONE && character == dialect->quote) {
        reader->state = IN_QUOTES;
        return add_character(reader, character);
    }
    if (is_line_end(character) || character == dialect->delimiter)
        return end_field(reader, character);
    if (dialect->strict) {
        Value delimiter = str_from_char((uint32_t)dialect->delimiter);
        Value quote = str_from_char((uint32_t)dialect->quote);
        if (delimiter && quote)
            raise_error(csv_error_type(), "'%S' expected after '%S'", delimiter, quote);
        value_decref(delimiter);
        value_decref(quote);
        return -1;
    }
    reader->state = IN_FIELD;
    return add_character(reader, character);
}

static int behind_line_end(Reader *reader, int64_t character) {
    if (character == END_OF_LINE)
        reader->state = START_ROW;
    else if (!is_line_end(character))
        return raise_status(csv_error_type(),
                            "new-line character seen in unquoted field - do you need to open the "
                            "file in universal-newline mode?");
    return 0;
}

static int take_character(Reader *reader, int64_t character) {
    switch (reader->state) {
    case START_ROW:
        if (character == END_OF_LINE) /* an empty line: no fields */
            return 0;
        if (is_line_end(character)) {
            reader->state = SKIP_LINE_END;
            return 0;
        }
        return at_field_start(reader, character);
    case START_FIELD:
        return at_field_start(reader, character);
    case ESCAPED:
        return behind_escape(reader, character);
    case ESCAPED_LINE_END:
        return character == END_OF_LINE ? 0 : in_field(reader, character);
    case IN_FIELD:
        return in_field(reader, character);
    case IN_QUOTES:
        return in_quotes(reader, character);
    case ESCAPED_IN_QUOTES:
        reader->state = IN_QUOTES;
        return add_character(reader, character == END_OF_LINE ? '\n' : character);
    case QUOTE_IN_QUOTES:
        return behind_quote(reader, character);
    default:
        return behind_line_end(reader, character);
    }
}

/* Where the field that begins at `start` ends, if it is one that the machine would take over as it
 * stands, together with its delimiter or the end of the line; or -1. */
static int64_t plain_end(const Reader *reader, const StrObject *str, int64_t start) {
    const CsvDialect *dialect = dialect_of(reader);
    const uint8_t *text = str_data(str);
    bool is_quoted = text[start] == dialect->quote && dialect->quoting != QUOTE_NONE;
    if (is_quoted || dialect->quoting == QUOTE_NONNUMERIC ||
        (text[start] == ' ' && dialect->skip_blanks))
        return -1;
    int64_t stop = start;
    while (stop < str->length && text[stop] != dialect->delimiter &&
           text[stop] != dialect->escape && text[stop] != '\n' && text[stop] != '\r')
        stop++;
    bool is_empty_line = stop == start && reader->state == START_ROW;
    bool ends = stop < str->length && text[stop] != dialect->escape;
    return ends && !is_empty_line && stop - start <= rt_csv_field_limit ? stop : -1;
}

/* Most fields have no quotes and are cut out of their line. The place behind them, or -1. */
static int64_t take_plain_fields(Reader *reader, Value line) {
    const StrObject *str = AS(StrObject, line);
    int64_t start = 0, stop;
    if (!str->ascii || reader->state != START_ROW)
        return 0;
    while (start < str->length && reader->state != SKIP_LINE_END &&
           (stop = plain_end(reader, str, start)) >= 0) {
        Value field = str_substring(line, start, stop);
        if (!field || list_append_take(reader->row, field) < 0)
            return -1;
        reader->state = (int32_t)str_at(str, stop) == dialect_of(reader)->delimiter ? START_FIELD
                                                                                    : SKIP_LINE_END;
        start = stop + 1;
    }
    return start;
}

static int take_line(Reader *reader, Value line) {
    if (!value_is_str(line))
        return raise_status(csv_error_type(),
                            "iterator should return strings, not %N (the file should be opened in "
                            "text mode)",
                            value_type(line));
    reader->line_number++;
    const StrObject *str = AS(StrObject, line);
    int64_t start = take_plain_fields(reader, line);
    if (start < 0)
        return -1;
    for (int64_t i = start; i < str->length; i++)
        if (take_character(reader, str_at(str, i)) < 0)
            return -1;
    return take_character(reader, END_OF_LINE);
}

/* ---- the iterator ---------------------------------------------------------------------------- */

/* The lines are over. What is left of a row counts, unless that is an error. */
static int at_end(Reader *reader) {
    bool left = reader->length != 0 || reader->state == IN_QUOTES;
    if (!left)
        return 0;
    if (dialect_of(reader)->strict)
        return raise_status(csv_error_type(), "unexpected end of data");
    return save_field(reader) < 0 ? -1 : 1;
}

static int begin_row(Reader *reader) {
    value_replace(&reader->row, list_new(NULL, 0));
    reader->length = 0;
    reader->widest = 0;
    reader->state = START_ROW;
    reader->numeric = false;
    return reader->row ? 0 : -1;
}

static Value reader_next(Value self) {
    Reader *reader = SELF(self);
    if (begin_row(reader) < 0)
        return 0;
    do {
        Value line = object_next(reader->lines);
        if (!line)
            return 0;
        if (line == VALUE_STOP) {
            int more = at_end(reader);
            if (more <= 0)
                return more < 0 ? 0 : VALUE_STOP;
            break;
        }
        int status = take_line(reader, line);
        value_decref(line);
        if (status < 0)
            return 0;
    } while (reader->state != START_ROW);
    Value row = reader->row;
    reader->row = 0;
    return row;
}

static void reader_clear(Object *self) {
    Reader *reader = (Reader *)self;
    value_replace(&reader->lines, 0);
    value_replace(&reader->row, 0);
}

static void reader_dealloc(Object *self) {
    reader_clear(self);
    value_decref(((Reader *)self)->dialect);
    mem_free(((Reader *)self)->field);
}

static void reader_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Reader *)self)->lines, context);
    visit(((Reader *)self)->row, context);
}

NATIVE(get_dialect) {
    NATIVE_UNUSED();
    return value_incref(SELF(args[0])->dialect);
}

NATIVE(get_line_num) {
    NATIVE_UNUSED();
    return int_from_i64(SELF(args[0])->line_number);
}

static const NativeMethod reader_methods[] = {
    {.name = "dialect", .call = get_dialect, .kind = METHOD_GETTER},
    {.name = "line_num", .call = get_line_num, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_csv_reader = {
    .name = "_csv.reader",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Reader),
    .methods = reader_methods,
    .slots = {.dealloc = reader_dealloc,
              .clear = reader_clear,
              .traverse = reader_traverse,
              .iter = iterator_self,
              .next = reader_next},
};

Value csv_reader(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Value lines = object_iter(args[0]);
    Value dialect = lines ? csv_dialect_for(count > 1 ? args[1] : 0, args + count, names) : 0;
    Reader *reader = dialect ? object_new(&rt_type_csv_reader, sizeof *reader) : NULL;
    if (!reader) {
        value_decref(lines);
        value_decref(dialect);
        return 0;
    }
    reader->lines = lines;
    reader->dialect = dialect;
    return OBJ(reader);
}
