/* binascii.h — what the files of the module binascii share. Private to the runtime. */
#ifndef PYASYNCC_RT_BINASCII_H
#define PYASYNCC_RT_BINASCII_H

#include "bytes.h"

/* A bytes-like argument, or ASCII text. False: TypeError or ValueError. */
bool binascii_read_text(Value value, const uint8_t **data, int64_t *size);

/* -- mod_binascii_qp.c: functions of the module -- */
#define BINASCII_FUNCTION(name)                                                                    \
    Value binascii_##name(Value callee, const Value *args, uint32_t count, Value names)
BINASCII_FUNCTION(a2b_qp);
BINASCII_FUNCTION(b2a_qp);

#endif
