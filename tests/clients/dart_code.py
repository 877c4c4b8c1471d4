"""Dart files as tree-sitter's grammar reads them: whether they parse, and what they declare."""
import dataclasses
import functools
import re

import harness
import tree_sitter
import tree_sitter_dart

APP = harness.CLONE / "LexiLingo_app"
PACKAGE = "package:lexilingo_app/"
# What the code uses of Dart and of the packages in pubspec.yaml, by library: a name used without its import is found.
LIBRARIES = {
    "dart:core": """Comparable DateTime Duration Enum Error Exception FormatException Function Future Iterable List Map
        MapEntry Match Never Null Object Pattern RegExp Set StackTrace StateError Stream String StringBuffer Type Uri
        bool double dynamic int num identical print override""",
    "dart:async": "Completer EventSink FutureOr StreamController StreamIterator StreamSubscription Timer unawaited",
    "dart:convert": "LineSplitter Utf8Decoder jsonDecode jsonEncode utf8",
    "dart:io": "Directory File FileMode Platform",
    "dart:math": "Random max min pow",
    "dart:typed_data": "Uint8List",
    "package:dio/dio.dart": """BaseOptions CancelToken Dio DioException DioExceptionType ErrorInterceptorHandler FormData
        Headers HttpClientAdapter Interceptor MultipartFile Options ProgressCallback RequestInterceptorHandler
        RequestOptions Response ResponseBody ResponseInterceptorHandler ResponseType""",
    "package:get_it/get_it.dart": "GetIt",
    "package:mocktail/mocktail.dart": "Fake Mock any registerFallbackValue verify verifyNever when",
    "package:test/test.dart": """Matcher allOf anyOf anything contains containsAll emits emitsDone emitsError emitsInOrder equals everyElement expect
        expectLater greaterThan greaterThanOrEqualTo group hasLength inInclusiveRange isA isEmpty isFalse isNot
        isNotEmpty isNull isTrue matches pumpEventQueue same setUp setUpAll startsWith tearDown test throwsA
        throwsStateError""",
}
LANGUAGE = tree_sitter.Language(tree_sitter_dart.language())


def parse(source):
    return tree_sitter.Parser(LANGUAGE).parse(source.encode()).root_node


def nodes(root):
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def text(node):
    return node.text.decode()


def line(node):
    return f"line {node.start_point[0] + 1}"


def syntax_errors(root):
    return [f"{line(node)}: {text(node)[:60]!r}" for node in nodes(root) if node.is_error or node.is_missing]


@dataclasses.dataclass
class Signature:
    needed: int = 0                  # positional
    most: int = 0
    named: set = dataclasses.field(default_factory=set)
    required: set = dataclasses.field(default_factory=set)

    def refusal(self, positional, named):
        if not self.needed <= positional <= self.most:
            return f"takes {self.needed} to {self.most} positional arguments, not {positional}"
        if named - self.named:
            return f"has no parameter {', '.join(sorted(named - self.named))}"
        if self.required - named:
            return f"needs {', '.join(sorted(self.required - named))}"
        return None


def signature(parameters):
    made, required, optional = Signature(), False, None
    for node in nodes(parameters):
        if node.type in ("{", "[") and node.parent.type == "optional_formal_parameters" and node.parent.parent == parameters:
            optional = node.type
        if node.type == "required":
            required = True
        if node.type != "formal_parameter" or owner(node) != parameters:
            continue
        name = parameter_name(node)
        if optional == "{":
            made.named.add(name)
            if required:
                made.required.add(name)
        else:
            made.most += 1
            made.needed += optional is None
        required = False
    return made


def owner(parameter):
    above = parameter.parent
    return above.parent if above.type == "optional_formal_parameters" else above


def parameter_name(node):
    named = node.child_by_field_name("name")
    if named is not None:
        return text(named)
    return [text(part) for part in nodes(node) if part.type == "identifier"][-1]


@dataclasses.dataclass
class Class:
    name: str
    supers: list
    constructors: dict               # "" is the plain one
    members: dict                    # name -> Signature, or None where it is no method
    types: dict                      # field -> the name of its type
    returns: dict                    # member -> its type, a method's as what it returns, as it is written
    parameters: list = dataclasses.field(default_factory=list)   # of type: `T` of Paged<T>
    is_extension: bool = False

    def lineage(self, project):
        """This class and those of ours above it."""
        yield self
        for name in self.supers:
            if name in project.classes and name != self.name:
                yield from project.classes[name].lineage(project)

    def supers_are_ours(self, project):
        return all(name in project.classes and project.classes[name].supers_are_ours(project) for name in self.supers
                   if name != "Exception")


