"""Every method of closed files."""
import io
import os
import tempfile

METHODS = ("__iter__", "__next__", "read", "readline", "readlines", "tell", "flush", "truncate", "getvalue")


def show(title, file):
    file.close()
    for name in METHODS:
        method = getattr(file, name, None)
        if method is None:
            continue
        try:
            answer = method()
            print(title, name, answer is file or answer)
        except (ValueError, OSError) as error:
            print(title, name, type(error).__name__, error)


path = os.path.join(tempfile.mkdtemp(), "file")
with open(path, "w") as file:
    file.write("text\n")
show("text", open(path))
show("binary", open(path, "rb"))
show("raw", open(path, "rb", buffering=0))
show("string", io.StringIO("x"))
try:
    for line in open(path):
        break
    closed = open(path)
    closed.close()
    for line in closed:
        print(line)
except ValueError as error:
    print(error)
os.remove(path)
