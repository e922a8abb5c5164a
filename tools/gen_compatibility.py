#!/usr/bin/python3
"""Writes docs/compatibility.md: gen_compatibility.py COMPILER OUTPUT.

The tables come from comparing what this Python has with what a compiled program finds: every name of
the built-in module, the methods of the built-in types, the names of asyncio and of the modules that
the language leans on.
"""

import builtins
import importlib
import keyword
import subprocess
import sys
import tempfile
from pathlib import Path

MODULES = ["abc", "asyncio", "atexit", "bisect", "collections", "collections.abc", "contextlib",
           "contextvars", "copy", "dataclasses", "enum", "functools", "gc", "heapq", "io",
           "itertools", "math", "operator", "os", "random", "resource", "select", "signal", "socket", "ssl", "string",
           "subprocess", "sys", "time", "traceback", "types", "typing", "warnings", "weakref"]
TYPES = ["bool", "bytearray", "bytes", "complex", "dict", "float", "frozenset", "int", "list",
         "memoryview", "object", "property", "range", "set", "slice", "str", "tuple", "type"]

DIFFERENCES = """\
## Known differences

* `exec`, `eval`, `compile`: a warning when compiling, an exception when they run, unless the program is compiled with
  `--dynamic` (see design/dynamic-code.md).
* `TypeVar` bounds in type parameter lists (PEP 695) are evaluated at the definition, not lazily.
* Frames: `sys._getframe` and `inspect.currentframe` answer the frame of the module that is being imported, or of the
  main program, whatever the depth; `f_back` is None. `cr_frame` and its like tell where a coroutine or generator waits;
  their variables are not shown, and of one that runs the line is that of its `def`.
* Functions of the standard library whose names the program does not mention are left out; a program
  that computes names of attributes (`getattr(x, name)`, `dir`, `vars`) keeps all of the modules that
  it imports itself, but not of those that these import.
* What only a suspended coroutine refers to is not seen by the cycle collector.
* Encodings: those of one byte a character and UTF-7 are in a program if a text names one where the name of an encoding
  stands (`encode`, `decode`, `open`, `encoding=`, ...), if the program or a package computes such a name, and with `email`.
  The multi-byte encodings of East Asia (`shift_jis`, `gbk`, `big5`, `euc-kr`, ...) do not exist.
* The names of Unicode characters are in a program if one of its own modules (not the library's) imports `unicodedata`,
  mentions `namereplace`, or has a text with `\\N{` (a pattern of `re`): otherwise `\\N{...}` in a pattern that comes from
  elsewhere raises AttributeError.
* `import_module` and `__import__` with a computed name find the modules that the program has: those whose names match what is
  known of it when compiling (`f"pkg.{x}"`, `"pkg." + x`, a loop over a list of names, ...). `pkgutil.iter_modules` lists those of
  packages whose `__path__` it gets. `importlib.metadata` knows the distributions that are asked for by name, or
  if all are, those of packages in the program; `importlib.resources` has the files of packages that it is asked for.
* A function that the compiler calls directly is not replaced by `setattr(module, name, ...)`; plain
  assignment to `module.name` is seen.
* "coroutine was never awaited" warnings are placed at `sys:1`.
* WASI has no sockets, TLS, processes and signals: what needs them raises an exception when it is called or imported
  (see platforms.md).
* `ssl`: DeprecationWarnings are not issued; `_msg_callback` gets plain numbers. Names of hosts beyond ASCII are put in
  lower case but not normalised (nameprep).
* Threads run Python code one at a time; WASI has none: `to_thread` runs its function at once.
* zlib, sqlite3, pwd, grp and termios are native only: on WASI their import fails. There is no parser: `ast.parse` and what needs it raise.
* `re`: possessive repetitions match as in CPython 3.11.7 (3.11.2 errs in some), and groups in them and in atomic groups
  keep what they matched, as from 3.12.6 on (its issue 101955; 3.11 mixes rounds up or raises SystemError).

## Modules

A name is listed if CPython 3.11 has it and compiled programs do not. Modules that are not listed here are taken
from an installed Python's library if they are pure Python and need no missing native module.
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
    """Pairs of a key and the object whose names are compared."""
    yield "builtins", builtins
    for name in MODULES:
        yield name, importlib.import_module(name)
    for name in TYPES:
        yield f"type {name}", getattr(builtins, name)


def program(wanted):
    """Prints for each key the names that are missing. It mentions every name, because what a program
    does not mention of the library is not compiled."""
    lines = ["import builtins"]
    for key, names in wanted.items():
        subject = key.rpartition(" ")[2]
        if key in MODULES:
            lines.append(f"import {key}")
        lines.append("lambda: [" + ", ".join(f"{subject}.{n}" for n in names if not keyword.iskeyword(n)) + "]")
        lines.append(f"print({key!r}, *[n for n in {names!r} if not hasattr({subject}, n)], sep='|')")
    return "\n".join(lines) + "\n"


def main():
    compiler, output = sys.argv[1:]
    wanted = {key: own_names(subject, key) for key, subject in subjects()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.py"
        path.write_text(program(wanted))
        done = subprocess.run([compiler, "run", "-O0", path], capture_output=True, text=True, check=True)
    rows = []
    for line in done.stdout.splitlines():
        key, *missing = line.split("|")
        shown = ", ".join(f"`{name}`" for name in missing) or "nothing"
        total = len(wanted[key])
        rows.append(f"| `{key}` | {total - len(missing)} of {total} | {shown} |")
    text = ["# Compatibility", "", "Made by `tools/gen_compatibility.py`; the reference is CPython 3.11.", "",
            DIFFERENCES, "| where | names | missing |", "| --- | --- | --- |", *rows, ""]
    Path(output).write_text("\n".join(text))


if __name__ == "__main__":
    main()
