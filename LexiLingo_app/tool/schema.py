"""From the two OpenAPI documents to types and calls that know nothing of OpenAPI; dart.py writes them down.

The documents name what routes take and answer, and write most of what stands inside where it is used. So two
places with the same fields are one type here, named by names.py.
"""
import dataclasses
import re

import names

PREFIX = "/api/v1"
# The documents call these texts; they are instants or days, as every reply shows (tests/clients checks it).
INSTANT = re.compile(r"(_at|_until|^timestamp|^at)$")
DAY = re.compile(r"(^day|^date|_date|^week|^calendar)$")
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
# Longer lists of names grow with every release of their authority (time zones): a text then.
LONGEST_ENUM = 60


@dataclasses.dataclass(frozen=True)
class Type:
    """`kind` is String, int, double, bool, instant, day, anything, file, list or map (of `of`), or a name in `Types.found`."""
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
    service: str
    fields: list


@dataclasses.dataclass
class Enum:
    name: str
    service: str
    values: tuple


@dataclasses.dataclass
class Call:
    name: str
    method: str
    path: str                        # below the prefix; a leading `!` marks one outside it
    summary: str
    description: str
    path_names: list
    open: bool
    keyed: bool
    query: list = dataclasses.field(default_factory=list)
    body: Type | None = None         # JSON
    body_required: bool = True
    form: list | None = None         # fields, files among them
    urlencoded: bool = False
    text_types: tuple = ()           # a body that is sent as text, and what it may be
    reply: Type | None = None        # JSON; None: nothing
    bare: bool = False
    paged: bool = False
    binary: tuple = ()               # media types that come as bytes
    events: bool = False


class Shapes:
    """Schemas as nested tuples without names: equal ones are the same type. Remembers where each stands."""

    def __init__(self, documents):
        self.documents = documents
        self.places = {}         # shape of an object or enum, with its service -> places
        self.descriptions = {}   # (service, shape, field) -> text
        self.opened = set()

    def of(self, service, schema, place):
        """(shape, may it be null?)"""
        if "allOf" in schema:
            merged = {key: value for part in [*schema["allOf"], schema] for key, value in part.items() if key != "allOf"}
            return self.of(service, merged, place)
        branches = [branch for branch in schema.get("anyOf", []) if "required" not in branch or "type" in branch]
        if branches and "properties" not in schema:
            rest = [branch for branch in branches if branch.get("type") != "null"]
            shape, null = self.of(service, rest[0], place) if len(rest) == 1 else (("anything",), False)
            return shape, null or len(rest) < len(branches)
        kinds = schema.get("type", [])
        null = isinstance(kinds, list) and "null" in kinds
        if "$ref" in schema:
            shape, inner = self._named(service, schema["$ref"].rpartition("/")[2])
            return shape, null or inner
        return self._plain(service, schema, [kinds] if isinstance(kinds, str) else [k for k in kinds if k != "null"], place), null

    def _named(self, service, title):
        if (service, title) in self.opened:
            raise SystemExit(f"{title} holds itself: a shape without names cannot")
        self.opened.add((service, title))
        try:
            return self.of(service, self.documents[service]["components"]["schemas"][title], title)
        finally:
            self.opened.remove((service, title))

    def _plain(self, service, schema, kinds, place):
        values = schema.get("enum") or [branch.get("const") for branch in schema.get("oneOf", [])]
        if values and all(isinstance(value, str) for value in values):
            return self._enum(service, tuple(values), place)
        if kinds == ["object"] or "properties" in schema:
            return self._object(service, schema, place)
        if kinds == ["array"]:
            return ("list", self.of(service, schema.get("items", {}), place + "[]"))
        if kinds == ["string"]:
            return ({"date-time": "instant", "date": "day", "binary": "file"}.get(schema.get("format"), "String"),)
        if not kinds and "const" in schema:
            return ({str: "String", int: "int", float: "double", bool: "bool"}.get(type(schema["const"]), "anything"),)
        plain = {"integer": "int", "number": "double", "boolean": "bool"}
        return (plain.get(kinds[0], "anything") if len(kinds) == 1 else "anything",)

    def _enum(self, service, values, place):
        if set(values) <= {"true", "false"}:
            return ("bool",)
        if len(values) > LONGEST_ENUM:
            return ("String",)
        return self._placed(service, ("enum", tuple(values)), place)

    def _object(self, service, schema, place):
        if not schema.get("properties"):
            more = schema.get("additionalProperties")
            return ("map", self.of(service, more, place + "{}") if isinstance(more, dict) and more else (("anything",), False))
        needed = schema.get("required", [])
        fields = []
        for name, part in schema["properties"].items():
            shape, null = self.of(service, part, f"{place}.{name}")
            fields.append((name, dated(name, shape), null, name in needed))
        shape = self._placed(service, ("object", tuple(fields)), place)
        for name, part in schema["properties"].items():
            if part.get("description"):
                self.descriptions.setdefault((service, shape, name), part["description"])
        return shape

    def _placed(self, service, shape, place):
        listed = self.places.setdefault((service, shape), [])
        if place not in listed:
            listed.append(place)
        return shape


