/*
 * math_module.h — the two halves of the module math.
 */
#ifndef PYASYNCC_RT_MATH_MODULE_H
#define PYASYNCC_RT_MATH_MODULE_H

#include "numbers.h"

/* Functions over ints, ended by a NULL name (mod_math_int.c). */
extern const NativeMethod math_int_functions[];

/* -- math_gcd.c -- */
Value int_gcd(Value left, Value right); /* of ints of any kind and sign; new reference */

/* -- math_gamma.c: as CPython computes them -- */
double gamma_of(double x);
double lgamma_of(double x);

#endif
