from peewee import *
import datetime, decimal
db = SqliteDatabase(":memory:", pragmas={"foreign_keys": 1})
class Base(Model):
    class Meta: database = db
class U(Base):
    name = CharField(unique=True); age = IntegerField(default=1); born = DateField(null=True); money = DecimalField(default=decimal.Decimal("1.50")); ok = BooleanField(default=False)
class T(Base):
    u = ForeignKeyField(U, backref="ts", on_delete="CASCADE"); text = TextField(null=True); when = DateTimeField(default=datetime.datetime(2024, 1, 2, 3))
    class Meta: indexes = ((("u", "text"), True),); table_name = "t_table"
class Tag(Base): name = CharField()
class TT(Base):
    t = ForeignKeyField(T); tag = ForeignKeyField(Tag)
    class Meta: primary_key = CompositeKey("t", "tag")
db.create_tables([U, T, Tag, TT]); print(db.get_tables(), [c.name for c in db.get_columns("t_table")], db.get_indexes("t_table")[0].columns)
a = U.create(name="a", age=3, born=datetime.date(2000, 1, 2)); x = T.create(u=a, text="x"); T.create(u=a); U.insert_many([{"name": "b"}, {"name": "c"}]).execute()
print([u.name for u in U.select().where(U.age < 3).order_by(U.name.desc())], a.ts.count(), U.select(fn.SUM(U.age)).scalar(), a, repr(a), x.u.name, x.u_id)
print(T.select(T, U).join(U).where(U.name == "a").sql()); print(U.select().where((U.age.in_([1, 2])) | ~(U.name.startswith("x")) & (U.born.is_null())).limit(3).offset(1).sql())
print(U.update(age=U.age + 1).where(U.name == "b").sql(), U.delete().where(U.id << [5]).sql())
for f in (lambda: U.create(name="a"), lambda: U.get(U.name == "zz"), lambda: U(nope=1).nope, lambda: db.execute_sql("selec")):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).replace("\n", " "))
with db.atomic() as t: U.delete().execute(); t.rollback()
try:
    with db.atomic():
        U.update(age=50).execute(); raise ValueError
except ValueError: pass
print(U.select().count(), U.get_or_none(U.name == "zz"), U.get_or_create(name="d"), [(u.name, u.n) for u in U.select(U.name, fn.COUNT(T.id).alias("n")).join(T, JOIN.LEFT_OUTER).group_by(U.name).order_by(U.name)])
g = Tag.create(name="g"); TT.create(t=x, tag=g); print(TT.get().tag.name, list(U.select(U.name, U.money, U.born).order_by(U.id).tuples()), list(T.select().dicts())[0])
a.age = 9; print(a.dirty_fields, a.save(), a.dirty_fields, U.get_by_id(1).age, T.select().count()); print(U.raw("select * from u where age = ?", 1).sql(), [u.name for u in U.raw("select * from u order by name")])
print([r.name for r in U.select().where(U.name == "b").union(U.select().where(U.name == "c")).order_by(SQL("2"))], prefetch(U.select(), T)[0].ts)
