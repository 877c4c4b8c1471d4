"""From the two OpenAPI documents to types and calls that know nothing of OpenAPI; dart.py writes them down."""
import dataclasses
import re

PREFIX = "/api/v1"
# The documents call these texts; they are instants or days, as every reply shows (tests/clients checks it).
INSTANT = re.compile(r"(_at|_until|^timestamp)$")
DAY = re.compile(r"(^day|^date|^monday|_date)$")


@dataclasses.dataclass(frozen=True)
class Type:
    """`kind` is String, int, double, bool, instant, day, anything, file, list, map (of `of`), or a name of `Types`."""
    kind: str
    of: "Type | None" = None
    nullable: bool = False

    def or_null(self, nullable=True):
        return dataclasses.replace(self, nullable=self.nullable or nullable)


@dataclasses.dataclass
class Field:
    name: str
    type: Type
    required: bool
    description: str = ""


@dataclasses.dataclass
class Model:
    name: str
    title: str
    description: str
    fields: list


@dataclasses.dataclass
class Enum:
    name: str
    title: str
    values: list


@dataclasses.dataclass
class Call:
    name: str
    method: str
    path: str
    summary: str
    description: str
    path_names: list
    query: list
    open: bool
    keyed: bool
    body: Type | None = None         # JSON
    body_required: bool = True
    form: list | None = None         # multipart fields, files among them
    urlencoded: bool = False
    text_types: tuple = ()           # a body that is sent as text, and what it may be
    reply: Type | None = None        # JSON; None: nothing
    bare: bool = False
    paged: bool = False
    binary: tuple = ()               # media types that come as bytes
    events: bool = False


def words(text):
    return [word for word in re.split(r"[^A-Za-z0-9]+", text) if word]


def pascal(text):
    return "".join(word[0].upper() + word[1:] for word in words(text))


def camel(text):
    name = pascal(text)
    return name.lower() if name.isupper() else name[0].lower() + name[1:]


class Types:
    """The models and enums of both services, by the names that Dart gives them."""

    def __init__(self, documents, taken):
        self.documents = documents
        self.taken = taken
        self.found = {}      # Dart name -> Model or Enum
        self.service = {}    # Dart name -> the service whose file it stands in
        self.names = self._names()

    def _names(self):
        """(service, component) -> Dart name. One word says too little, and what two mean has to say whose it is."""
        def short(title):
            space, _, last = title.rpartition(".")
            plain = pascal(last)
            one_word = len(re.findall(r"[A-Z][a-z0-9]*", plain)) < 2
            return (pascal(space) if one_word else "") + plain

        def with_space(title):
            return pascal(title.replace(".", " "))

        pairs = [(service, title) for service, doc in self.documents.items() for title in doc["components"]["schemas"]]
        uses = {}
        for service, title in pairs:
            uses.setdefault(short(title), []).append((service, title))
        names = {}
        for name, users in uses.items():
            for service, title in users:
                names[service, title] = name if len(users) == 1 and name not in self.taken else with_space(title)
        doubled = {name for name in names.values() if list(names.values()).count(name) > 1}
        return {(service, title): pascal(service) + name if name in doubled else name
                for (service, title), name in names.items()}

    def resolve(self, service, schema, hint):
        """The type of `schema`; models and enums that it needs are entered. `hint` names what has no name."""
        if "allOf" in schema:
            merged = {}
            for part in schema["allOf"]:
                merged.update(part)
            return self.resolve(service, {**merged, **{k: v for k, v in schema.items() if k != "allOf"}}, hint)
        branches = [branch for branch in schema.get("anyOf", []) if set(branch) != {"required"}]
        if branches:
            rest = [branch for branch in branches if branch.get("type") != "null"]
            inner = self.resolve(service, rest[0], hint) if len(rest) == 1 else Type("anything")
            return inner.or_null(len(rest) < len(branches))
        if "$ref" in schema:
            return self._named(service, schema["$ref"].rpartition("/")[2]).or_null(self._null(schema))
        return self._inline(service, schema, hint, pascal(hint)).or_null(self._null(schema))

    @staticmethod
    def _null(schema):
        kinds = schema.get("type")
        return isinstance(kinds, list) and "null" in kinds

    def _named(self, service, title):
        schema = self.documents[service]["components"]["schemas"][title]
        return self._inline(service, schema, title, self.names[service, title])

    def _inline(self, service, schema, title, name):
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else [kind for kind in kinds if kind != "null"]
        values = schema.get("enum") or [branch.get("const") for branch in schema.get("oneOf", [])]
        if values and all(isinstance(value, str) for value in values):
            return self._enum(service, title, name, values)
        if kinds == ["object"]:
            return self._object(service, schema, title, name)
        if kinds == ["array"]:
            return Type("list", self.resolve(service, schema.get("items", {}), title + " item"))
        if kinds == ["string"]:
            return Type({"date-time": "instant", "date": "day", "binary": "file"}.get(schema.get("format"), "String"))
        plain = {"integer": "int", "number": "double", "boolean": "bool"}
        return Type(plain.get(kinds[0], "anything")) if len(kinds) == 1 else Type("anything")

    def _enum(self, service, title, name, values):
        self._enter(service, name, Enum(name, title, list(values)))
        return Type(name)

    def _object(self, service, schema, title, name):
        if not schema.get("properties"):
            more = schema.get("additionalProperties")
            return Type("map", self.resolve(service, more, title + " value") if isinstance(more, dict) and more else Type("anything"))
        if name not in self.found:
            model = Model(name, title, schema.get("description", ""), [])
            self._enter(service, name, model)
            model.fields = self.fields(service, schema, title)
        return Type(name)

    def fields(self, service, schema, title):
        needed = schema.get("required", [])
        return [Field(name, self._dated(name, self.resolve(service, part, f"{title} {name}")), name in needed,
                      part.get("description", "")) for name, part in schema["properties"].items()]

    @staticmethod
    def _dated(name, kind):
        if kind.kind != "String":
            return kind
        if INSTANT.search(name):
            return dataclasses.replace(kind, kind="instant")
        return dataclasses.replace(kind, kind="day") if DAY.search(name) else kind

    def _enter(self, service, name, made):
        known = self.found.get(name)
        if known is not None and (known.title != made.title or self.service[name] != service):
            raise SystemExit(f"two things would be called {name}: {known.title} and {made.title}")
        self.found.setdefault(name, made)
        self.service.setdefault(name, service)


