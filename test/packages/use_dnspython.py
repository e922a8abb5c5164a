import dns.name, dns.message, dns.rdatatype, dns.rrset, dns.zone, dns.reversename
n = dns.name.from_text("www.example.com.")
print(n, n.parent(), n.is_subdomain(dns.name.from_text("example.com.")))
q = dns.message.make_query("example.com", "MX", id=1234)
print(q.to_text())
w = q.to_wire(); print(w.hex())
print(dns.message.from_wire(w).question[0])
rr = dns.rrset.from_text("example.com.", 300, "IN", "MX", "10 mail.example.com.", "20 m2.example.com.")
print(rr)
for r in rr: print(r.preference, r.exchange)
print(dns.reversename.from_address("127.0.0.1"), dns.reversename.from_address("::1"))
z = dns.zone.from_text("""$ORIGIN example.
$TTL 3600
@ IN SOA ns.example. admin.example. 1 2 3 4 5
@ IN NS ns
ns IN A 10.0.0.1
ns IN AAAA ::1
txt IN TXT "hello world" "two"
srv IN SRV 1 2 80 ns
""", origin="example.")
for name, node in sorted(z.nodes.items()):
    for rdataset in node: print(name, rdataset)
try:
    dns.name.from_text("a" * 70 + ".com")
except Exception as e: print(type(e).__name__, e)
