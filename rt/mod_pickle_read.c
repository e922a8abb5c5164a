/*
 * mod_pickle_read.c — the unpickler's input: bytes in memory, or a file of which is read what is
 * needed and no more, so that it stands behind the pickle at the end. A file with `peek` is read
 * ahead by it.
 */
#include "pickle.h"

enum { PREFETCH = 128 * 1024, WHOLE_LINE = -1 };

int pickle_truncated(void) {
    return raise_status(unpickling_error(), "pickle data was truncated");
}

void pickle_drop_input(Unpickler *self) {
    if (self->input && self->data.exports)
        --*self->data.exports;
    self->data = (Buffer){0};
    self->at = self->fetched = 0;
    value_replace(&self->input, 0);
}

int pickle_set_input(Unpickler *self, Value input) {
    Buffer buffer;
    if (!buffer_view(input, &buffer))
        return isolate.pending ? -1
                               : raise_status(&rt_exc_TypeError,
                                              "a bytes-like object is required, not '%T'", input);
    if (buffer.exports)
        ++*buffer.exports;
    value_incref(input);
    pickle_drop_input(self);
    self->input = input;
    self->data = buffer;
    self->fetched = buffer.size;
    return 0;
}

static int set_input_take(Unpickler *self, Value input) {
    int status = input ? pickle_set_input(self, input) : -1;
    value_decref(input);
    return status;
}

int pickle_skip_read(Unpickler *self) {
    int64_t ahead = self->at - self->fetched;
    if (ahead <= 0 || !self->read)
        return 0;
    Value result = object_call1(self->read, value_from_small_int(ahead));
    self->fetched = self->at;
    value_decref(result);
    return result ? 0 : -1;
}

/* Looks ahead: 1 if there is enough now, 0 if not, -1. */
static int peek(Unpickler *self, int64_t size) {
    Value data = object_call1(self->peek, value_from_small_int(PREFETCH));
    if (!data && exc_pending_is(&rt_exc_NotImplementedError)) {
        exc_clear();
        value_replace(&self->peek, 0);
        return 0;
    }
    if (set_input_take(self, data) < 0)
        return -1;
    self->fetched = 0;
    return self->data.size >= size;
}

/* Everything in `data` was read: gets more of the file. 0 or -1. */
static int fetch(Unpickler *self, int64_t size) {
    if (pickle_skip_read(self) < 0)
        return -1;
    if (size == WHOLE_LINE)
        return set_input_take(self, object_call0(self->readline));
    if (self->peek && size < PREFETCH) {
        int status = peek(self, size);
        if (status != 0)
            return status < 0 ? -1 : 0;
    }
    return set_input_take(self, object_call1(self->read, value_from_small_int(size)));
}

/* The bytes that are left are too few: they are joined with what is missing. */
static int fetch_joined(Unpickler *self, int64_t size) {
    ByteBuffer joined = {0};
    int64_t left = self->data.size - self->at;
    if (byte_buffer_add(&joined, self->data.data + self->at, left) < 0)
        return -1;
    self->at = self->data.size;
    int status = fetch(self, size - left);
    int64_t more = size - left < self->data.size ? size - left : self->data.size;
    if (status == 0)
        status = byte_buffer_add(&joined, self->data.data, more);
    if (status == 0 && self->fetched < more) {
        self->at = more;
        status = pickle_skip_read(self);
    }
    return set_input_take(self, byte_buffer_take(&joined, status));
}

const uint8_t *pickle_read_more(Unpickler *self, int64_t size) {
    int status = !self->read || size < 0      ? pickle_truncated()
                 : self->at < self->data.size ? fetch_joined(self, size)
                                              : fetch(self, size);
    if (status == 0 && self->data.size < size)
        status = pickle_truncated();
    if (status < 0)
        return NULL;
    self->at = size;
    return self->data.data;
}

/* The line in `data`, if it is there. */
static const char *line_here(Unpickler *self, int64_t *size) {
    const uint8_t *start = self->data.data + self->at;
    const uint8_t *end = self->at < self->data.size
                             ? memchr(start, '\n', (size_t)(self->data.size - self->at))
                             : NULL;
    if (!end)
        return NULL;
    *size = end + 1 - start;
    self->at += *size;
    return (const char *)start;
}

const char *pickle_read_line(Unpickler *self, int64_t *size) {
    const char *line = line_here(self, size);
    if (line)
        return line;
    if (!self->read) {
        pickle_truncated();
        return NULL;
    }
    if (fetch(self, WHOLE_LINE) < 0)
        return NULL;
    line = line_here(self, size);
    if (!line)
        pickle_truncated();
    return line;
}
