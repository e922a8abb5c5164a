import bitstring

bits = bitstring.BitArray("0xff, 0b101, uint:12=352")
print(bits, bits.bin, len(bits), bits[3:9].uint, bits.find("0b0"))
stream = bitstring.BitStream("0x160120f")
print(stream.read("hex:8"), stream.read("uint:4"), stream.pos, bitstring.pack("uint:4, hex:8", 5, "a1"))
