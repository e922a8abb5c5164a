import h2.connection
import h2.config
import h2.events

client = h2.connection.H2Connection(h2.config.H2Configuration(client_side=True))
server = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
client.initiate_connection()
server.initiate_connection()
server.receive_data(client.data_to_send())
client.receive_data(server.data_to_send())
stream = client.get_next_available_stream_id()
client.send_headers(stream, [(":method", "POST"), (":authority", "example.org"), (":scheme", "https"), (":path", "/")])
client.send_data(stream, b"body", end_stream=True)
for event in server.receive_data(client.data_to_send()):
    print(event)
server.send_headers(stream, [(":status", "200"), ("server", "ours")])
server.send_data(stream, b"answer", end_stream=True)
for event in client.receive_data(server.data_to_send()):
    print(event)
client.close_connection()
for event in server.receive_data(client.data_to_send()):
    print(event)
