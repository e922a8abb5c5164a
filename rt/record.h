/*
 * record.h — tuples whose items have names (time.struct_time, os.stat_result, sys.version_info,
 * ...). Made by record_type_new and record_new; defined in record.c.
 */
#ifndef PYASYNCC_RT_RECORD_H
#define PYASYNCC_RT_RECORD_H

#include "containers.h"

/* A new class `module.name`, a subclass of tuple; `fields`: names separated by blanks, of which the
 * first `visible` are items of the sequence and the others attributes only. New reference to the
 * class. */
Value record_type_new(const char *module, const char *name, const char *fields, int visible);
/* An instance; steals `count` values, one per field. */
Value record_new(Value type, Value *values_take, int64_t count);

#endif
