"""What can be said of Dart code without a Dart SDK: does it parse (tree-sitter's grammar), and do its names mean something?

Not a compiler. Types of expressions are not worked out; what is checked is what a slip of the keyboard breaks:
imports that name no file, names that nothing visible declares, calls of our own functions, constructors and methods
with arguments that they do not take, imports that nothing uses.
"""
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


def syntax_errors(source):
    return [f"line {node.start_point[0] + 1}: {text(node)[:60]!r}" for node in nodes(parse(source))
            if node.is_error or node.is_missing]


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
    returns: dict                    # method -> the text of its type

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
        made = Class(name, supers, {}, {}, {}, {})
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
            made.members[text(member.child_by_field_name("name"))] = None
        elif member.type in ("initialized_identifier_list", "static_final_declaration_list", "identifier_list"):
            kind = next((text(child) for child in part.children if child.type == "type_identifier"), None)
            for entry in member.named_children:
                name = text(entry.children[0] if entry.children else entry)
                made.members[name] = None
                if kind:
                    made.types[name] = kind

    @staticmethod
    def _binds(node):
        above = node.parent.type
        return above.endswith("_pattern") or above in (
            "initialized_identifier", "initialized_variable_definition", "formal_parameter", "constructor_param",
            "super_formal_parameter", "inferred_parameters", "catch_parameters", "typed_identifier", "function_signature",
            "for_loop_parts")


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

    def problems(self, file):
        found = [f"{uri}: no such file" for uri, target in self.imported(file) if target is not None and target not in self.files]
        found += [f"{uri}: not a library that pubspec.yaml or Dart has" for uri, target in self.imported(file)
                  if target is None and uri not in LIBRARIES]
        if found:
            return found
        return [*self._unknown_names(file), *self._unused_imports(file), *Calls(self, file).problems()]

    def snippet_problems(self, code):
        """Of lines that stand in a page of the guide, where every library is at hand."""
        source = "Future<void> page() async {\n" + code + "}\n"
        imports = [uri for uri in LIBRARIES if uri.startswith("dart:") and uri != "dart:core"]
        imports += [PACKAGE + str(path.relative_to(self.root / "lib")) for path in self.files if self.root / "lib" in path.parents]
        file = File(self.root / "snippet.dart", "".join(f"import '{uri}';\n" for uri in imports) + source)
        return [*syntax_errors(source), *self._unknown_names(file), *Calls(self, file).problems()]

    def _visible(self, file):
        names = set(LIBRARIES["dart:core"].split()) | file.declared
        for uri, target in self.imported(file):
            names |= self.files[target].declared if target is not None else set(LIBRARIES[uri].split())
        return names

    def _unknown_names(self, file):
        visible = self._visible(file) | file.bound
        generics = {text(n) for node in nodes(file.root) if node.type == "type_parameter" for n in node.children if n.type == "type_identifier"}
        for node in nodes(file.root):
            name = text(node) if node.type in ("identifier", "type_identifier") else ""
            if not name or name in visible or name in generics or self._is_selected(node) or self._is_inherited(file, node, name):
                continue
            yield f"line {node.start_point[0] + 1}: {name} is declared by nothing that is imported"

    @staticmethod
    def _is_selected(node):
        """A member's name behind a dot, a named argument's, part of a constructor's own."""
        before = node.prev_sibling
        return ("assignable_selector" in node.parent.type or node.parent.type in ("label", "cascade_selector", "combinator")
                or before is not None and before.type == ".")

    def _is_inherited(self, file, node, name):
        """Members of a class of ours are known; what one of a package's passes on is not."""
        inside = enclosing(file, node)
        return inside is not None and (not inside.supers_are_ours(self) or any(name in each.members for each in inside.lineage(self)))

    def _unused_imports(self, file):
        used = {text(node) for node in nodes(file.root) if node.type in ("identifier", "type_identifier")}
        for uri, target in self.imported(file):
            names = self.files[target].declared if target is not None else set(LIBRARIES[uri].split())
            members = {m for n in names if target is not None and n in self.files[target].classes for m in self.files[target].classes[n].members}
            if not used & (names | members):
                yield f"{uri}: nothing of it is used"


