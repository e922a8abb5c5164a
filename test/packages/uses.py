#!/usr/bin/python3
"""Compiles the programs use_NAME.py beside this file, without options but -O0, and compares with CPython.

    uses.py COMPILER [--jobs=N] [FILE...]

Prints one line for each program, and what differs. The packages have to be installed, or in a folder of
PYTHONPATH. Not part of CI, for packages come from the network.
"""
import concurrent.futures
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = ['/usr/bin/python3', '-W', 'ignore']
COMPILE_LIMIT, LIMIT = 900, 60


def run(command, folder, limit=LIMIT, executable=None):
    environment = {**os.environ, 'PYTHONHASHSEED': '0', 'PYTHONDONTWRITEBYTECODE': '1', 'PYTHONWARNINGS': 'ignore'}
    try:
        done = subprocess.run(command, cwd=folder, env=environment, timeout=limit, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, executable=executable, text=True,
                              errors='backslashreplace')
    except subprocess.TimeoutExpired as expired:
        return (expired.stdout or b'').decode(errors='replace'), 'timeout'
    return done.stdout, done.returncode


def compare(compiler, path):
    """The word for the outcome, and the lines that say more."""
    with tempfile.TemporaryDirectory(prefix='uses-') as folder:
        expected, status = run([*PYTHON, str(path)], folder)
        if status != 0:
            return 'CPYTHON', expected.splitlines()[-5:]
        output = os.path.join(folder, 'program')
        log, failed = run([compiler, '-O0', '-Wno-import', str(path), '-o', output], folder, COMPILE_LIMIT)
        if failed:
            return 'COMPILER', log.splitlines()[-10:]
        actual, status = run([str(path)], folder, executable=output)
        size = os.path.getsize(output) / 1e6
    if actual == expected and status == 0:
        return 'same', [f'{size:.1f} MB'] + log.splitlines()[:10]
    return 'DIFFERS', [f'exit status {status}', *difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), 'CPython', 'compiled', lineterm='', n=1)][:60]


def main():
    compiler, *rest = sys.argv[1:]
    jobs = [int(word.split('=')[1]) for word in rest if word.startswith('--jobs=')] or [1]
    paths = [pathlib.Path(word).resolve() for word in rest if not word.startswith('--')]
    paths = paths or sorted(HERE.glob('use_*.py'))
    with concurrent.futures.ThreadPoolExecutor(jobs[-1]) as pool:
        for path, (word, lines) in zip(paths, pool.map(lambda path: compare(os.path.abspath(compiler), path), paths)):
            print(word, path.stem, *([lines[0]] if word == 'same' else []), flush=True)
            print(*('    ' + line for line in lines[word == 'same':]), sep='\n', end='\n' if lines[1:] else '', flush=True)


main()
