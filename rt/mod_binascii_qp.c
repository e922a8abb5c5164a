/*
 * mod_binascii_qp.c — quoted-printable text (RFC 1521) of the module binascii: a2b_qp and b2a_qp.
 * Lines have at most 76 characters; longer ones are broken by "=" at their end.
 */
#include "binascii.h"

enum { LINE_ROOM = 76 };

static int hex_value(uint8_t byte) {
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    byte |= 0x20;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

static int64_t line_end(const uint8_t *data, int64_t size, int64_t from) {
    const uint8_t *end = memchr(data + from, '\n', (size_t)(size - from));
    return end ? end - data : size;
}

/* What stands at *place, behind a "=": a soft line break, a byte in hexadecimal, or nothing known.
 */
static int decode_escape(ByteBuffer *out, const uint8_t *data, int64_t size, int64_t *place) {
    int64_t at = *place;
    if (data[at] == '\n' || data[at] == '\r') {
        at = line_end(data, size, at);
        *place = at < size ? at + 1 : at;
        return 0;
    }
    if (data[at] == '=') { /* broken encoders write "==" */
        *place = at + 1;
        return byte_buffer_add(out, (const uint8_t *)"=", 1);
    }
    if (at + 1 < size && hex_value(data[at]) >= 0 && hex_value(data[at + 1]) >= 0) {
        uint8_t byte = (uint8_t)(hex_value(data[at]) << 4 | hex_value(data[at + 1]));
        *place = at + 2;
        return byte_buffer_add(out, &byte, 1);
    }
    return byte_buffer_add(out, (const uint8_t *)"=", 1);
}

static int decode(ByteBuffer *out, const uint8_t *data, int64_t size, bool header) {
    for (int64_t at = 0; at < size;) {
        if (data[at] == '=') {
            at++;
            if (at >= size)
                break;
            if (decode_escape(out, data, size, &at) < 0)
                return -1;
            continue;
        }
        uint8_t byte = header && data[at] == '_' ? ' ' : data[at];
        if (byte_buffer_add(out, &byte, 1) < 0)
            return -1;
        at++;
    }
    return 0;
}

static Value result_take(ByteBuffer *out, int status) {
    Value result = status < 0 ? 0 : bytes_new(out->data, (size_t)out->size);
    mem_free(out->data);
    return result;
}

BINASCII_FUNCTION(a2b_qp) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    ByteBuffer out = {0};
    int header = args[1] ? object_flag(args[1]) : 0;
    if (header < 0 || !binascii_read_text(args[0], &data, &size))
        return 0;
    return result_take(&out, decode(&out, data, size, header > 0));
}

/* ---- encoding -------------------------------------------------------------------------------- */

typedef struct QpEncoder {
    const uint8_t *data;
    int64_t size;
    ByteBuffer out;
    int64_t column;
    bool quote_tabs, is_text, header, crlf;
} QpEncoder;

static int put(QpEncoder *encoder, const char *text, int64_t size) {
    encoder->column += size;
    return byte_buffer_add(&encoder->out, (const uint8_t *)text, size);
}

static int put_line_end(QpEncoder *encoder) {
    int status = encoder->crlf ? put(encoder, "\r\n", 2) : put(encoder, "\n", 1);
    encoder->column = 0;
    return status;
}

/* Does a line end follow at `at`? */
static bool ends_line(const QpEncoder *encoder, int64_t at) {
    const uint8_t *data = encoder->data;
    return at < encoder->size && (data[at] == '\n' || (data[at] == '\r' && at + 1 < encoder->size &&
                                                       data[at + 1] == '\n'));
}

static bool must_quote(const QpEncoder *encoder, int64_t at) {
    uint8_t byte = encoder->data[at];
    bool last = at + 1 == encoder->size;
    if (byte > 126 || byte == '=' || (encoder->header && byte == '_'))
        return true;
    if (byte == '.' && encoder->column == 0) /* a line of "." ends a mail */
        return last || encoder->data[at + 1] == '\n' || encoder->data[at + 1] == '\r' ||
               encoder->data[at + 1] == 0;
    if (byte == '\r' || byte == '\n')
        return !encoder->is_text;
    if (byte == '\t' || byte == ' ')
        return last || encoder->quote_tabs;
    return byte < 33;
}

static int put_quoted(QpEncoder *encoder, uint8_t byte) {
    char text[4];
    snprintf(text, sizeof text, "=%02X", byte);
    return put(encoder, text, 3);
}

/* Ends the line softly if `size` more characters do not fit. */
static int break_line(QpEncoder *encoder, int64_t size) {
    if (encoder->column + size < LINE_ROOM)
        return 0;
    return put(encoder, "=", 1) < 0 ? -1 : put_line_end(encoder);
}

/* White space in front of a line end is quoted. */
static int quote_last_blank(QpEncoder *encoder) {
    ByteBuffer *out = &encoder->out;
    uint8_t last = out->size ? out->data[out->size - 1] : 0;
    if (last != ' ' && last != '\t')
        return 0;
    out->size--;
    encoder->column--;
    return put_quoted(encoder, last);
}

static int encode_at(QpEncoder *encoder, int64_t *at) {
    uint8_t byte = encoder->data[*at];
    if (must_quote(encoder, *at)) {
        ++*at;
        return break_line(encoder, 3) < 0 ? -1 : put_quoted(encoder, byte);
    }
    if (encoder->is_text && ends_line(encoder, *at)) {
        *at += byte == '\r' ? 2 : 1;
        return quote_last_blank(encoder) < 0 ? -1 : put_line_end(encoder);
    }
    bool before_end = *at + 1 == encoder->size || encoder->data[*at + 1] == '\n';
    if (!before_end && break_line(encoder, 1) < 0)
        return -1;
    ++*at;
    if (encoder->header && byte == ' ')
        byte = '_';
    return put(encoder, (const char *)&byte, 1);
}

/* A flag of the call: false if it could not be read. */
static bool read_flag(Value value, bool *flag) {
    int truth = value ? object_flag(value) : *flag;
    *flag = truth > 0;
    return truth >= 0;
}

BINASCII_FUNCTION(b2a_qp) {
    NATIVE_UNUSED();
    QpEncoder encoder = {.is_text = true};
    if (!bytes_argument(args[0], &encoder.data, &encoder.size) ||
        !read_flag(args[1], &encoder.quote_tabs) || !read_flag(args[2], &encoder.is_text) ||
        !read_flag(args[3], &encoder.header))
        return 0;
    int64_t first = line_end(encoder.data, encoder.size, 0);
    encoder.crlf = first < encoder.size && first > 0 && encoder.data[first - 1] == '\r';
    int status = 0;
    for (int64_t at = 0; status == 0 && at < encoder.size;)
        status = encode_at(&encoder, &at);
    return result_take(&encoder.out, status);
}
