# Zones read from files that the program makes: old and new format, footers with rules of every form, leaps, broken files.
import io
import struct
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo


def tzif(transitions, types, names, footer='', version=b'2'):
    def block(code, size):
        data = struct.pack('>4sc15x6I', b'TZif', version, 0, 0, 0, len(transitions), len(types), len(names))
        data += struct.pack(f'>{len(transitions)}{code}', *(moment for moment, _ in transitions))
        data += bytes(index for _, index in transitions)
        data += b''.join(struct.pack('>i?B', *kind) for kind in types)
        return data + names
    if version == b'\0':
        return block('i', 4)
    empty = struct.pack('>4sc15x6I', b'TZif', version, 0, 0, 0, 0, 1, 1) + struct.pack('>i?B', 0, False, 0) + b'\0'
    return empty + block('q', 8) + f'\n{footer}\n'.encode()


def zone(*args, key=None, **named):
    return ZoneInfo.from_file(io.BytesIO(tzif(*args, **named)), key=key)


def show(zone, moments):
    for moment in moments:
        local = moment.replace(tzinfo=timezone.utc).astimezone(zone)
        print(f'   {moment} -> {local.isoformat()} {local.tzname()} dst={local.dst()} fold={local.fold} back={local.astimezone(timezone.utc).replace(tzinfo=None) == moment}')


SUMMER = [datetime(2030, month, 15, 12) for month in (1, 4, 7, 10)]
TYPES = [(3600, False, 0), (7200, True, 4)]
CASES = {
    'one fixed type': (zone([], [(3600, False, 0)], b'FIX\0'), SUMMER[:1]),
    'old format': (zone([(0, 1), (10 ** 9, 0)], TYPES, b'STD\0DST\0', version=b'\0'), [datetime(1969, 12, 31), datetime(1970, 1, 1), datetime(2001, 9, 9, 1, 46, 39), datetime(2001, 9, 9, 1, 46, 40), datetime(2050, 1, 1)]),
    'rules of months': (zone([], [(3600, False, 0)], b'STD\0', 'STD-1DST,M3.5.0,M10.5.0/3'), SUMMER + [datetime(2030, 3, 31, 0, 59, 59), datetime(2030, 3, 31, 1), datetime(2030, 10, 27, 0, 30), datetime(2030, 10, 27, 1, 30)]),
    'julian days': (zone([], [(0, False, 0)], b'AAA\0', 'AAA0BBB,J60,J300'), SUMMER + [datetime(2028, 2, 29, 12), datetime(2028, 3, 1, 12), datetime(2030, 3, 1, 12)]),
    'days from zero': (zone([], [(0, False, 0)], b'AAA\0', 'AAA+5BBB+3:30,59/0,299/25:30'), SUMMER + [datetime(2028, 2, 29, 12), datetime(2030, 10, 28, 4, 29)]),
    'south': (zone([], [(0, False, 0)], b'AAA\0', 'AAA-10BBB,M10.1.0,M4.1.0/3'), SUMMER),
    'negative dst': (zone([], [(0, False, 0)], b'AAA\0', 'IST-1GMT0,M10.5.0,M3.5.0/1'), SUMMER),
    'quoted names': (zone([], [(0, False, 0)], b'AAA\0', '<+0330>-3:30<-02>2:00:30,M4.4.6/24,M10.4.4/-2'), SUMMER),
    'no dst in footer': (zone([(0, 1), (86400, 0)], TYPES, b'STD\0DST\0', 'STD-1'), SUMMER[:2] + [datetime(1970, 1, 1, 12), datetime(1960, 1, 1)]),
    'transitions, then rules': (zone([(1893456000, 1), (1900000000, 0)], TYPES, b'STD\0DST\0', 'STD-1DST,M3.5.0,M10.5.0/3', version=b'3'), SUMMER + [datetime(2031, 7, 1)]),
    'no footer': (zone([(0, 1), (10 ** 9, 0)], TYPES, b'STD\0DST\0'), SUMMER[:2]),
    'shared names': (zone([(0, 0)], [(60, False, 1), (-60, True, 2)], b'ABCD\0'), [datetime(1969, 1, 1), datetime(1971, 1, 1)]),
    'always dst': (zone([(0, 1)], [(0, False, 0), (5400, True, 0)], b'DST\0'), [datetime(1980, 1, 1)]),
}
for name, (made, moments) in CASES.items():
    print(name, str(made)[:22], made.key)
    show(made, moments)
fixed = CASES['one fixed type'][0]
print(time(12, tzinfo=fixed), time(12, tzinfo=CASES['rules of months'][0]).utcoffset(), fixed.utcoffset(None), CASES['south'][0].tzname(None), zone([], [(0, False, 0)], b'UTC\0', key='My/Zone'), repr(zone([], [(0, False, 0)], b'UTC\0', key='My/Zone')))
rules = CASES['rules of months'][0]
for hour in range(0, 5):
    for fold in (0, 1):
        spring, autumn = (datetime(2030, *day, hour, 30, tzinfo=rules, fold=fold) for day in ((3, 31), (10, 27)))
        print(hour, fold, spring.utcoffset(), spring.tzname(), spring.dst(), autumn.utcoffset(), autumn.tzname(), end='; ')
print()
FOOTERS = ['', 'ABC25', 'ABC1DEF', 'ABC1DEF,M3.5.0', 'ABC1DEF,M3.5.0,M13.1.0', 'ABC1DEF,M3.6.0,M4.1.0', 'ABC1DEF,M3.0.0,M4.1.0', 'ABC1DEF,M3.1.7,M4.1.0', 'ABC1DEF,J0,J5', 'ABC1DEF,J1,J366', 'ABC1DEF,0,366', '<ab>1', '<ab', '<-01>1<+00>,M3.5.0/0,M10.5.0/1']
for footer in FOOTERS:
    try:
        made = zone([], [(0, False, 0)], b'UTC\0', footer)
        print(repr(footer), datetime(2030, 7, 1, tzinfo=made).utcoffset(), end='; ')
    except ValueError:
        print(repr(footer), 'refused', end='; ')
print()
good = tzif([(0, 1)], TYPES, b'STD\0DST\0', 'STD-1')
for name, data in {'empty': b'', 'magic': b'XXXX' + good[4:], 'cut header': good[:30], 'cut': good[:70], 'no types': tzif([], [], b'')}.items():
    try:
        print(name, ZoneInfo.from_file(io.BytesIO(data)).utcoffset(None))
    except Exception as error:
        print(name, type(error).__name__)
