#!/usr/bin/python3
"""Writes docs/library.md: gen_library.py COMPILER OUTPUT [MODULE...].

Every pure-Python top-level module of the installed Python is compiled at -O0 into a program that does
nothing but import it, and run. The table says which work, and why the others do not. With modules
named, only these are tried and the answers are printed.
"""

import concurrent.futures
import pathlib
import re
import subprocess
import sys
import sysconfig
import tempfile

LEFT_OUT = {"idlelib", "tkinter", "turtle", "turtledemo", "test", "ensurepip", "antigravity", "this", "lib2to3"}
COMPILE_SECONDS = 300
RUN_SECONDS = 30


def modules():
    """The names of the modules, without those that need a display, a joke or a test suite."""
    library = pathlib.Path(sysconfig.get_path("stdlib"))
    names = [path.stem for path in library.glob("*.py")]
    names += [path.parent.name for path in library.glob("*/__init__.py")]
    return sorted(name for name in names if name.isidentifier() and name not in LEFT_OUT)


def last_line(text):
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else ""


def attempt(compiler, name):
    """None if the module works, else the reason why it does not."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = pathlib.Path(folder, "main.py"), pathlib.Path(folder, "main")
        source.write_text(f"import {name}\nprint('ok')\n")
        try:
            done = subprocess.run([compiler, "-O0", source, "-o", program], capture_output=True, text=True,
                                  timeout=COMPILE_SECONDS)
            if done.returncode:
                errors = [line for line in done.stderr.splitlines() if "error:" in line]
                return "does not compile: " + (errors[0].partition("error:")[2].strip() if errors else "?")
            done = subprocess.run([program], capture_output=True, text=True, timeout=RUN_SECONDS,
                                  stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return "takes too long"
        works = done.returncode == 0 and last_line(done.stdout) == "ok"
        reason = re.sub(r" \(/\S+\)$", "", last_line(done.stderr))    # the file is this machine's business
        return None if works else reason or f"exit status {done.returncode}"


def report(results):
    failed = {name: reason for name, reason in results.items() if reason}
    works = [name for name in results if name not in failed]
    share = 100 * len(works) / len(results)
    text = ["# The installed Python's library", "",
            "Made by `tools/gen_library.py`: each pure-Python top-level module of CPython 3.11's library, compiled into a "
            "program that imports it.", "",
            f"{len(works)} of {len(results)} work ({share:.0f} %).", "", "| module | why not |", "| --- | --- |",
            *(f"| `{name}` | {reason} |" for name, reason in failed.items()), "", "These work:", "",
            ", ".join(f"`{name}`" for name in works) + ".", ""]
    return "\n".join(text)


def main():
    compiler, output, *wanted = sys.argv[1:]
    names = wanted or modules()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = dict(zip(names, pool.map(lambda name: attempt(compiler, name), names)))
    if wanted:
        for name, reason in results.items():
            print(name, reason or "works")
    else:
        pathlib.Path(output).write_text(report(results))


if __name__ == "__main__":
    main()
