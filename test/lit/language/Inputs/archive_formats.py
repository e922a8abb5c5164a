import shutil

print(sorted(name for name, _ in shutil.get_archive_formats()))
