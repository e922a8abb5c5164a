"""Packages for jobs and values: schedule, croniter, tzlocal-free dates, vine, amqp's serialisation, filelock, fasteners, portalocker, dotenv, wtforms, jsonpickle, flexmock, cachetools, chardet, charset_normalizer, humanfriendly."""
import datetime
import os
import tempfile
import schedule, croniter, vine, amqp.serialization, filelock, fasteners, portalocker, dotenv, jsonpickle, chardet, charset_normalizer, humanfriendly
import wtforms, stomp.utils


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


job = schedule.every(3).to(5).minutes.at(":10").do(print, "job").tag("t")
attempt(lambda: sorted(job.tags))
attempt(lambda: schedule.every().monday.at("25:00"))
attempt(lambda: schedule.every(2).monday)
schedule.run_all(0)
cron = croniter.croniter("*/15 9-17 * * mon-fri", datetime.datetime(2024, 1, 5, 17, 50))
attempt(lambda: [cron.get_next(datetime.datetime).isoformat() for _ in range(2)])
attempt(lambda: croniter.croniter("61 * * * *"))
attempt(lambda: croniter.croniter.match("0 0 * * *", datetime.datetime(2024, 1, 1)))
promise = vine.promise(lambda a, b: a + b, args=(1,))
promise.then(print)
promise(2)
attempt(lambda: amqp.serialization.dumps("bSF", (1, "é", {"k": [1, None, True]})))
attempt(lambda: amqp.serialization.loads("bS", amqp.serialization.dumps("bS", (1, "x"))))
folder = tempfile.mkdtemp()
with filelock.FileLock(os.path.join(folder, "l")) as lock:
    attempt(lambda: lock.is_locked)
attempt(lambda: lock.is_locked)
inter = fasteners.InterProcessLock(os.path.join(folder, "f"))
with inter:
    attempt(lambda: inter.acquired)
with portalocker.Lock(os.path.join(folder, "p"), "w", timeout=1) as file:
    attempt(lambda: file.write("x"))
with open(os.path.join(folder, ".env"), "w") as file:
    file.write('A=1\nexport B="x ${A}"\n# c\nC=\'q\'\nBAD LINE\n')
attempt(lambda: dict(dotenv.dotenv_values(os.path.join(folder, ".env"))))


class Thing:
    def __init__(self):
        self.x = [1, {"a": (2, 3)}]; self.when = datetime.date(2024, 1, 2)


text = jsonpickle.encode(Thing())
print(text)
print(vars(jsonpickle.decode(text)))
attempt(lambda: chardet.detect("Привет, мир, как дела".encode("koi8-r"))["encoding"])
attempt(lambda: charset_normalizer.from_bytes("héllo wörld, ça va bien là".encode("utf-8")).best().encoding)
attempt(lambda: humanfriendly.parse_size("1.5 GiB"))
attempt(lambda: humanfriendly.format_timespan(90061))
attempt(lambda: humanfriendly.parse_timespan("1 fortnightly"))
attempt(lambda: humanfriendly.text.concatenate(["a", "b", "c"]))


class Form(wtforms.Form):
    name = wtforms.StringField("Name", [wtforms.validators.DataRequired(), wtforms.validators.Length(max=3)])
    age = wtforms.IntegerField(default=3)


class Data(dict):
    def getlist(self, key):
        return self.get(key, [])


form = Form(Data(name=["long<>"], age=["x"]))
print(form.validate(), form.errors, form.name(), form.age.label)
attempt(lambda: stomp.utils.parse_frame(b"MESSAGE\nkey:v\\cx\n\nbody\x00"))
