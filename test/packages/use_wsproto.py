from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, BytesMessage, CloseConnection, Ping, Request, TextMessage

client, server = WSConnection(ConnectionType.CLIENT), WSConnection(ConnectionType.SERVER)
server.receive_data(client.send(Request(host="example.org", target="/chat", subprotocols=["a"])))
for event in server.events():
    print(type(event).__name__, event.target, event.host, event.subprotocols)
client.receive_data(server.send(AcceptConnection(subprotocol="a")))
print([type(e).__name__ for e in client.events()])
server.receive_data(client.send(TextMessage(data="hällo")) + client.send(BytesMessage(data=b"\x00\x01" * 100)) + client.send(Ping(payload=b"p")))
for event in server.events():
    print(type(event).__name__, getattr(event, "data", getattr(event, "payload", None)))
client.receive_data(server.send(CloseConnection(code=1000, reason="bye")))
for event in client.events():
    print(event)
