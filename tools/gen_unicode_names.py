#!/usr/bin/python3
"""Writes the names of characters: gen_unicode_names.py OUTPUT.

They serve unicodedata.name and unicodedata.lookup. The names are those of the Python that runs this
script. It does not tell the other names that lookup knows, aliases and named sequences; these are
taken from the list that Debian's perl has of the same version of Unicode, if Python knows them.

A name is a row of numbers of words, of one byte for the frequent ones and of two for the others (no
byte is 0), and ends with 0. Names stand in the order of the code points, the other names behind
them. Names that end with the character's own number ("CJK UNIFIED IDEOGRAPH-4E00") are ranges.
"""

import collections
import glob
import re
import sys
import unicodedata

from gen_unicode import CODE_POINTS, write_array

HANGUL = range(0xAC00, 0xD7A4)
SHORT = 180  # words of one byte: 1..SHORT
STEP = 8  # every so many words, names and extras have their place listed


def plain_names():
    """(code, name) of all but the computed names, and the ranges (first, last, prefix) of these."""
    names, ranges = [], []
    for code in range(CODE_POINTS):
        name = unicodedata.name(chr(code), None)
        if name is None or code in HANGUL:
            continue
        suffix = f"-{code:04X}"
        if not name.endswith(suffix):
            names.append((code, name))
        elif ranges and ranges[-1][1] == code - 1 and ranges[-1][2] + suffix[1:] == name:
            ranges[-1][1] = code
        else:
            ranges.append([code, code, name[:len(name) - len(suffix) + 1]])
    return names, ranges


def other_names():
    """(name, text) of aliases and named sequences."""
    paths = glob.glob("/usr/share/perl/5.*/unicore/Name.pl")
    if not paths:
        sys.exit("gen_unicode_names.py: perl's list of Unicode names is missing; install perl")
    with open(sorted(paths)[-1], encoding="ascii") as file:
        entries = re.findall(r"^([0-9A-F]{4,6}(?: [0-9A-F]+)*)\n(.+)$", file.read(), re.M)
    others = {}
    for codes, name in entries:
        try:
            text = unicodedata.lookup(name)
        except KeyError:
            continue
        if len(text) > 1 or unicodedata.name(text, None) != name:
            others[name] = text
    return sorted(others.items())


class Words:
    """The words of all names: the most frequent ones first, the others in alphabetical order."""

    def __init__(self, names):
        counts = collections.Counter(word for name in names for word in name.split(" "))
        frequent = [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item))]
        self.list = frequent[:SHORT] + sorted(frequent[SHORT:])
        self.numbers = {word: number for number, word in enumerate(self.list)}
        assert len(self.list) <= SHORT + (255 - SHORT) * 255

    def encode(self, name):
        code = []
        for word in name.split(" "):
            number = self.numbers[word]
            if number < SHORT:
                code.append(number + 1)
            else:
                lead, rest = divmod(number - SHORT, 255)
                code += [SHORT + 1 + lead, rest + 1]
        return code + [0]


def places(items):
    """Where every STEP-th item begins in their concatenation."""
    out, at = [], 0
    for number, item in enumerate(items):
        if number % STEP == 0:
            out.append(at)
        at += len(item)
    return out


def runs(names):
    """(first code, number of its name) of each run of consecutive code points."""
    out, previous = [], None
    for number, (code, _) in enumerate(names):
        if previous is None or code != previous + 1:
            out += [code, number]
        previous = code
    return out + [CODE_POINTS, len(names)]


def main():
    names, ranges = plain_names()
    others = other_names()
    words = Words([name for _, name in names] + [name for name, _ in others])
    codes = [words.encode(name) for _, name in names] + [words.encode(name) for name, _ in others]
    texts = [word.encode("ascii") + b"\0" for word in words.list]
    with open(sys.argv[1], "w", encoding="ascii") as out:
        out.write(f"/* Unicode {unicodedata.unidata_version}, made by gen_unicode_names.py. */\n")
        out.write(f"enum {{\n    NAME_SHORT = {SHORT},\n    NAME_STEP = {STEP},\n"
                  f"    NAME_WORDS = {len(texts)},\n    NAME_PLAIN = {len(names)},\n"
                  f"    NAME_ALL = {len(codes)},\n}};\n")
        write_array(out, "static const uint8_t name_words[]", [b for text in texts for b in text])
        write_array(out, "static const uint32_t name_word_places[]", places(texts))
        write_array(out, "static const uint8_t name_codes[]", [0] + [b for c in codes for b in c])
        write_array(out, "static const uint32_t name_places[]", places(codes))
        write_array(out, "static const uint32_t name_runs[]", runs(names))
        out.write("static const struct {\n    uint32_t first, last;\n    const char *prefix;\n"
                  "} name_ranges[] = {\n")
        for first, last, prefix in ranges:
            out.write(f'    {{{first}, {last}, "{prefix}"}},\n')
        out.write("};\nstatic const uint32_t name_others[][4] = {\n")
        for _, text in others:
            assert len(text) <= 4
            row = [ord(char) for char in text] + [0] * (4 - len(text))
            out.write("    {" + ", ".join(map(str, row)) + "},\n")
        out.write("};\n")


if __name__ == "__main__":
    main()