def calls(types, service):
    """Every operation of a service, in the order of its document."""
    return [Reader(types, service, path, method, operation).read()
            for path, verbs in types.documents[service]["paths"].items() for method, operation in verbs.items()]


class Reader:
    """One operation."""

    def __init__(self, types, service, path, method, operation):
        self.types, self.service, self.operation = types, service, operation
        self.title = operation["operationId"]
        parameters = operation.get("parameters", [])
        self.call = Call(
            name=camel(self.title), method=method.upper(),
            path=path.removeprefix(PREFIX) if path.startswith(PREFIX + "/") else "!" + path,
            summary=operation.get("summary", ""), description=operation.get("description", ""),
            path_names=[p["name"] for p in parameters if p["in"] == "path"],
            query=[Field(p["name"], types.resolve(service, p["schema"], f"{self.title} {p['name']}"), p.get("required", False),
                         p["schema"].get("description", "")) for p in parameters if p["in"] == "query"],
            open=operation.get("security") == [], keyed=any(p["name"] == "Idempotency-Key" for p in parameters))

    def read(self):
        self._body()
        status = next(status for status in self.operation["responses"] if status.startswith("2"))
        self._reply(self.operation["responses"][status].get("content", {}))
        return self.call

    def _body(self):
        body = self.operation.get("requestBody")
        if body is None:
            return
        content, call = body["content"], self.call
        call.body_required = body.get("required", False)
        if "application/json" in content:
            call.body = self.types.resolve(self.service, content["application/json"]["schema"], self.title + " body")
        for media in ("multipart/form-data", "application/x-www-form-urlencoded"):
            if media in content and call.body is None:
                call.form = self.types.fields(self.service, content[media]["schema"], self.title)
                call.urlencoded = media != "multipart/form-data"
        if call.body is None and call.form is None:
            call.text_types = tuple(content)

    def _reply(self, content):
        call = self.call
        call.events = "text/event-stream" in content
        if "application/json" in content:
            schema = content["application/json"]["schema"]
            properties = schema.get("properties", {})
            enveloped = {"success", "data", "meta"} <= set(properties)
            call.bare, call.paged = not enveloped, "pagination" in properties
            call.reply = self.types.resolve(self.service, properties["data"] if enveloped else schema, self.title + " reply")
        call.binary = tuple(media for media in content if media not in ("application/json", "text/event-stream"))
