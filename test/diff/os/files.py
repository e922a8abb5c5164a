# difftest: no-wasi (owners, pipes and processes)
"""os, os.path, shutil, glob, fnmatch, tempfile, pathlib, stat in an empty folder."""
import errno
import fnmatch
import glob
import os
import pathlib
import shutil
import stat
import tempfile
import sys

os.makedirs("a/b/c")
for name in ("a/1.txt", "a/b/2.txt", "a/b/c/3.py", "a/.hidden", "top.txt"):
    with open(name, "w") as file:
        file.write(name)
print(sorted(os.listdir("a")), os.path.isdir("a"), os.path.isfile("a/1.txt"), os.path.exists("no"), os.path.getsize("a/1.txt"))
for where, folders, names in sorted(os.walk("a")):
    print(where, sorted(folders), sorted(names))
for where, folders, names in sorted(os.walk("a", topdown=False)):
    print(where, sorted(folders), sorted(names))
with os.scandir("a") as entries:
    print(sorted((e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.stat().st_size if e.is_file() else 0, e.inode() > 0) for e in entries))
print(sorted(glob.glob("a/*")), sorted(glob.glob("**/*.txt", recursive=True)), sorted(glob.glob("a/[0-9].*")), sorted(glob.iglob("*.txt", root_dir="a")),
      glob.escape("a[1]*?"), glob.has_magic("x*"), sorted(glob.glob("a/.*")), sorted(glob.glob("**", root_dir="a", recursive=True, include_hidden=True)))
print(fnmatch.fnmatch("Foo.TXT", "*.txt"), fnmatch.fnmatchcase("foo.txt", "f?o.[st]xt"), fnmatch.filter(["a.py", "b.txt"], "*.py"), fnmatch.translate("*.[!a]?"))

# shutil
shutil.copy("top.txt", "copy.txt")
shutil.copyfile("top.txt", "copy2.txt")
shutil.copy2("top.txt", "a/copied.txt")
shutil.copymode("top.txt", "copy.txt")
shutil.copystat("top.txt", "copy.txt")
print(shutil.copytree("a", "tree", ignore=shutil.ignore_patterns("*.py")), sorted(os.listdir("tree/b/c")))
shutil.copytree("a", "tree", dirs_exist_ok=True)
print(sorted(os.listdir("tree/b/c")), shutil.move("copy2.txt", "tree"), os.path.exists("tree/copy2.txt"))
for bad in (lambda: shutil.copyfile("top.txt", "top.txt"), lambda: shutil.copytree("a", "tree"), lambda: shutil.rmtree("missing"), lambda: shutil.move("tree/copy2.txt", "tree"), lambda: shutil.copy("none", "x")):
    try:
        bad()
    except OSError as error:
        print(type(error).__name__, error)
shutil.rmtree("tree")
shutil.rmtree("missing", ignore_errors=True)
shutil.rmtree("missing", onerror=lambda f, p, e: print("onerror", f.__name__, p, e[0].__name__))
print(os.path.exists("tree"), shutil.which("sh") is not None, shutil.which("no-such-program"), shutil.get_terminal_size((7, 8)), shutil.disk_usage(".").total > 0)
print([f[0] for f in shutil.get_archive_formats() if f[0] in ('tar', 'zip')])
with open("src", "wb") as file:
    file.write(b"x" * 100000)
with open("src", "rb") as source, open("dst", "wb") as target:
    shutil.copyfileobj(source, target)
print(os.path.getsize("dst"))

# os
fd = os.open("raw", os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o640)
print(os.write(fd, b"hello world"), os.lseek(fd, 6, os.SEEK_SET), os.read(fd, 3), os.pread(fd, 4, 0), os.pwrite(fd, b"J", 0), os.fstat(fd).st_size)
os.ftruncate(fd, 5)
os.fsync(fd)
os.fdatasync(fd)
print(os.get_inheritable(fd), os.isatty(fd), os.fstat(fd).st_size, os.readv(os.open("raw", os.O_RDONLY), [bytearray(3)]))
os.set_inheritable(fd, True)
os.close(fd)
try:
    os.close(fd)
except OSError as error:
    print(error.errno == errno.EBADF, error.strerror, errno.errorcode[error.errno])
