import asyncio, sqlite3, aiosqlite
async def main():
    async with aiosqlite.connect(":memory:") as db:
        db.row_factory = aiosqlite.Row
        await db.execute("create table t(id integer primary key, name text, v real)")
        await db.executemany("insert into t(name, v) values(?, ?)", [("a", 1.5), ("b", None), ("c", 3)])
        await db.commit()
        print(db.total_changes, db.in_transaction, db.isolation_level)
        async with db.execute("select * from t order by id") as cur:
            async for row in cur:
                print(row["id"], row["name"], tuple(row), row.keys())
        cur = await db.execute("select count(*) from t")
        print((await cur.fetchone())[0], cur.rowcount, cur.description, cur.arraysize)
        await cur.close()
        await db.create_function("twice", 1, lambda x: x * 2)
        async with db.execute("select twice(v) from t where v is not null") as cur:
            print([tuple(r) for r in await cur.fetchall()])
        try:
            await db.execute("select * from nope")
        except aiosqlite.OperationalError as e:
            print(type(e).__name__, e)
        try:
            await db.execute("insert into t(id) values(1)")
        except sqlite3.IntegrityError as e:
            print(e)
        print([tuple(r[0]) for r in await asyncio.gather(*[db.execute_fetchall("select ?", (i,)) for i in range(3)])])
        await db.rollback()
        print([line async for line in db.iterdump()])
    try:
        await db.execute("select 1")
    except ValueError as e:
        print("closed", e)
asyncio.run(main())
