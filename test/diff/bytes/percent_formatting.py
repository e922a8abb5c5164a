"""%-formatting of bytes and bytearray."""

print(b"%d %i %x %X %o" % (1, -2, 255, 255, 8), b"%s %b" % (b"raw", bytearray(b"ba")), b"%a %r" % ("é", "x"), b"%c%c" % (65, b"B"))
print(b"%5d|%-5d|%05d|%+d" % (1, 2, 3, 4), b"%.2f %e %g" % (3.14159, 1000.0, 0.5), b"%10s|%-10s|%.2s" % (b"ab", b"cd", b"efg"), b"%(k)s" % {b"k": b"v"}, b"100%%" % ())


class Buffered:
    def __bytes__(self):
        return b"obj"


print(b"[%s]" % Buffered(), bytearray(b"<%d>") % 5, type(bytearray(b"%d") % 5).__name__)
for form, value in [(b"%s", "text"), (b"%s", 1), (b"%d", None), (b"%s %s", b"a"), (b"%b", None), (b"%x", "a")]:
    try:
        print(form % value)
    except Exception as error:
        print(form, type(error).__name__, error)
