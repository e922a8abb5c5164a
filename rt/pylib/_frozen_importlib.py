"""importlib._bootstrap by the name it has in the interpreter."""

from importlib._bootstrap import *
from importlib._bootstrap import _call_with_frames_removed, _find_spec, _gcd_import, _load, _verbose_message
