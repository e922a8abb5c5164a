"""What code asks of CPython's import system by its inner name: the specs of modules, and loading by them."""

from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec
from importlib.util import module_from_spec, spec_from_loader


def _load(spec):
    """The module of a spec; a compiled program has it already."""
    return module_from_spec(spec)
