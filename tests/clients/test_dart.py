"""LexiLingo_app without a Dart SDK: every file parses, its names mean something, and its calls are the services'."""
import collections
import copy
import re

import dart
import dart_check
import dart_code
import names
import pytest
from dart_code import APP

PROJECT = dart_code.app()
FILES = sorted(PROJECT.files)


def name(path):
    return str(path.relative_to(APP))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_the_file_parses(path):
    assert not dart_code.syntax_errors(PROJECT.files[path].root)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_the_files_names_mean_something(path):
    assert not dart_check.problems(PROJECT, PROJECT.files[path])


@pytest.mark.parametrize("wrong", [
    "void f() { print('a' }", "class A { int x }", "final a = [1, 2;", "void f() { if (true { } }", "int f() => ;",
    "class A extends { }", "void f(int) async { await; }", "enum E { a b }"])
def test_the_grammar_finds_mistakes(wrong):
    assert dart_code.syntax_errors(dart_code.parse(wrong))


SLIPS = {   # in a file of ours: what stands there, a slip of the keyboard, what is said of it
    "lib/features/vocabulary/review_queue.dart": [
        ("BatchBody(reviews:", "BatchBody(review:", "no parameter review"),
        ("cardId: cardId,", "", "needs cardId"),
        ("postVocabularyReviewsBatch(", "postVocabularyReviewBatch(", "no member postVocabularyReviewBatch"),
        ("reply.results", "reply.result", "BatchView has no member result"),
        ("newId()", "newID()", "newID is not a function"),
        ("BatchOutcome.applied", "ItemResults.applied", "ItemResults is declared by nothing"),
        ("import 'pending_review.dart';", "import 'pending_reviews.dart';", "no such file")],
    "lib/features/speech/speech_service.dart": [
        ("Future<SpeechView> speak(SpeakBody text) =>", "Future<TranscriptView> speak(SpeakBody text) =>", "is given by AiApi.postAiTts")],
    "lib/core/network/api_client.dart": [
        ("import 'ids.dart';", "import 'ids.dart';\nimport 'tokens.dart';", "tokens.dart: nothing of it is used"),
        ("RetryInterceptor(_dio)", "RetryInterceptor()", "positional"),
        ("import 'dart:convert';\n", "", "is declared by nothing")],
}


@pytest.mark.parametrize("path, right, slip, said", [(p, *rest) for p, many in SLIPS.items() for rest in many])
def test_a_slip_of_the_keyboard_is_found(path, right, slip, said):
    source = (APP / path).read_text()
    assert right in source
    file = dart_code.File(APP / path, source.replace(right, slip))
    problems = dart_check.problems(PROJECT, file)
    assert any(said in problem for problem in problems), problems


def stale(documents):
    return [name for name, text in dart.write(documents).items() if (APP / "lib/core/api" / name).read_text() != text]


def test_the_generated_calls_are_up_to_date(documents):
    assert not stale(documents), ("the OpenAPI documents have changed: run LexiLingo_app/tool/generate.py against both services, "
                                  "look at the difference, and commit it")


def test_a_change_of_a_document_is_noticed(documents):
    changed = copy.deepcopy(documents)
    changed["backend"]["components"]["schemas"]["lessons.HintView"]["properties"]["added"] = {"type": "string"}
    changed["ai"]["paths"]["/api/v1/ai/added"] = {"get": {"operationId": "get_ai_added", "responses": {"204": {}}}}
    assert {"backend_models.dart", "ai_api.dart"} <= set(stale(changed))


def dart_calls(service):
    """(method, path) of each call in the generated file, with the name of its method; `{}` is a path's id."""
    file = PROJECT.files[APP / f"lib/core/api/{service}_api.dart"]
    for node in dart_code.nodes(file.root):
        if node.type != "function_body":
            continue
        strings = [dart_code.text(part)[1:-1] for part in dart_code.nodes(node) if part.type == "string_literal"][:2]
        path = re.sub(r"\$\{[^}]*\}", "{}", strings[1])
        yield (strings[0], path[1:] if path.startswith("!") else "/api/v1" + path), declared_name(node)


def declared_name(body):
    signature = body.prev_sibling
    return dart_code.text(next(part for part in dart_code.nodes(signature) if part.type == "function_signature").child_by_field_name("name"))


@pytest.mark.parametrize("service", ["backend", "ai"])
def test_every_route_has_one_typed_call(service, documents):
    wanted = {(method.upper(), re.sub(r"\{[^}]*\}", "{}", path)): names.camel(operation["operationId"])
              for path, verbs in documents[service]["paths"].items() for method, operation in verbs.items()}
    found = collections.defaultdict(list)
    for call, method in dart_calls(service):
        found[call].append(method)
    assert set(found) == set(wanted)
    for call, methods in found.items():
        others = [method for method in methods if method not in (wanted[call] + "Bytes", wanted[call] + "Events")]
        assert others == [wanted[call]], call


def test_every_error_code_has_its_class(documents):
    source = (APP / "lib/core/network/api_error.dart").read_text()
    codes = {code for document in documents.values() for verbs in document["paths"].values() for operation in verbs.values()
             for status, response in operation["responses"].items() if status >= "400"
             for code in response["description"].split(", ") if re.fullmatch(r"[A-Z_]+", code)}
    assert len(codes) >= 13
    assert {code for code in codes if f"'{code}' =>" not in source} == set()
