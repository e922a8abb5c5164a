import tinycss2

for rule in tinycss2.parse_stylesheet("a > b { color: red; margin: 1px 2em } @media print { p { x: y } } /* c */", skip_whitespace=True):
    print(rule.type, tinycss2.serialize(rule.prelude if rule.type != "comment" else []))
print([d.name for d in tinycss2.parse_declaration_list("color: #fff; width: calc(1px + 2%)", skip_whitespace=True)])
