#!/usr/bin/python3
"""Writes docs/compatibility.md: gen_compatibility.py COMPILER OUTPUT; with --check COMPILER FILE it says in what
the lines that the file has about a part of the modules, CORE, differ from what it would write.

The tables come from comparing what this Python has with what a compiled program finds: every name of
the built-in module, the methods of the built-in types, the names of asyncio and of the modules that
the language leans on.
"""

import builtins
import importlib
import keyword
import re
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

MODULES = """abc aifc argparse array ast asynchat asyncio asyncore atexit base64 bdb binascii bisect builtins bz2 cProfile calendar
cgi cgitb chunk cmath cmd code codecs codeop collections collections.abc colorsys compileall concurrent.futures
configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis
doctest email email.charset email.encoders email.errors email.generator email.header email.headerregistry
email.iterators email.message email.mime.text email.parser email.policy email.utils ensurepip enum errno faulthandler
fcntl filecmp fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq
hmac html html.entities html.parser http http.client http.cookiejar http.cookies http.server imaplib imghdr imp importlib
importlib.abc importlib.machinery importlib.metadata importlib.resources importlib.util inspect io ipaddress itertools
json keyword linecache locale logging logging.config logging.handlers lzma mailbox mailcap marshal math mimetypes mmap
modulefinder multiprocessing netrc nis nntplib numbers operator optparse os os.path ossaudiodev pathlib pdb pickle
pickletools pipes pkgutil platform plistlib poplib posix pprint profile pstats pty pwd py_compile pyclbr pydoc queue
quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal
site smtpd smtplib sndhdr socket socketserver spwd sqlite3 ssl stat statistics string stringprep struct subprocess sunau
symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap threading time timeit tkinter token
tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest unittest.mock urllib.error
urllib.parse urllib.request urllib.response urllib.robotparser uu uuid venv warnings wave weakref webbrowser wsgiref
xdrlib xml.dom xml.dom.minidom xml.dom.pulldom xml.etree.ElementTree xml.parsers.expat xml.sax xml.sax.handler
xml.sax.saxutils xml.sax.xmlreader xmlrpc.client xmlrpc.server zipapp zipfile zipimport zlib zoneinfo""".split()
CORE = """abc asyncio atexit bisect collections collections.abc contextlib contextvars copy dataclasses enum functools gc
heapq io itertools math operator os random resource select signal socket ssl string subprocess sys time traceback types
typing warnings weakref""".split()
TYPES = ["bool", "bytearray", "bytes", "complex", "dict", "float", "frozenset", "int", "list",
         "memoryview", "object", "property", "range", "set", "slice", "str", "tuple", "type"]
GROUP = 12  # so many are asked for in one program

