"""Writes the types and calls of schema.py as Dart."""
import re
import textwrap

import names
import schema

HEADER = """// GENERATED from the OpenAPI document of the {service} by tool/generate.py. Do not edit: change the service, and
// run `python3 LexiLingo_app/tool/generate.py BACKEND_URL AI_URL`. tests/clients fails where this is out of date.
// ignore_for_file: type=lint
"""
KEYWORDS = set("""abstract as assert async await base break case catch class const continue covariant default deferred do
dynamic else enum export extends extension external factory false final finally for function get hide if implements
import in interface is late library mixin new null on operator part required rethrow return sealed set show static
super switch sync this throw true try typedef var void when while with yield""".split())
ENUM_MEMBERS = {"values", "index", "name", "wire", "hashCode", "runtimeType", "toJson", "fromJson"}
PLAIN = {"String": "asString", "int": "asInt", "double": "asDouble", "bool": "asBool", "instant": "asDateTime",
         "day": "asDateTime", "anything": "asAnything"}
# What every file of the app may see beside the models: Dart's own, Flutter's most used, and lib/core/network's.
TAKEN = set("""BigInt Comparable Completer DateTime Duration Error Exception Function Future Iterable Iterator List Map
MapEntry Match Null Object Pattern RegExp Set Sink Stopwatch Stream String StringBuffer Symbol Type Uri Action Align
Center Color Column Container Form Icon Image Intent Key Locale Offset Page Rect Row Size Stack State Table Text Theme
Widget AlreadyExists ApiClient ApiError AuthExpired AuthInvalid AuthMissing Bytes CallOptions Cancelled Conflict
Forbidden InternalError Json ModelLoading NoConnection NotFound Paged PayloadTooLarge Problem RateLimited
ServerSentEvent ServiceUnavailable Session TimedOut Tokens UnexpectedReply UnknownProblem Upload
ValidationFailed""".split())


def identifier(name):
    made = names.camel(name)
    return made + "Value" if made in KEYWORDS or made[0].isdigit() else made


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("$", "\\$") + "'"


def doc(text, indent=""):
    """A doc comment. Square brackets would be references."""
    text = re.sub(r"\s+", " ", text).strip().replace("[", "\\[")
    return "".join(f"{indent}/// {line}\n" for line in textwrap.wrap(text, 112 - len(indent), break_long_words=False))


def type_of(kind):
    base = {"instant": "DateTime", "day": "DateTime", "anything": "Object?", "file": "Upload"}.get(kind.kind, kind.kind)
    if kind.kind == "list":
        base = f"List<{type_of(kind.of)}>"
    if kind.kind == "map":
        base = f"Map<String, {type_of(kind.of)}>"
    return base + "?" if kind.nullable and not base.endswith("?") else base


def decoder(kind):
    base = PLAIN.get(kind.kind) or f"{kind.kind}.fromJson"
    if kind.kind in ("list", "map"):
        base = f"{kind.kind}Of({decoder(kind.of)})"
    return f"orNull({base})" if kind.nullable and kind.kind != "anything" else base


def encoded(kind, value):
    """The expression that makes JSON of `value`, which is not null."""
    if kind.kind in ("String", "int", "double", "bool", "anything"):
        return value
    if kind.kind in ("instant", "day"):
        return f"{'time' if kind.kind == 'instant' else 'day'}ToJson({value})"
    item = "item" if value != "item" else "inner"
    if kind.kind == "list":
        inner = encoded(kind.of, item)
        return value if inner == item else f"[for (final {item} in {value}) {inner}]"
    if kind.kind == "map":
        inner = encoded(kind.of, item)
        return value if inner == item else f"{value}.map((key, {item}) => MapEntry(key, {inner}))"
    return f"{value}.toJson()"


def optional(field):
    return field.type.nullable or not field.required


def uses(kind):
    return uses(kind.of) if kind.of else {kind.kind}


def reach(types, roots):
    """The names that `roots` need, themselves included."""
    seen, waiting = set(), list(roots)
    while waiting:
        name = waiting.pop()
        made = types.found.get(name)
        if made is None or name in seen:
            continue
        seen.add(name)
        for field in getattr(made, "fields", []):
            waiting += uses(field.type)
    return seen


