"""os functions: paths by __fspath__, counts that are negative, environments of bytes, home folders by the user database."""
# difftest: no-wasi (users, pipes, forks)
import os
import pathlib
import pwd
import random
import tempfile


class Like:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


def tried(title, call, *args, **kwargs):
    try:
        print(title, call(*args, **kwargs))
    except (OSError, ValueError, TypeError) as error:
        print(title, type(error).__name__, error)


os.chdir(tempfile.mkdtemp())
os.symlink(b"target", b"link")
print(os.readlink(Like(b"link")), os.readlink(Like("link")), os.readlink(b"link"))
tried("copy", os.copy_file_range, 0, 1, -10)
tried("splice", os.splice, 0, 1, -10)
for environment in ({b"PATH": b"/a:/b"}, {"PATH": "/a:/b"}, {"PATH": b"/a"}, {b"PATH": "/a"}, {b"PATH": b"/a", "PATH": "c"}, {}):
    tried("path", os.get_exec_path, environment)
tried("execvpe", os.execvpe, "no such program", ["a"], None)
with open("file", "wb") as file:
    file.write(b"abcdef")
reader, writer = os.pipe()
source = os.open("file", os.O_RDONLY)
tried("sendfile", os.sendfile, out_fd=writer, in_fd=source, offset=1, count=3)
print(os.read(reader, 10))

home = pwd.getpwuid(os.getuid()).pw_dir
os.environ.pop("HOME", None)
print(os.path.expanduser("~") == home, pathlib.Path.home() == pathlib.Path(home), os.path.expanduser(b"~/a") == os.fsencode(home) + b"/a")
print(os.path.expanduser("~root"), os.path.expanduser(b"~root/a"), os.path.expanduser("~no such user/a"))
os.environ["HOME"] = "/x/"
print(os.path.expanduser("~"), os.path.expanduser("~/a"), os.path.expanduser("a~"))

random.seed(3)
child = os.fork()
if not child:
    os.write(writer, str(random.getrandbits(64)).encode())
    os._exit(0)
os.waitpid(child, 0)
print(int(os.read(reader, 100)) != random.getrandbits(64))
