/* csv.h — what the files of the module _csv share. Private to them. */
#ifndef PYASYNCC_RT_CSV_H
#define PYASYNCC_RT_CSV_H

#include "numbers.h"

enum CsvQuoting { QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE };
enum { CSV_NONE = -1 }; /* a character that was not set */

typedef struct CsvDialect {
    Object base;
    int32_t delimiter, quote, escape; /* characters, or CSV_NONE */
    Value terminator;                 /* str */
    uint8_t quoting;                  /* enum CsvQuoting */
    bool double_quote, skip_blanks, strict;
} CsvDialect;

/* -- mod_csv.c -- */
extern Type rt_type_csv_dialect;
/* The class _csv.Error. */
Type *csv_error_type(void);
/* The dialect for the arguments (iterable or file, dialect=, **options) of reader() and writer();
 * new reference, 0 = failed. */
Value csv_dialect_for(Value dialect, const Value *options, Value names);
extern int64_t rt_csv_field_limit;

/* -- mod_csv_read.c, mod_csv_write.c: the functions -- */
Value csv_reader(Value callee, const Value *args, uint32_t count, Value names);
Value csv_writer(Value callee, const Value *args, uint32_t count, Value names);
extern Type rt_type_csv_reader, rt_type_csv_writer;

#endif