DIFFERENCES = """\
## Known differences

* `exec`, `eval`, `compile`: a warning when compiling, an exception when they run, unless the program is compiled with
  `--dynamic` or an installed package in it needs the evaluator (see design/dynamic-code.md). Texts that stand in a module's own `exec("...")` are compiled.
* Frames: what `sys._getframe`, `inspect.stack`, `f_back` and their like answer is how things were when they were asked,
  `f_locals` is empty but for modules, and functions of the library that are Python code are left out. `cr_frame` and its
  like tell where a coroutine or generator waits; their variables are not shown, and of one that runs the line is that of
  its `def`.
* `gc.set_threshold` changes only what `gc.get_threshold` answers: the runtime decides when cycles are looked for.
* Programs for WASI that are compiled with `-O0` may exhaust the host's stack before RecursionError is raised.
* `len()` of a range or of an object with `__len__` that claims more than 2**62 - 1 items raises OverflowError;
  `__len__()` itself answers.
* A few wrong arguments of built-in functions and methods are complained of in other words than CPython's.
  `value in EnumClass` with another type gives no DeprecationWarning.
* `xml.etree.ElementTree`: the parser and the builder are those in Python that CPython has beside its C version, and so
  are their messages of wrong arguments.
* Functions of the standard library whose names the program does not mention are left out; a program
  that computes names of attributes (`getattr(x, name)`, `dir`, `vars`) keeps all of the modules that
  it imports itself, but not of those that these import, nor functions that only a module's own run as `__main__` calls
  and that import others (`pickle._test`).
* The warning that a coroutine was never awaited names the line that drops it, but `sys:1` where a function's end, an
  exception or the runtime does. Programs that mention
  debug mode (`debug=`, `set_debug`), `set_coroutine_origin_tracking_depth`, `stacklevel=` or frames know who called whom and name these lines, and
  where coroutines, tasks, futures and handles were made; others do if PYTHONASYNCIODEBUG or PYTHONDEVMODE was set when they were compiled.
  `warnings.warn` of the library with a `stacklevel` above 1 names `sys:1` in programs that do not, unless they call one
  of the commoner deprecated functions by its name (`logger.warn`, `setDaemon`, `assertEquals`, ...).
* Objects that only the arguments of a call refer to end after the variables of the function, not before.
* What variables held ends from the left in `a, b = x, y`; CPython may assign from the right. In a last `case [a, _]` or
  `case [a, *_]` of a function the rest of the subject ends before what `a` held. What an exception and the one
  that it was raised after hold in common ends with the first of them, not with the last.
* A task that SystemExit or KeyboardInterrupt ended is told of as never retrieved when its last reference goes; in CPython the
  traceback holds it until the end. "--- Logging error ---" has no `Call stack:`. A class that `type()` makes of one in `io`
  names `abc` as its module, as those of `ABCMeta` do.
* `Alias | None` of a `type` statement's alias is a `typing.Optional`, not a `types.UnionType`. A generic frozen dataclass
  with slots may be called as `C[int](3)`, which fails in 3.11.
* Modules of the program have `__spec__` and `__loader__` None. `PYTHONUTF8=0` with a C locale leaves UTF-8 on.
* Tracebacks: carets of some lines of the library (`Template.substitute`, `call_later` with a wrong delay), frames of importlib
  under `import_module`, and the function that a signal interrupted are not as CPython's.
* ResourceWarnings, too, name the line where something is dropped if a variable of a function is set or deleted there, and
  else `sys:1`, unless the program mentions `ResourceWarning` or was compiled with PYTHONDEVMODE set. Files, sockets and
  transports that the collector finds at once may be told of in another order. A subprocess transport that is dropped after
  its loop was closed is left alone, without the RuntimeError that CPython shows. Options of PYTHONWARNINGS that name a
  category of a module are refused, for no module is imported before the program.
* Encodings: those of one byte a character, those of East Asia and UTF-7 are in a program if a text names one where the
  name of an encoding stands (`encode`, `decode`, `open`, `encoding=`, ...), if the program or a package computes such a
  name, and with `email`. One that PYTHONIOENCODING names and the program does not have counts as UTF-8.
  The encodings that shift between sets of characters (`iso2022_jp`, `hz`, ...), and those of JIS X 0213 and HKSCS
  (`shift_jis_2004`, `big5hkscs`, ...) do not exist.
* An async generator that another `asend()` left suspended in an await is closed when its last reference goes; CPython may
  close it at the next collection. `f.__code__ = ...` takes the code of a text only, and only where another function made
  `f`, without variables of that one: otherwise it raises NotImplementedError. The text's code then lives as long as the
  program, and `f.__code__` keeps its own `co_name` and equality.
* The names of Unicode characters are in a program if one of its own modules (not the library's) imports `unicodedata`,
  mentions `namereplace`, or has a text with `\\N{` (a pattern of `re`): otherwise `\\N{...}` in a pattern that comes from
  elsewhere raises AttributeError.
* `import_module` and `__import__` with a computed name find the modules that the program has: those whose names match what is
  known of it when compiling (`f"pkg.{x}"`, `"pkg." + x`, a loop over a list of names, ...). `pkgutil.iter_modules` lists those of
  packages whose `__path__` it gets. `importlib.metadata` knows the distributions that are asked for by name, or
  if all are, those of packages in the program; `importlib.resources` has the files of packages that it is asked for.
  Entry points can be loaded if the program spells their group; those of a package that the program has anyway, if it spells
  their name as well.
* A function that the compiler calls directly is not replaced by `setattr(module, name, ...)` if the name is computed;
  assignment to `module.name`, and names in texts (`setattr(module, "name", ...)`, `mock.patch("module.name")`) are seen.
* WASI has no sockets, TLS, processes and signals: what needs them raises an exception when it is called or imported
  (see platforms.md).
* `ssl`: the DeprecationWarning of `SSLContext()` without a protocol names `sys:1` unless the program mentions other deprecated
  names of the module; `_msg_callback` gets plain numbers. Names of hosts beyond ASCII are put in
  lower case but not normalised (nameprep).
* Threads run Python code one at a time; WASI has none: `to_thread` runs its function at once.
* zlib, sqlite3, pwd, grp, termios, mmap, fcntl, faulthandler, syslog and multiprocessing are native only: on WASI their
  import fails.
* `ast.parse` and `ast.literal_eval` link a parser; of the errors in a text it has the commonest messages of CPython, the
  others are "invalid syntax".
* `multiprocessing` starts processes by `fork` alone: `spawn` and `forkserver` need an interpreter and raise
  NotImplementedError. Value and Array take type codes, not types of ctypes. Managers link the evaluator of `--dynamic`, as
  does `logging.config.fileConfig`.
* `faulthandler` shows no frames of Python. `marshal` has no code objects and marks more objects as shared than CPython.
  `readline` keeps a history and settings, but lines are not edited.
* Log records tell the line of the program's own call of a logger's method (`info`, `debug`, ...); calls under other names
  tell the line of the last such call, or of the main program, unless the program mentions `stacklevel=` or frames.
* `decimal`: numbers beyond the largest exponents are made without InvalidOperation, a result without end does not raise
  MemoryError under `prec=MAX_PREC` but takes for ever. `divmod` by zero raises DivisionByZero instead of InvalidOperation, and an exception does not name Clamped, or
  Rounded of an exact subnormal number, beside other signals that are trapped. Numbers of more than 38 digits are computed by
  Python code, many times slower than CPython's.
* `random.randrange` of a float warns of nothing. A `typing.ForwardRef` of a wrong text raises no SyntaxError. `lru_cache`
  asks a key that is new for its hash twice. A handler of encoding errors that gives the exception another `object` is not
  followed. `AttributeError.name` is set when a descriptor of `__slots__` is called directly.
* `io.StringIO` and `io.BytesIO`: some errors of `seek` and `__setstate__` on closed files differ. Functions of `pickle`
  say that they are of the module `_pickle_native`.
* CPython's own tests find more differences, by module in cpython-tests.md. Programs may meet these: `locals()['x'] = ...` in
  the body of a class does not change what a name of an enclosing function means; a metaclass that loses `__classcell__` is not
  told; `types.coroutine` answers another function; `__index__` and `__int__` that answer a subclass of int are not warned of;
  `raise X from C` raises TypeError if calling the class `C` answers no exception; `StringIO.newlines` is None; `io.FileIO` cannot be
  subclassed; functions of `os` refuse paths that are bytearrays.
* `raw` of a buffered file is the file itself, not a FileIO. `linecache.cache` entries made by hand are not looked at by
  `traceback`.
* Tracebacks through the library show CPython's functions and lines where a note in our own module says which
  (frontend/cpython_lines.h), which is so for nearly all errors that modules raise themselves; other lines of our modules
  are shown as they are. On WASI these lines have no text. `json.dumps` with `indent=` fails at another place.
* A module's variables exist once: what is deleted from `sys.modules` and imported again runs again in the same variables.
* Docstrings: built-in functions and methods have none, built-in types a short one or none.
  Modules of the library that are the runtime's own (`json`, `re`, `enum` and others) have shorter ones than CPython's.
* `asyncio` has no `__all__` (`from asyncio import *` gives all its public names) and no `_GatheringFuture._children`;
  `StreamWriter` has no `__del__` (3.13's closes connections that 3.11 leaves open); a second `close` of a TLS transport
  leaves `abort` without effect, and a child's broken `stdin` is not reported as a future whose exception was never retrieved.
  Exceptions that pass functions of our own library modules (`json`, `enum`, `decimal`, ...) show those modules' lines.
* `inspect.signature` knows the built-in functions, the built-in types with their methods, and `asyncio`, `itertools`,
  `math`, `operator` and `time`; other functions that are C code here have no signature, and their bound methods are
  no `types.MethodType` (a WeakMethod of `queue.put`). Annotations in texts may hold names, calls, displays and arithmetic,
  but no lambdas, comparisons or comprehensions. A memoryview is not cast to `shape=()`.
* Modules that are native here show themselves as `(built-in)` and have no `__file__`, also those that CPython has as
  Python files (`asyncio`, ...). Threads that `_thread` alone started are `Dummy-N` in the order in which asyncio asks for
  their names. A float, or an int of more than 62 bits, that a function's fast version keeps unboxed in a
  variable may be another object, equal and of the same type, when it is stored.
* `inspect.signature` answers for `functools.partial` and the getters of `operator`, where CPython raises ValueError.
* After `del C.__new__` the class takes arguments as before it had one; CPython refuses them.
* Code objects have no `co_code`. Attributes of `sys.stdout` and its like cannot be replaced (`sys.stdout.isatty = f`).
  `collections.abc.Callable[[int], str]` shows its parameters without brackets. On WASI there is no `os.umask`, so that
  `dbm.dumb` and `shelve` cannot make files.
* RecursionError comes at the limit of `sys.setrecursionlimit` in programs that mention RecursionError or set a limit below
  10,000; only the program's own functions count, not those of the library and not built-in ones. In others it comes when the
  stack ends, which a high limit makes larger (natively, up to 120 MB). What the runtime converts by itself
  (`__index__` that answers a bool, the truth of `NotImplemented`, ...) raises no DeprecationWarning.
* `Exception.__subclasses__()` and its like list the built-in exceptions and the program's classes, not those that modules make
  which CPython loads at its start (`zipimport.ZipImportError`, `io.UnsupportedOperation`, ...); those of `object`, `tuple` and `dict` are the program's alone.
* `help()` raises NotImplementedError. `repr(exit)` is that of a function. Equal ints of up to 62 bits are one object (`a is b`).
  `sys.path` holds the program's folder alone. `import site` reads `.pth` files again and complains of their lines of code.
* `timeit` of statements that are texts brings the evaluator of `--dynamic` into the program, if they stand where they are
  timed; they are as slow as it is.
* `sqlite3`: extensions are not loaded, and an exception that a collation raises is dropped.
* `re`: possessive repetitions match as in CPython 3.11.7 (3.11.2 errs in some), and groups in them and in atomic groups
  keep what they matched, as from 3.12.6 on (its issue 101955; 3.11 mixes rounds up or raises SystemError).

## Modules

A name is listed if CPython 3.11 has it and compiled programs do not, or why the module cannot be imported. What other
modules the installed Python's library has is in library.md.
"""

