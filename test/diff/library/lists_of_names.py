"""What `from module import *` brings of modules that list their names, and the lists themselves."""
# difftest: no-wasi (subprocess)
import functools
import os
import subprocess
import typing
import warnings

for module in (functools, subprocess, typing, warnings):
    print(module.__name__, module.__all__, [name for name in module.__all__ if not hasattr(module, name)])
from functools import *
from subprocess import *
from typing import *
from warnings import *

print(reduce(lambda a, b: a + b, [1, 2, 3]), Popen is subprocess.Popen, Optional[int], warn.__name__, 'namedtuple' in globals(), 'WarningMessage' in globals())
import posixpath
from posixpath import join, splitext as split_extension

print(os.path is posixpath, posixpath.__name__, join is os.path.join, split_extension('a.b'), posixpath.join('a', 'b'))
