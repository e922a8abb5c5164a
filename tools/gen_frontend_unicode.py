#!/usr/bin/env python3
"""Writes the Unicode tables of the compiler's frontend (included by frontend/unicode.c).

Usage: gen_frontend_unicode.py OUTPUT.h

Everything comes from Python's own unicodedata, so that identifiers and \\N{...} mean exactly what
they mean to CPython:
  id_start, id_continue   ranges of identifier characters (str.isidentifier)
  printable               ranges for repr() (str.isprintable)
  wide, zero_width        ranges for the display width of diagnostics
  decompositions          full compatibility decomposition of single characters (NFKD)
  combining               ranges of canonical combining classes
  compositions            pairs that compose canonically
  character_names         aliases too, sorted by name; names with a common prefix share it (front coding)
"""
import sys
import unicodedata

from gen_unicode_names import other_names

LAST = 0x110000
SURROGATES = range(0xD800, 0xE000)


def ranges(predicate):
    """The maximal ranges (first, last) of code points for which predicate(char) holds."""
    out, start = [], None
    for code in range(LAST + 1):
        inside = code < LAST and code not in SURROGATES and predicate(chr(code))
        if inside and start is None:
            start = code
        elif not inside and start is not None:
            out.append((start, code - 1))
            start = None
    return out


def write_ranges(out, name, pairs):
    out.write(f"static const CodeRange {name}[] = {{\n")
    for i in range(0, len(pairs), 6):
        out.write("".join(f"{{{a:#x},{b:#x}}}," for a, b in pairs[i:i + 6]) + "\n")
    out.write("};\n\n")


def is_hangul_syllable(code):
    return 0xAC00 <= code <= 0xD7A3


def write_decompositions(out):
    rows, pool = [], []
    for code in range(0x80, LAST):
        if code in SURROGATES or is_hangul_syllable(code):
            continue
        normal = unicodedata.normalize("NFKD", chr(code))
        if normal != chr(code):
            rows.append((code, len(pool), len(normal)))
            pool += [ord(c) for c in normal]
    out.write("static const uint32_t decomposition_pool[] = {\n")
    for i in range(0, len(pool), 12):
        out.write("".join(f"{c:#x}," for c in pool[i:i + 12]) + "\n")
    out.write("};\n\nstatic const Decomposition decompositions[] = {\n")
    for i in range(0, len(rows), 5):
        out.write("".join(f"{{{c:#x},{o},{n}}}," for c, o, n in rows[i:i + 5]) + "\n")
    out.write("};\n\n")


def write_combining(out):
    rows = []
    for code in range(0x80, LAST):
        if code in SURROGATES:
            continue
        ccc = unicodedata.combining(chr(code))
        if not ccc:
            continue
        if rows and rows[-1][1] == code - 1 and rows[-1][2] == ccc:
            rows[-1][1] = code
        else:
            rows.append([code, code, ccc])
    out.write("static const CombiningRange combining[] = {\n")
    for i in range(0, len(rows), 5):
        out.write("".join(f"{{{a:#x},{b:#x},{c}}}," for a, b, c in rows[i:i + 5]) + "\n")
    out.write("};\n\n")


def write_compositions(out):
    rows = []
    for code in range(0x80, LAST):
        if code in SURROGATES or is_hangul_syllable(code):
            continue
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) != 2 or parts[0].startswith("<"):
            continue
        first, second = (int(p, 16) for p in parts)
        if unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(code):
            rows.append((first, second, code))
    rows.sort()
    out.write("static const Composition compositions[] = {\n")
    for i in range(0, len(rows), 5):
        out.write("".join(f"{{{a:#x},{b:#x},{c:#x}}}," for a, b, c in rows[i:i + 5]) + "\n")
    out.write("};\n\n")


def has_rule_name(char):
    """Hangul syllables and CJK ideographs get their names by a rule in unicode.c."""
    name = unicodedata.name(char, "")
    return name.startswith("HANGUL SYLLABLE ") or name.startswith("CJK UNIFIED IDEOGRAPH-")


def write_names(out):
    names = [(unicodedata.name(chr(c)), c) for c in range(LAST)
             if c not in SURROGATES and unicodedata.name(chr(c), "") and not has_rule_name(chr(c))]
    names += [(alias, ord(text)) for alias, text in other_names() if len(text) == 1]
    names.sort()
    blocks, pool = [], bytearray()
    previous = ""
    for i, (name, code) in enumerate(names):
        if i % 16 == 0:
            blocks.append(len(pool))
            previous = ""
        shared = 0
        while shared < min(len(previous), len(name)) and previous[shared] == name[shared]:
            shared += 1
        rest = name[shared:].encode("ascii")
        pool += bytes([shared, len(rest)]) + rest
        pool += bytes([code & 255, code >> 8 & 255, code >> 16])
        previous = name
    out.write(f"enum {{ NAME_COUNT = {len(names)}, NAMES_PER_BLOCK = 16 }};\n\n")
    out.write("static const uint32_t name_blocks[] = {\n")
    for i in range(0, len(blocks), 12):
        out.write("".join(f"{b}," for b in blocks[i:i + 12]) + "\n")
    out.write("};\n\nstatic const unsigned char name_pool[] = {\n")
    for i in range(0, len(pool), 32):
        out.write("".join(f"{b}," for b in pool[i:i + 32]) + "\n")
    out.write("};\n\n")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], "w", encoding="ascii") as out:
        out.write("/* Made by tools/gen_frontend_unicode.py from Unicode "
                  f"{unicodedata.unidata_version}; do not edit. */\n\n")
        write_ranges(out, "id_start", ranges(lambda c: c.isidentifier()))
        write_ranges(out, "id_continue", ranges(lambda c: ("a" + c).isidentifier()))
        write_ranges(out, "printable", ranges(str.isprintable))
        write_ranges(out, "wide", ranges(lambda c: unicodedata.east_asian_width(c) in "WF"))
        write_ranges(out, "zero_width", ranges(
            lambda c: unicodedata.category(c) in ("Mn", "Me", "Cf") and c != "\xad"))
        write_decompositions(out)
        write_combining(out)
        write_compositions(out)
        write_names(out)


main()
