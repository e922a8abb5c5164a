# repr of floats of all magnitudes, at and around powers of two.
import random
import struct

random.seed(5)
for i in range(2000):
    print(random.random() * 10 ** random.randint(-12, 17), random.randint(1, 10**6) / 10 ** random.randint(0, 8))
for i in range(1000):
    print(struct.unpack('d', struct.pack('Q', random.getrandbits(64)))[0])
for exponent in range(-130, 70):
    for step in (-1, 0, 1):
        print((2**52 + step) * 2.0 ** (exponent - 52), -2.0**exponent)
print(0.0, -0.0, [0.0, 1e-320])
