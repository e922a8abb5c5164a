# Replacement fields of f-strings as Python 3.12 has them (PEP 701): with the quotes of the string around them,
# backslashes, comments, and over several lines whatever the quotes. The expectations are CPython 3.12's.

# RUN: %run -O0 %s | FileCheck %s --match-full-lines
import asyncio

table = {"x": 1, 'k': {'n': [1, 2]}, '"': "quote", "#": "hash"}
width = 5
# CHECK: 1 1 [1, 2] 1
print(f"{table["x"]} {table['x']} {table["k"]["n"]} {table[f"{"x"}"]}")
# CHECK: 2 a,b \ hash quote # {
print(f"{f"{f"{f"{1 + 1}"}"}"} {",".join(["a", "b"])} {'\\'} {table["#"]} {table['"']} {"#"} {"{"}")
# CHECK: 1 3 1
print(f"{
    table["x"]    # a comment with } and " and '
} {1 +
        2} {table[
    'x'
    ]
}")
# CHECK: 4
print(f"""{
    1    # one } ''
    + 3  # and ''' three
}""")
# CHECK: ' 1 '|    5|00005
print(f'{
f' {
    # only a comment before it
    table['x']} '
!r}|{width
:>{
width}}|{width:05}')
if True:
    # CHECK: not less indented: 5
    print(f'not less indented: {
width
}')


class Named:
    # CHECK: Named [0, 2]
    text = f"{
        __qualname__
    } {[
        i * 2    # doubled
        for i in range(2)
    ]}"


print(Named.text)


async def twice(value):
    return f"{
        await asyncio.sleep(0, value)    # awaited }
    }" * 2


# CHECK: zz
print(asyncio.run(twice("z")))
# CHECK: end # of it
print(f"end # of it")  # f"{
