/* sets.h — what obj_set.c offers set_methods.c beyond rt.h. */
#ifndef PYASYNCC_RT_SETS_H
#define PYASYNCC_RT_SETS_H

#include "containers.h"

Value set_new_of(Type *type);
int set_add_hashed(SetObject *set, Value key, int64_t hash);
int set_contains_hashed(SetObject *set, Value key, int64_t hash); /* 1, 0 or -1 */
int set_discard_hashed(SetObject *set, Value key, int64_t hash);  /* 1 removed, 0 missing, -1 */
/* The first place of the table answers most questions: nothing is called then. Else -2. */
static inline int set_first_tells(const SetObject *set, Value key, int64_t hash) {
    Value found = set->table[hash & set->mask].key;
    return found == key ? 1 : found ? -2 : 0;
}
void set_clear(SetObject *set);
/* Iteration in table order: *position starts at 0. The key is borrowed. */
bool set_next(const SetObject *set, int64_t *position, SetEntry *entry);
Value set_iter(Value set);

#endif
