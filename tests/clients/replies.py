"""Reads replies by the rules of the generated models (LexiLingo_app/tool/schema.py), as lib/core/network/json.dart would."""
import re

import dart
import schema

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Reader:
    """Collects what a Dart app could not read, and texts that it should have read as times."""

    def __init__(self, documents):
        self.types = schema.Types(documents, dart.TAKEN)
        self.calls = self.types.calls
        self.problems, self.read = [], set()

    def hear(self, service, response):
        """One answer of a service, whatever was asked."""
        call = self._call(service, response.request.method, response.request.url.path)
        if response.status_code >= 300 or call is None or "json" not in response.headers.get("content-type", "") or call.reply is None:
            return
        self.read.add((service, call.name))
        body = response.json()
        self._fits(call.reply, body if call.bare else body["data"], f"{call.method} {call.path}")
        if call.paged:
            assert {"page", "page_size", "total", "total_pages"} <= set(body["pagination"])

    def _call(self, service, method, path):
        for call in self.calls[service]:
            template = call.path[1:] if call.path.startswith("!") else schema.PREFIX + call.path
            # The path that has most words of its own comes first: /vocabulary/review is no /vocabulary/{id}.
            if call.method == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
                if template == path or not any(each.method == method and schema.PREFIX + each.path == path for each in self.calls[service]):
                    return call
        return None

    def _fits(self, kind, value, at):
        if value is None:
            if not kind.nullable and kind.kind != "anything":
                self.problems.append(f"{at}: null, but {kind.kind} is expected")
            return
        plain = {"String": str, "bool": bool, "list": list, "map": dict, "int": int, "double": (int, float),
                 "instant": str, "day": str}.get(kind.kind)
        if plain is not None and (not isinstance(value, plain) or isinstance(value, bool) and kind.kind != "bool"):
            self.problems.append(f"{at}: {value!r} is no {kind.kind}")
        elif kind.kind == "list":
            for item in value:
                self._fits(kind.of, item, at + "[]")
        elif kind.kind == "map":
            for item in value.values():
                self._fits(kind.of, item, at + "{}")
        elif kind.kind in self.types.found:
            self._fits_named(self.types.found[kind.kind], value, at)
        else:
            self._fits_text(kind.kind, value, at)

    def _fits_named(self, made, value, at):
        if isinstance(made, schema.Enum):
            if value not in made.values:
                self.problems.append(f"{at}: {value!r} is no {made.name}")
            return
        for field in made.fields:
            if field.name in value:
                self._fits(field.type.or_null(not field.required), value[field.name], f"{at}.{field.name}")
            elif field.required:
                self.problems.append(f"{at} has no {field.name}")

    def _fits_text(self, kind, value, at):
        if not isinstance(value, str):
            return
        is_instant, is_day = INSTANT.fullmatch(value), DAY.fullmatch(value)
        if kind == "instant" and not is_instant or kind == "day" and not is_day:
            self.problems.append(f"{at}: {value!r} is no {kind}")
        if kind == "String" and (is_instant or is_day):
            self.problems.append(f"{at}: {value!r} is a time that the app would read as a text; see INSTANT and DAY in tool/schema.py")
