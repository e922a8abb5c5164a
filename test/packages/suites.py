#!/usr/bin/python3
"""Compiles the test suites that packages bring along, and compares what passes with CPython.

    test/packages/suites.py COMPILER WORK [NAME...]

For each row of SUITES the source is taken from Debian (`apt-get source`, or the binary package if that has the
tests) into the folder WORK, with package lists of its own there: nothing of the system is changed. A main
program is written that imports the modules of tests and runs them with plain/pytest.py; it is run by CPython
and, compiled, by itself. Each test's line must be the same. Not part of CI: it needs the network.
"""
import argparse
import glob
import os
import pathlib
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import foreign


class Suite:
    """One package: where its source is, the folders to search, and its modules of tests."""

    def __init__(self, name, tests, roots=('.',), source=True, base=None, conftest=(), leave=(), needs=()):
        self.name = name
        self.tests = tests
        self.roots = roots
        self.source = source
        self.base = base
        self.conftest = conftest
        self.leave = leave
        self.needs = needs


SUITES = [
    Suite('h11', ['h11/tests/test_*.py']),
    Suite('hpack', ['test_*.py'], roots=('src', 'test'), base='test'),
    Suite('wsproto', ['test/test_*.py'], roots=('.', 'src')),
    Suite('priority', ['test_*.py'], roots=('src', 'test'), base='test'),
    Suite('outcome', ['tests/test_*.py'], roots=('.', 'src'), needs=['attr']),
    Suite('deepmerge', ['deepmerge/tests/**/test_*.py']),
    Suite('sortedcontainers', ['tests/test_*.py']),
    Suite('toolz', ['toolz/tests/test_*.py', 'toolz/sandbox/tests/test_*.py']),
    Suite('xmltodict', ['tests/test_*.py']),
    Suite('parsimonious', ['parsimonious/tests/test_*.py']),
    Suite('jmespath', ['tests/test_*.py']),
    Suite('pyte', ['test_*.py'], roots=('.', 'tests'), base='tests'),
    Suite('simpy', ['SimPy/test/test_*.py']),
    Suite('docopt', ['test_docopt.py']),
    Suite('webencodings', ['webencodings/tests.py']),
    Suite('hyperlink', ['hyperlink/test/test_*.py'], roots=('src',), base='src'),
    Suite('ply', ['testlex.py', 'testyacc.py', 'testcpp.py'], roots=('.', 'test'), base='test'),
    Suite('colorama', ['colorama/tests/*_test.py']),
    Suite('httpcore', ['tests/**/test_*.py'], needs=['anyio', 'certifi', 'h11', 'h2', 'hpack', 'hyperframe', 'sniffio']),
    Suite('markupsafe', ['test_*.py'], roots=('src', 'tests'), base='tests', conftest=['conftest']),
    Suite('jinja2', ['test_*.py'], roots=('src', 'tests'), base='tests', conftest=['conftest'], needs=['markupsafe']),
    Suite('rich', ['tests/test_*.py'], needs=['attr', 'markdown-it', 'mdurl', 'pygments', 'typing-extensions']),
    Suite('mpmath', ['mpmath/tests/test_*.py'], source=False),
    Suite('networkx', ['networkx/**/tests/test_*.py'], source=False),
    Suite('voluptuous', ['voluptuous/tests/tests.py'], source=False),
    Suite('mock', ['mock/tests/test*.py'], source=False),
    Suite('bs4', ['bs4/tests/test_*.py'], source=False, needs=['soupsieve', 'html5lib', 'webencodings', 'six']),
    Suite('unittest2', ['unittest2/test/test_*.py'], source=False),
    Suite('testtools', ['testtools/tests/test_*.py'], source=False),
    Suite('tornado', ['tornado/test/*_test.py'], source=False),
    Suite('zope.interface', ['zope/interface/tests/test_*.py'], source=False),
    Suite('sympy', ['sympy/core/tests/test_*.py']),
    Suite('pyflakes', ['pyflakes/test/test_*.py'], source=False),
    Suite('ecdsa', ['ecdsa/test_*.py'], source=False, needs=['six']),
    Suite('configobj', ['configobj/tests/test_*.py'], source=False),
    Suite('passlib', ['passlib/tests/test_*.py'], source=False),
    Suite('netaddr', ['netaddr/tests/**/test_*.py'], source=False),
    Suite('isodate', ['isodate/tests/test_*.py'], source=False, needs=['six']),
    Suite('simplejson', ['simplejson/tests/test_*.py'], source=False),
    Suite('translationstring', ['translationstring/tests/test_*.py'], source=False),
    Suite('pytimeparse', ['pytimeparse/tests/test*.py'], source=False),
    Suite('sniffio', ['sniffio/_tests/test_*.py'], source=False),
    Suite('aiosqlite', ['aiosqlite/tests/smoke.py'], source=False),
    Suite('commonmark', ['commonmark/tests/unit_tests.py'], source=False),
    Suite('icalendar', ['icalendar/tests/test_*.py'], source=False, needs=['dateutil', 'six', 'tz']),
    Suite('multipledispatch', ['multipledispatch/tests/test_*.py'], source=False, needs=['six']),
    Suite('websocket', ['websocket/tests/test_*.py'], source=False),
    Suite('automat', ['automat/_test/test_*.py'], source=False, needs=['attr', 'six']),
]


