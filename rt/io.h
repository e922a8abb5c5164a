/* io.h — files as io_binary.c, io_text.c and io_open.c see them. */
#ifndef PYASYNCC_RT_IO_H
#define PYASYNCC_RT_IO_H

#include "containers.h"
#include "text.h"

enum { IO_BUFFER = 8192 };

/* A file descriptor with a buffer for each direction; at most one of them holds something. */
typedef struct BinaryFile {
    Object base;
    int fd;
    bool readable, writable, appending, closed, close_fd, unbuffered;
    char *input; /* IO_BUFFER bytes or more; NULL until first used */
    size_t input_start, input_end, input_room;
    char *output;
    size_t output_used;
    Value name;       /* str, bytes or int */
    const char *mode; /* "rb", ... */
} BinaryFile;

typedef enum Newline {
    NEWLINE_UNIVERSAL,
    NEWLINE_KEEP,
    NEWLINE_LF,
    NEWLINE_CR,
    NEWLINE_CRLF
} Newline;
typedef struct TextFile {
    Object base;
    Value buffer;           /* a BinaryFile */
    Value encoding, errors; /* str, as Python shows them */
    Value mode;             /* str */
    FileEncoding codec;
    Newline newline;
    bool strict; /* errors == "strict" */
    bool line_buffering, write_through;
    bool begun;    /* the mark at the start was read or written; FILE_OTHER: see begin_other */
    bool inside;   /* FILE_OTHER: it did not begin at the file's start, where the mark is */
    bool decoded;  /* text was read by pieces since the last seek() or read() of everything */
    bool in_loop;  /* a loop over the lines has not come to the end: no tell() */
    bool after_cr; /* the last byte whose line ends were noted is \r, itself not noted yet */
    uint8_t seen;  /* kinds of line ends met: 1 \r, 2 \n, 4 \r\n */
    uint8_t cut;   /* bytes after those: the start of a character of which the rest was not read */
    size_t ready;  /* bytes of the input, from its start on, that were found to be decodable */
} TextFile;

extern Type rt_type_binary_writer, rt_type_binary_random, rt_type_raw_file;

Value binary_new(int fd, const char *mode, Value name, bool unbuffered);
/* Fills the input buffer, asking for a multiple of IO_BUFFER bytes: 1 there is more, 0 end of file,
 * -1 failed. */
int binary_fill(BinaryFile *file);
/* Makes at least `size` bytes available if the file has them; how many there are, -1 failed. */
int64_t binary_want(BinaryFile *file, size_t size);
int binary_write(BinaryFile *file, const char *data, size_t size);
int binary_flush(BinaryFile *file);
int binary_close(BinaryFile *file);
/* `about`, the file or the text file around it, is finalized: it is closed, with a ResourceWarning
 * if it is open. An exception that stays pending is the warning's. */
void binary_finish(BinaryFile *file, Value about);
int64_t binary_tell(BinaryFile *file);
int64_t binary_seek(BinaryFile *file, int64_t offset, int whence);
int binary_truncate(BinaryFile *file, int64_t size);
/* Everything up to the end of the file is in the input buffer then. */
int binary_fill_all(BinaryFile *file);
/* Puts `data` in the place of what is in the input buffer. 0 or -1. */
int binary_replace(BinaryFile *file, const char *data, size_t size);
static inline size_t binary_available(const BinaryFile *file) {
    return file->input_end - file->input_start;
}
Value io_unsupported(const char *message); /* raises io.UnsupportedOperation */
Value io_unsupported_type_borrow(void);
Value text_new(Value binary, const char *mode, Value encoding, Value errors, Value newline,
               bool line_buffering);
int text_write(TextFile *file, Value str);

#endif
