/*
 * guess.h — what numbers the values of a program probably are. Unlike facts (facts.h), guesses may
 * be wrong: they say which checks at run time are worth making, for pass_speculate.
 *
 * An attribute is guessed by its name alone, from all that the program stores under that name; a
 * parameter from what direct calls and the creation of instances pass. Guesses grow from round to
 * round until nothing changes.
 */
#ifndef PYASYNCC_LOWER_GUESS_H
#define PYASYNCC_LOWER_GUESS_H

#include "ir.h"

/* In the order in which guesses grow: where ints and floats meet, floats are what is met later. */
typedef enum Guess { GUESS_NOTHING, GUESS_INT, GUESS_FLOAT, GUESS_OTHER } Guess;

typedef struct FunctionGuesses {
    Guess *values; /* by op id */
    Guess *locals; /* by index */
    Guess returned;
} FunctionGuesses;

typedef struct Guesses {
    Arena *arena;
    FunctionGuesses **functions;  /* by index of the module, then of the function */
    VEC(Guess) attributes;        /* by Name.id */
    VEC(IrFunction *) inits;      /* the __init__ of ... */
    VEC(const IrClass *) classes; /* ... these classes */
    bool changed;
} Guesses;

/* Guesses about the functions of the program's own modules, in `arena`; valid until the IR changes.
 */
Guesses *guesses_of_program(Arena *arena, const IrProgram *program);
/* Those of `function`, of one of the program's own modules and not virtual. */
const FunctionGuesses *guesses_of(const Guesses *guesses, const IrFunction *function);
Guess guess_attribute(const Guesses *guesses, const Name *name);

#endif
