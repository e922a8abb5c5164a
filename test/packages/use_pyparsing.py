import pyparsing as pp

number = pp.Word(pp.nums).set_parse_action(lambda t: int(t[0]))
expression = pp.infix_notation(number, [(pp.one_of("* /"), 2, pp.OpAssoc.LEFT), (pp.one_of("+ -"), 2, pp.OpAssoc.LEFT)])
print(expression.parse_string("1 + 2 * (3 - 4)").as_list())
row = pp.Group(pp.Word(pp.alphas)("key") + pp.Suppress("=") + pp.quoted_string.set_parse_action(pp.remove_quotes)("value"))
result = pp.OneOrMore(row).parse_string("a = 'x' b = \"y\"")
print(result.as_list(), result[0].key, result[1]["value"], result.dump())
try:
    number.parse_string("x")
except pp.ParseException as error:
    print(error, error.column)
print(list(number.scan_string("a 1 b 22")), pp.common.integer.parse_string("5")[0])
