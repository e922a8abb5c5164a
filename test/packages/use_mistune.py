import mistune

print(mistune.markdown("# Hi\n\n* a\n* b\n\n`code` and **bold** <b>raw</b>\n\n```python\nx = 1\n```\n"))
print(mistune.html("| a | b |\n|---|---|\n| 1 | 2 |\n\n~~gone~~"))
