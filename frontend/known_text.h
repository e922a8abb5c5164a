/*
 * known_text.h — texts that a module gives to exec as they stand: exec("...") at the module's own
 * level, or a call of a variable that may be exec (exec_ = getattr(builtins, "exec")). Packages
 * that ran under Python 2 too hide in them what one of the two cannot read.
 *
 * Such a call becomes the definition of a function with the text as its body, all of whose
 * variables are the module's, and the call <exec>(callee, text, function), which runs the function
 * if the callee is exec.
 */
#ifndef PYASYNCC_FRONTEND_KNOWN_TEXT_H
#define PYASYNCC_FRONTEND_KNOWN_TEXT_H

#include "ast.h"
#include "diag.h"
#include "scope.h"

/* Expands such calls in `tree`, which has no scopes yet. Texts that are no program, or none that a
 * function can hold, stay as they are. */
void known_text_expand(Arena *arena, NameTable *names, AstModule *tree);

/* Can the text be read as a program? */
bool known_text_is_program(Arena *arena, NameTable *names, Str text);

/* Is it the function made of such a text? */
bool known_text_is_body(const Scope *scope);

/* Is it a call <exec>(callee, text, function)? */
bool known_text_is_call(const AstCall *call);

#endif
