#!/usr/bin/python3
"""Writes the runtime's table of character properties: gen_unicode.py OUTPUT.

The data are those of the Python that runs this script (Debian's 3.11: Unicode 14), asked through its
own str methods, so that compiled programs agree with it. Equal rows are shared, and a three-stage index
leads from a code point to its row.
"""

import sys
import unicodedata

LEAF_SHIFT = 3  # 8 code points share a leaf
GROUP_SHIFT = 5  # 32 leaves share a group
CODE_POINTS = 0x110000

FLAGS = ["SPACE", "LINE_BREAK", "ALPHA", "DECIMAL", "DIGIT", "NUMERIC", "LOWER", "UPPER", "TITLE",
         "CASE_IGNORABLE", "PRINTABLE", "IDENTIFIER_START", "IDENTIFIER_PART"]


def is_case_ignorable(char, cased):
    """Read off how lower() treats a capital sigma behind the character."""
    if cased:
        return (char + "\u03a3").lower()[-1] == "\u03c3"
    return ("a" + char + "\u03a3").lower()[-1] == "\u03c2"


def flags_of(char):
    title = unicodedata.category(char) == "Lt"
    cased = char.islower() or char.isupper() or title
    tests = [char.isspace(), len(("a" + char + "b").splitlines()) == 2, char.isalpha(),
             char.isdecimal(), char.isdigit(), char.isnumeric(), char.islower(),
             char.isupper() and not title, title, is_case_ignorable(char, cased),
             char.isprintable(), char.isidentifier(), ("a" + char).isidentifier()]
    return sum(1 << bit for bit, is_set in enumerate(tests) if is_set)


class Mappings:
    """Case mappings as one number: a difference, or a place in the table of longer ones."""

    def __init__(self):
        self.characters = []
        self.places = {}

    def encode(self, char, mapped):
        if len(mapped) == 1:
            return ord(mapped) - ord(char)
        if mapped not in self.places:
            self.places[mapped] = len(self.characters)
            self.characters.extend(map(ord, mapped))
        return 1 << 30 | self.places[mapped] << 2 | len(mapped)


def rows(mappings):
    for code in range(CODE_POINTS):
        char = chr(code)
        # A sigma alone is lowered as the context of str.lower() wants it; the table has the plain one.
        lower = "\u03c3" if char == "\u03a3" else char.lower()
        yield (flags_of(char), unicodedata.decimal(char, -1), mappings.encode(char, lower),
               mappings.encode(char, char.upper()), mappings.encode(char, char.title()),
               mappings.encode(char, char.casefold()))


def build():
    mappings = Mappings()
    records, numbers = {}, []
    for row in rows(mappings):
        numbers.append(records.setdefault(row, len(records)))
    leaves, leaf_numbers = share(numbers, LEAF_SHIFT)
    groups, group_numbers = share(leaf_numbers, GROUP_SHIFT)
    return records, leaves, groups, group_numbers, mappings


def share(numbers, shift):
    """Cuts a list into pieces of 2**shift; equal pieces get the same number."""
    pieces, index = {}, []
    for start in range(0, len(numbers), 1 << shift):
        piece = tuple(numbers[start:start + (1 << shift)])
        index.append(pieces.setdefault(piece, len(pieces)))
    return pieces, index


def write_array(out, declaration, items):
    out.write(f"{declaration} = {{\n")
    for start in range(0, len(items), 16):
        out.write("    " + ", ".join(map(str, items[start:start + 16])) + ",\n")
    out.write("};\n")


def main():
    records, leaves, groups, group_numbers, mappings = build()
    with open(sys.argv[1], "w", encoding="ascii") as out:
        out.write(f"/* Unicode {unicodedata.unidata_version}, made by gen_unicode.py. */\n")
        out.write("enum {\n")
        for bit, name in enumerate(FLAGS):
            out.write(f"    CHAR_{name} = {1 << bit},\n")
        out.write(f"    CHAR_LEAF_SHIFT = {LEAF_SHIFT},\n    CHAR_GROUP_SHIFT = {GROUP_SHIFT},\n}};\n")
        out.write("typedef struct CharRecord {\n    uint16_t flags;\n    int8_t decimal;\n"
                  "    int32_t lower, upper, title, folded;\n} CharRecord;\n")
        out.write("static const CharRecord char_records[] = {\n")
        for row in records:
            out.write("    {" + ", ".join(map(str, row)) + "},\n")
        out.write("};\n")
        write_array(out, "static const uint16_t char_groups[]", group_numbers)
        write_array(out, "static const uint16_t char_leaves[]",
                    [leaf for group in groups for leaf in group])
        write_array(out, "static const uint16_t char_rows[]",
                    [row for leaf in leaves for row in leaf])
        write_array(out, "static const uint32_t char_mappings[]", mappings.characters)


if __name__ == "__main__":
    main()