class File:
    def __init__(self, path, source=None):
        self.path = path
        self.root = parse(path.read_text() if source is None else source)
        self.uris = [text(node).strip("'\"") for part in self.root.children if part.type == "import_or_export"
                     for node in nodes(part) if node.type == "string_literal"]
        self.classes, self.functions, self.returns, self.declared = {}, {}, {}, set()
        for node in self.root.children:
            self._declare(node)
        # Every name that is bound anywhere in the file: parameters, variables, members.
        self.bound = {text(node) for node in nodes(self.root) if node.type == "identifier" and self._binds(node)}

    def _declare(self, node):
        if node.type in ("class_definition", "enum_declaration", "mixin_declaration", "extension_declaration", "extension_type_declaration"):
            name = node.child_by_field_name("name") or next((n for n in nodes(node) if n.type == "identifier"), None)
            made = self._class(node, text(name))
            self.classes[made.name] = made
            self.declared.add(made.name)
        elif node.type == "type_alias":
            self.declared.add(text(next(n for n in nodes(node) if n.type == "type_identifier")))
        elif node.type in ("function_signature", "getter_signature"):
            name = text(node.child_by_field_name("name"))
            parameters = [child for child in node.children if child.type == "formal_parameter_list"]
            self.functions[name] = signature(parameters[0]) if parameters else None
            self.returns[name] = text(node.children[0]) if node.children[0].type == "type_identifier" else None
            self.declared.add(name)
        elif node.type == "static_final_declaration_list":
            self.declared |= {text(child.children[0]) for child in node.named_children}

    def _class(self, node, name):
        head = [child for child in node.children if child.type in ("superclass", "interfaces", "mixins")]
        supers = [text(n) for part in head for n in nodes(part) if n.type == "type_identifier"]
        if node.type == "extension_declaration":
            supers.append(text(node.child_by_field_name("class")))
        made = Class(name, supers, {}, {}, {}, {}, is_extension=node.type == "extension_declaration")
        made.parameters = [text(n) for child in node.children if child.type == "type_parameters" for n in nodes(child) if n.type == "type_identifier"]
        if node.type == "enum_declaration":
            made.members["values"] = None
        body = node.child_by_field_name("body")
        for part in body.children if body else []:
            if part.type == "enum_constant":
                made.members[text(part.child_by_field_name("name"))] = None
            for member in part.children if part.type in ("declaration", "method_signature") else []:
                self._member(made, part, member)
        if not made.constructors:
            made.constructors[""] = Signature()
        return made

    @staticmethod
    def _member(made, part, member):
        if "constructor_signature" in member.type:
            names = [text(child) for child in member.children if child.type == "identifier"]
            parameters = next(child for child in member.children if child.type == "formal_parameter_list")
            made.constructors[names[1] if len(names) > 1 else ""] = signature(parameters)
        elif member.type == "function_signature":
            parameters = next(child for child in member.children if child.type == "formal_parameter_list")
            name = member.child_by_field_name("name")
            made.members[text(name)] = signature(parameters)
            made.returns[text(name)] = "".join(text(child) for child in member.children if child.end_byte <= name.start_byte)
        elif member.type in ("getter_signature", "setter_signature"):
            name = member.child_by_field_name("name")
            made.members[text(name)] = None
            if member.type == "getter_signature":
                made.returns[text(name)] = "".join(text(c) for c in member.children if c.end_byte <= name.start_byte and c.type != "get")
        elif member.type in ("initialized_identifier_list", "static_final_declaration_list", "identifier_list"):
            kind = next((text(child) for child in part.children if child.type == "type_identifier"), None)
            written = "".join(text(child) for child in part.children if child.type in ("type_identifier", "type_arguments", "nullable_type"))
            for entry in member.named_children:
                name = text(entry.children[0] if entry.children else entry)
                made.members[name] = None
                if kind:
                    made.types[name], made.returns[name] = kind, written

    @staticmethod
    def _binds(node):
        above = node.parent.type
        return above.endswith("_pattern") or above in (
            "initialized_identifier", "initialized_variable_definition", "formal_parameter", "constructor_param",
            "super_formal_parameter", "inferred_parameters", "catch_parameters", "typed_identifier", "function_signature",
            "for_loop_parts")


def is_selected(node):
    """A member's name behind a dot, a named argument's, part of a constructor's own."""
    before = node.prev_sibling
    return ("assignable_selector" in node.parent.type or node.parent.type in ("label", "cascade_selector", "combinator")
            or before is not None and before.type == ".")


def enclosing(file, node):
    """The class of the file in which `node` stands."""
    while node is not None and node.type not in ("class_definition", "enum_declaration", "extension_declaration", "mixin_declaration"):
        node = node.parent
    name = node.child_by_field_name("name") if node is not None else None
    return file.classes.get(text(name)) if name else None


class Project:
    """All Dart files below the given folders of LexiLingo_app."""

    def __init__(self, root):
        self.root = root
        self.files = {path: File(path) for path in sorted(root.rglob("*.dart"))}

    def target(self, path, uri):
        """The file that an import names; None where it is not one of ours."""
        if uri.startswith(PACKAGE):
            return self.root / "lib" / uri.removeprefix(PACKAGE)
        return None if ":" in uri else (path.parent / uri).resolve()

    def imported(self, file):
        return [(uri, self.target(file.path, uri)) for uri in file.uris]

    @functools.cached_property
    def classes(self):
        return {name: made for file in self.files.values() for name, made in file.classes.items()}

    @functools.cached_property
    def returns(self):
        return {name: kind for file in self.files.values() for name, kind in file.returns.items()}

    def snippet(self, code):
        """Lines of a page of the guide as a file, where every library is at hand."""
        imports = [uri for uri in LIBRARIES if uri.startswith("dart:") and uri != "dart:core"]
        imports += [PACKAGE + str(path.relative_to(self.root / "lib")) for path in self.files if self.root / "lib" in path.parents]
        return File(self.root / "snippet.dart", "".join(f"import '{uri}';\n" for uri in imports) + "Future<void> page() async {\n" + code + "}\n")

    def visible(self, file):
        """The names at the top of what a file imports, and its own."""
        names = set(LIBRARIES["dart:core"].split()) | file.declared
        for uri, target in self.imported(file):
            names |= self.files[target].declared if target is not None else set(LIBRARIES[uri].split())
        return names


@functools.cache
def app():
    return Project(APP)
