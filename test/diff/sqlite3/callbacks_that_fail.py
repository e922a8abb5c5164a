# difftest: no-wasi (no sqlite3)
# sqlite3: exceptions in callbacks are shown to sys.unraisablehook, with the callback, if that was asked for.
import sqlite3
import sys


def show(unraisable):
    print(unraisable.exc_type.__name__, unraisable.err_msg, unraisable.object.__qualname__, unraisable.exc_traceback is None)


def attempt(statement):
    try:
        print(connection.execute(statement).fetchall())
    except sqlite3.Error as error:
        print(type(error).__name__, error)


def evil(*arguments):
    1 / 0


class Aggregate:
    def step(self, value):
        evil()

    def finalize(self):
        evil()


class NoAggregate:
    def __init__(self):
        evil()


sys.unraisablehook = show
connection = sqlite3.connect(':memory:')
connection.create_function('f', 1, lambda x: 1 / 0)
connection.create_aggregate('aggregate', 1, Aggregate)
connection.create_aggregate('no_aggregate', 1, NoAggregate)
for shown in False, True:
    print('shown:', shown)
    sqlite3.enable_callback_tracebacks(shown)
    connection.set_trace_callback(evil)
    attempt('SELECT 1')
    connection.set_trace_callback(None)
    attempt('SELECT f(1)')
    attempt('SELECT aggregate(1)')
    attempt('SELECT no_aggregate(1)')
    attempt('SELECT aggregate(1), no_aggregate(1) WHERE 0')
    connection.set_authorizer(evil)
    attempt('SELECT 2')
    connection.set_authorizer(None)
    connection.set_progress_handler(evil, 1)
    attempt('SELECT 3')
    connection.set_progress_handler(None, 1)
sys.unraisablehook = sys.__unraisablehook__
connection.set_trace_callback(evil)
attempt('SELECT 4')
