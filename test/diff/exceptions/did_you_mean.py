"""Suggestions of AttributeError, NameError and ImportError in tracebacks."""

import sys
import traceback


class Account:
    balance = 1
    deposit_limit = 2

    def __init__(self):
        self.owner = "o"

    def withdraw(self):
        return self.ownr

    @property
    def total(self):
        return self.balence


class Slotted:
    __slots__ = ("first_name", "last_name")


class Dynamic:
    value_one = 1

    def __getattr__(self, name):
        raise AttributeError(f"custom {name}")


counter_value = 1


def local_names():
    temperature = 1
    return temprature


def global_name():
    return counter_valeu


def builtin_name():
    return pritn("x")


def self_name():
    return blance


def nested():
    outer_variable = 1

    def inner():
        outer_variable
        return outer_varable
    return inner()


def deleted():
    something = 1
    del something
    return something


cases = [lambda: Account().balnce, lambda: Account().withdraw(), lambda: Account().total, lambda: Account.deposit_limt, lambda: Slotted().first_nam, lambda: Dynamic().value_two, local_names, global_name, builtin_name, nested, deleted, lambda: [].apend(1), lambda: "".joim([]), lambda: {}.itmes(), lambda: (1).bit_lenght, lambda: sys.argvv, lambda: completely_unrelated_xyz, lambda: Account().zzzzzzzz, lambda: None.foo, lambda: True1, lambda: Account().Balance, lambda: lenn([])]
for case in cases:
    try:
        case()
    except Exception as error:
        print(traceback.format_exception_only(error)[-1], end="")
        print("  name:", getattr(error, "name", None), "str:", error)
