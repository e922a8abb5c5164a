import bottle
import io

app = bottle.Bottle()


@app.route("/hello/<name>")
def hello(name):
    return f"Hello {name} {bottle.request.query.q}"


@app.post("/json")
def json_route():
    return {"got": bottle.request.json}


def call(method, path, body=b"", **extra):
    status = []
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": extra.pop("query", ""), "SERVER_NAME": "x", "SERVER_PORT": "80", "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(), "CONTENT_LENGTH": str(len(body)), "wsgi.url_scheme": "http", **extra}
    data = b"".join(app(environ, lambda s, h, e=None: status.append((s, sorted(h)))))
    print(status[0][0], data[:60])


call("GET", "/hello/Bob", query="q=1")
call("POST", "/json", b'{"a": 1}', CONTENT_TYPE="application/json")
call("GET", "/nothing")
