/*
 * sre_search.c — finds the first place at which a program matches. What is known of the beginning
 * of a match (its prefix, the set of its first characters, an anchor) decides where an attempt is
 * worth making; bytes are looked for by memchr.
 */
#include "sre.h"

#define CHAR           uint8_t
#define NAME(function) function##_1
#include "sre_scan.h"
#define CHAR           uint16_t
#define NAME(function) function##_2
#include "sre_scan.h"
#define CHAR           uint32_t
#define NAME(function) function##_4
#include "sre_scan.h"

int sre_search(SreState *state) {
    if (!sre_is_possible(state))
        return 0;
    if (!state->stack && sre_grow_stack(state) < 0)
        return -1;
    if (state->width == 1)
        return search_1(state);
    return state->width == 2 ? search_2(state) : search_4(state);
}
