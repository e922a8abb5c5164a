#!/usr/bin/python3
"""Writes the properties, decompositions and compositions of characters: gen_unicode_data.py OUTPUT.

They serve the module unicodedata. The data are those of the Python that runs this script (Debian's
3.11: Unicode 14), for the present version and for the old one that ucd_3_2_0 stands for: both have
their rows in one table, and an index of three stages leads from a code point to its row.
"""

import sys
import unicodedata

from gen_unicode import CODE_POINTS, GROUP_SHIFT, LEAF_SHIFT, share, write_array

HANGUL = range(0xAC00, 0xD7A4)
OLD = unicodedata.ucd_3_2_0


class Pool:
    """Numbers things by their first appearance."""

    def __init__(self, *first):
        self.numbers = {item: number for number, item in enumerate(first)}

    def number(self, item):
        return self.numbers.setdefault(item, len(self.numbers))


class Properties:
    """The rows of both versions, and the names and numbers they refer to."""

    def __init__(self):
        self.records, self.categories, self.directions = {}, Pool(), Pool()
        self.widths, self.numerics = Pool(), Pool(None)

    def row(self, version, char):
        row = (self.categories.number(version.category(char)),
               self.directions.number(version.bidirectional(char)),
               self.widths.number(version.east_asian_width(char)),
               version.combining(char), version.mirrored(char), version.decimal(char, -1),
               version.digit(char, -1), self.numerics.number(version.numeric(char, None)))
        return self.records.setdefault(row, len(self.records))

    def rows(self, version):
        return [self.row(version, chr(code)) for code in range(CODE_POINTS)]


def utf16(text):
    data = text.encode("utf-16-be", "surrogatepass")
    return [data[i] << 8 | data[i + 1] for i in range(0, len(data), 2)]


def decompositions():
    """Code points with a decomposition, their places in the pool, the pool, and the kinds of
    compatibility. An item of the pool is kind << 8 | size, and so many units of UTF-16."""
    codes, places, pool, kinds, known = [], [], [], Pool(""), {}
    for code in range(CODE_POINTS):
        if code in HANGUL:
            continue
        words = unicodedata.decomposition(chr(code)).split()
        if not words:
            continue
        kind = words.pop(0) if words[0].startswith("<") else ""
        units = utf16("".join(chr(int(word, 16)) for word in words))
        item = (kinds.number(kind) << 8 | len(units), *units)
        if item not in known:
            known[item] = len(pool)
            pool.extend(item)
        codes.append(code)
        places.append(known[item])
    return codes, places, pool, kinds


def compositions():
    """Canonical pairs (first, second, whole), sorted."""
    rows = []
    for code in range(CODE_POINTS):
        words = unicodedata.decomposition(chr(code)).split()
        if code in HANGUL or len(words) != 2 or words[0].startswith("<"):
            continue
        pair = "".join(chr(int(word, 16)) for word in words)
        if unicodedata.normalize("NFC", pair) == chr(code):
            rows.append((ord(pair[0]), ord(pair[1]), code))
    return sorted(rows)


def corrections():
    """Characters that the old version decomposes otherwise: (code, its decomposition there)."""
    pairs = []
    for code in range(CODE_POINTS):
        char = chr(code)
        if OLD.category(char) != "Cn":
            old = OLD.normalize("NFD", char)
            if old != unicodedata.normalize("NFD", char):
                pairs += [code, ord(old)]
    return pairs


def write_texts(out, name, pool):
    out.write(f"static const char *const {name}[] = {{\n")
    for text in pool.numbers:
        out.write(f'    "{text}",\n')
    out.write("};\n")


def write_properties(out):
    properties = Properties()
    rows, old_rows = properties.rows(unicodedata), properties.rows(OLD)
    leaves, leaf_numbers = share(rows + old_rows, LEAF_SHIFT)
    groups, group_numbers = share(leaf_numbers, GROUP_SHIFT)
    out.write("typedef struct UnicodeRecord {\n    uint8_t category, direction, width, combining;\n"
              "    int8_t mirrored, decimal, digit;\n    uint8_t numeric;\n} UnicodeRecord;\n")
    out.write("static const UnicodeRecord unicode_records[] = {\n")
    for row in properties.records:
        out.write("    {" + ", ".join(map(str, row)) + "},\n")
    out.write("};\n")
    write_texts(out, "unicode_categories", properties.categories)
    write_texts(out, "unicode_directions", properties.directions)
    write_texts(out, "unicode_widths", properties.widths)
    write_array(out, "static const double unicode_numerics[]",
                [repr(number or 0.0) for number in properties.numerics.numbers])
    middle = len(group_numbers) // 2
    write_array(out, "static const uint16_t unicode_groups[]", group_numbers[:middle])
    write_array(out, "static const uint16_t unicode_old_groups[]", group_numbers[middle:])
    write_array(out, "static const uint16_t unicode_leaves[]",
                [leaf for group in groups for leaf in group])
    write_array(out, "static const uint16_t unicode_rows[]",
                [row for leaf in leaves for row in leaf])


def write_decompositions(out):
    codes, places, pool, kinds = decompositions()
    write_array(out, "static const uint32_t unicode_decomposed[]", codes)
    write_array(out, "static const uint16_t unicode_places[]", places)
    write_array(out, "static const uint16_t unicode_parts[]", pool)
    write_texts(out, "unicode_kinds", kinds)
    write_array(out, "static const uint32_t unicode_corrections[]", corrections())
    out.write("static const struct {\n    uint32_t first, second, whole;\n"
              "} unicode_compositions[] = {\n")
    for row in compositions():
        out.write("    {" + ", ".join(map(str, row)) + "},\n")
    out.write("};\n")


def main():
    with open(sys.argv[1], "w", encoding="ascii") as out:
        out.write(f"/* Unicode {unicodedata.unidata_version}, made by gen_unicode_data.py. */\n")
        out.write(f'#define UNICODE_VERSION "{unicodedata.unidata_version}"\n')
        out.write(f"enum {{\n    UNICODE_LEAF_SHIFT = {LEAF_SHIFT},\n"
                  f"    UNICODE_GROUP_SHIFT = {GROUP_SHIFT},\n}};\n")
        write_properties(out)
        write_decompositions(out)


if __name__ == "__main__":
    main()
