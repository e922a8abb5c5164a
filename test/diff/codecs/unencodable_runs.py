"""Characters that an encoding has not, in runs: where errors begin and end, and what handlers may answer."""

import codecs

ENCODINGS = ("utf-8", "utf-8-sig", "utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
             "ascii", "latin-1", "cp1252", "gbk")
ANSWERS = {"x": "\u00e9", "y": b"z", "w": b"zz", "v": b"abcd", "u": "ok", "t": "", "s": "\udc80"}

codecs.register_error("test.places", lambda error: (f"[{error.start}:{error.end}]", error.end))
codecs.register_error("test.answers", lambda error: (ANSWERS[error.object[-1]], error.end))


def show(text, encoding, errors):
    try:
        print(encoding, ascii(text), errors, text.encode(encoding, errors))
    except UnicodeError as error:
        print(encoding, ascii(text), errors, "!", error)


for encoding in ENCODINGS:
    for text in ("\udc80\udc81", "a\udc80\udc81\ud800b", "\ud800", "x\ud800\ud801\U0001f600\udfff"):
        for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape",
                       "surrogatepass", "test.places"):
            show(text, encoding, errors)
    for last in ANSWERS:
        show("a\udc80\udc81" + last, encoding, "test.answers")