def dated(name, shape):
    if shape[0] == "list":
        return ("list", (dated(name, shape[1][0]), shape[1][1]))
    if shape == ("String",) and (INSTANT.search(name) or DAY.search(name)):
        return ("instant",) if INSTANT.search(name) else ("day",)
    return shape


class Types:
    """The models and enums of both services, by the names that Dart gives them, and every call."""

    def __init__(self, documents, taken):
        self.shapes = Shapes(documents)
        readers = {service: [Reader(self, service, path, method, operation)
                             for path, verbs in document["paths"].items() for method, operation in verbs.items()]
                   for service, document in documents.items()}
        for listed in readers.values():   # once to see every shape, so that names can be given
            for reader in listed:
                reader.look()
        titles = {service: set(document["components"]["schemas"]) for service, document in documents.items()}
        self.named = names.given(self.shapes.places, taken, titles)
        self.found = {}
        self.calls = {service: [reader.call() for reader in listed] for service, listed in readers.items()}

    def type(self, service, shape, null):
        kind = shape[0]
        if kind in ("list", "map"):
            return Type(kind, self.type(service, *shape[1]), null)
        if kind not in ("object", "enum"):
            return Type(kind, None, null)
        name = self.named[service, shape]
        if name not in self.found and kind == "enum":
            self.found[name] = Enum(name, service, shape[1])
        elif name not in self.found:
            self.found[name] = model = Model(name, service, [])
            model.fields = self.fields(service, shape)
        return Type(name, None, null)

    def fields(self, service, shape):
        return [Field(name, self.type(service, inner, null), required, self.shapes.descriptions.get((service, shape, name), ""))
                for name, inner, null, required in shape[1]]


class Reader:
    """One operation."""

    def __init__(self, types, service, path, method, operation):
        self.types, self.service, self.path, self.method, self.operation = types, service, path, method, operation
        self.title = operation["operationId"]
        self.parts = {}

    def look(self):
        """The shapes of everything that the operation takes and answers."""
        shape = lambda schema, place: self.types.shapes.of(self.service, schema, place)
        for p in self.operation.get("parameters", []):
            if p["in"] == "query":
                self.parts["query", p["name"]] = shape(p["schema"], f"{self.title}?{p['name']}")
        for media, content in self._typed(self.operation.get("requestBody", {}).get("content", {})):
            self.parts["body", media] = shape(content.get("schema", {}), self.title + " body")
        for media, content in self._typed(self._success()):
            self.parts["reply", media] = shape(self._data(content.get("schema", {})), self.title + " reply")

    @staticmethod
    def _typed(content):
        return [(media, content[media]) for media in content if media in ("application/json", *FORMS)]

    def _success(self):
        statuses = [status for status in self.operation["responses"] if status.startswith("2")]
        return self.operation["responses"][statuses[0]].get("content", {}) if statuses else {}

    @staticmethod
    def _is_enveloped(schema):
        return {"success", "data", "meta"} <= set(schema.get("properties", {}))

    def _data(self, schema):
        return schema["properties"]["data"] if self._is_enveloped(schema) else schema

    def call(self):
        parameters = self.operation.get("parameters", [])
        below = self.path.startswith(PREFIX + "/")
        made = Call(
            name=names.camel(self.title), method=self.method.upper(),
            path=self.path.removeprefix(PREFIX) if below else "!" + self.path,
            summary=self.operation.get("summary", ""), description=self.operation.get("description", ""),
            path_names=[p["name"] for p in parameters if p["in"] == "path"],
            open=self.operation.get("security") == [], keyed=any(p["name"] == "Idempotency-Key" for p in parameters))
        made.query = [Field(p["name"], self._type("query", p["name"]), p.get("required", False), p["schema"].get("description", ""))
                      for p in parameters if p["in"] == "query"]
        self._body(made)
        self._reply(made)
        return made

    def _type(self, part, which):
        return self.types.type(self.service, *self.parts[part, which])

    def _body(self, made):
        content = self.operation.get("requestBody", {}).get("content", {})
        made.body_required = self.operation.get("requestBody", {}).get("required", False)
        if "application/json" in content:
            made.body = self._type("body", "application/json")
            return
        for media in FORMS:
            if media in content:
                made.form = self.types.fields(self.service, self.parts["body", media][0])
                made.urlencoded = media != "multipart/form-data"
                return
        made.text_types = tuple(content)

    def _reply(self, made):
        content = self._success()
        made.events = "text/event-stream" in content
        if "application/json" in content:
            schema = content["application/json"].get("schema", {})
            made.bare, made.paged = not self._is_enveloped(schema), "pagination" in schema.get("properties", {})
            made.reply = self._type("reply", "application/json")
        made.binary = tuple(media for media in content if media not in ("application/json", "text/event-stream"))
