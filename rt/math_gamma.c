/*
 * math_gamma.c — math.gamma and math.lgamma, by Lanczos' approximation with 13 terms and
 * g = 6.0246800407767296 (the coefficients are those of Boost, and of CPython, whose digits the
 * result has to match: that of libm differs in the last ones).
 */
#include "math_module.h"

#include <math.h>

enum { TERMS = 13, EXACT = 23, HUGE_ARGUMENT = 200, SPLIT_POWER = 140 };

static const double lanczos_g = 6.024680040776729583740234375;
static const double g_minus_half = 5.524680040776729583740234375;

/* S(x), the sum of Lanczos' formula as a quotient of two polynomials. */
static double lanczos_sum(double x) {
    static const double above[TERMS] = {
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    };
    static const double below[TERMS] = {
        0,       39916800, 120543840, 150917976, 105258076, 45995730, 13339535,
        2637558, 357423,   32670,     1925,      66,        1,
    };
    double numerator = 0, denominator = 0;
    for (int i = 0; i < TERMS; i++) {
        int k = x < 5 ? TERMS - 1 - i : i; /* by 1/x for large x, which stays small */
        numerator = (x < 5 ? numerator * x : numerator / x) + above[k];
        denominator = (x < 5 ? denominator * x : denominator / x) + below[k];
    }
    return numerator / denominator;
}

/* sin(pi * x), exact at multiples of 1/2. */
static double sin_pi(double x) {
    double part = fmod(fabs(x), 2.0), result;
    switch ((int)round(2.0 * part)) {
    case 0:
        result = sin(M_PI * part);
        break;
    case 1:
        result = cos(M_PI * (part - 0.5));
        break;
    case 2:
        result = sin(M_PI * (1.0 - part));
        break;
    case 3:
        result = -cos(M_PI * (part - 1.5));
        break;
    default:
        result = sin(M_PI * (part - 2.0));
        break;
    }
    return copysign(1.0, x) * result;
}

static double factorial_below(int number) {
    double product = 1;
    for (int i = 2; i < number; i++)
        product *= i;
    return product;
}

/* The power in two halves, where the whole would overflow. */
static double times_power(double value, double base, double exponent, bool divide) {
    bool split = exponent + 0.5 >= SPLIT_POWER;
    double power = pow(base, split ? exponent / 2 : exponent);
    for (int i = 0; i < 1 + split; i++)
        value = divide ? value / power : value * power;
    return value;
}

double gamma_of(double x) {
    if (!isfinite(x))
        return isnan(x) || x > 0 ? x : NAN;
    if (x == 0)
        return copysign(INFINITY, x);
    if (x == floor(x) && x < 0)
        return NAN;
    if (x == floor(x) && x <= EXACT)
        return factorial_below((int)x);
    double size = fabs(x);
    if (size < 1e-20)
        return 1.0 / x;
    if (size > HUGE_ARGUMENT)
        return x < 0 ? 0.0 / sin_pi(x) : INFINITY;
    double y = size + g_minus_half;
    double lost = size > g_minus_half ? y - size - g_minus_half : y - g_minus_half - size;
    double correction = lost * lanczos_g / y;
    if (x < 0) {
        double result = -M_PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        return times_power(result - correction * result, y, size - 0.5, true);
    }
    double result = lanczos_sum(size) / exp(y);
    return times_power(result + correction * result, y, size - 0.5, false);
}

double lgamma_of(double x) {
    if (!isfinite(x))
        return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2)
        return x <= 0 ? INFINITY : 0.0;
    double size = fabs(x);
    if (size < 1e-20)
        return -log(size);
    double result = log(lanczos_sum(size)) - lanczos_g;
    result += (size - 0.5) * (log(size + lanczos_g - 0.5) - 1);
    if (x < 0) /* by reflection */
        result = log(M_PI) - log(fabs(sin_pi(size))) - log(size) - result;
    return result;
}
