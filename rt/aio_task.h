/* aio_task.h — what the files of tasks share: aio_task.c, aio_task_functions.c, aio_run.c. */
#ifndef PYASYNCC_RT_AIO_TASK_H
#define PYASYNCC_RT_AIO_TASK_H

#include "aio_loop.h"

int task_step(Value data, Value exception); /* LoopCall: the next step of task `data` */
int task_wakeup(Value data, Value future);  /* LoopCall: `future`, which the task awaits, is done */
int task_setup(Task *task, EventLoop *loop, Value coro, Value name, Value context, bool eager);
/* Methods of Task. */
Value task_get_stack(Value callee, const Value *args, uint32_t count, Value names);
Value task_print_stack(Value callee, const Value *args, uint32_t count, Value names);
int aio_task_functions_init(ModuleObject *module);

#endif
