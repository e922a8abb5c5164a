"""Files beside the modules of a package."""
import pkg, pkgutil
from importlib import resources
from importlib.resources import files, as_file
print(pkg.TEXT)
print(files('pkg').joinpath('data.txt').read_text(encoding='utf-8'), files(pkg).name)
print((files('pkg') / 'data' / 'b.bin').read_bytes())
print(sorted(p.name for p in files('pkg').iterdir() if p.name != '__pycache__'))
with as_file(files('pkg') / 'data.txt') as p: print(p.name[-4:], open(p, encoding='utf-8').read())
print(pkgutil.get_data('pkg', 'data/b.bin'))
try: files('pkg').joinpath('nope').read_text()
except FileNotFoundError as e: print('not found')
print(pkgutil.resolve_name('pkg:TEXT'), pkgutil.resolve_name('os.path.join').__name__)
