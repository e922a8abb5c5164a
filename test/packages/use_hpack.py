from hpack import Decoder, Encoder

encoder, decoder = Encoder(), Decoder()
for headers in ([(":method", "GET"), (":path", "/"), ("user-agent", "x" * 30)], [(":method", "GET"), (":path", "/other"), ("user-agent", "x" * 30), ("cookie", "secret")]):
    for huffman in (True, False):
        data = encoder.encode(headers, huffman=huffman)
        print(data.hex(), decoder.decode(data))
encoder.header_table_size = 100
print(encoder.encode([("a", "b")]).hex())
