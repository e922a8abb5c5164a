/* hash_words.h — the words that hash functions work with: turned, and read from bytes. */
#ifndef PYASYNCC_RT_HASH_WORDS_H
#define PYASYNCC_RT_HASH_WORDS_H

#include <stdbool.h>
#include <stdint.h>

static inline uint32_t left32(uint32_t word, int count) {
    return word << count | word >> (32 - count);
}
static inline uint32_t right32(uint32_t word, int count) {
    return word >> count | word << (32 - count);
}
static inline uint64_t right64(uint64_t word, int count) {
    return word >> count | word << (64 - count);
}

static inline __attribute__((always_inline)) uint64_t load(const uint8_t *data, int size,
                                                           bool big) {
    uint64_t word = 0;
    for (int i = 0; i < size; i++)
        word = word << 8 | data[big ? i : size - 1 - i];
    return word;
}

#endif
