"""lit configuration: compiler behaviour, checked with FileCheck.

Run through the build tree (tools/dev test --only=lit), whose generated lit.site.cfg.py says which
compiler is tested. Substitutions: %pyasyncc (the compiler), %run (compile and run at once),
%python (CPython 3.11, the reference), %status N (the command that follows must end with exit status
N), %home (lib/pyasyncc of the build), %ir-opt
(runs passes over IR in its textual form); FileCheck and not are LLVM 19's.
"""

import os
import shutil
import subprocess

import lit.formats

config.name = "pyasyncc"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".py", ".ir", ".test"]
config.excludes = ["lit.cfg.py", "status.py", "Inputs"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.build_dir, "test", "lit", "out")

compiler = os.path.join(config.build_dir, "bin", "pyasyncc")
config.substitutions += [
    ("%pyasyncc", compiler),
    ("%run", compiler + " run"),
    ("%python", "/usr/bin/python3"),
    ("%status", "/usr/bin/python3 " + os.path.join(config.test_source_root, "status.py")),
    ("%ir-opt", os.path.join(config.build_dir, "bin", "ir-opt")),
    ("%home", os.path.join(config.build_dir, "lib", "pyasyncc")),
]
config.environment["PATH"] = "/usr/lib/llvm-19/bin" + os.pathsep + config.environment["PATH"]
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["XDG_CACHE_HOME"] = os.path.join(config.test_exec_root, "cache")
config.environment["ASAN_OPTIONS"] = "exitcode=99"
config.environment["UBSAN_OPTIONS"] = "print_stacktrace=1:exitcode=99"
for name in ("HOME", "TMPDIR"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

if os.path.exists(os.path.join(config.build_dir, "lib", "pyasyncc", "wasm32", "link.flags")):
    config.available_features.add("wasm")
if config.sanitize:
    config.available_features.add("sanitize")
# gdb may be missing, or not allowed to trace programs.
if shutil.which("gdb") and subprocess.run(
        ["gdb", "-q", "-batch", "-nx", "-ex", "run", "-ex", "quit $_exitcode", "/bin/true"],
        capture_output=True, check=False).returncode == 0:
    config.available_features.add("gdb")
