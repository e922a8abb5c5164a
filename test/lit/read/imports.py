# Import statements: aliases, dots, stars.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

import a.b as c, d
from . import e
from ..f.g import (h as i, j,)
from k import *

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Import(
# CHECK-NEXT:       names=[
# CHECK-NEXT:         alias(name='a.b', asname='c'),
# CHECK-NEXT:         alias(name='d')]),
# CHECK-NEXT:     ImportFrom(
# CHECK-NEXT:       names=[
# CHECK-NEXT:         alias(name='e')],
# CHECK-NEXT:       level=1),
# CHECK-NEXT:     ImportFrom(
# CHECK-NEXT:       module='f.g',
# CHECK-NEXT:       names=[
# CHECK-NEXT:         alias(name='h', asname='i'),
# CHECK-NEXT:         alias(name='j')],
# CHECK-NEXT:       level=2),
# CHECK-NEXT:     ImportFrom(
# CHECK-NEXT:       module='k',
# CHECK-NEXT:       names=[
# CHECK-NEXT:         alias(name='*')],
# CHECK-NEXT:       level=0)],
# CHECK-NEXT:   type_ignores=[])
