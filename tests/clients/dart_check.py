"""What can be said of Dart code without a Dart SDK, beside that it parses: do its names mean something?

Not a compiler. What is checked is what a slip of the keyboard breaks: imports that name no file, names that nothing visible
declares, imports that nothing uses; dart_calls and dart_types look at the use of our own classes.
"""
import dart_calls
import dart_types
from dart_code import LIBRARIES, enclosing, is_selected, line, nodes, syntax_errors, text


def problems(project, file):
    found = [f"{uri}: no such file" for uri, target in project.imported(file) if target is not None and target not in project.files]
    found += [f"{uri}: not a library that pubspec.yaml or Dart has" for uri, target in project.imported(file)
              if target is None and uri not in LIBRARIES]
    return found or [*of_names(project, file), *unused_imports(project, file)]


def snippet_problems(project, code):
    file = project.snippet(code)
    return [*syntax_errors(file.root), *of_names(project, file)]


def of_names(project, file):
    yield from unknown_names(project, file)
    yield from dart_calls.Calls(project, file).problems()
    yield from dart_types.Chains(project, file).problems()


def unknown_names(project, file):
    known = project.visible(file) | file.bound | {
        text(n) for node in nodes(file.root) if node.type == "type_parameter" for n in node.children if n.type == "type_identifier"}
    for node in nodes(file.root):
        name = text(node) if node.type in ("identifier", "type_identifier") else ""
        if name and name not in known and not is_selected(node) and not is_inherited(project, file, node, name):
            yield f"{line(node)}: {name} is declared by nothing that is imported"


def is_inherited(project, file, node, name):
    """Members of a class of ours are known; what one of a package's passes on is not."""
    inside = enclosing(file, node)
    return inside is not None and (not inside.supers_are_ours(project) or any(name in each.members for each in inside.lineage(project)))


def unused_imports(project, file):
    used = {text(node) for node in nodes(file.root) if node.type in ("identifier", "type_identifier")}
    for uri, target in project.imported(file):
        names = project.files[target].declared if target is not None else set(LIBRARIES[uri].split())
        # An extension is used by its members.
        declared = project.files[target].classes.values() if target is not None else []
        members = {member for made in declared if made.is_extension for member in made.members}
        if not used & (names | members):
            yield f"{uri}: nothing of it is used"
