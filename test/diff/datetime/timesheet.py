# A timesheet: shifts over midnight and changes of offsets, rounding, week totals, overlaps, recurring dates, parsing of several forms.
from collections import defaultdict
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta, timezone

CET, EST = timezone(timedelta(hours=1), 'CET'), timezone(timedelta(hours=-5))
SHIFTS = ['2024-02-28 22:00 - 2024-02-29 06:30', '2024-02-29T21:45+01:00 - 2024-03-01T01:15-05:00', '29.02.2024 08:07 - 29.02.2024 16:52', '2024-12-30 09:00 - 2024-12-30 17:00', '2024-03-01 10:00 - 2024-03-01 09:00', 'nonsense - 2024-01-01 00:00']
FORMS = ('%Y-%m-%d %H:%M', '%d.%m.%Y %H:%M')


def moment(text):
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        for form in FORMS:
            try:
                return datetime.strptime(text, form)
            except ValueError as error:
                last = error
        raise ValueError(f'{text!r}: {last}') from None


def rounded(when, step=timedelta(minutes=15), up=False):
    start = datetime.combine(when.date(), time(tzinfo=when.tzinfo))
    steps = (when - start) / step
    return start + step * (int(-(-steps // 1)) if up else int(steps))


weeks, shifts = defaultdict(timedelta), []
for text in SHIFTS:
    try:
        start, end = map(moment, text.split(' - '))
        if end < start:
            raise ValueError(f'ends {start - end} before it starts')
    except ValueError as error:
        print('refused:', error)
        continue
    length = rounded(end, up=True) - rounded(start)
    shifts.append((start, end))
    weeks[start.isocalendar()[:2]] += length
    print(f'{start:%a %d %b %H:%M} + {end - start} -> {length}, {length / timedelta(hours=1):.2f} h, {length // timedelta(hours=1)} h {length % timedelta(hours=1)}', start.isocalendar(), end.tzname())
print(dict(weeks), sum(weeks.values(), timedelta()))
aware, naive = shifts[1], shifts[0]
for call in (lambda: naive[0] < aware[0], lambda: naive[0] - aware[0], lambda: naive[0] == aware[0], lambda: sorted([aware[1], aware[0].astimezone(EST)]), lambda: max(shifts[0]) - min(shifts[2])):
    try:
        print(call())
    except TypeError as error:
        print(error)


def overlaps(shifts):
    plain = [(start.replace(tzinfo=None), end.replace(tzinfo=None)) for start, end in shifts]
    for n, (start, end) in enumerate(plain):
        for other_start, other_end in plain[n + 1:]:
            common = min(end, other_end) - max(start, other_start)
            if common > timedelta(0):
                yield start.date().isoformat(), common


print(list(overlaps(shifts)))


def monthly(start, count):
    for n in range(count):
        month = start.month - 1 + n
        year, month = start.year + month // 12, month % 12 + 1
        for day in range(start.day, 27, -1):
            try:
                yield start.replace(year=year, month=month, day=day)
                break
            except ValueError:
                continue


print([day.isoformat() for day in monthly(date(2023, 11, 30), 5)], [f'{day:%d/%m}' for day in monthly(date(2024, 1, 31), 4)])


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


print([age(date(2000, 2, 29), day) for day in (date(2024, 2, 28), date(2024, 2, 29), date(2023, 3, 1), date(2023, 2, 28))])
day = date(2024, 2, 29)
print(day.replace(month=12).timetuple().tm_yday, day.toordinal(), date.fromordinal(1), date.fromisocalendar(2020, 53, 7), day.strftime('%G-W%V-%u %j %U %y'), day + timedelta(weeks=52), day - date(2023, 2, 28), day.ctime(), date.min, date.max, MINYEAR, MAXYEAR, f'{day}', f'{day:%A}', repr(day), [date(2024, 12, 29 + n).isocalendar().week for n in range(3)])
for text in ('2024-W09-4', '20240229', '2024-060', '2024-02-29T12', '2024-02-29T12:30:15.5', '2024-02-29T12:30:15,123456Z', '20240229T123015+0530', '2024-02-29 24:00', '2024-02-30', '2024-W54-1', '24-02-29', '2024-02-29T12:30:15.123456789', '2024-02-29T12:60', '2024-02-29T12:30+25:00', '2024/02/29', ''):
    results = []
    for kind in (datetime, date, time):
        try:
            results.append(str(kind.fromisoformat(text)))
        except ValueError as error:
            results.append(str(error))
    print(repr(text), results)
delta = timedelta(days=-1, hours=5, microseconds=7)
print(delta, repr(delta), abs(delta), -delta, delta.total_seconds(), delta * 2.5, delta / 3, delta // timedelta(minutes=7), divmod(-delta, timedelta(hours=2)), delta % timedelta(hours=7), timedelta(hours=1.123456789), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(weeks=1, days=-7) == timedelta(), bool(timedelta()), hash(timedelta(1)) == hash(timedelta(hours=24)), timedelta.max, timedelta.resolution, sum([timedelta(1)] * 3, timedelta()))
for call in (lambda: datetime(2024, 2, 30), lambda: datetime(2024, 1, 1, 24), lambda: date(0, 1, 1), lambda: time(12, 60), lambda: timedelta(days=10 ** 10), lambda: date.max + timedelta(1), lambda: datetime.min - timedelta(1), lambda: timedelta.max + timedelta(1), lambda: timedelta(1) / 0, lambda: timedelta(1) * 'x', lambda: date(2024, 1, 1) + 5, lambda: date(2024, 1, 1) < datetime(2024, 1, 1), lambda: timezone(timedelta(days=1)), lambda: timezone(5), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: datetime.strptime('2024', '%Y-%m'), lambda: datetime.strptime('x', '%Y'), lambda: datetime.now('x'), lambda: datetime.fromtimestamp('x'), lambda: datetime.combine(1, 2), lambda: date.fromisoformat(5), lambda: day.replace(day=31), lambda: datetime(2024, 1, 1, fold=2), lambda: date('2024'), lambda: day.strftime(5), lambda: time(1).replace(hour=25), lambda: date.fromisocalendar(2024, 54, 1)):
    try:
        print(call(), end='; ')
    except Exception as error:
        print(type(error).__name__, error, end='; ')
print()