def fetch(suite, work):
    """The folder with the package's source; None if Debian's server does not have it."""
    folder = work / suite.name
    if folder.exists():
        return folder
    download = work / 'download' / suite.name
    verb = ('source', '--download-only') if suite.source else ('download',)
    foreign.download(work, download, 'python3-' + suite.name, verb)
    if suite.source:
        archives = glob.glob(str(download / '*.orig.tar.*'))
        archives = [a for a in archives if not a.endswith('.asc')]
        if not archives:
            return None
        folder.mkdir()
        subprocess.run(['tar', '-xf', archives[0], '-C', folder, '--strip-components=1'], check=True)
        return folder
    if not foreign.unpack(download, download / 'root'):
        return None
    shutil.move(download / 'root/usr/lib/python3/dist-packages', folder)
    return folder


def fetch_needed(suite, work):
    """The folder with the packages that the suite's own one imports."""
    folder = work / 'needed'
    for name in suite.needs:
        download = work / 'download' / name
        if not download.exists():
            foreign.download(work, download, 'python3-' + name)
        foreign.unpack(download, folder)
    return folder / 'usr/lib/python3/dist-packages'


def write_main(suite, folder, path):
    """The program that runs the suite; answers nothing if there are no modules of tests."""
    base = folder / (suite.base or '.')
    names = []
    for pattern in suite.tests:
        for file in sorted(base.glob(pattern)):
            name = str(file.relative_to(base))[:-3].replace('/', '.')
            if name not in suite.leave:
                names.append(name)
    # Tests that start sys.executable for a script would start the compiled suite again, and so on.
    lines = ['import os', 'if os.environ.get("SUITE_RUNS"):', '    raise SystemExit("the suite started itself")',
             'os.environ["SUITE_RUNS"] = "1"', 'import pytest', 'modules = []', 'conftests = []']
    for name in suite.conftest:
        lines += ['import %s' % name, 'conftests.append(%s)' % name]
    for number, name in enumerate(names):
        parent, _, last = name.rpartition('.')
        load = 'from %s import %s as m%d' % (parent, last, number) if parent else 'import %s as m%d' % (name, number)
        lines += ['try:', '    ' + load, '    modules.append(m%d)' % number,
                  'except (ImportError, pytest.Skipped) as error:',
                  '    print(%r, "cannot be imported:", type(error).__name__)' % name]
    lines += ['pytest.run(modules, conftests)']
    path.write_text('\n'.join(lines) + '\n')


def test_lines(output, state=None):
    return [line for line in output.splitlines()
            if '::' in line.split(' ')[0] and (state is None or (line.split(' ', 1) + [''])[1].startswith(state))]


def compare(suite, compiler, work, level):
    folder = fetch(suite, work)
    if folder is None:
        return suite.name, 'source not found', 0, 0, 0, 0
    main = work / ('main_%s.py' % suite.name.replace('.', '_'))
    program = main.with_suffix('')
    write_main(suite, folder, main)
    roots = [HERE / 'plain'] + [folder / root for root in suite.roots]
    roots.append(fetch_needed(suite, work))
    environment = {**os.environ, 'PYTHONPATH': ':'.join(map(str, roots)), 'PYTHONDONTWRITEBYTECODE': '1',
                   'PYTHONHASHSEED': '0', 'COLUMNS': '80'}
    expected = foreign.run([foreign.CPYTHON, str(main)], folder, environment, 600)
    (work / ('%s.expected' % suite.name)).write_text(expected)
    started = time.monotonic()
    log = foreign.run([compiler, level, '--dynamic', '-Wno-import', str(main), '-o', str(program)], folder, environment,
                      600)
    seconds = time.monotonic() - started
    (work / ('%s.log' % suite.name)).write_text(log)
    if not program.exists():
        return suite.name, 'does not compile', len(test_lines(expected)), len(test_lines(expected, 'passed')), 0, seconds
    actual = foreign.run([str(program)], folder, environment, 600)
    (work / ('%s.actual' % suite.name)).write_text(actual)
    program.unlink()
    same = sum(line in set(test_lines(actual)) for line in test_lines(expected))
    total = len(test_lines(expected))
    return (suite.name, 'same' if same == total and total else 'differs', total, len(test_lines(expected, 'passed')),
            len(test_lines(actual, 'passed')), seconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('compiler')
    parser.add_argument('work', type=pathlib.Path)
    parser.add_argument('names', nargs='*')
    parser.add_argument('--level', default='-O0')
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    work = options.work.resolve()
    print('| package | result | tests | pass under CPython | pass compiled | seconds to compile |')
    print('| --- | --- | --- | --- | --- | --- |')
    for suite in SUITES:
        if not options.names or suite.name in options.names:
            row = compare(suite, os.path.abspath(options.compiler), work, options.level)
            print('| %s | %s | %d | %d | %d | %.1f |' % row, flush=True)


if __name__ == '__main__':
    sys.exit(main())
