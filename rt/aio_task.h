/* aio_task.h — what the files of tasks share: aio_task.c, aio_task_functions.c, aio_run.c. */
#ifndef PYASYNCC_RT_AIO_TASK_H
#define PYASYNCC_RT_AIO_TASK_H

#include "aio_loop.h"

int task_step(Value data, Value exception); /* LoopCall: the next step of task `data` */
int task_wakeup(Value data, Value future);  /* LoopCall: `future`, which the task awaits, is done */
/* Does a task of these options get its name when it is made, since it may start at once? */
bool loop_names_at_once(const EventLoop *loop, const TaskOptions *options);
/* The options, the name only if `with_name`, as keyword arguments: the values, borrowed, go to
 * `values` (room for three, or two), their names to *names, a new tuple or 0 for none. 0 or -1. */
int task_keywords(const TaskOptions *options, bool with_name, Value *values, Value *names);
/* Methods of Task. */
Value task_get_stack(Value callee, const Value *args, uint32_t count, Value names);
Value task_print_stack(Value callee, const Value *args, uint32_t count, Value names);
int aio_task_functions_init(ModuleObject *module);

#endif