def own_names(module_or_type, key):
    """What CPython has under `key`, without the modules that are only imported there."""
    names = []
    for name in dir(module_or_type):
        special = name.startswith("_")
        if special and (not name.endswith("__") or key in MODULES):
            continue
        if not isinstance(getattr(module_or_type, name, None), type(sys)):
            names.append(name)
    return names


def subjects():
    """Pairs of a key and the object whose names are compared; modules that this Python was built without are left out."""
    for name in MODULES:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield name, importlib.import_module(name)
        except ImportError:
            continue
    for name in TYPES:
        yield f"type {name}", getattr(builtins, name)


def program(wanted):
    """Prints for each key the names that are missing, or why its module cannot be imported. It mentions every name,
    because what a program does not mention of the library is not compiled."""
    lines = ["import builtins"]
    for key, names in wanted.items():
        subject = key.rpartition(" ")[2]
        if key in MODULES:
            lines += ["try:", f"    import {key}", "except BaseException as error:",
                      f"    print({key!r}, '!', type(error).__name__ + ': ' + str(error).split(' (/')[0], sep='|')", "else:"]
        else:
            lines.append("if True:")
        lines.append("    lambda: [" + ", ".join(f"{subject}.{n}" for n in names if not keyword.iskeyword(n)) + "]")
        lines.append(f"    print({key!r}, *[n for n in {names!r} if not hasattr({subject}, n)], sep='|')")
    return "\n".join(lines) + "\n"


