#!/usr/bin/python3
"""Writes the module _signatures of the runtime's library: gen_signatures.py OUTPUT.

inspect.signature looks there for functions and classes that are C code in compiled programs. They are
taken from the Python that runs this script: the built-in functions, the built-in types with their
methods, and the modules below, whether they are C code there or not.
"""

import ast
import asyncio
import builtins
import inspect
import itertools
import math
import operator
import sys
import time
import types

MODULES = (builtins, asyncio, itertools, math, operator, time)
METHODS = (type(str.split), type(dict.__dict__["fromkeys"]), types.FunctionType, staticmethod)
PYTHON_ENDS = ("Loop", "Policy", "Protocol", "Transport", "Watcher")  # of classes that are Python code here too


def text_of(function):
    """The parameters as text, or None if there are none to tell or some cannot be written down."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    for parameter in signature.parameters.values():
        if parameter.annotation is not parameter.empty:
            return None
        if parameter.default is not parameter.empty and not is_literal(parameter.default):
            return None
    return None if signature.return_annotation is not signature.empty else str(signature)[1:-1]


def is_literal(value):
    """Does its repr stand for it, and can a list of parameters be split behind it?"""
    try:
        return ", " not in repr(value) and ast.literal_eval(repr(value)) == value
    except (SyntaxError, ValueError):
        return False


def members(module, prefix):
    """(name, function, method or class) of what the module has of its own."""
    for name in sorted(set(getattr(module, "__all__", dir(module)))):
        value = getattr(module, name)
        if name.startswith(("_", "Abstract", "Base")) or name.endswith(PYTHON_ENDS):
            continue
        if not isinstance(value, type):
            yield prefix + name, value
        elif value.__module__.split(".")[0].strip("_") == prefix[:-1]:
            yield prefix + name, value
            for method, function in sorted(vars(value).items()):
                if not method.startswith("_") and isinstance(function, METHODS):
                    yield f"{prefix}{name}.{method}", getattr(function, "__func__", function)


def main(output):
    names, values = {}, {}
    for module in MODULES:
        for name, function in members(module, module.__name__ + "."):
            text = text_of(function) if callable(function) else None
            if text is None:
                continue
            names.setdefault(text, []).append(name)
            for parameter in inspect.signature(function).parameters.values():
                if parameter.default is not parameter.empty:
                    values[repr(parameter.default)] = parameter.default
    with open(output, "w", encoding="utf-8") as file:
        print('"""Signatures of functions that are C code here, by their parameters. Generated."""', file=file)
        print("NAMES = {", file=file)
        for text in sorted(names):
            print(f"    {text!r}: {' '.join(names[text]) + ' '!r},", file=file)
        print("}\nDEFAULTS = {", file=file)
        for text in sorted(values):
            print(f"    {text!r}: {text},", file=file)
        print("}", file=file)


main(sys.argv[1])
