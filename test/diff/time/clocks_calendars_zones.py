# difftest: no-wasi (it has no time zones)
# time, calendar, zoneinfo, _strptime: every function with given moments.
import calendar
import os
import time
import datetime
import zoneinfo
from datetime import timedelta, timezone


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print('time')
t = time.gmtime(1709211909)
print(t, t.tm_zone, t.tm_gmtoff, t[0], tuple(t), t[:3], len(t), t.n_fields, t.n_sequence_fields, t.n_unnamed_fields, t == (2024, 2, 29, 13, 5, 9, 3, 60, 0), hash(t) == hash(tuple(t)), time.struct_time((2024, 1, 1, 0, 0, 0, 0, 1, -1)), attempt(time.struct_time, (1, 2)), attempt(time.struct_time, 5))
for form in ('%a %A %b %B %c', '%d %H %I %j %m %M %p %S', '%U %w %W %x %X %y %Y %Z %z %%', '%e %D %T %R %F %h %n %t %C %g %G %u %V %s' if False else '%e %D %T %R %F %h %C %g %G %u %V', '', 'plain', '%', '%Q', '\u00e9%Y\u2603', '%-d %-m %_H'):
    print(repr(form), attempt(time.strftime, form, t))
print(time.asctime(t), time.ctime(0)[-4:], calendar.timegm(t), attempt(time.asctime, (1,)), attempt(time.strftime, '%Y', (2024, 13, 1, 0, 0, 0, 0, 1, 0)), attempt(time.strftime, '%Y', (2024, 1, 1, 25, 0, 0, 0, 1, 0)), attempt(time.strftime, 5), attempt(time.gmtime, 1e20), attempt(time.gmtime, 'x'), attempt(time.gmtime, float('nan')), attempt(time.mktime, (1,)), time.gmtime(-1), time.gmtime(0.999), time.gmtime(2 ** 33))
for text, form in (('2024-02-29', '%Y-%m-%d'), ('13:05:09', '%H:%M:%S'), ('Feb 29 24', '%b %d %y'), ('1 PM', '%I %p'), ('2024 366', '%Y %j'), ('Monday', '%A'), ('69', '%y'), ('68', '%y'), ('12', '%j'), ('x', '%d'), ('30', '%d'), ('2023-02-29', '%Y-%m-%d'), ('+0130', '%z'), ('GMT', '%Z'), ('2024-W09-4', '%G-W%V-%u'), ('08/03', '%W/%w'), ('  1', '%d'), ('1\t2', '%d %m'), ('a', '%!'), ('2', '%G')):
    print(text, form, attempt(time.strptime, text, form))
print(time.strptime('Thu Feb 29 13:05:09 2024'), attempt(time.strptime, 5))
clocks = [name for name in dir(time) if name.startswith('CLOCK_')]
print(clocks, [time.clock_gettime(getattr(time, name)) > 0 for name in ('CLOCK_REALTIME', 'CLOCK_MONOTONIC', 'CLOCK_PROCESS_CPUTIME_ID', 'CLOCK_THREAD_CPUTIME_ID')], 0 < time.clock_getres(time.CLOCK_MONOTONIC) < 1, time.clock_gettime_ns(time.CLOCK_REALTIME) > 10 ** 18, attempt(time.clock_gettime, 9999), attempt(time.clock_getres, 'x'))
for name in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
    first, second = getattr(time, name)(), getattr(time, name + '_ns')()
    info = time.get_clock_info(name)
    print(name, type(first).__name__, type(second).__name__, info.monotonic, info.adjustable, info.resolution, info.implementation)
print(attempt(time.get_clock_info, 'x'), attempt(time.sleep, -1), time.sleep(0), type(time.timezone), type(time.altzone), type(time.daylight), len(time.tzname))
for zone in ('UTC0', 'EST5EDT,M3.2.0,M11.1.0', 'CET-1CEST,M3.5.0,M10.5.0/3', 'IST-5:30'):
    os.environ['TZ'] = zone
    time.tzset()
    print(zone, time.timezone, time.altzone, time.daylight, time.tzname, time.localtime(1720000000), time.mktime((2024, 1, 15, 12, 0, 0, 0, 0, -1)), time.strftime('%H:%M %Z %z', time.localtime(0)), time.localtime(0).tm_isdst, datetime.datetime.fromtimestamp(1720000000), datetime.datetime(2024, 7, 1).astimezone(), datetime.datetime(2024, 7, 1).timestamp(), time.ctime(1720000000), attempt(lambda: str(datetime.datetime.fromtimestamp(1720000000).astimezone().tzinfo)))

