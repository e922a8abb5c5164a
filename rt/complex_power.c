/*
 * complex_power.c — powers of complex numbers that are no small whole ones, by polar coordinates as
 * CPython: a part of programs that raise something to a power that the compiler does not know, or
 * mention pow (parts.def). The trigonometry of the C library is 9 KB of a WebAssembly module.
 */
#include "numbers.h"
#include "object.h"

#include <math.h>

static void polar_power(const double base[2], const double exponent[2], double *real,
                        double *imag) {
    double modulus = hypot(base[0], base[1]), angle = atan2(base[1], base[0]);
    double length = pow(modulus, exponent[0]), phase = angle * exponent[0];
    if (exponent[1] != 0) {
        length /= exp(angle * exponent[1]);
        phase += exponent[1] * log(modulus);
    }
    *real = length * cos(phase);
    *imag = length * sin(phase);
}

static int part_init(ModuleObject *module) {
    (void)module;
    rt_complex_power = polar_power;
    return 0;
}

const NativeModule pyrt_part_complex_power = {COMPLEX_POWER_PART, part_init};
