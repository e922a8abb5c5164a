"""Methods of float: ratios, hex, is_integer, hash equality with int."""
import sys

for value in (0.5, 0.1, -2.75, 1e20, 3.0, 1e-3):
    print(value.as_integer_ratio(), value.hex(), value.is_integer(), float.fromhex(value.hex()) == value)
print(float.fromhex("0x1.8p1"), float.fromhex("-0x.1p-3"), (5e-324).hex(), (0.0).hex(), (-0.0).hex(), float("inf").hex())
for value in (float("inf"), float("nan")):
    try:
        value.as_integer_ratio()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print(hash(1.0) == hash(1), hash(2.0**70) == hash(2**70), hash(0.5), hash(-1.0), hash(1.5), hash(float("inf")), hash(-float("inf")))
print((1.5).__add__(2), (1.5).__radd__(2), (1.5).__eq__(1.5), (1.5).__lt__(2), (3.7).__int__(), (3.7).__divmod__(2), (2.0).__pow__(3))
print((1.5).real, (1.5).imag, (1.5).conjugate(), float(), float("1e3"), {1: "int", 1.0: "float", True: "bool"})
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig)
print(isinstance(1.0, float), isinstance(1, float), type(1.0).__name__, float.__mro__)
print(1.0.__bool__(), bool(0.0), bool(-0.0), bool(float("nan")), bool(1e-320), not 0.0)
