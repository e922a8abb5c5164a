import asyncio, struct, datetime, decimal
import pymysql, aiomysql
from pymysql import converters, err
print(converters.escape_string("a'b\\c\n"), converters.escape_item([1, "x", None, 1.5, True, b"q", datetime.datetime(2024, 1, 2, 3, 4, 5), decimal.Decimal("1.5"), datetime.timedelta(hours=25)], "utf8mb4"), converters.convert_datetime("2024-01-02 03:04:05.5"), converters.convert_timedelta("-25:00:01"), converters.convert_date("2024-01-02"))
def packet(seq, data): return struct.pack("<I", len(data))[:3] + bytes([seq]) + data
def lenenc(b): return b"\xfb" if b is None else bytes([len(b)]) + b
def column(name, kind): return b"".join(map(lenenc, (b"def", b"db", b"t", b"t", name, name))) + b"\x0c" + struct.pack("<HIBHBxx", 45, 100, kind, 0, 0)
def rows(cols, data, seq=1):
    out = packet(seq, bytes([len(cols)]))
    for c in cols: seq += 1; out += packet(seq, column(*c))
    seq += 1; out += packet(seq, b"\xfe\0\0\2\0")
    for r in data: seq += 1; out += packet(seq, b"".join(lenenc(v) for v in r))
    return out + packet(seq + 1, b"\xfe\0\0\2\0")
OK = b"\0\1\5\2\0\0\0"
async def read_packet(r):
    h = await r.readexactly(4); return await r.readexactly(int.from_bytes(h[:3], "little"))
async def serve(r, w):
    w.write(packet(0, b"\x0a8.0.1-fake\0" + struct.pack("<I", 7) + b"12345678\0" + struct.pack("<HBHHB", 0xffff & ~0x0800, 45, 2, 0x000f | 0x8, 21) + b"\0" * 10 + b"123456789012\0" + b"mysql_native_password\0"))
    login = await read_packet(r); print("login", b"user" in login, len(login) > 60); w.write(packet(2, OK))
    while True:
        try: q = await read_packet(r)
        except asyncio.IncompleteReadError: break
        if q[0] == 1: break
        sql = q[1:].decode(); print("sql", q[0], sql)
        if sql.startswith("SELECT 1"): w.write(rows([(b"1", 3)], [(b"1",)]))
        elif sql.startswith("SELECT *"): w.write(rows([(b"id", 3), (b"name", 253), (b"d", 12), (b"m", 246)], [(b"1", "é".encode(), b"2024-01-02 03:04:05", b"1.50"), (b"2", None, None, b"2")]))
        elif sql.startswith("BAD"): w.write(packet(1, b"\xff" + struct.pack("<H", 1064) + b"#42000You have an error"))
        elif sql.startswith("DUP"): w.write(packet(1, b"\xff" + struct.pack("<H", 1062) + b"#23000Duplicate entry"))
        else: w.write(packet(1, OK))
    w.close()
async def main():
    s = await asyncio.start_server(serve, "127.0.0.1", 0); port = s.sockets[0].getsockname()[1]
    c = await aiomysql.connect(host="127.0.0.1", port=port, user="user", password="pw", db="db", autocommit=False)
    print(c.get_server_info(), c.host, c.db, c.charset, c.get_autocommit())
    async with c.cursor() as cur:
        print(await cur.execute("SELECT * FROM t WHERE a=%s AND b IN %s AND c=%s", ("x'y", [1, 2], None))); print(await cur.fetchall(), cur.description, cur.rowcount)
        print(await cur.execute("INSERT INTO t VALUES (%(a)s)", {"a": datetime.date(2024, 1, 2)}), cur.lastrowid); print(await cur.executemany("INSERT INTO t (a, b) VALUES (%s, %s)", [(1, "a"), (2, "b")]), cur.mogrify("%s", ("z",)))
    async with c.cursor(aiomysql.DictCursor) as cur: await cur.execute("SELECT * FROM t"); print(await cur.fetchone(), await cur.fetchmany(5))
    for q in ("BAD", "DUP"):
        async with c.cursor() as cur:
            try: await cur.execute(q)
            except err.MySQLError as e: print(type(e).__name__, e.args)
    await c.begin(); await c.commit(); await c.ping(); c.close(); print(c)if 0 else None
    pool = await aiomysql.create_pool(1, 2, host="127.0.0.1", port=port, user="user", password="pw")
    async with pool.acquire() as c:
        async with c.cursor() as cur: await cur.execute("SELECT 1"); print(await cur.fetchone(), pool.size, pool.freesize)
    pool.close(); await pool.wait_closed()
    def sync():
        k = pymysql.connect(host="127.0.0.1", port=port, user="user", password="pw", cursorclass=pymysql.cursors.DictCursor)
        with k, k.cursor() as cur: cur.execute("SELECT * FROM x"); return cur.fetchall()
    print(await asyncio.to_thread(sync))
    try: await aiomysql.connect(host="127.0.0.1", port=1)
    except err.OperationalError as e: print(e)
    s.close()
asyncio.run(main())
