# Every integer code in every byte order: the bytes of the numbers at its borders, and the words for those beyond.
import struct

VALUES = [-1, 0, -129, -128, 127, 128, 255, 256, -32769, 32767, 32768, 65535, 65536, -2 ** 31 - 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32,
          -2 ** 63 - 1, -2 ** 63, 2 ** 63 - 1, 2 ** 63, 2 ** 64 - 1, 2 ** 64, 2 ** 200, -2 ** 200, 1.5, 'a', None, True]


class Index:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


for order in '=<>!':
    for code in 'bBhHiIlLqQnNP?':
        results = []
        for value in VALUES + [Index(5), Index('x')] + ([] if code in 'qQ' else [Index(-70000)]):
            try:
                results.append(struct.pack(order + code, value).hex())
            except Exception as error:
                results.append(f'{type(error).__name__}: {error}')
        print(order + code, results)
for code in '@b @B @h @H @i @I @q @Q'.split():
    results = []
    for value in VALUES:
        try:
            results.append(struct.unpack(code, struct.pack(code, value))[0])
        except struct.error as error:
            results.append(str(error))
    print(code, results)
