"""What stands behind a chain of members of our own classes: `run.attempt.exercises.first.id`.

Types are followed where they are written down (fields, getters, methods, `final x = await …`, `for (final x in …)`,
`case ChatDone(:final reply)`), and given up where they are not.
"""
import functools

import dart_calls
import dart_code
from dart_code import nodes, text

SEQUENCES = {"List", "Iterable", "Set"}
ITEMS = {"first", "last", "single"}
SCOPES = {"block", "function_body", "for_statement", "switch_statement_case", "switch_expression_case", "program"}


def parse(written):
    """`Future<List<A>>?` -> ("Future", ["List<A>"]). Whether it may be null is not looked at."""
    written = written.strip().rstrip("?")
    if not written.endswith(">"):
        return written, []
    name, _, inside = written[:-1].partition("<")
    parts, depth = [""], 0
    for letter in inside:
        depth += {"<": 1, ">": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return name, [part.strip() for part in parts]


class Chains:
    def __init__(self, project, file):
        self.project, self.file = project, file
        self.calls = dart_calls.Calls(project, file)

    def problems(self):
        for head in nodes(self.file.root):
            before = head.prev_sibling
            if head.type != "identifier" or before is not None and before.type == "." or dart_code.is_selected(head):
                continue
            found, _ = self._follow(head)
            if found:
                yield f"line {head.start_point[0] + 1}: {found}"

    def _follow(self, head):
        """(what is wrong with the chain that `head` begins, the type of its end)."""
        chain = self.calls.chain(head)
        kind = self._named(head)
        name = text(head)
        if kind is None and name in self.project.classes:
            kind, chain = self._made(self.project.classes[name], chain)
        elif kind is None and name == "sl" and chain:
            arguments = [n for n in nodes(head.next_sibling) if n.type == "type_identifier"]
            kind, chain = (text(arguments[0]) if arguments else None), chain[1:]
        elif kind is None and chain and isinstance(chain[0], tuple):
            kind, chain = self.project.returns.get(name), chain[1:]
        return self._walk(kind, chain)

    @staticmethod
    def _made(made, chain):
        """The type of `Class(…)`, `Class.named(…)`, `Class.method(…)`, and what follows."""
        if chain and isinstance(chain[0], tuple):
            return made.name, chain[1:]
        if chain and chain[0] in made.constructors:
            return made.name, chain[2:]
        return (made.returns.get(chain[0]), chain[2:]) if len(chain) > 1 and isinstance(chain[1], tuple) else (None, [])

    def _walk(self, kind, chain):
        for link in chain:
            if kind is None:
                return None, None
            if isinstance(link, tuple):
                continue   # a call: the method's type was taken with its name
            name, arguments = parse(kind)
            made = self.project.classes.get(name)
            if name in SEQUENCES:
                kind = arguments[0] if link in ITEMS and arguments else None
            elif made is None or not made.supers_are_ours(self.project):
                return None, None
            elif not self.calls.has_member(made, link):
                return f"{name} has no member {link}", None
            else:
                kind = next((each.returns[link] for each in made.lineage(self.project) if link in each.returns), None)
                kind = self._filled(kind, made, arguments)
        return None, kind

    @staticmethod
    def _filled(kind, made, arguments):
        """`T` of `Paged<T>` is what it was given."""
        if kind is not None and made.parameters and len(made.parameters) == len(arguments):
            for parameter, argument in zip(made.parameters, arguments):
                kind = argument if kind.rstrip("?") == parameter else kind
        return kind

    def _named(self, head):
        """The type of a name: of the nearest binding around it, else of a field of the class."""
        name, scope = text(head), head.parent
        while scope is not None:
            for at, kind in reversed(self._bindings.get((scope.id, name), [])):
                if at < head.start_byte:
                    return kind() if callable(kind) else kind
            scope = scope.parent
        inside = dart_code.enclosing(self.file, head)
        if inside is not None and name in inside.returns and name in inside.types:
            return inside.returns[name]
        kinds = self.calls.variables.get(name, set())
        return next(iter(kinds)) if len(kinds) == 1 else None

    @functools.cached_property
    def _bindings(self):
        found = {}
        for node in nodes(self.file.root):
            if node.type == "initialized_variable_definition":
                name, kind = node.child_by_field_name("name"), lambda node=node: self._value(node)
            elif node.type == "for_loop_parts":
                name, kind = node.child_by_field_name("name"), lambda node=node: self._item(node)
            elif node.type == "variable_pattern" and node.parent.type == "object_pattern":
                name, kind = node.children[-1], lambda node=node: self._field(node)
            else:
                continue
            if name is not None:
                found.setdefault((self._scope(node).id, text(name)), []).append((node.end_byte, kind))
        return found

    @staticmethod
    def _scope(node):
        while node.type not in SCOPES:
            node = node.parent
        return node

    def _value(self, definition):
        written = "".join(text(child) for child in definition.children if child.type in ("type_identifier", "type_arguments"))
        return written or self._expression(definition.children_by_field_name("value"))

    def _item(self, loop):
        name, arguments = parse(self._expression(loop.children_by_field_name("value")) or "")
        return arguments[0] if name in SEQUENCES and arguments else None

    def _field(self, pattern):
        owner = next((text(child) for child in pattern.parent.children if child.type == "type_identifier"), "")
        made = self.project.classes.get(owner)
        return made.returns.get(text(pattern.children[-1])) if made is not None else None

    def _expression(self, value):
        """The type of a chain, or of `await` and a chain; nothing else is worked out."""
        awaited = False
        while value and value[0].type in ("unary_expression", "await_expression"):
            awaited |= value[0].type == "await_expression"
            value = [child for child in value[0].children if child.type != "await"]
        if not value or value[0].type != "identifier" or any(v.type not in ("identifier", "selector") for v in value):
            return None
        _, kind = self._follow(value[0])
        name, arguments = parse(kind or "")
        return (arguments[0] if name == "Future" and arguments else None) if awaited else kind