print('calendar')
print(calendar.month(2024, 2), calendar.month(2024, 2, w=3, l=2), calendar.calendar(2024, m=4)[:600], calendar.TextCalendar(6).formatmonth(2023, 10), calendar.HTMLCalendar().formatmonth(2024, 2))
print(calendar.isleap(2024), calendar.isleap(1900), calendar.leapdays(2000, 2024), calendar.monthrange(2024, 2), calendar.monthcalendar(2024, 2), calendar.weekday(2024, 2, 29), calendar.weekheader(3), calendar.firstweekday(), attempt(calendar.monthrange, 2024, 13), attempt(calendar.weekday, 2024, 2, 30), attempt(calendar.setfirstweekday, 9))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.monthcalendar(2024, 2)[0], list(calendar.day_name), list(calendar.day_abbr), list(calendar.month_name), list(calendar.month_abbr), calendar.timegm((2024, 2, 29, 0, 0, 0)))
c = calendar.Calendar(firstweekday=2)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2)), list(c.itermonthdays2(2024, 2))[:5], list(c.itermonthdays3(2024, 2))[:2], list(c.itermonthdays4(2024, 2))[:2], [str(d) for d in c.itermonthdates(2024, 2)][:3], c.monthdatescalendar(2024, 2)[0][0], c.monthdayscalendar(2024, 2)[1], c.monthdays2calendar(2024, 2)[0][:2], len(c.yeardatescalendar(2024)), len(c.yeardayscalendar(2024, 4)[0]))
calendar.setfirstweekday(0)
print(calendar.HTMLCalendar().formatyear(2024)[:200], len(calendar.HTMLCalendar().formatyearpage(2024)))
calendar.prmonth(2024, 9)

print('zoneinfo')
if os.path.exists('/usr/share/zoneinfo/Europe/Paris'):
    paris, york = zoneinfo.ZoneInfo('Europe/Paris'), zoneinfo.ZoneInfo('America/New_York')
    d = datetime.datetime(2024, 7, 1, 12, tzinfo=paris)
    print(paris, paris.key, d, d.astimezone(york), d.utcoffset(), d.tzname(), d.dst(), (d + timedelta(days=180)).utcoffset(), zoneinfo.ZoneInfo('Europe/Paris') is paris, zoneinfo.ZoneInfo.no_cache('Europe/Paris') is paris)
    for moment in (datetime.datetime(2024, 3, 31, 1, 30), datetime.datetime(2024, 3, 31, 2, 30), datetime.datetime(2024, 10, 27, 2, 30), datetime.datetime(1900, 1, 1), datetime.datetime(2100, 7, 1), datetime.datetime(2024, 11, 3, 1, 30)):
        for zone in (paris, york):
            a, b = moment.replace(tzinfo=zone), moment.replace(tzinfo=zone, fold=1)
            print(a, b.utcoffset(), a.tzname(), b.dst(), moment.replace(tzinfo=timezone.utc).astimezone(zone).isoformat())
    print(len(zoneinfo.available_timezones()) > 300, attempt(zoneinfo.ZoneInfo, 'No/Such'), attempt(zoneinfo.ZoneInfo, '../etc/passwd'), zoneinfo.ZoneInfo('UTC').utcoffset(None), zoneinfo.ZoneInfo('Asia/Kolkata').utcoffset(d), attempt(zoneinfo.ZoneInfo, 5), zoneinfo.TZPATH)
    zoneinfo.ZoneInfo.clear_cache()
    with open('/usr/share/zoneinfo/Asia/Tokyo', 'rb') as file:
        tokyo = zoneinfo.ZoneInfo.from_file(file, key='Asia/Tokyo')
    print(tokyo, d.astimezone(tokyo))
