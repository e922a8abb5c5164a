# A scheduling tool over time zones: working hours that overlap, meetings through changes of the clock, recurring events, day lengths.
# difftest: no-wasi (there are no files of time zones)
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

UTC = timezone.utc
TEAM = {'Ana': ('America/Sao_Paulo', 9, 18), 'Bo': ('Europe/Stockholm', 8, 17), 'Chen': ('Asia/Shanghai', 10, 19), 'Dee': ('America/Los_Angeles', 7, 16), 'Eve': ('Asia/Kolkata', 12, 21)}


def working(person, day):
    zone, start, end = TEAM[person]
    zone = ZoneInfo(zone)
    return datetime.combine(day, time(start), zone).astimezone(UTC), datetime.combine(day, time(end), zone).astimezone(UTC)


def overlap(people, day):
    starts, ends = zip(*(working(person, day) for person in people))
    return (max(starts), min(ends)) if max(starts) < min(ends) else None


for day in (date(2024, 1, 15), date(2024, 3, 20), date(2024, 4, 1), date(2024, 11, 1)):
    for people in (['Ana', 'Bo'], ['Bo', 'Chen', 'Eve'], ['Dee', 'Chen'], list(TEAM)):
        found = overlap(people, day)
        print(day, '+'.join(people), 'none' if not found else f'{found[0]:%H:%M}-{found[1]:%H:%M} UTC, {(found[1] - found[0]) / timedelta(hours=1):g} h')


def invitation(moment, people):
    for person in people:
        local = moment.astimezone(ZoneInfo(TEAM[person][0]))
        day = '' if local.date() == moment.date() else f' ({(local.date() - moment.date()).days:+} day)'
        yield f'{person}: {local:%a %d %b %H:%M %Z%z}{day}'


for moment in (datetime(2024, 3, 10, 9, 59, tzinfo=UTC), datetime(2024, 3, 10, 10, 1, tzinfo=UTC), datetime(2024, 10, 27, 0, 30, tzinfo=UTC), datetime(2024, 12, 31, 20, tzinfo=UTC)):
    print(moment.isoformat(), *invitation(moment, TEAM), sep='\n  ')


def weekly(start, count, zone):
    """The same time on the wall every week, whatever the clock does."""
    for week in range(count):
        yield (start + timedelta(weeks=week)).replace(tzinfo=zone)


berlin, york = ZoneInfo('Europe/Berlin'), ZoneInfo('America/New_York')
for event in weekly(datetime(2024, 3, 4, 15), 5, berlin):
    there = event.astimezone(york)
    print(event, there, event.utcoffset() - there.utcoffset(), event.dst(), there.dst())


def kind(moment, zone):
    """Does the time on the wall exist once, twice or not at all?"""
    early, late = moment.replace(tzinfo=zone, fold=0), moment.replace(tzinfo=zone, fold=1)
    if early.utcoffset() == late.utcoffset():
        return 'plain'
    back = early.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    return 'twice' if back == moment else f'missing, shown as {back:%H:%M} or {late.astimezone(UTC).astimezone(zone):%H:%M}'


for zone, moments in ((berlin, [(2024, 3, 31, 1, 59), (2024, 3, 31, 2, 0), (2024, 3, 31, 3, 0), (2024, 10, 27, 2, 0), (2024, 10, 27, 2, 59), (2024, 10, 27, 3, 0)]), (ZoneInfo('Australia/Lord_Howe'), [(2024, 4, 7, 1, 45), (2024, 10, 6, 2, 15)]), (ZoneInfo('Pacific/Apia'), [(2011, 12, 30, 12)]), (ZoneInfo('Africa/Monrovia'), [(1972, 1, 7, 0, 20)])):
    for moment in moments:
        print(zone, datetime(*moment), kind(datetime(*moment), zone))


def hours(day, zone):
    start, end = datetime.combine(day, time(), zone), datetime.combine(day + timedelta(1), time(), zone)
    return (end.astimezone(UTC) - start.astimezone(UTC)) / timedelta(hours=1), (end - start) / timedelta(hours=1)


for day in (date(2024, 3, 10), date(2024, 3, 31), date(2024, 7, 1), date(2024, 10, 27), date(2024, 11, 3)):
    print(day, hours(day, berlin), hours(day, york))
changes, moment, offset = [], datetime(2024, 1, 1, tzinfo=UTC), None
while moment.year == 2024:
    local = moment.astimezone(york)
    if local.utcoffset() != offset:
        changes.append(f'{local.isoformat()} {local.tzname()} fold={local.fold}')
        offset = local.utcoffset()
    moment += timedelta(hours=1)
print(changes)
first, second = datetime(2024, 10, 27, 2, 30, tzinfo=berlin), datetime(2024, 10, 27, 2, 30, tzinfo=berlin, fold=1)
print(first == second, hash(first) == hash(second), first - second, first.astimezone(UTC) - second.astimezone(UTC), first < second, first == first.astimezone(UTC), second == second.astimezone(UTC), first.timestamp(), second.timestamp(), datetime.fromtimestamp(first.timestamp(), berlin).fold, datetime.fromtimestamp(second.timestamp(), berlin).fold)
print(sorted([second, datetime(2024, 10, 27, 1, 15, tzinfo=UTC), first.astimezone(york)]), max(datetime(2024, 1, 1, 12, tzinfo=zone) for zone in (berlin, york, UTC)))
