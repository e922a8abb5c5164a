/*
 * aio_tree.c — the tree of all tasks, with what each waits for, on standard error when a signal
 * comes. The environment variable PYASYNCC_TASKS_SIGNAL says which one (USR1, USR2, QUIT, HUP or a
 * number); without it no signal does. The tree comes when the loop is about to run callbacks.
 */
#include "aio_primitives.h"
#include "aio_task.h"
#include "port.h"
#include "traceback.h"

#include <stdlib.h>

/* ---- the tree -------------------------------------------------------------------------------- */

typedef struct Tree {
    EventLoop *loop;
    Value children; /* dict: task -> list of the tasks it waits for */
    Value shown;    /* set of tasks */
    StrBuilder text;
} Tree;

static void add_line(Tree *tree, int depth, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value line = str_vformat(format, arguments);
    va_end(arguments);
    for (int i = 0; i < depth; i++)
        str_builder_cstr(&tree->text, "    ");
    if (line)
        str_builder_str(&tree->text, line);
    str_builder_char(&tree->text, '\n');
    value_decref(line);
    exc_clear();
}

static double seconds_left(const EventLoop *loop, Value sleep) {
    for (int64_t i = 0; i < loop->timer_count; i++)
        if (loop->timers[i].item == sleep)
            return loop->timers[i].when - (double)port_monotonic_ns() / 1e9;
    return 0;
}

static void add_waiter(Tree *tree, int depth, const Task *task) {
    Value owner = waiting_owner_borrow(task->waiter);
    char number[40];
    if (tree->loop->current_task == task) {
        add_line(tree, depth, "  + runs");
    } else if (!task->waiter) {
        add_line(tree, depth, "  + is to run");
    } else if (value_is(task->waiter, &rt_type_sleep)) {
        snprintf(number, sizeof number, "%.3f", seconds_left(tree->loop, task->waiter));
        add_line(tree, depth, "  + sleeps for another %s s", number);
    } else {
        add_line(tree, depth, "  + waits for %R", owner ? owner : task->waiter);
    }
}

static bool has_coroutine_layout(Value value) {
    return value_is(value, &rt_type_coroutine) || value_is(value, &rt_type_generator) ||
           value_is(value, &rt_type_async_generator);
}

/* The coroutines of the task that wait for each other, outermost first. */
static void add_stack(Tree *tree, int depth, const Task *task) {
    Value coro = value_incref(task->coro);
    while (coro && has_coroutine_layout(coro)) {
        Coroutine *coroutine = AS(Coroutine, coro);
        const ModuleInfo *module = coroutine->info->module;
        Value name = coro_qualname_borrow(coroutine);
        if (module)
            add_line(tree, depth, "  |   File \"%s\", line %d, in async %S()", module->file,
                     (int)coro_line(coroutine), name);
        else
            add_line(tree, depth, "  |   in async %S()", name);
        Value inner = coro_awaiting(coroutine);
        value_decref(coro);
        coro = inner;
    }
    value_decref(coro);
}

static void add_task(Tree *tree, int depth, Value task) {
    Value name = task_name(AS(Task, task));
    bool again = set_contains(tree->shown, task) > 0;
    add_line(tree, depth, again ? "* %S (see above)" : "* %S", name);
    value_decref(name);
    if (again || set_add(tree->shown, task) < 0)
        return;
    add_stack(tree, depth, AS(Task, task));
    add_waiter(tree, depth, AS(Task, task));
    Value children = dict_get_borrow(tree->children, task);
    for (int64_t i = 0; children && i < AS(ListObject, children)->length; i++)
        add_task(tree, depth < 40 ? depth + 1 : depth, AS(ListObject, children)->items[i]);
}

/* Enters `task` with those who wait for it: 1 somebody does, 0, -1 */
static int enter_task(Tree *tree, Value task) {
    Value waiting = future_awaited_by(task);
    int status = waiting ? AS(ListObject, waiting)->length > 0 : -1;
    for (int64_t i = 0; status > 0 && i < AS(ListObject, waiting)->length; i++) {
        Value parent = AS(ListObject, waiting)->items[i];
        Value list = dict_get_borrow(tree->children, parent);
        value_incref(list);
        if (!list &&
            ((list = list_new(NULL, 0)) == 0 || dict_set(tree->children, parent, list) < 0))
            status = -1;
        if (status > 0 && list_append(list, task) < 0)
            status = -1;
        value_decref(list);
    }
    value_decref(waiting);
    return status;
}

/* The tasks oldest first; those nobody waits for begin the trees, then whatever is left over. */
static void add_all(Tree *tree, const ListObject *tasks, Value roots) {
    for (int64_t i = tasks->length; i-- > 0;) {
        int awaited = enter_task(tree, tasks->items[i]);
        if (awaited < 0 || (awaited == 0 && list_append(roots, tasks->items[i]) < 0))
            return;
    }
    for (int64_t i = 0; i < AS(ListObject, roots)->length; i++)
        add_task(tree, 0, AS(ListObject, roots)->items[i]);
    for (int64_t i = tasks->length; i-- > 0;)
        if (set_contains(tree->shown, tasks->items[i]) == 0)
            add_task(tree, 0, tasks->items[i]);
}

static void tree_print(EventLoop *loop) {
    Tree tree = {.loop = loop, .children = dict_new(), .shown = set_new(false)};
    Value tasks = list_new(NULL, 0), roots = list_new(NULL, 0);
    str_builder_init(&tree.text);
    for (Task *task = loop->tasks; tasks && task; task = task->next)
        if (list_append(tasks, OBJ(task)) < 0)
            break;
    if (tree.children && tree.shown && tasks && roots && !isolate.pending) {
        add_line(&tree, 0, "Tasks of %R: %lld", OBJ(loop),
                 (long long)AS(ListObject, tasks)->length);
        add_all(&tree, AS(ListObject, tasks), roots);
    }
    Value text = str_builder_finish(&tree.text);
    size_t size;
    const char *bytes = text ? str_utf8(text, &size) : NULL;
    if (bytes)
        rt_stderr_write(bytes, size);
    const Value owned[] = {tree.children, tree.shown, tasks, roots, text};
    for (size_t i = 0; i < sizeof owned / sizeof owned[0]; i++)
        value_decref(owned[i]);
    exc_clear();
}

/* ---- the signal ------------------------------------------------------------------------------ */

static int tree_signal; /* 0: none */

void tree_signal_came(EventLoop *loop, int number) {
    if (number == tree_signal)
        tree_print(loop);
}

static int signal_number(const char *name) {
    static const struct {
        const char *name;
        int number;
    } known[] = {{"HUP", 1}, {"QUIT", 3}, {"USR1", 10}, {"USR2", 12}}; /* as Linux has them */
    if (strncmp(name, "SIG", 3) == 0)
        name += 3;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(name, known[i].name) == 0)
            return known[i].number;
    int number = atoi(name);
    return number > 0 && number < 64 ? number : 0;
}

int aio_tree_init(ModuleObject *module) {
    (void)module;
    const char *name = getenv("PYASYNCC_TASKS_SIGNAL");
    int number = name ? signal_number(name) : 0;
    if (number && port_signal_watch(number, true) == 0)
        tree_signal = number;
    return 0;
}
