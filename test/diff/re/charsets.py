"""Sets of characters: ranges, categories, negation, large sets, odd spellings."""
import re
import warnings

warnings.simplefilter("ignore")  # of CPython, whose frames tell who is to be warned

subject = "".join(map(chr, range(32, 127)))
for pattern in ["[abc]", "[a-f]", "[^ -~]", "[^a-z]", r"[\d]", r"[^\d]", r"[\w-]", "[]a]", "[^]a]", "[a-]", "[-a]", r"[\]a]", r"[a\-z]", r"[\x41-\x43]", r"[\101]",
                r"[\s\d]", r"[^\s\w]", "[a-cx-z0]", "[.]", "[$^*]", r"[\b]", r"[\W]", r"[^\W]", r"[\D\d]", "[[]", r"[\\]", "[a-a]", r"[+--]", "[!-/:-@]"]:
    print(pattern, "".join(re.findall(pattern, subject)))
for pattern in [r"[\u0410-\u042f]", "[а-яё]", "[αβγ]", "[^α]", "[a-zα-ω]", "[ab\u20ac\u4e00-\u9fff]", "[\U0001f600-\U0001f64f]", "[^\U0001f600]", r"[\w\u20ac]", r"[^\w\u20ac]",
                "[acegαγεη\u3042\u3044\uff10]", "[\u0100-\u01ff\u0300-\u03ff\u0500-\u05ff]"]:
    try:
        print(pattern, re.findall(pattern, "aЖёαβωé€中あ\uff10\U0001f600\u01ffb_5"), re.findall("(?i)" + pattern, "AжЁΑΒΩÉ"))
    except re.error as error:
        print(error)
counts = [sum(bool(re.match(p, chr(c))) for c in range(0x3000)) for p in [r"\w", r"\d", r"\s", r"\W", r"\D", r"\S", "[^\u0100-\u0200]", r"[\w\s]", r"[\W\d]"]]
print(counts, [hex(c) for c in range(0x3100) if re.match(r"\s", chr(c))])
print([sum(bool(re.match(p, chr(c), re.A)) for c in range(0x300)) for p in [r"\w", r"\d", r"\s", r"\W", r"\D", r"\S"]])
print([c for c in range(256) if re.match(rb"\s", bytes([c]))], sum(bool(re.match(rb"\w", bytes([c]))) for c in range(256)), re.findall(b"[\x80-\xff]", bytes(range(120, 140))))
for pattern in ["[", "[a", "[]", "[^]", "[z-a]", r"[\d-z]", r"[a-\d]", "[a", "[a\\", r"[\q]", r"[\x4]", r"[\u41]", r"[\400]", r"[\U00110000]", "[b-a"]:
    try:
        print(pattern, re.compile(pattern))
    except re.error as error:
        print(pattern, "-", error, error.pos, error.lineno, error.colno)
