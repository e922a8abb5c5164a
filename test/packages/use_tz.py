import datetime
import pytz

zone = pytz.timezone("Europe/Berlin")
moment = zone.localize(datetime.datetime(2024, 7, 1, 12))
print(moment, moment.astimezone(pytz.utc), zone.normalize(moment + datetime.timedelta(days=180)), len(pytz.all_timezones) > 400, pytz.FixedOffset(90))
