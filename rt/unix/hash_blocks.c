/*
 * hash_blocks.c — the rounds of MD5, SHA-1 and SHA-2 by libcrypto, which has them in the assembly
 * of each processor. Its functions for single blocks need none of its other parts.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "hash_functions.h"

#include <openssl/md5.h>
#include <openssl/sha.h>

void hash_md5_block(HashState *state, const uint8_t *data) {
    MD5_CTX context = {.A = (uint32_t)state->words[0],
                       .B = (uint32_t)state->words[1],
                       .C = (uint32_t)state->words[2],
                       .D = (uint32_t)state->words[3]};
    MD5_Transform(&context, data);
    state->words[0] = context.A;
    state->words[1] = context.B;
    state->words[2] = context.C;
    state->words[3] = context.D;
}

void hash_sha1_block(HashState *state, const uint8_t *data) {
    SHA_CTX context = {.h0 = (uint32_t)state->words[0],
                       .h1 = (uint32_t)state->words[1],
                       .h2 = (uint32_t)state->words[2],
                       .h3 = (uint32_t)state->words[3],
                       .h4 = (uint32_t)state->words[4]};
    SHA1_Transform(&context, data);
    state->words[0] = context.h0;
    state->words[1] = context.h1;
    state->words[2] = context.h2;
    state->words[3] = context.h3;
    state->words[4] = context.h4;
}

void hash_sha256_block(HashState *state, const uint8_t *data) {
    SHA256_CTX context; /* its buffer is not looked at */
    for (int i = 0; i < 8; i++)
        context.h[i] = (uint32_t)state->words[i];
    SHA256_Transform(&context, data);
    for (int i = 0; i < 8; i++)
        state->words[i] = context.h[i];
}

void hash_sha512_block(HashState *state, const uint8_t *data) {
    SHA512_CTX context;
    for (int i = 0; i < 8; i++)
        context.h[i] = state->words[i];
    SHA512_Transform(&context, data);
    for (int i = 0; i < 8; i++)
        state->words[i] = context.h[i];
}
