"""An uncaught exception with a cause, a context, notes and a group, printed by the runtime itself."""

import sys


class AppError(Exception):
    def __str__(self):
        return f"app error of {len(self.args)} args"


def parse(text):
    return int(text)


def load(items):
    result = []
    for item in items:
        try:
            result.append(parse(item))
        except ValueError as error:
            error.add_note(f"while loading {item!r}")
            error.add_note("second note\nof two lines")
            raise AppError(item, items) from error
    return result


def retry(action, times):
    failures = []
    for attempt in range(times):
        try:
            return action()
        except AppError as error:
            failures.append(error)
    raise ExceptionGroup(f"{times} attempts failed", failures)


def main():
    try:
        retry(lambda: load(["1", "two"]), 2)
    except* AppError as group:
        print(len(group.exceptions), repr(group))
        print("hidden"[10])


# The report goes where the test compares it.
def hook(kind, value, trace):
    import traceback
    sys.stdout.write("".join(traceback.format_exception(kind, value, trace)).replace(__file__, "FILE"))


sys.excepthook = hook
main()
