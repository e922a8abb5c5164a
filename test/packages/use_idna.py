import idna

for name in ("bücher.example", "ドメイン.テスト", "faß.de", "Königsgäßchen"):
    try:
        encoded = idna.encode(name, uts46=True)
        print(name, encoded, idna.decode(encoded))
    except idna.IDNAError as error:
        print(name, error)
try:
    idna.encode("a" * 70)
except idna.IDNAError as error:
    print(error)
