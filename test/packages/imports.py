#!/usr/bin/python3
"""Compiles and runs `import NAME` for modules of packages, and tells what stops each.

    test/packages/imports.py COMPILER FOLDER NAME...

FOLDER is searched first (an unpacked dist-packages, or a virtual environment's site-packages), then what is
installed. What CPython itself cannot import is named as such. Not part of CI: it needs the packages.
"""
import os
import pathlib
import subprocess
import sys
import tempfile


def last_line(command, environment=None):
    try:
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              stdin=subprocess.DEVNULL, timeout=300, text=True, errors='replace')
    except subprocess.TimeoutExpired:
        return 'timeout'
    return (done.stdout.strip().splitlines() or [''])[-1]


def attempt(compiler, folder, name, work):
    main, program = work / 'main.py', work / 'main'
    main.write_text('import %s\nprint("imported")\n' % name)
    expected = last_line(['/usr/bin/python3', str(main)], {**os.environ, 'PYTHONPATH': folder})
    if expected != 'imported':
        return 'not under CPython: ' + expected
    message = last_line([compiler, '-O0', '--dynamic', '-Wno-import', '-I', folder, str(main), '-o', str(program)])
    if not program.exists():
        return 'does not compile: ' + message
    result = last_line([str(program)])
    program.unlink()
    return result


def main():
    compiler, folder, *names = sys.argv[1:]
    good = 0
    with tempfile.TemporaryDirectory() as work:
        for name in names:
            result = attempt(os.path.abspath(compiler), folder, name, pathlib.Path(work))
            good += result == 'imported'
            print('%s: %s' % (name, result), flush=True)
    print('%d of %d can be imported' % (good, len(names)))


if __name__ == '__main__':
    main()
