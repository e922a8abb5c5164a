"""A small web service with flask: routes, templates, blueprints, errors, sessions and its test client."""
import json

from flask import (Blueprint, Flask, abort, current_app, flash, g, get_flashed_messages, jsonify, redirect,
                   render_template_string, request, session, url_for)

app = Flask(__name__)
app.config.update(SECRET_KEY="secret", TESTING=True)
notes = {1: {"title": "first", "done": False}}
api = Blueprint("api", __name__, url_prefix="/api")

PAGE = """<h1>{{ title }}</h1>
<ul>{% for number, note in notes.items() %}
<li class="{{ loop.cycle('odd', 'even') }}">{{ number }}: {{ note.title|upper|e }}{% if note.done %} done{% endif %}</li>
{%- else %}<li>none</li>{% endfor %}
</ul>{{ url_for('page', title='x y') }}"""


@api.route("/notes", methods=["GET", "POST"])
def collection():
    if request.method == "POST":
        number = max(notes, default=0) + 1
        notes[number] = {"title": request.get_json()["title"], "done": False}
        return jsonify(id=number), 201
    return jsonify({str(number): note for number, note in notes.items()})


@api.route("/notes/<int:number>", methods=["GET", "PUT", "DELETE"])
def one(number):
    if number not in notes:
        abort(404)
    if request.method == "PUT":
        notes[number].update(request.json)
    elif request.method == "DELETE":
        del notes[number]
        return "", 204
    return jsonify(notes[number])


@app.route("/page/<title>")
def page(title):
    return render_template_string(PAGE, title=title, notes=notes)


@app.before_request
def remember():
    g.user = request.headers.get("X-User", "nobody")


@app.after_request
def add_header(response):
    response.headers["X-Served-For"] = g.user
    return response


@app.errorhandler(404)
def not_found(error):
    return jsonify(error=error.name, code=error.code), 404


@app.route("/login", methods=["POST"])
def login():
    session["name"] = request.form["name"]
    flash("welcome " + session["name"])
    return redirect(url_for("home", next="a&b"))


@app.route("/")
def home():
    return {"name": session.get("name"), "flashed": get_flashed_messages(), "args": request.args.to_dict(),
            "app": current_app.name == __name__}


@app.template_filter()
def shout(text):
    return text + "!"


app.register_blueprint(api)
client = app.test_client()


def show(response):
    print(response.status, response.content_type, response.headers.get("X-Served-For"))
    print(response.get_data(as_text=True).strip())


show(client.get("/api/notes", headers={"X-User": "ann"}))
show(client.post("/api/notes", json={"title": "<second>"}))
show(client.put("/api/notes/2", data=json.dumps({"done": True}), content_type="application/json"))
show(client.get("/page/My%20notes"))
show(client.delete("/api/notes/1"))
show(client.get("/api/notes/1"))
show(client.get("/api/notes/x"))
show(client.post("/login", data={"name": "Bob"}))
show(client.get("/?a=1&b=2"))
show(client.post("/page/x"))
with app.test_request_context("/x?q=1", method="POST"):
    print(request.path, request.args["q"], request.method, url_for("api.one", number=3), url_for("home", _external=True))
    print(render_template_string("{{ 'hey'|shout }} {{ g.nothing is defined }} {{ request.path }}"))
for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
    print(rule.rule, rule.endpoint, sorted(rule.methods))
