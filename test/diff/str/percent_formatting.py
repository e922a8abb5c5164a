"""The % operator on text: every conversion, flags, mappings, and errors."""
print("%s %r %a %d %i %u" % ("é", "é", "é", 5, -5, 7), "%x %X %o %#x %#o %#X" % (255, 255, 8, 255, 8, 255), "%c%c%c" % ("a", 98, "日"), "100%%" % ())
print("[%5d|%-5d|%05d|%+d|% d|%+05d|%.3d|%8.3d]" % (42, 42, 42, 42, 42, 42, 42, 42))
print("[%f|%.2f|%10.3f|%-10.1f|%e|%.1e|%g|%G|%+.1f|%010.2f|%.0f|%#.0f]" % (3.14159, 3.14159, 3.14159, 3.14159, 31415.9, 0.00314, 1e-5, 1e20, 2.55, -3.14159, 2.5, 2.0))
print("[%s|%10s|%-10s|%.2s|%10.2s|%r]" % ("word", "word", "word", "word", "word", "word"), "[%*d|%-*d|%.*f]" % (6, 42, 6, 42, 2, 3.14159))
print("%(name)s is %(age)05.1f %(name)r" % {"name": "Ann", "age": 7.25, "extra": 1}, "%s" % (1,), "%s" % [1, 2], "%s" % {"a": 1}, "%s %s" % ("a", (1, 2)), "%s" % None)
print("%d" % 3.99, "%d" % True, "%s" % 1.0, "%d" % -(2**70), "%x" % -255, "%5s|%-5s|" % (True, None), "%5c|" % "x", "%s" % b"b", "%i%%" % 50)
for template, values in [("%d", "x"), ("%s %s", (1,)), ("%s", (1, 2)), ("%c", "ab"), ("%c", 1.5), ("%q", 1), ("%", 1), ("%(a)s", 5), ("%(a)s", {}), ("%x", 1.5),
                         ("%f", "x"), ("%*d", ("a", 1)), ("%c", -1), ("%c", 0x110000), ("x", 1), ("x", {}), ("%d", None), ("%.1000d", 1), ("%(a", {"a": 1}), ("%s", ())]:
    try:
        print(template, values, len(template % values))
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(template, values, type(error).__name__, error)
