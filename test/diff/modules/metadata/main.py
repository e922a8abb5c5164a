"""importlib.metadata: what installers noted about a package."""
from importlib import metadata
from importlib.metadata import distribution, entry_points, files, requires

import fake_dist
import fake_dist.inner

print(fake_dist.__version__, fake_dist.other)
about = metadata.metadata('FAKE_dist')
print(about['Name'], about['summary'], about.get_all('Classifier'), about.get_payload().strip())
print(requires('fake-dist'), distribution('fake.dist').version, distribution('fake.dist').name)
mine = entry_points(group='fake.plugins')
print(sorted(mine.names), mine.groups, [entry.load()() for entry in sorted(mine)])
second = mine['second']
print(second, second.module, second.attr, second.extras, second.dist.name)
print(entry_points(name='fake', group='console_scripts'))
print([entry.name for entry in distribution('fake-dist').entry_points])
for file in files('fake-dist'):
    print(file, file.hash, file.size, file.name, file.parts)
print(metadata.packages_distributions()['fake_dist'])
for name in ('', 'absent'):
    try:
        metadata.version(name)
    except (metadata.PackageNotFoundError, ValueError) as error:
        print(type(error).__name__, error)
