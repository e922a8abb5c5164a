import webencodings

print(webencodings.lookup("latin1").name, webencodings.decode(b"\xef\xbb\xbfx", "latin1"), webencodings.encode("é", "windows-1252"), webencodings.labels.LABELS["ascii"])
decoder = webencodings.IncrementalDecoder("utf-8")
print(decoder.decode(b"\xc3"), decoder.decode(b"\xa9", final=True))
