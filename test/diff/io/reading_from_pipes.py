"""Reading from pipes: no more is waited for, and without a buffer no more is taken, than was asked for."""
# difftest: no-wasi (pipes and processes)
import os
import select
import subprocess
import tempfile

r, w = os.pipe()
f = open(r, "rb", 0)
os.write(w, b"apple\nbanana")
print(f.read(4), select.select([f], [], [], 0)[0] == [f])
print(os.read(r, 1), f.readline())
print(f.read(2), os.read(r, 1), f.readinto(bytearray(1)), os.read(r, 10))
r, w = os.pipe()
f = open(r)
os.write(w, b"foo")
print(repr(f.readline(2)), repr(f.readline(1)))
os.write(w, "é€\n".encode())
print(repr(f.readline(1)), repr(f.read(1)), repr(f.read(1)))
os.write(w, b"ab\r")
print(repr(f.read(2)))
os.write(w, b"\nc")
print(repr(f.read(2)))
for enc in ("latin-1", "ascii"):
    for kw in ({}, {"errors": "replace"}, {"newline": ""}, {"newline": "\n"}):
        r, w = os.pipe()
        f = open(r, encoding=enc, **kw)
        os.write(w, b"abc\n")
        print(f.read(2), repr(f.readline(1)), repr(f.read(1)))
for kw in ({"errors": "replace"}, {"errors": "surrogateescape"}, {"newline": ""}, {"newline": "\r\n"}):
    r, w = os.pipe()
    f = open(r, **kw)
    os.write(w, "aé€😀".encode())
    print(f.read(2), f.read(1), f.read(1))
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=None)
p.stdin.write("hello"); p.stdin.flush()
print(p.stdout.read(5))
p.stdin.close(); print(p.wait())
print(os.environb.copy() == dict(os.environb), type(os.environb.copy()), os.environb.setdefault(b"XX", b"1"), os.environ["XX"])
path = os.path.join(tempfile.mkdtemp(), "file")
with open(path, "w") as file:
    file.write("a line of text\n" * 4000)
with open(path, "rb", buffering=0) as whole:
    print(len(whole.read(30000)), len(whole.read(9000)), whole.tell(), whole.readline(), whole.tell())
    whole.seek(0)
    print(whole.readinto(bytearray(20000)), whole.tell())
os.remove(path)