def ask(compiler, wanted):
    """The lines that a compiled program prints about `wanted`; what goes wrong is told, one key at a time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.py"
        path.write_text(program(wanted))
        done = subprocess.run([compiler, "run", "-O0", "-Wno-import", path], capture_output=True, text=True)
    if done.returncode == 0:
        return [line for line in done.stdout.splitlines() if line.partition("|")[0] in wanted]
    if len(wanted) > 1:
        return [line for key, names in wanted.items() for line in ask(compiler, {key: names})]
    last = (done.stderr.strip().splitlines() or ["it cannot be compiled"])[-1]
    last = re.sub(r" \(/[^)]*\)", "", last)  # where this machine has the module
    return [f"{key}|!|{last}" for key in wanted]


def row(key, missing, total):
    """One line of the table."""
    if missing[:1] == ["!"]:
        return f"| `{key}` | 0 of {total} | {'|'.join(missing[1:])} |"
    shown = ", ".join(f"`{name}`" for name in missing) or "nothing"
    return f"| `{key}` | {total - len(missing)} of {total} | {shown} |"


def rows_of(compiler, wanted):
    """The lines of the table by key, and how many names of modules there are, and should be."""
    rows, found, total = {}, 0, 0
    keys = list(wanted)
    for start in range(0, len(keys), GROUP):
        for line in ask(compiler, {key: wanted[key] for key in keys[start:start + GROUP]}):
            key, *missing = line.split("|")
            rows[key] = row(key, missing, len(wanted[key]))
            if key in MODULES:
                total += len(wanted[key])
                found += 0 if missing[:1] == ["!"] else len(wanted[key]) - len(missing)
    return rows, found, total


def check(compiler, path, wanted):
    """Prints what is wrong in the file; answers the exit status."""
    lines = Path(path).read_text().splitlines()
    core = {key: names for key, names in wanted.items() if key in CORE or key not in MODULES}
    rows, _, _ = rows_of(compiler, core)
    wrong = [line for line in [*DIFFERENCES.splitlines(), *rows.values()] if line not in lines]
    for line in wrong:
        print(f"{path} lacks: {line}")
    return 1 if wrong else 0


def main():
    wanted = {key: own_names(subject, key) for key, subject in subjects()}
    if sys.argv[1] == "--check":
        sys.exit(check(*sys.argv[2:], wanted))
    compiler, output = sys.argv[1:]
    rows, found, total = rows_of(compiler, wanted)
    text = ["# Compatibility", "", "Made by `tools/gen_compatibility.py`; the reference is CPython 3.11.", "",
            DIFFERENCES, f"Of the modules' names {found} of {total} are there ({found * 100 / total:.1f} %).", "",
            "| where | names | missing |", "| --- | --- | --- |", *rows.values(), ""]
    Path(output).write_text("\n".join(text))


if __name__ == "__main__":
    main()
