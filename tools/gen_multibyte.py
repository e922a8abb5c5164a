#!/usr/bin/python3
"""Writes the tables of the encodings of East Asia: gen_multibyte.py OUTPUT.

They are those of the Python that runs this script. A character is one byte, or a lead byte and a
trail byte; in EUC-JP it may be 0x8f and two more. Each lead byte has a row with the characters of a
range of trail bytes, 0xfffe where there is none; equal rows stand once. Where several sequences stand
for one character, or a character cannot be encoded at all, the encoding lists what it goes by.

GB18030 has four bytes for whatever else there is, in runs of characters and sequences that follow each
other. EUC-KR writes syllables that it does not have by the letters they are made of.
"""

import sys
from encodings.aliases import aliases

NOTHING, LEAD = 0xFFFE, 0xFFFF
NAMES = ["big5", "cp932", "cp949", "cp950", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk", "johab", "shift_jis"]
TRIPLE = 0x8F           # in front of two bytes, in EUC-JP
FOUR_BYTE_CODES = 39420 # of GB18030, for the Basic Multilingual Plane
SYLLABLES, LEADS, VOWELS, TAILS = 0xAC00, 19, 21, 28


def character(data, name):
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return NOTHING
    return ord(text) if len(text) == 1 else NOTHING


def single(byte, name):
    """What a byte alone is: its character, NOTHING, or LEAD if more must follow."""
    try:
        return ord(bytes([byte]).decode(name))
    except UnicodeDecodeError as error:
        return LEAD if error.reason.startswith("incomplete") else NOTHING


class Rows:
    """The rows of all encodings; equal ones stand once."""

    def __init__(self):
        self.places = {}

    def add(self, characters):
        """The C initializer of the row with what follows a lead byte."""
        known = [byte for byte in range(256) if characters[byte] != NOTHING]
        if not known:
            return "{0}"
        row = tuple(characters[known[0]:known[-1] + 1])
        place = self.places.setdefault(row, len(self.places))
        return f"{{multibyte_row_{place}, 0x{known[0]:x}, 0x{known[-1]:x}}}"

    def write(self, out):
        for row, place in self.places.items():
            write_numbers(out, f"static const uint16_t multibyte_row_{place}[]", row)


def write_numbers(out, head, numbers):
    print(head + " = {", file=out)
    for start in range(0, len(numbers), 16):
        print("    " + ", ".join(f"0x{number:x}" for number in numbers[start:start + 16]) + ",", file=out)
    print("};", file=out)


class Table:
    """The table of one encoding."""

    def __init__(self, name):
        self.name = name
        self.singles = [single(byte, name) for byte in range(256)]
        self.leads = [byte for byte in range(128, 256) if self.singles[byte] == LEAD]
        self.pairs = {lead: [self.follow(bytes([lead]), trail) for trail in range(256)] for lead in self.leads}
        self.triples = {}
        if name == "euc_jp":
            self.triples = {middle: [self.follow(bytes([TRIPLE, middle]), trail) for trail in range(256)]
                            for middle in range(0xA1, 0xFF)}

    def follow(self, lead, trail):
        return character(lead + bytes([trail]), self.name)

    def codes(self):
        """(character, code) in the order in which the runtime makes its inverse: the last one counts. The code
        of three bytes is that of the last two, with the highest bit of the very last cleared."""
        for byte, char in enumerate(self.singles):
            if char < NOTHING:
                yield char, byte
        for lead, row in self.pairs.items():
            yield from ((char, lead << 8 | trail) for trail, char in enumerate(row) if char != NOTHING)
        for lead, row in self.triples.items():
            yield from ((char, lead << 8 | trail & 0x7F) for trail, char in enumerate(row) if char != NOTHING)

    def encoded(self, char):
        """The code that CPython encodes the character by, 0 if none of the table's."""
        try:
            data = chr(char).encode(self.name)
        except UnicodeEncodeError:
            return 0
        if len(data) == 3:
            return data[1] << 8 | data[2] & 0x7F
        return int.from_bytes(data, "big") if len(data) < 3 else 0

    def exceptions(self):
        inverse = dict(self.codes())
        for char in range(0x10000):
            code = self.encoded(char)
            if inverse.get(char, 0) != code:
                yield from (char, code)

    def write(self, out, rows):
        write_numbers(out, f"static const uint16_t {self.name}_singles[]", self.singles)
        for kind, leads in (("pairs", self.pairs), ("triples", self.triples)):
            if leads:
                print(f"static const CodeRow {self.name}_{kind}[] = {{", file=out)
                for lead in range(128, 256):
                    print(f"    {rows.add(leads[lead]) if lead in leads else '{0}'},", file=out)
                print("};", file=out)
        exceptions = list(self.exceptions())
        if exceptions:
            write_numbers(out, f"static const uint16_t {self.name}_exceptions[]", exceptions)
        self.exception_count = len(exceptions) // 2

    def initializer(self):
        rest = {"gb18030": "MULTIBYTE_GB18030", "euc_kr": "MULTIBYTE_LETTERS"}.get(self.name, "MULTIBYTE_PLAIN")
        triples = f"{self.name}_triples" if self.triples else "NULL"
        exceptions = f"{self.name}_exceptions" if self.exception_count else "NULL"
        return (f'{{"{self.name}", {self.name}_singles, {self.name}_pairs, {triples}, {exceptions}, '
                f"{self.exception_count}, {rest}}}")


def four_byte_runs():
    """(first code, first character, count) of GB18030's sequences of four bytes below U+10000."""
    runs = []
    for code in range(FOUR_BYTE_CODES):
        rest, fourth = divmod(code, 10)
        rest, third = divmod(rest, 126)
        first, second = divmod(rest, 10)
        text = bytes([0x81 + first, 0x30 + second, 0x81 + third, 0x30 + fourth]).decode("gb18030", "ignore")
        if len(text) != 1:
            continue
        char = ord(text)
        if runs and runs[-1][0] + runs[-1][2] == code and runs[-1][1] + runs[-1][2] == char:
            runs[-1][2] += 1
        else:
            runs.append([code, char, 1])
    return runs


def letters(part_of, count):
    """The byte that EUC-KR has for each first, or each last, letter of a syllable."""
    found = {}
    for syllable in range(LEADS * VOWELS * TAILS):
        data = chr(SYLLABLES + syllable).encode("euc_kr")
        if len(data) == 8:
            place, byte = part_of(syllable, data)
            found[place] = byte
    return [found[place] for place in range(count)]


def main():
    tables = [Table(name) for name in NAMES]
    rows = Rows()
    body = open(sys.argv[1], "w", encoding="ascii")
    with body as out:
        print("/* Generated by tools/gen_multibyte.py. */", file=out)
        for table in tables: # to know the rows, which must stand in front
            for leads in (table.pairs, table.triples):
                for row in leads.values():
                    rows.add(row)
        rows.write(out)
        for table in tables:
            table.write(out, rows)
        print("static const FourByteRun four_byte_runs[] = {", file=out)
        for code, char, count in four_byte_runs():
            print(f"    {{{code}, 0x{char:x}, {count}}},", file=out)
        print("};", file=out)
        firsts = letters(lambda syllable, data: (syllable // (VOWELS * TAILS), data[3]), LEADS)
        lasts = letters(lambda syllable, data: (syllable % TAILS, data[7]), TAILS)
        write_numbers(out, "static const uint8_t first_letters[]", firsts)
        write_numbers(out, "static const uint8_t last_letters[]", lasts)
        print("static const Multibyte multibytes[] = {", file=out)
        for table in tables:
            print(f"    {table.initializer()},", file=out)
        print("};", file=out)
        known = {alias: NAMES.index(target) for alias, target in aliases.items() if target in NAMES}
        known |= {name: place for place, name in enumerate(NAMES)}
        print("static const MultibyteAlias multibyte_aliases[] = {", file=out)
        for alias, place in sorted(known.items()):
            print(f'    {{"{alias}", {place}}},', file=out)
        print("};", file=out)


if __name__ == "__main__":
    main()
