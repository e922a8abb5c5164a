from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version, parse

print(sorted(map(Version, ["1.0", "1.0rc1", "1.0.post1", "0.9", "1.0.dev1"])), parse("2!1.0+local").local)
print(Version("1.5") in SpecifierSet(">=1.0,<2.0,!=1.4"), list(SpecifierSet("~=1.2").filter(["1.1", "1.3", "2.0"])))
r = Requirement('name[extra]>=1.0; python_version >= "3.8"')
print(r.name, r.extras, r.specifier, r.marker, Marker("os_name == 'posix'").evaluate())
