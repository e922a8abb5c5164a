"""The name under which other modules of the standard library import collections.abc."""
from collections.abc import *
from collections.abc import __all__