class Calls:
    """Calls of what the project itself declares."""

    LINKS = ("selector", "unconditional_assignable_selector", "conditional_assignable_selector", "argument_part", "arguments",
             "type_arguments", ".")

    def __init__(self, project, file):
        self.project, self.file = project, file
        functions = [project.files[target].functions for _, target in project.imported(file) if target is not None]
        self.functions = {name: made for listed in [*functions, file.functions] for name, made in listed.items()}
        self.visible = project._visible(file)

    def problems(self):
        for node in nodes(self.file.root):
            is_head = node.prev_sibling is None or node.prev_sibling.type != "."
            if node.type in ("identifier", "type_identifier") and is_head and not Project._is_selected(node):
                yield from self._from(node)

    def _from(self, head):
        """`head` may begin a chain: Class(…), Class.named(…), function(…), field.method(…)."""
        chain = self._chain(head)
        if not chain:
            return
        name, line = text(head), head.start_point[0] + 1
        if name in self.project.classes and name in self.visible:
            yield from self._construct(self.project.classes[name], chain, line)
        elif chain[0] != "member" and isinstance(chain[0], tuple):
            yield from self._call(head, name, chain[0], line)
        else:
            yield from self._on_field(head, name, chain, line)

    def _chain(self, head):
        """What follows `head`: member names, and (positional, named) of argument lists."""
        chain, node = [], head.next_sibling
        while node is not None and (node.type in self.LINKS or (node.type == "identifier" and node.prev_sibling.type == ".")):
            for part in nodes(node):
                if part.type == "arguments":
                    chain.append(self._arguments(part))
                    break
                if part.type == "identifier":
                    chain.append(text(part))
                    break
            node = node.next_sibling
        return chain

    @staticmethod
    def _arguments(node):
        named = {text(child.children[0].children[0]) for child in node.named_children if child.type == "named_argument"}
        return (sum(child.type == "argument" for child in node.named_children), named)

    def _construct(self, made, chain, line):
        which = chain[0] if isinstance(chain[0], str) else ""
        given = chain[1] if which and len(chain) > 1 else chain[0]
        wanted = made.constructors.get(which, made.members.get(which, "none") if which else "none")
        if wanted == "none":
            if which not in ("values", "new") and made.supers_are_ours(self.project):
                yield f"line {line}: {made.name} has no {which or 'plain constructor'}"
        elif isinstance(given, tuple) and isinstance(wanted, Signature) and (refusal := wanted.refusal(*given)):
            yield f"line {line}: {made.name}{'.' * bool(which)}{which} {refusal}"

    def _call(self, head, name, given, line):
        inside = enclosing(self.file, head)
        wanted = self._member_of(inside, name) if inside else None
        if wanted is None:
            wanted = self.functions.get(name)
        if isinstance(wanted, Signature):
            if refusal := wanted.refusal(*given):
                yield f"line {line}: {name} {refusal}"
        elif name not in self.visible and name not in self.file.bound and not (inside and self._has_member(inside, name)):
            yield f"line {line}: {name} is not a function that is visible here"

    def _on_field(self, head, name, chain, line):
        inside = enclosing(self.file, head)
        kind = self._type_of(inside, name)
        made = self.project.classes.get(kind)
        if made is None or not isinstance(chain[0], str) or not made.supers_are_ours(self.project):
            return
        if not self._has_member(made, chain[0]):
            yield f"line {line}: {kind} has no member {chain[0]}"
        elif len(chain) > 1 and isinstance(chain[1], tuple):
            wanted = self._member_of(made, chain[0])
            if isinstance(wanted, Signature) and (refusal := wanted.refusal(*chain[1])):
                yield f"line {line}: {kind}.{chain[0]} {refusal}"
            yield from self._passed_on(head, made, chain, line)

    def _passed_on(self, head, made, chain, line):
        """`T method(…) => field.other(…);` gives what the other gives."""
        body = head.parent
        if len(chain) != 2 or body.type != "function_body" or body.children[0].type != "=>" or body.children[1] != head:
            return
        signature = body.prev_sibling.children[-1] if body.prev_sibling is not None and body.prev_sibling.children else None
        inside = enclosing(self.file, head)
        if signature is None or signature.type != "function_signature" or inside is None:
            return
        says = inside.returns.get(text(signature.child_by_field_name("name")), "")
        gives = next((each.returns[chain[0]] for each in made.lineage(self.project) if chain[0] in each.returns), "")
        if gives and says != gives and not re.search(r"\bT\b", gives):
            yield f"line {line}: {says} is said, {gives} is given by {made.name}.{chain[0]}"

    def _type_of(self, inside, name):
        if inside is not None and name in inside.types:
            return inside.types[name]
        kinds = self.variables.get(name, set())
        return next(iter(kinds)) if len(kinds) == 1 else None

    @functools.cached_property
    def variables(self):
        """What the file's parameters and variables are, by name; a name with two meanings has two."""
        kinds = {}
        for node in nodes(self.file.root):
            if node.type == "formal_parameter" and node.parent.type != "inferred_parameters":
                kind = next((text(child) for child in node.children if child.type == "type_identifier"), None)
                name = node.child_by_field_name("name")
                if name is not None:
                    kinds.setdefault(text(name), set()).add(kind)
            elif node.type == "initialized_variable_definition":
                name = node.child_by_field_name("name")
                kinds.setdefault(text(name), set()).add(self._made_by(node))
            elif node.type in ("initialized_identifier", "pattern_field", "inferred_parameters", "variable_pattern"):
                for part in node.children:
                    if part.type == "identifier":
                        kinds.setdefault(text(part), set()).add(None)
        return kinds

    def _made_by(self, definition):
        """The class of `final x = Class(…)`, or of a function of ours that says what it returns."""
        head = next((child for child in definition.children if child.type == "identifier" and child.prev_sibling.type == "="), None)
        chain = self._chain(head) if head is not None else []
        if not chain or not isinstance(chain[-1], tuple):
            return None
        made = self.project.classes.get(text(head))
        if made is not None and (len(chain) == 1 or len(chain) == 2 and chain[0] in made.constructors):
            return made.name
        return self.project.returns.get(text(head)) if len(chain) == 1 else None

    def _member_of(self, made, name):
        for each in made.lineage(self.project):
            if name in each.members:
                return each.members[name]
        return None

    def _has_member(self, made, name):
        return name in ("toString", "hashCode", "runtimeType", "index", "name") or any(
            name in each.members for each in made.lineage(self.project))
