import h11

client, server = h11.Connection(h11.CLIENT), h11.Connection(h11.SERVER)
data = client.send(h11.Request(method="POST", target="/x?y=1", headers=[("Host", "example.org"), ("Content-Length", "5")]))
data += client.send(h11.Data(data=b"hello")) + client.send(h11.EndOfMessage())
print(data)
server.receive_data(data)
while True:
    event = server.next_event()
    print(event)
    if isinstance(event, (h11.EndOfMessage, type(h11.NEED_DATA))):
        break
out = server.send(h11.Response(status_code=200, headers=[("Transfer-Encoding", "chunked")], reason=b"OK"))
out += server.send(h11.Data(data=b"chunk")) + server.send(h11.EndOfMessage())
print(out)
client.receive_data(out)
print(client.next_event(), client.next_event(), client.next_event(), client.our_state, server.states)
server = h11.Connection(h11.SERVER)
server.receive_data(b"GARBAGE\r\n\r\n")
try:
    server.next_event()
except h11.RemoteProtocolError as error:
    print(error, error.error_status_hint)
