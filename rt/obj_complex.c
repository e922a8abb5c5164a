/*
 * obj_complex.c — the type complex.
 */
#include "numbers.h"

typedef struct ComplexObject {
    Object base;
    double real, imag;
} ComplexObject;

Value complex_new(double real, double imag) {
    ComplexObject *number = object_new(&rt_type_complex, sizeof *number);
    if (number) {
        number->real = real;
        number->imag = imag;
    }
    return OBJ(number);
}

Type rt_type_complex = {
    .name = "complex",
    .basic_size = sizeof(ComplexObject),
};
