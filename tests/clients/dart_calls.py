"""Calls of what the project itself declares: constructors, functions and methods take the arguments that they are given."""
import functools
import re

import dart_code
from dart_code import nodes, text


class Calls:
    LINKS = ("selector", "unconditional_assignable_selector", "conditional_assignable_selector", "argument_part", "arguments",
             "type_arguments", ".")

    def __init__(self, project, file):
        self.project, self.file = project, file
        functions = [project.files[target].functions for _, target in project.imported(file) if target is not None]
        self.functions = {name: made for listed in [*functions, file.functions] for name, made in listed.items()}
        self.visible = project.visible(file)

    def problems(self):
        for node in nodes(self.file.root):
            is_head = node.prev_sibling is None or node.prev_sibling.type != "."
            if node.type in ("identifier", "type_identifier") and is_head and not dart_code.is_selected(node):
                yield from self._from(node)

    def _from(self, head):
        """`head` may begin a chain: Class(…), Class.named(…), function(…), field.method(…)."""
        chain = self.chain(head)
        if not chain:
            return
        name, line = text(head), head.start_point[0] + 1
        if name in self.project.classes and name in self.visible:
            yield from self._construct(self.project.classes[name], chain, line)
        elif isinstance(chain[0], tuple):
            yield from self._call(head, name, chain[0], line)
        else:
            yield from self._on_field(head, name, chain, line)

    def chain(self, head):
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
        elif isinstance(given, tuple) and isinstance(wanted, dart_code.Signature) and (refusal := wanted.refusal(*given)):
            yield f"line {line}: {made.name}{'.' * bool(which)}{which} {refusal}"

    def _call(self, head, name, given, line):
        inside = dart_code.enclosing(self.file, head)
        wanted = self._member_of(inside, name) if inside else None
        if wanted is None:
            wanted = self.functions.get(name)
        if isinstance(wanted, dart_code.Signature):
            if refusal := wanted.refusal(*given):
                yield f"line {line}: {name} {refusal}"
        elif name not in self.visible and name not in self.file.bound and not (inside and self.has_member(inside, name)):
            yield f"line {line}: {name} is not a function that is visible here"

    def _on_field(self, head, name, chain, line):
        inside = dart_code.enclosing(self.file, head)
        kind = self._type_of(inside, name)
        made = self.project.classes.get(kind)
        if made is None or not isinstance(chain[0], str) or not made.supers_are_ours(self.project):
            return
        if not self.has_member(made, chain[0]):
            yield f"line {line}: {kind} has no member {chain[0]}"
        elif len(chain) > 1 and isinstance(chain[1], tuple):
            wanted = self._member_of(made, chain[0])
            if isinstance(wanted, dart_code.Signature) and (refusal := wanted.refusal(*chain[1])):
                yield f"line {line}: {kind}.{chain[0]} {refusal}"
            yield from self._passed_on(head, made, chain, line)

    def _passed_on(self, head, made, chain, line):
        """`T method(…) => field.other(…);` gives what the other gives."""
        body = head.parent
        if len(chain) != 2 or body.type != "function_body" or body.children[0].type != "=>" or body.children[1] != head:
            return
        signature = body.prev_sibling.children[-1] if body.prev_sibling is not None and body.prev_sibling.children else None
        inside = dart_code.enclosing(self.file, head)
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
        chain = self.chain(head) if head is not None else []
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

    def has_member(self, made, name):
        return name in ("toString", "hashCode", "runtimeType", "index", "name") or any(
            name in each.members for each in made.lineage(self.project))
