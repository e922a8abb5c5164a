/* deque.h — collections.deque as the module _collections and queues see it. */
#ifndef PYASYNCC_RT_DEQUE_H
#define PYASYNCC_RT_DEQUE_H

#include "containers.h"

typedef struct Deque {
    Object base;
    Value *ring; /* mask + 1 places; NULL while empty */
    int64_t mask, head, length;
    int64_t most;     /* maxlen, or -1 */
    uint64_t changes; /* counts mutations, for iterators */
} Deque;

extern Type rt_type_deque;

int deque_init(ModuleObject *module);
/* An empty deque without a maxlen. New reference. */
Value deque_create(void);
/* deque.append(item); `item` borrowed. 0 or -1. */
int deque_push(Value self, Value item);
/* deque.popleft() of one that is not empty. New reference. */
Value deque_shift(Value self);

#endif
