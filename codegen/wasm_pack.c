/*
 * wasm_pack.c — leaves the runs of zeros out of the data of a WebAssembly module. The linker makes
 * one segment of all that a program's data sections hold, and the runtime's static records of
 * types, whose slots are filled when they are first used, are mostly zeros. Here such a segment
 * becomes several, each with the address that its part of the text has.
 */
#include "wasm_pack.h"

#include <string.h>

enum {
    SECTION_DATA = 11,
    SECTION_DATA_COUNT = 12, /* only in modules whose code names segments */
    SEGMENT_ACTIVE = 0,      /* in memory 0, at the address that an expression says */
    OPCODE_I32_CONST = 0x41,
    OPCODE_END = 0x0b,
    HEADER_SIZE = 8,
    SEGMENT_COST = 10,     /* about the bytes a segment has besides its contents */
    MAX_SEGMENTS = 100000, /* what engines accept */
};

/* Where a module is read. `good` is false once something did not make sense. */
typedef struct Reader {
    const uint8_t *at, *end;
    bool good;
} Reader;

typedef struct Writer {
    Arena *arena;
    VEC(uint8_t) out;
} Writer;

/* The active segment that is being split. */
typedef struct Segment {
    int64_t address;
    const uint8_t *bytes;
    size_t size;
} Segment;

static uint8_t read_byte(Reader *reader) {
    if (reader->at == reader->end) {
        reader->good = false;
        return 0;
    }
    return *reader->at++;
}

/* A number of at most 32 bits in LEB128; `is_signed` extends the sign of its last group. */
static int64_t read_number(Reader *reader, bool is_signed) {
    int64_t number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
        uint8_t byte = read_byte(reader);
        number |= (int64_t)(byte & 0x7f) << shift;
        if (byte & 0x80)
            continue;
        if (is_signed && byte & 0x40)
            number -= (int64_t)1 << (shift + 7);
        return number;
    }
    reader->good = false;
    return 0;
}

/* The next `size` bytes; none and not good if there are fewer. */
static Reader read_part(Reader *reader, int64_t size) {
    if (size > reader->end - reader->at) {
        reader->good = false;
        size = 0;
    }
    Reader part = {reader->at, reader->at + size, reader->good};
    reader->at += size;
    return part;
}

static void write_byte(Writer *writer, uint8_t byte) {
    VEC_PUSH(writer->arena, &writer->out, byte);
}

static void write_bytes(Writer *writer, const uint8_t *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        write_byte(writer, bytes[i]);
}

static void write_unsigned(Writer *writer, uint64_t number) {
    for (; number >= 0x80; number >>= 7)
        write_byte(writer, (uint8_t)(number | 0x80));
    write_byte(writer, (uint8_t)number);
}

static void write_signed(Writer *writer, int64_t number) {
    for (; number < -0x40 || number >= 0x40; number >>= 7)
        write_byte(writer, (uint8_t)(number | 0x80));
    write_byte(writer, (uint8_t)(number & 0x7f));
}

static void write_segment(Writer *writer, const Segment *segment) {
    write_byte(writer, SEGMENT_ACTIVE);
    write_byte(writer, OPCODE_I32_CONST);
    write_signed(writer, (int32_t)segment->address);
    write_byte(writer, OPCODE_END);
    write_unsigned(writer, segment->size);
    write_bytes(writer, segment->bytes, segment->size);
}

static size_t count_zeros(const uint8_t *bytes, size_t size) {
    size_t count = 0;
    while (count < size && bytes[count] == 0)
        count++;
    return count;
}

/* The bytes of `segment` before its next run of zeros that is worth leaving out. */
static size_t size_before_gap(const Segment *segment) {
    size_t at = 0;
    while (at < segment->size) {
        const uint8_t *zero = memchr(segment->bytes + at, 0, segment->size - at);
        if (!zero)
            break;
        at = (size_t)(zero - segment->bytes);
        size_t zeros = count_zeros(zero, segment->size - at);
        if (zeros > SEGMENT_COST)
            return at;
        at += zeros;
    }
    return segment->size;
}

/* Writes what of `segment` is not a run of zeros. Answers how many segments that took. */
static size_t split_segment(Writer *writer, Segment segment) {
    size_t count = 0;
    while (segment.size) {
        Segment part = segment;
        part.size = size_before_gap(&segment);
        if (part.size) {
            write_segment(writer, &part);
            count++;
        }
        size_t gap = count_zeros(segment.bytes + part.size, segment.size - part.size);
        segment.bytes += part.size + gap;
        segment.size -= part.size + gap;
        segment.address += (int64_t)(part.size + gap);
    }
    return count;
}

/* Writes the segments of the data section `section` to `segments`. Answers their number; the
 * section is not good if it has segments of another kind. */
static size_t pack_segments(Reader *section, Writer *segments) {
    int64_t before = read_number(section, false);
    size_t count = 0;
    for (int64_t i = 0; i < before && section->good; i++) {
        section->good &= read_byte(section) == SEGMENT_ACTIVE;
        section->good &= read_byte(section) == OPCODE_I32_CONST;
        int64_t address = read_number(section, true);
        section->good &= read_byte(section) == OPCODE_END;
        Reader contents = read_part(section, read_number(section, false));
        count += split_segment(
            segments, (Segment){address, contents.at, (size_t)(contents.end - contents.at)});
    }
    section->good &= section->at == section->end && count <= MAX_SEGMENTS;
    return count;
}

/* Writes the data section `section`, packed. */
static bool pack_section(Writer *writer, Reader section) {
    Writer segments = {.arena = writer->arena}, number = {.arena = writer->arena};
    write_unsigned(&number, pack_segments(&section, &segments));
    write_byte(writer, SECTION_DATA);
    write_unsigned(writer, number.out.count + segments.out.count);
    write_bytes(writer, number.out.items, number.out.count);
    write_bytes(writer, segments.out.items, segments.out.count);
    return section.good;
}

WasmBytes wasm_pack(Arena *arena, WasmBytes module) {
    static const uint8_t header[HEADER_SIZE] = {0, 'a', 's', 'm', 1, 0, 0, 0};
    if (module.size < HEADER_SIZE || memcmp(module.bytes, header, HEADER_SIZE) != 0)
        return module;
    Reader reader = {module.bytes + HEADER_SIZE, module.bytes + module.size, true};
    Writer writer = {.arena = arena};
    write_bytes(&writer, header, HEADER_SIZE);
    while (reader.good && reader.at < reader.end) {
        const uint8_t *start = reader.at;
        uint8_t id = read_byte(&reader);
        Reader section = read_part(&reader, read_number(&reader, false));
        if (id == SECTION_DATA_COUNT)
            return module;
        if (id != SECTION_DATA)
            write_bytes(&writer, start, (size_t)(reader.at - start));
        else
            reader.good &= pack_section(&writer, section);
    }
    return reader.good ? (WasmBytes){writer.out.items, writer.out.count} : module;
}
