# pathlib: files and folders in the current directory: reading, writing, globbing, stat, moves, errors.
# difftest: no-wasi (links, modes and the working directory differ there)
import os
import pathlib
import stat

base = pathlib.Path('tree')
base.mkdir()
(base / 'a').mkdir(mode=0o700)
(base / 'b' / 'c').mkdir(parents=True)
base.mkdir(exist_ok=True)
print((base / 'x.txt').write_text('héllo\nworld\n', encoding='utf-8'), (base / 'a' / 'y.bin').write_bytes(b'\x00\x01'), (base / 'b' / 'c' / 'z.txt').write_text('z'))
print((base / 'x.txt').read_text('utf-8'), (base / 'a/y.bin').read_bytes(), (base / 'x.txt').stat().st_size, stat.S_ISDIR(base.stat().st_mode))
with (base / 'x.txt').open('a') as f:
    f.write('more')
print((base / 'x.txt').exists(), base.is_dir(), base.is_file(), (base / 'no').exists(), (base / 'x.txt').is_symlink(), base.is_mount(), (base / 'x.txt').is_fifo(), (base / 'x.txt').is_socket())
print(sorted(str(p) for p in base.iterdir()), sorted(map(str, base.glob('*.txt'))), sorted(map(str, base.rglob('*.txt'))), sorted(map(str, base.glob('**'))), sorted(map(str, base.glob('*/*'))), sorted(map(str, base.glob('[ab]'))), sorted(map(str, base.rglob('c/'))), list(base.glob('no/*')))
(base / 'touched').touch()
try:
    (base / 'touched').touch(exist_ok=False)
except FileExistsError as error:
    print(error.errno, error.filename)
print((base / 'touched').rename(base / 'moved'), (base / 'moved').replace(base / 'again'), (base / 'moved').exists())
(base / 'again').chmod(0o600)
print(oct((base / 'again').stat().st_mode & 0o777), (base / 'again').unlink(), (base / 'again').unlink(missing_ok=True), (base / 'b/c/z.txt').samefile('tree/b/../b/c/z.txt'))
(base / 'link').symlink_to('x.txt')
print((base / 'link').is_symlink(), (base / 'link').readlink(), (base / 'link').read_text('utf-8')[:5], (base / 'link').lstat().st_size, (base / 'link').resolve().name, (base / 'link').exists())
(base / 'broken').symlink_to('nowhere')
print((base / 'broken').exists(), (base / 'broken').is_symlink(), (base / 'broken').resolve().name)
(base / 'hard').hardlink_to(base / 'x.txt')
print((base / 'hard').stat().st_nlink, (base / 'hard').samefile(base / 'x.txt'))
for call in (lambda: (base / 'no').read_text(), lambda: base.mkdir(), lambda: (base / 'q/w').mkdir(), lambda: base.rmdir(), lambda: (base / 'no').unlink(), lambda: (base / 'x.txt').rmdir(), lambda: list((base / 'x.txt').iterdir()), lambda: (base / 'x.txt').mkdir(exist_ok=True), lambda: list(base.glob('')), lambda: list(base.glob('/abs')),
             lambda: (base / 'no').stat(), lambda: (base / 'no').resolve(strict=True), lambda: (base / 'x.txt').write_text(5), lambda: (base / 'x.txt').write_bytes('s'), lambda: base.read_bytes(), lambda: (base / 'x.txt').readlink(), lambda: list(base.glob('a**')), lambda: pathlib.Path('a\0b').exists()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(pathlib.Path.cwd() == pathlib.Path(os.getcwd()), pathlib.Path('tree').absolute() == pathlib.Path.cwd() / 'tree', pathlib.Path('~/x').expanduser() == pathlib.Path(os.path.expanduser('~/x')), pathlib.Path('tree/../tree').resolve() == base.resolve())
for path in sorted(base.rglob('*'), reverse=True):
    path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
base.rmdir()
print(base.exists(), isinstance(base, pathlib.PosixPath), repr(pathlib.Path()), repr(pathlib.Path('a', 'b')))
