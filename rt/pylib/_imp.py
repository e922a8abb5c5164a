"""What the interpreter knows of modules that are part of it; it has no lock, for importing is not interrupted."""

import sys
from _program import source_hash

check_hash_based_pycs = 'default'


def acquire_lock():
    """The lock of old import systems."""


def release_lock():
    """The lock of old import systems."""


def lock_held():
    return False


def extension_suffixes():
    return []


def is_builtin(name, /):
    if name in ('builtins', 'sys'):
        return -1  # those that cannot be made again
    return 1 if name in sys.builtin_module_names else 0


def is_frozen(name, /):
    return False


is_frozen_package = is_frozen


def find_frozen(name, /, *, withdata=False):
    return None


def get_frozen_object(name, data=None, /):
    raise ImportError('No such frozen object named %s' % name, name=name)


def init_frozen(name, /):
    return None


def create_builtin(spec, /):
    __import__(spec.name)
    return sys.modules[spec.name]


def exec_builtin(module, /):
    return 0


def create_dynamic(spec, file=None, /):
    raise ImportError('a compiled program loads no extension modules', name=spec.name, path=spec.origin)


def exec_dynamic(module, /):
    return 0


def _fix_co_filename(code, path, /):
    """There is no bytecode whose path could be wrong."""


def _override_frozen_modules_for_tests(override, /):
    """No module is frozen in the sense of CPython, which takes those from the interpreter or from files."""