def enum(made):
    values = [(identifier(value) + "Value" * (identifier(value) in ENUM_MEMBERS), value) for value in made.values]
    fallback = "unknown" if "unknown" not in dict(values) else "unknownValue"
    lines = [f"enum {made.name} {{\n"]
    lines += [f"  {name}({quoted(value)}),\n" for name, value in values]
    lines += ["\n  /// A value that this app is too old to know. Never sent.\n", f"  {fallback}('');\n\n",
              f"  const {made.name}(this.wire);\n\n",
              f"  static {made.name} fromJson(Object? json) {{\n    final text = asString(json);\n"
              f"    return values.firstWhere((value) => value.wire == text, orElse: () => {fallback});\n  }}\n\n",
              "  final String wire;\n\n",
              f"  String toJson() => this == {fallback} ? throw StateError('an unknown value cannot be sent') : wire;\n}}\n"]
    return "".join(lines)


def model(made, sent, received):
    fields = made.fields
    lines = [f"final class {made.name} {{\n  const {made.name}({{"]
    lines += [", ".join(("" if optional(f) else "required ") + f"this.{identifier(f.name)}" for f in fields), "});\n"]
    if received:
        lines += [f"\n  factory {made.name}.fromJson(Object? json) {{\n    final map = asObject(json);\n    return {made.name}(\n"]
        for f in fields:
            read = "readOrNull" if optional(f) and f.type.kind != "anything" else "read"
            plain = schema.Type(f.type.kind, f.type.of)
            lines.append(f"      {identifier(f.name)}: map.{read}({quoted(f.name)}, {decoder(plain)}),\n")
        lines.append("    );\n  }\n")
    lines.append("\n")
    for f in fields:
        lines += [doc(f.description, "  "), f"  final {type_of(f.type.or_null(optional(f)))} {identifier(f.name)};\n"]
    if sent:
        lines.append("\n  Json toJson() => {\n")
        for f in fields:
            name = identifier(f.name)
            lines.append(f"        if ({name} case final it?) {quoted(f.name)}: {encoded(f.type, 'it')},\n" if optional(f)
                         else f"        {quoted(f.name)}: {encoded(f.type, name)},\n")
        lines.append("      };\n")
    return "".join(lines) + "}\n"


def models_file(service, types, sent, received):
    own = [made for name, made in types.found.items() if made.service == service and name in sent | received]
    parts = [model(made, made.name in sent, made.name in received) if isinstance(made, schema.Model) else enum(made)
             for made in sorted(own, key=lambda made: made.name)]
    return HEADER.format(service=SERVICES[service]) + "import '../network/json.dart';\n\n" + "\n".join(parts)


SERVICES = {"backend": "Backend", "ai": "AI service"}


def api_file(service, calls):
    client = {"backend": "BackendApiClient", "ai": "AiApiClient"}[service]
    name = {"backend": "BackendApi", "ai": "AiApi"}[service]
    methods = "\n".join(text for call in calls for text in methods_of(call))
    imports = ["../network/api_client.dart", f"../network/{service}_api_client.dart", "../network/json.dart"]
    if "ServerSentEvent" in methods:
        imports.append("../network/server_sent_events.dart")
    if "formOf(" in methods:
        imports.append("../network/upload.dart")
    imports.append(f"{service}_models.dart")
    return (HEADER.format(service=SERVICES[service]) + "".join(f"import '{path}';\n" for path in imports) +
            f"\n/// Every operation of the {SERVICES[service]}, typed.\nclass {name} {{\n  const {name}(this._client);\n\n"
            f"  final {client} _client;\n\n{methods}}}\n")


def methods_of(call):
    """The Dart methods of an operation: the one of its name, and one more for each other way to be answered."""
    if call.reply is not None:
        yield method(call, call.name, f"Future<{'Paged<' if call.paged else ''}{type_of(call.reply)}{'>' if call.paged else ''}>",
                     "paged" if call.paged else "json", [decoder(call.reply)])
        if call.binary:
            yield method(call, call.name + "Bytes", "Future<Bytes>", "bytes", [])
    elif call.binary:
        yield method(call, call.name, "Future<Bytes>", "bytes", [])
    else:
        yield method(call, call.name, "Future<void>", "nothing", [])
    if call.events:
        yield method(call, call.name + "Events", "Stream<ServerSentEvent>", "events", [])


