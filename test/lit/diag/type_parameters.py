# What type parameter lists and `type` statements cannot hold (PEP 695). The messages are CPython 3.12's.

# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: type_parameters.py:[[# @LINE + 1]]:10: error: duplicate type parameter 'T'
def a[T, T](): pass
# CHECK: type_parameters.py:[[# @LINE + 1]]:11: error: duplicate type parameter 'T'
type B[T, **T] = int
# CHECK: type_parameters.py:[[# @LINE + 1]]:11: error: yield expression cannot be used within a TypeVar bound
def c[T: (yield)](): pass
# CHECK: type_parameters.py:[[# @LINE + 1]]:11: error: named expression cannot be used within a TypeVar bound
def d[T: (x := 1)](): pass
# CHECK: type_parameters.py:[[# @LINE + 1]]:12: error: named expression cannot be used within the definition of a generic
class E[T](x := 1): pass
# CHECK: type_parameters.py:[[# @LINE + 1]]:14: error: yield expression cannot be used within the definition of a generic
def f[T](x: (yield)): pass
# CHECK: type_parameters.py:[[# @LINE + 1]]:16: error: named expression cannot be used within the definition of a generic
def g[T]() -> (y := 3): pass
# CHECK: type_parameters.py:[[# @LINE + 1]]:11: error: yield expression cannot be used within a type alias
type H = (yield)
# CHECK: type_parameters.py:[[# @LINE + 1]]:11: error: named expression cannot be used within a type alias
type I = (x := 3)
# CHECK: type_parameters.py:[[# @LINE + 1]]:12: error: assignment expression within a comprehension cannot be used in a type alias
type J = [(x := i) for i in ()]
# CHECK-NOT: error
class L[T: (lambda: (yield))]: pass
