# struct_time as a sequence and record: making, comparing, pickling, fields that are not in the sequence, strftime of every letter and bad tuples.
import copy
import pickle
import time

T = time.struct_time((2024, 2, 29, 13, 5, 9, 3, 60, 0))
print(T, repr(T) == str(T), T.tm_year, T[1], T[-1], T[3:6], len(T), list(T)[2], T.tm_zone, T.tm_gmtoff, T + (1,), T * 1 == tuple(T), 60 in T, T.index(13), T.count(0), hash(T) == hash(tuple(T)), T == tuple(T), T < (2025,), max(T, time.struct_time(range(9))))
full = time.struct_time((2024, 2, 29, 13, 5, 9, 3, 60, 0, 'CET', 3600))
print(full, full.tm_zone, full.tm_gmtoff, len(full), full == T, full.n_fields, full.n_sequence_fields, full.n_unnamed_fields, full.__reduce__())
print(pickle.loads(pickle.dumps(full)).tm_zone, copy.copy(full).tm_gmtoff, copy.deepcopy(T) == T, pickle.loads(pickle.dumps(time.gmtime(0))) == time.gmtime(0), time.struct_time.__match_args__, T.__class__.__name__, isinstance(T, tuple), time.struct_time.__mro__)
for argument in ((1, 2), range(9), range(11), range(12), 'abcdefghi', [None] * 9, {1: 2}, 5, ((),) * 10, b'123456789'):
    try:
        print(repr(argument), tuple(time.struct_time(argument)))
    except Exception as error:
        print(repr(argument).split(' at ')[0], type(error).__name__, error)
for call in (lambda: setattr(T, 'tm_year', 5), lambda: T.__setitem__(0, 1), lambda: T.nothing, lambda: T[9], lambda: time.struct_time(), lambda: time.struct_time(range(9), {'tm_zone': 'X'}), lambda: time.struct_time(range(9), dict={'tm_gmtoff': 5}).tm_gmtoff, lambda: time.struct_time(range(9), 5), lambda: time.struct_time(sequence=range(9)).tm_hour, lambda: T < 5, lambda: T + [1], lambda: setattr(T, 'new', 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
LETTERS = 'aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYZ%'
for moment in (0, 951868799, 1709211909, 1735689599, -86400 * 365 * 60, 1609459200, 4102444800):
    t = time.gmtime(moment)
    print(moment, [f'{letter}={time.strftime("%" + letter, t)}' for letter in LETTERS if letter not in 'nt'])
for year in (1, 99, 100, 999, 1000, 9999, 10000, -5, 12345):
    print(year, repr(time.strftime('%Y|%y|%C|%G|%F', (year, 1, 1, 0, 0, 0, 0, 1, 0))), time.asctime((year, 1, 1, 0, 0, 0, 0, 1, 0)), end='; ')
print()
GOOD = [2024, 2, 29, 13, 5, 9, 3, 60, 0]
for place, values in enumerate([(0, 'x', 2 ** 40), (0, 13, -1, 1.5), (0, 32, -1), (-1, 24), (-1, 60), (-1, 61, 62), (-1, -2, 7, 9), (0, -1, 367), (-5, 5, 'x')]):
    for value in values:
        broken = tuple(GOOD[:place] + [value] + GOOD[place + 1:])
        results = []
        for function in (lambda t: time.strftime('%Y-%m-%d %H:%M:%S %w %j', t), time.asctime):
            try:
                results.append(function(broken))
            except Exception as error:
                results.append(f'{type(error).__name__}: {error}')
        print(place, value, *results, sep=' | ')
for form in ('', '%%', 'plain', 'é %Y ü', '%Y \U0001f600', '%5Y', '%-d', '%_d', '%^a', '%EY', '%Od', 'a\0b%Y', '%Y' * 50, ' %d ', '%N', '%:z', '%', 'x%'):
    try:
        print(repr(form), repr(time.strftime(form, T)), end='; ')
    except Exception as error:
        print(repr(form), type(error).__name__, error, end='; ')
print()
for call in (lambda: time.strftime(5), lambda: time.strftime('%Y', 5), lambda: time.strftime('%Y', (1,)), lambda: time.strftime('%Y', list(T)), lambda: time.strftime('%Y', T, 5), lambda: time.strftime(b'%Y', T), lambda: time.asctime('x'), lambda: time.asctime(list(T)), lambda: time.ctime('x'), lambda: time.mktime((1,)), lambda: time.mktime('x'), lambda: time.gmtime('x'), lambda: time.gmtime(1, 2), lambda: time.sleep('x'), lambda: time.sleep(None), lambda: time.sleep(10 ** 30), lambda: time.sleep(-1), lambda: time.strptime(1, '%Y'), lambda: time.strptime('1', 1), lambda: time.strptime(b'1', '%d'), lambda: time.get_clock_info('x'), lambda: time.get_clock_info(5), lambda: time.sleep(float('nan')), lambda: time.sleep(1e20)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
