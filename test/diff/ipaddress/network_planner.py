"""A planner of networks: sub-nets by size, overlaps, ranges, lookups; every property, format, arithmetic and error of addresses."""
import ipaddress
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network, ip_address, ip_interface, ip_network


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def plan(block, *needs):
    """Sub-nets of a block for so many hosts each, the largest first."""
    free, made = [ip_network(block)], []
    for need in sorted(needs, reverse=True):
        prefix = 32 - (need + 1).bit_length()
        place = next((n for n in sorted(free) if n.prefixlen <= prefix), None)
        if place is None:
            raise ValueError(f'no room for {need} hosts')
        chosen = next(place.subnets(new_prefix=prefix))
        free.remove(place)
        free.extend(place.address_exclude(chosen))
        made.append(chosen)
    return made, list(ipaddress.collapse_addresses(free))


made, free = plan('192.168.0.0/23', 100, 20, 50, 2, 5)
print([str(n) for n in made], [str(n) for n in free])
attempt('full', plan, '10.0.0.0/30', 100)
for text in ('192.168.1.77', '10.0.0.1', '127.0.0.1', '224.0.0.1', '0.0.0.0', '255.255.255.255', '169.254.1.1', '240.0.0.1', '8.8.8.8', '100.64.0.1', '192.0.2.1'):
    a = IPv4Address(text)
    print(a, int(a), a.packed, a.reverse_pointer, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_reserved, a.is_link_local, a.is_unspecified, a.max_prefixlen, a.version, a.exploded, f'{a:b}', f'{a:#x}', f'{a:_n}', f'{a!s:>18}')
for text in ('::', '::1', '2001:db8::1', 'ff02::1', '::ffff:1.2.3.4', '2002:102:304::', '2001:0:1:2:3:4:5:6', 'fc00::', '1:2:3:4:5:6:7:8', '1::8', '0:0:1::'):
    a = IPv6Address(text)
    print(a, int(a), a.exploded, a.compressed, a.reverse_pointer[:11], a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_reserved, a.is_link_local, a.is_site_local, a.is_unspecified, a.ipv4_mapped, a.sixtofour, a.teredo, a.scope_id, f'{a:x}')
a = IPv6Address('fe80::1%eth0')
print(a, a.scope_id, a.is_link_local, a == IPv6Address('fe80::1'))
n = IPv4Network('192.168.4.0/29')
print(n, n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.num_addresses, n.prefixlen, n.with_netmask, n.with_hostmask, n.with_prefixlen, [str(h) for h in n.hosts()], list(n)[-1], n[1], n[-1], IPv4Address('192.168.4.3') in n, 5 in n if False else '', len(list(n.subnets())), n.supernet(), n.supernet(new_prefix=20), n.is_private)
print([str(s) for s in n.subnets(prefixlen_diff=2)], n.overlaps(IPv4Network('192.168.0.0/16')), n.subnet_of(IPv4Network('192.168.0.0/16')), n.supernet_of(IPv4Network('192.168.4.4/30')), n.compare_networks(IPv4Network('192.168.4.0/30')), [str(x) for x in n.address_exclude(IPv4Network('192.168.4.2/31'))], list(IPv4Network('1.2.3.4/32').hosts()), list(IPv4Network('1.2.3.4/31').hosts()), IPv6Network('2001:db8::/126').num_addresses, list(IPv6Network('2001:db8::/127').hosts()))
for source in ('10.0.0.0/255.255.0.0', '10.0.0.0/0.0.255.255', ('10.0.0.0', 8), (167772160, '255.0.0.0'), b'\x0a\0\0\0', 167772160, '10.0.0.5'):
    print(repr(source), ip_network(source))
i = ip_interface('10.1.2.3/8')
print(i, i.ip, i.network, i.with_netmask, i.with_hostmask, repr(i), i == IPv4Interface('10.1.2.3/8'), i < IPv4Interface('10.1.2.4/8'), hash(i) == hash(IPv4Interface('10.1.2.3/8')), IPv6Interface('::1/64').network, IPv4Interface('1.2.3.4').is_private)
a = ip_address('10.0.0.255')
print(a + 1, a - 255, a < ip_address('10.0.1.0'), sorted([ip_address('::2'), ip_address('::1')]), max(ip_network('10.0.0.0/8'), ip_network('10.0.0.0/16')), ip_address(1), ip_address(1 << 40), ip_address(b'\x7f\0\0\1'), len({a, ip_address(int(a))}), a == '10.0.0.255')
print([str(n) for n in ipaddress.summarize_address_range(ip_address('10.0.0.3'), ip_address('10.0.0.20'))], [str(n) for n in ipaddress.collapse_addresses([ip_network('10.0.0.0/25'), ip_network('10.0.0.128/25'), ip_network('10.0.1.0/24'), ip_network('10.0.0.9/32')])], [str(x) for x in sorted([ip_address('::1'), ip_network('10.0.0.0/8'), ip_address('1.1.1.1')], key=ipaddress.get_mixed_type_key)], ipaddress.v4_int_to_packed(1), ipaddress.v6_int_to_packed(1)[-1])
for text in ('1.2.3', '1.2.3.4.5', '1.2.3.256', '01.2.3.4', '1.2.3.x', '', '1..2.3', '1.2.3.4/33', '1.2.3.4/x', '1.2.3.4/1/2', ':', ':::', '1::2::3', '12345::', '1:2:3:4:5:6:7', '::1.2.3', 'g::', '1:2:3:4:5:6:7:8:9', '::%', 'fe80::1%a%b', '1.2.3.4/255.0.255.0', -1, 1 << 130, None, 2.5, b'abc', '1.2.3.١'):
    for make in (ip_address, ip_network):
        attempt(f'{make.__name__} {text!r}', make, text)
for label, call in {'host bits': lambda: ip_network('10.0.0.1/8'), 'not strict': lambda: ip_network('10.0.0.1/8', strict=False), 'below': lambda: IPv4Address('0.0.0.0') - 1, 'above': lambda: IPv4Address('255.255.255.255') + 1, 'mixed': lambda: ip_address('::1') < ip_address('1.1.1.1'), 'mixed net': lambda: ip_network('10.0.0.0/8') < ip_address('1.1.1.1'), 'index': lambda: n[100], 'both': lambda: list(n.subnets(1, 30)), 'smaller': lambda: list(n.subnets(new_prefix=20)), 'larger': lambda: n.supernet(new_prefix=30), 'too far': lambda: n.supernet(40), 'exclude': lambda: list(n.address_exclude(ip_network('10.0.0.0/8'))), 'range': lambda: list(ipaddress.summarize_address_range(a, a - 1)),
                    'range type': lambda: list(ipaddress.summarize_address_range(5, 6)), 'range mixed': lambda: list(ipaddress.summarize_address_range(ip_address('1.1.1.1'), ip_address('::1'))), 'collapse': lambda: list(ipaddress.collapse_addresses([ip_address('1.1.1.1'), ip_address('::1')])), 'subnet_of': lambda: n.subnet_of(ip_network('::/0')), 'attribute': lambda: setattr(IPv4Address('1.1.1.1'), 'x', 1), 'format': lambda: format(a, 'q'), 'packed': lambda: IPv4Address(b'12345'), 'errors': lambda: (issubclass(ipaddress.AddressValueError, ValueError), issubclass(ipaddress.NetmaskValueError, ValueError))}.items():
    attempt(label, call)