def method(call, name, result, verb, more):
    path = re.sub(r"\{(\w+)\}", lambda found: "${Uri.encodeComponent(" + identifier(found[1]) + ")}", call.path)
    given, named, passed = [f"String {identifier(p)}" for p in call.path_names], [], []
    if call.body is not None:
        (given if call.body_required else named).append(f"{type_of(call.body.or_null(not call.body_required))} body")
        passed.append("data: " + (encoded(call.body, "body") if call.body_required else "body?.toJson() ?? const <String, Object?>{}"))
    if call.form is not None:
        named += [form_parameter(f) for f in call.form]
        passed.append(form(call))
    if call.text_types:
        given.append("String body")
        named.append(f"String contentType = {quoted(call.text_types[0])}")
        passed += ["data: body", "contentType: contentType"]
    if call.query:
        named += [f"{type_of(f.type.or_null(not f.required))} {identifier(f.name)}" for f in call.query]
        passed.append("query: {" + ", ".join(f"{quoted(f.name)}: {query_value(f)}" for f in call.query) + "}")
    if call.open and verb != "events":
        passed.append("isOpen: true")
    if call.bare and verb == "json":
        passed.append("bare: true")
    named.append("CallOptions options = const CallOptions()")
    passed.append("options: options.keyed()" if call.keyed else "options: options")
    parameters = ", ".join(given + ["{" + ", ".join(named) + "}"])
    arguments = ", ".join([quoted(call.method), "'" + path + "'", *more, *passed])
    lines = [comment(call, name, verb)]
    return "".join(lines) + f"  {result} {name}({parameters}) =>\n      _client.{verb}({arguments});\n"


def comment(call, name, verb):
    paragraphs = [f"{call.method} {call.path.lstrip('!')}: {call.summary}"]
    if name != call.name:
        paragraphs = [f"As {call.name}, " + ("while it is made. Sent when somebody listens." if verb == "events" else
                      f"as one of: {', '.join(call.binary)} (`options.accept`).")]
    else:
        paragraphs.append(call.description)
        if verb == "bytes":
            paragraphs.append(f"Answers with one of: {', '.join(call.binary)} (`options.accept`).")
        if call.text_types:
            paragraphs.append(f"The body may be: {', '.join(call.text_types)}.")
    return "  ///\n".join(doc(paragraph, "  ") for paragraph in paragraphs if paragraph)


def form_parameter(field):
    return ("" if optional(field) else "required ") + f"{type_of(field.type.or_null(optional(field)))} {identifier(field.name)}"


def form(call):
    """A form's values are texts."""
    def text(field):
        name = identifier(field.name)
        mark = "?" if optional(field) else ""
        if field.type.kind == "String":
            return name
        return f"{name}{mark}.toString()" if field.type.kind in ("int", "double", "bool", "anything") else f"{name}{mark}.toJson()"

    fields = ", ".join(f"{quoted(f.name)}: {text(f)}" for f in call.form if f.type.kind != "file")
    if call.urlencoded:
        return f"data: withoutNulls({{{fields}}}), contentType: 'application/x-www-form-urlencoded'"
    files = ", ".join(f"{quoted(f.name)}: {identifier(f.name)}" for f in call.form if f.type.kind == "file")
    return f"form: () => formOf(fields: {{{fields}}}, files: {{{files}}})"


def query_value(field):
    """Dio writes what is no text with toString()."""
    name = identifier(field.name)
    if field.type.kind in ("String", "int", "double", "bool"):
        return name
    if field.type.kind in ("instant", "day"):
        return f"{name} == null ? null : {encoded(field.type, name)}"
    return f"{name}?.toJson()"


def write(documents):
    """The four files, by name."""
    types = schema.Types(documents, TAKEN)
    every = [call for listed in types.calls.values() for call in listed]
    received = reach(types, {name for call in every if call.reply for name in uses(call.reply)})
    sent = reach(types, {name for call in every for kind in
                         [*([call.body] if call.body else []), *(f.type for f in (call.form or []) + call.query)] for name in uses(kind)})
    files = {}
    for service in documents:
        files[f"{service}_models.dart"] = models_file(service, types, sent, received)
        files[f"{service}_api.dart"] = api_file(service, types.calls[service])
    return files