os.rename("raw", "renamed")
os.replace("renamed", "raw")
os.symlink("raw", "link")
os.link("raw", "hard")
print(os.readlink("link"), os.path.islink("link"), os.path.lexists("link"), os.stat("hard").st_nlink, os.path.samefile("raw", "link"), os.lstat("link").st_size, os.path.realpath("link") == os.path.abspath("raw"))
os.chmod("raw", 0o600)
mode = os.stat("raw").st_mode
print(oct(mode), stat.filemode(mode), stat.S_ISREG(mode), stat.S_IMODE(mode) == 0o600, stat.S_ISDIR(os.stat("a").st_mode), os.access("raw", os.R_OK), os.access("raw", os.X_OK))
os.utime("raw", (1000000000, 1000000001))
print(os.stat("raw").st_mtime, os.path.getmtime("raw"), os.path.getatime("raw"), os.stat("raw").st_mtime_ns)
os.utime("raw", ns=(5, 1000000000123456789))
print(os.stat("raw").st_mtime_ns)
os.truncate("raw", 2)
os.unlink("hard")
os.remove("link")
os.mkdir("new")
os.rmdir("new")
os.makedirs("x/y/z", exist_ok=True)
os.makedirs("x/y/z", exist_ok=True)
os.removedirs("x/y/z")
os.renames("raw", "r/s/raw")
print(os.path.exists("x"), os.path.exists("r/s/raw"))
here = os.getcwd()
os.chdir("a")
print(os.path.basename(os.getcwd()), os.getcwdb() == os.fsencode(os.getcwd()))
os.chdir(here)
dir_fd = os.open("a", os.O_RDONLY)
print(sorted(os.listdir(dir_fd))[:2], os.stat("1.txt", dir_fd=dir_fd).st_size, os.open in os.supports_dir_fd, os.stat in os.supports_follow_symlinks)
os.mkdir("made", dir_fd=dir_fd)
os.rmdir("made", dir_fd=dir_fd)
os.close(dir_fd)
r, w = os.pipe()
os.set_blocking(r, False)
try:
    os.read(r, 1)
except BlockingIOError as error:
    print("would block", os.get_blocking(r))
os.write(w, b"x")
print(os.read(r, 5))
os.close(r), os.close(w)
print(os.cpu_count() > 0, len(os.urandom(5)), os.getpid() > 0, os.umask(0o22) >= 0, len(os.uname()), os.uname().sysname, os.strerror(2), os.sysconf("SC_PAGE_SIZE") > 0, len(os.getloadavg()), os.times().elapsed > 0)
os.environ["TEST_VARIABLE"] = "value"
print(os.getenv("TEST_VARIABLE"), os.environ.get("NOPE", "d"), os.environb[b"TEST_VARIABLE"], os.path.expandvars("$TEST_VARIABLE/${TEST_VARIABLE}x$NOPE"), os.getenvb(b"TEST_VARIABLE"))
del os.environ["TEST_VARIABLE"]
print("TEST_VARIABLE" in os.environ, os.environ.pop("NOPE", None), os.get_exec_path(env={"PATH": "/a:/b"}), os.fsencode("ä"), os.fspath(pathlib.Path("x")), os.devnull, os.extsep)
print(os.WEXITSTATUS(256), os.WIFEXITED(256), os.WIFSIGNALED(9), os.WTERMSIG(9), os.waitstatus_to_exitcode(256), os.EX_OK, os.F_LOCK, os.O_ACCMODE, os.P_WAIT, os.NGROUPS_MAX, os.SCHED_OTHER)
print(os.getuid() == os.geteuid(), os.getgid() >= 0, os.getpgrp() > 0, os.getsid(0) > 0, os.nice(0) >= 0, sorted(os.sched_getaffinity(0))[0] >= 0, os.getppid() > 0, len(os.getgroups()) >= 0, os.getpriority(os.PRIO_PROCESS, 0), os.statvfs(".").f_bsize > 0, os.ctermid(), os.major(os.makedev(1, 3)))
print(os.stat_result(range(10)).st_mode, os.terminal_size((1, 2)), os.cpu_count() == len(os.sched_getaffinity(0)))

# os.path
for path in ("/a/b.c", "a//b/../c", "", "/", "//x", "~", "a/", ".bashrc", "a.tar.gz", "/."):
    print(repr(path), os.path.split(path), os.path.splitext(path), os.path.basename(path), os.path.dirname(path), os.path.normpath(path), os.path.isabs(path), os.path.splitdrive(path))
