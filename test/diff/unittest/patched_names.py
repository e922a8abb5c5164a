"""mock.patch of functions, classes and built-ins by their dotted names, and setattr on modules: calls see what is there."""

import asyncio
import os
import random
import sys
import time
from unittest import mock


def area(width, height=2, *, unit="m"):
    "the area"
    return width * height


def describe(width):
    return f"area {area(width)}"


async def fetch(key):
    return "real " + key


async def show(key):
    return "<" + await fetch(key) + ">"


class Repository:
    def close(self):
        return "closed"

    async def get(self, key):
        return key

    @classmethod
    def make(cls, name):
        return cls()

    @staticmethod
    def check(first, second=1):
        return first, second


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (TypeError, AssertionError, AttributeError) as error:
        print(type(error).__name__, error)


print(describe(3))
with mock.patch("__main__.area") as patched:
    patched.return_value = 50
    print(describe(3), patched.mock_calls)
print(describe(3))

with mock.patch("__main__.area", autospec=True) as patched:
    patched.side_effect = lambda width, height=0: (width, height)
    print(describe(4), patched.mock_calls)
    attempt(area)


@mock.patch("__main__.Repository")
@mock.patch("time.sleep")
def decorated(sleep, repository):
    time.sleep(100)
    print(sleep.mock_calls, Repository().close() is repository.return_value.close.return_value)


decorated()
with mock.patch("random.randint", return_value=4), mock.patch("os.getcwd", side_effect=OSError("none")):
    print(random.randint(1, 6))
    try:
        os.getcwd()
    except OSError as error:
        print(error)

with mock.patch("builtins.input", return_value="typed") as read:
    print(input("? "), read.mock_calls)
with mock.patch.object(sys.modules[__name__], "describe", lambda width: "lambda"):
    print(describe(1))
print(describe(1))
with mock.patch.multiple("__main__", describe=lambda width: "multiple", area=mock.DEFAULT) as both:
    print(describe(1), list(both), area() is both["area"].return_value)


async def main():
    with mock.patch("__main__.fetch", new_callable=mock.AsyncMock, return_value="mock") as patched:
        print(await show("k"), patched.await_args_list)
    with mock.patch.object(Repository, "get", autospec=True) as get:
        get.return_value = 8
        print(await Repository().get(1), get.await_count)
    print(await show("k"))


asyncio.run(main())

with mock.patch.object(Repository, "close", autospec=True, return_value=3) as close:
    repository = Repository()
    print(repository.close(), close.call_args == mock.call(repository))
    attempt(repository.close, 1)
function = mock.create_autospec(area, return_value=7)
print(function(1), function(1, unit="k"), function.__name__, function.mock_calls, function.call_count)
for args, kwargs in [((), {}), ((1, 2, 3), {}), ((1,), {"z": 1})]:
    attempt(function, *args, **kwargs)
function.assert_called_with(1, unit="k")
attempt(function.assert_called_once)
spec = mock.create_autospec(Repository)
instance = spec()
instance.close()
print(instance.close.call_count, spec.make.call_count, spec.check(1) is spec.check.return_value)
attempt(spec.check)
attempt(instance.close, 1)
attempt(lambda: instance.nothing)

setattr(sys.modules[__name__], "area", lambda width: -width)
print(describe(5))
