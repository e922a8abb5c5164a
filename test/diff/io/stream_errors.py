"""Standard streams take bytes that are no UTF-8 as lone surrogates in the locale C and those that stand for it, unless
PYTHONIOENCODING says something else."""
# difftest: no-wasi (a process of its own per locale and encoding)
import os
import subprocess
import sys

if len(sys.argv) > 1:
    print(sys.stdin.errors, sys.stdout.errors, sys.stderr.errors, sys.stdin.encoding, sys.stdout.encoding, sys.stderr.encoding)
    sys.stdout.flush()
    for line in sys.stdin:
        print(ascii(line), end=" ")
        try:
            print(line, end="", flush=True)
        except UnicodeEncodeError as error:
            print(error)
    print("é", "\ud800" if sys.argv[1] == "all" else "")
else:
    program = os.readlink("/proc/self/exe")
    me = [program, __file__] if "python" in os.path.basename(program) else [program]
    kept = {k: v for k, v in os.environ.items() if not k.startswith("LC_") and k not in ("LANG", "PYTHONUTF8", "PYTHONIOENCODING")}
    for more in ({}, {"LC_ALL": "C"}, {"LC_ALL": "", "LC_CTYPE": "POSIX"}, {"LANG": "C.UTF-8"}, {"LANG": "no_such"},
                 {"LC_CTYPE": "C.UTF-8", "LANG": "en_US.UTF-8"}, {"PYTHONUTF8": "1"},
                 *({"PYTHONIOENCODING": asked} for asked in ("", "utf-8", "UTF8", "latin-1", "ascii:replace", ":ignore", "ascii:", "us-ascii", ":"))):
        for mode in "some", "all":
            done = subprocess.run([*me, mode], env=kept | more, input=b"plain\ncaf\xe9\n\xc3\xa9\n", capture_output=True)
            print(more, mode, done.returncode, done.stdout, done.stderr.splitlines()[-1:])