print(os.path.join("a", "b", "/c", "d"), os.path.commonpath(["/a/b", "/a/c"]), os.path.commonprefix(["abc", "abd"]), os.path.relpath("/a/b", "/a/c/d"), os.path.relpath("x"), os.path.expanduser("~nobodyreally"), os.path.ismount("/"), os.path.normcase("A"))
print(os.path.join(b"a", b"b"), os.path.sep, os.pathsep, os.curdir, os.pardir, os.altsep, os.linesep, os.path.supports_unicode_filenames)
try:
    os.path.join("a", b"b")
except TypeError as error:
    print(error)

# pathlib
p = pathlib.Path("a") / "b" / "2.txt"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.parts, p.anchor, p.is_absolute(), p.as_posix(), p.exists(), p.is_file(), p.with_suffix(".md"), p.with_name("z"), p.with_stem("q"), p.relative_to("a"), p.is_relative_to("a"), p.match("*.txt"), p.read_text())
p2 = pathlib.Path("fresh/deep")
p2.mkdir(parents=True)
(p2 / "f").write_text("text\nmore\n")
(p2 / "g").write_bytes(b"\x00\x01")
(p2 / "f").touch()
print((p2 / "f").open().readlines(), (p2 / "g").read_bytes(), sorted(x.name for x in p2.iterdir()), (p2 / "f").stat().st_size, sorted(map(str, pathlib.Path("a").rglob("*.txt"))), sorted(map(str, pathlib.Path("a").glob("*/*"))))
print((p2 / "f").rename(p2 / "h"), (p2 / "h").replace(p2 / "i"), (p2 / "i").samefile(p2 / "i"), (p2 / "i").resolve() == pathlib.Path.cwd() / "fresh/deep/i", (p2 / "i").owner() == pathlib.Path(".").owner())
(p2 / "ln").symlink_to("i")
print((p2 / "ln").is_symlink(), (p2 / "ln").readlink(), (p2 / "ln").resolve().name, (p2 / "hl").hardlink_to(p2 / "i"))
(p2 / "i").unlink()
(p2 / "nope").unlink(missing_ok=True)
(p2 / "i2").touch(mode=0o600, exist_ok=False)
for bad in (lambda: (p2 / "i2").touch(exist_ok=False), lambda: p2.mkdir(), lambda: p2.rmdir(), lambda: pathlib.Path("none").read_text(), lambda: pathlib.Path("a").relative_to("b"), lambda: pathlib.Path("a").with_name(""), lambda: pathlib.Path("/").with_suffix(".x")):
    try:
        bad()
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
w = pathlib.PureWindowsPath(r"C:\Users\x\file.txt")
print(w, repr(w), w.drive, w.root, w.parts, w.as_uri(), w.parent, pathlib.PurePosixPath("/a") < pathlib.PurePosixPath("/b"), hash(pathlib.PurePath("x")) == hash(pathlib.PurePath("x")), pathlib.PurePosixPath("/a/b").as_uri(), bytes(pathlib.PurePosixPath("é")), pathlib.Path.home().is_absolute(), pathlib.Path("~").expanduser() == pathlib.Path.home(), sorted({pathlib.Path("b"), pathlib.Path("a")}))

# tempfile
with tempfile.TemporaryDirectory(prefix="pre", suffix="suf", dir=".") as folder:
    print(os.path.basename(folder).startswith("pre"), folder.endswith("suf"), os.path.isdir(folder))
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", dir=".", delete=True) as file:
    file.write("abc")
    file.seek(0)
    print(file.read(), os.path.exists(file.name), type(file).__name__)
print(os.path.exists(file.name))
with tempfile.TemporaryFile() as file:
    file.write(b"bytes")
    file.seek(0)
    print(file.read())
with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as file:
    file.write("short")
    print(file._rolled)
    file.write("much longer text")
    print(file._rolled, file.tell())
fd, path = tempfile.mkstemp(".s", "p", ".")
os.close(fd)
os.unlink(path)
name = tempfile.mkdtemp(dir=".")
os.rmdir(name)
print(os.path.isabs(path), tempfile.gettempprefix(), os.path.isdir(tempfile.gettempdir()))
print(sys.getfilesystemencoding(), stat.S_IRWXU, stat.ST_MODE, stat.FILE_ATTRIBUTE_HIDDEN, stat.filemode(0o120777))
