"""Sets of characters: the form that the compiler gives them, and what they then match, with and without case."""
import re
from re import _casefix, _compiler, _parser
import _sre

SETS = ["[abc]", "[a-c]", "[a-cx]", "[a-cxz]", "[aceg]", "[^aceg]", "[^a]", r"[\w.]", r"[\d\sx-z]", "[diouxefgcrsa%]",
        "[#0+ -]", "[ks]", "[A-Z]", "[A-Za-z_]", "[à-ÿ]", "[Ā-ſ]", "[Α-Ωα-ω]", "[а-яё]", "[а-яё0-9x]", "[ΐΰ]",
        "[\u1e00-\u1eff]", "[\u212a\u017f]", "[\ufb05\ufb06]", "[\U00010400-\U0001044f]", "[a\U0001f600]",
        "[a-\U0001f600]", "[\uffff\U00010000]", "[\U00010400\U00010428x]", "[ace\U00010400-\U00010402\u0430]",
        "[\x00-\xff]", "[\x00-\uffff]", "[\x00-\U0010ffff]", "[^\x00-\U0010ffff]", "[\x00\x02\x04\u3042\u3044\u3046]",
        "[一-龥ぁ-んァ-ヶ]", "[ı]", "[İi]", "[\x7f-\x81]", "[\xff\u0100]", "[\u00fe-\u0101]", "[x-x]", "[aa]", "[a-zb-c]"]
BYTES = [b"[a-f]", b"[\x80-\xff]", b"[aceg\xff]", rb"[^\W_]", b"[A-Z]"]
PROBES = [chr(i) for i in range(0x600)] + [chr(i) for i in range(0x1e00, 0x1f00)] + list(
    "KſſtstKåΩ一龥ぁんヶ\uffff\U00010000\U00010400\U00010402\U00010428\U0001044f\U0001f600\U0010ffff")


def shown(form):
    members, hascased = form
    return [(str(op), argument) for op, argument in members], hascased


def forms(pattern):
    charset = _parser.parse(pattern).data[0][1]
    if not isinstance(charset, list):
        return
    yield shown(_compiler._optimize_charset(charset))
    yield shown(_compiler._optimize_charset(charset, _sre.ascii_iscased, _sre.ascii_tolower))
    yield shown(_compiler._optimize_charset(charset, iscased=_sre.unicode_iscased, fixup=_sre.unicode_tolower,
                                            fixes=_casefix._EXTRA_CASES))
    yield _compiler._optimize_charset(charset)[0] is charset


for pattern in SETS + BYTES:
    print(ascii(pattern))
    for form in forms(pattern):
        print("  ", ascii(form))
    flags = [0, re.IGNORECASE] + ([re.IGNORECASE | re.ASCII] if isinstance(pattern, str) else [])
    for flag in flags:
        compiled = re.compile(pattern, flag)
        if isinstance(pattern, bytes):
            print("  ", len(compiled.findall(bytes(range(256)))), compiled.findall(bytes(range(256)))[:12])
        else:
            found = [probe for probe in PROBES if compiled.match(probe)]
            print("  ", len(found), ascii("".join(found[:20] + found[-6:])))

try:
    _compiler._optimize_charset()
except TypeError as error:
    print(type(error).__name__)
