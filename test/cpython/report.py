"""Runs a module's tests and appends a line for each to a file: its name, ` ... ` and how it ended.

The name is written before the test runs, so that the file tells which test ended the program. Tests that the
file names already are left out: the program was started again after one of them. The last line is a dot.
"""
import importlib
import os
import sys
import traceback
import unittest

from test import support
from test.support import import_helper


class Outcomes(unittest.TestResult):
    """Writes each test's outcome to a file, and what went wrong to stderr."""

    def __init__(self, file):
        super().__init__()
        self.file = file
        self.outcome = None

    def startTest(self, test):
        super().startTest(test)
        self.outcome = 'ok'
        self.file.write(line_name(test) + ' ... ')
        self.file.flush()

    def stopTest(self, test):
        super().stopTest(test)
        self.file.write(self.outcome + '\n')
        self.outcome = None

    def note(self, test, outcome, error=None):
        """Keeps the worst outcome of a test; of a class's or module's own code a line is written at once."""
        if error is not None:
            print('=' * 20, outcome, line_name(test), file=sys.stderr)
            traceback.print_exception(*error)
        if self.outcome is None:
            self.file.write('%s ... %s\n' % (line_name(test), outcome))
        elif self.outcome not in ('ERROR', 'FAIL'):
            self.outcome = outcome

    def addError(self, test, err):
        self.note(test, 'ERROR', err)

    def addFailure(self, test, err):
        self.note(test, 'FAIL', err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(subtest, 'FAIL' if issubclass(err[0], test.failureException) else 'ERROR', err)

    def addSkip(self, test, reason):
        self.note(test, 'skip')

    def addExpectedFailure(self, test, err):
        self.note(test, 'expected failure')

    def addUnexpectedSuccess(self, test):
        self.note(test, 'unexpected success')


def line_name(test):
    return test.id().replace('\n', ' ')


def without(suite, names):
    """The suite without the tests that are named."""
    left = unittest.TestSuite()
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            left.addTest(without(test, names))
        elif line_name(test) not in names:
            left.addTest(test)
    return left


def share_modules():
    """Modules that tests want once in C and once in Python are the one that there is, on both sides."""
    import_helper.import_fresh_module = lambda name, *_, **__: importlib.import_module(name)


def run(module):
    path = os.environ['TEST_OUTCOMES']
    with open(path) as file:
        done = {line.rsplit(' ... ', 1)[0] for line in file}
    support.use_resources = []
    with open(path, 'a', errors='backslashreplace') as file:
        suite = without(unittest.defaultTestLoader.loadTestsFromModule(module), done)
        suite.run(Outcomes(file))
        file.write('.\n')
