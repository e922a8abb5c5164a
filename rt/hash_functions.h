/* hash_functions.h — cryptographic hash functions: MD5, SHA-1, SHA-2, SHA-3, SHAKE and BLAKE2. They
 * know nothing of Python objects. */
#ifndef PYASYNCC_RT_HASH_FUNCTIONS_H
#define PYASYNCC_RT_HASH_FUNCTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct HashState HashState;

typedef struct HashKind {
    const char *name;
    uint16_t block_size, digest_size; /* digest_size 0: as long as one likes (SHAKE) */
    bool holds_last; /* a full buffer waits for more data: the last block is special */
    void (*begin)(HashState *state);
    void (*block)(HashState *state, const uint8_t *data); /* takes in one block */
    void (*finish)(HashState *state, uint8_t *out, size_t size);
} HashKind;

enum { HASH_LONGEST_BLOCK = 168, HASH_LONGEST_DIGEST = 64 };

/* What was hashed up to now. May be copied. */
struct HashState {
    const HashKind *kind;
    uint64_t words[25]; /* 32-bit functions use the lower halves */
    uint64_t total;     /* bytes, without those in the buffer */
    uint16_t held;      /* bytes in the buffer */
    uint16_t size;      /* BLAKE2: of the digest */
    bool last_node;     /* BLAKE2 */
    uint8_t buffer[HASH_LONGEST_BLOCK];
};

/* The function with this name ("sha256", "sha3_256", "shake_128", ...), BLAKE2 aside; or NULL. */
const HashKind *hash_kind(const char *name);
/* All of them, ended by a NULL name. */
extern const HashKind hash_kinds[];

/* -- unix/hash_blocks.c, wasi/hash_blocks.c: each takes one block into the state's words -- */
void hash_md5_block(HashState *state, const uint8_t *data);
void hash_sha1_block(HashState *state, const uint8_t *data);
void hash_sha256_block(HashState *state, const uint8_t *data);
void hash_sha512_block(HashState *state, const uint8_t *data);

/* -- hash_functions.c -- */
void hash_begin(HashState *state, const HashKind *kind);
void hash_update(HashState *state, const void *data, size_t size);
/* Writes `size` bytes of digest: the kind's digest_size, or any number for SHAKE. The state is used
 * up. */
void hash_finish(HashState *state, uint8_t *out, size_t size);

/* PBKDF2 with HMAC (RFC 8018). */
void hash_pbkdf2(const HashKind *kind, const uint8_t *password, size_t password_size,
                 const uint8_t *salt, size_t salt_size, uint64_t iterations, uint8_t *out,
                 size_t size);

/* -- hash_scrypt.c -- */
/* scrypt (RFC 7914); n a power of two. False: there is not enough memory. */
bool hash_scrypt(const uint8_t *password, size_t password_size, const uint8_t *salt,
                 size_t salt_size, uint64_t n, size_t r, size_t p, uint8_t *out, size_t size);

/* -- hash_blake2.c -- */
extern const HashKind hash_blake2b, hash_blake2s;

/* The parameter block of BLAKE2 (RFC 7693 and the BLAKE2 paper, section 2.8). */
typedef struct Blake2Parameters {
    uint8_t digest_size, key_size, fanout, depth;
    uint32_t leaf_size;
    uint64_t node_offset;
    uint8_t node_depth, inner_size;
    const uint8_t *salt, *person; /* 16 bytes for BLAKE2b, 8 for BLAKE2s */
    bool last_node;
} Blake2Parameters;
/* A key is hashed first, as a block of its own. */
void hash_blake2_begin(HashState *state, const HashKind *kind, const Blake2Parameters *parameters);

#endif
