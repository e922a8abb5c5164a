"""A small site made with pathlib: sources are found, pages and an index are written, old ones removed; and all calls on files."""
# difftest: no-wasi (modes and links are not there)
import os
import pathlib
from pathlib import Path


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).replace(os.getcwd(), 'CWD'))


source, site = Path('source'), Path('site')
PAGES = {'index.txt': 'Welcome\nhello', 'blog/first.txt': 'First\ntext one', 'blog/second.txt': 'Second\ntext two', 'blog/.draft.txt': 'Draft\n', 'img/logo.svg': '<svg/>', 'notes.md': 'left out'}
for name, text in PAGES.items():
    path = source / name
    path.parent.mkdir(parents=True, exist_ok=True)
    print(name, path.write_text(text, encoding='utf-8'))


def build(source, site):
    made = []
    for path in sorted(source.rglob('*')):
        relative = path.relative_to(source)
        if path.is_dir() or any(part.startswith('.') for part in relative.parts):
            continue
        target = site / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        match path.suffix:
            case '.txt':
                title, _, body = path.read_text().partition('\n')
                target = target.with_suffix('.html')
                target.write_text(f'<title>{title}</title>{body}')
            case '.svg':
                target.write_bytes(path.read_bytes())
            case _:
                continue
        made.append(target)
    return made


made = build(source, site)
print([str(path) for path in made])
(site / 'old.html').touch()
for path in site.rglob('*.html'):
    if path not in made:
        print('removing', path)
        path.unlink()
print({str(path.relative_to(site)): path.stat().st_size for path in sorted(site.rglob('*')) if path.is_file()})

deep = Path('deep')
attempt('mkdir', (deep / 'a/b').mkdir)
attempt('mkdir', (deep / 'a/b').mkdir, parents=True)
attempt('mkdir', (deep / 'a/b').mkdir)
attempt('mkdir', (deep / 'a/b').mkdir, exist_ok=True)
attempt('touch', (deep / 'file').touch)
attempt('touch', (deep / 'file').touch, exist_ok=False)
attempt('touch', (deep / 'none/file').touch)
attempt('mkdir over a file', (deep / 'file').mkdir, exist_ok=True)
attempt('mkdir under a file', (deep / 'file/x').mkdir, parents=True)
attempt('open', (deep / 'file').open, 'q')
attempt('write', (deep / 'file').write_text, 5)
attempt('write', (deep / 'file').write_bytes, 'text')
attempt('read', (deep / 'a').read_text)
attempt('iterdir', lambda: list((deep / 'file').iterdir()))
attempt('iterdir', lambda: sorted(deep.iterdir()))
attempt('unlink', (deep / 'none').unlink)
attempt('unlink', (deep / 'none').unlink, missing_ok=True)
attempt('rmdir', deep.rmdir)
attempt('rename', (deep / 'none').rename, 'x')
attempt('rename', (deep / 'file').rename, deep / 'moved')
attempt('replace', (deep / 'moved').replace, 'deep/again')
attempt('symlink', (deep / 'link').symlink_to, 'again')
attempt('symlink', (deep / 'link').symlink_to, 'again')
attempt('hardlink', (deep / 'hard').hardlink_to, deep / 'again')
attempt('readlink', (deep / 'link').readlink)
attempt('readlink', (deep / 'again').readlink)
attempt('samefile', (deep / 'link').samefile, deep / 'hard')
attempt('samefile', (deep / 'link').samefile, 'none')
attempt('chmod', (deep / 'again').chmod, 0o640)
print(oct((deep / 'again').stat().st_mode), oct((deep / 'link').lstat().st_mode & 0o170000), (deep / 'link').stat(follow_symlinks=False).st_size)
attempt('lchmod', (deep / 'link').lchmod, 0o600)
attempt('resolve', (deep / 'none/x').resolve, strict=True)
attempt('resolve', lambda: (deep / 'a/../link').resolve().relative_to(Path.cwd().resolve()))
attempt('owner', lambda: (deep / 'none').owner())
attempt('expanduser', Path('~no-such-user-at-all/x').expanduser)
for method in ('exists', 'is_dir', 'is_file', 'is_symlink', 'is_mount', 'is_fifo', 'is_socket', 'is_block_device', 'is_char_device'):
    print(method, [getattr(Path(name), method)() for name in ('deep', 'deep/link', 'deep/none', '/dev/null', '/', 'a\0b', 'deep/again/x')])
for pattern in ('*', '**/*', 'a*', '*/*', '**', '*.html', '../deep/*', 'li?k', '[hl]*'):
    print(pattern, sorted(str(path) for path in deep.glob(pattern)))
for pattern in ('', '/x', '**x', 'a/**b', '.'):
    attempt(pattern, lambda: sorted(deep.glob(pattern)))
    attempt(pattern, lambda: sorted(deep.rglob(pattern)))
with (deep / 'lines').open('w', newline='') as file:
    file.write('a\r\nb\n')
print(repr((deep / 'lines').read_text()), (deep / 'lines').read_bytes(), (deep / 'lines').write_text('x\ny\n', newline='\r\n'), (deep / 'lines').read_bytes())
print(repr(Path('é').write_text('ü', encoding='latin-1')), Path('é').read_bytes())
attempt('decode', Path('é').read_text, encoding='ascii')
attempt('errors', Path('é').read_text, encoding='ascii', errors='replace')
