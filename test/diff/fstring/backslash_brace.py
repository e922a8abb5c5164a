# A backslash before a brace of an f-string is one, and the brace stays one.

x = 5
print(f'\{6}', f'\{{', f'\}}', f'a\{x}b\{{c\}}', f'{x:\<5}|', rf'\{x}')
print(f'\\{x}', f'\N{DIGIT ONE}{x}', x or f'{x:\}')
print(f'é\{x}', f'''\{x}
\{{''')
