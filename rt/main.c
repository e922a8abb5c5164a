/*
 * main.c — the entry point of compiled programs. It stands alone so that other C programs can link
 * the runtime and start it themselves.
 */
#include "object.h"

int main(int argc, char **argv) {
    if (rt_start(argc, argv) < 0) {
        exc_clear();
        fprintf(stderr, "Fatal Python error: cannot start: no memory\n");
        return 1;
    }
    int status = 0;
    Value module = module_run_main();
    if (!module) {
        Value exception = exc_fetch();
        status = rt_report_uncaught(exception);
        value_decref(exception);
    }
    value_decref(module);
    return rt_finish(status);
}
