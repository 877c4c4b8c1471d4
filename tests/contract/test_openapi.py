"""Both OpenAPI documents are valid, and complete: each route of API.md, each with its statuses."""
import pathlib
import sys

import httpx
import openapi_spec_validator
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness

BACKEND = """
POST /auth/register            POST /auth/login              POST /auth/refresh        POST /auth/logout
POST /auth/tokens              GET /auth/tokens              DELETE /auth/tokens/{id}
GET /users/me                  PUT /users/me                 DELETE /users/me          GET /users/{id}
POST /users/me/password        GET /users/me/export          PUT /admin/users/{id}/role
GET /courses                   GET /courses/{id}             GET /courses/{id}/lessons POST /courses/{id}/enroll
GET /lessons/{id}              POST /lessons/{id}/attempts   POST /attempts/{id}/answers
GET /attempts/{id}             POST /attempts/{id}/hints
POST /admin/courses/import     PUT /admin/courses/{id}/publish
GET /teacher/courses           GET /teacher/courses/{id}      POST /teacher/courses/import
GET /teacher/lessons/{id}/results
GET /progress                  POST /progress/lessons/{id}   POST /progress/activities GET /progress/stats
GET /vocabulary                POST /vocabulary              GET /vocabulary/review    POST /vocabulary/{id}/review
PATCH /vocabulary/{id}         DELETE /vocabulary/{id}       POST /vocabulary/reviews/undo
GET /vocabulary/stats          GET /vocabulary/forecast      POST /vocabulary/import   GET /vocabulary/export
GET /streaks/me                POST /streaks/checkin         GET /achievements         GET /achievements/me
POST /admin/courses/import     PUT /admin/courses/{id}/publish
GET /admin/users               POST /admin/users/{id}/activate                         POST /admin/users/{id}/deactivate
POST /streaks/repair            GET /goals/weekly            PUT /goals/weekly         GET /leaderboard
"""
AI = """
POST /ai/chat                  GET /ai/chat/sessions         GET /ai/chat/sessions/{id}
PATCH /ai/chat/sessions/{id}   DELETE /ai/chat/sessions/{id}
POST /ai/pronunciation/analyze GET /ai/pronunciation/history
POST /ai/stt                   POST /ai/tts                  GET /ai/audio/{id}
GET /ai/health                 GET /ai/models/status
GET /ai/chat/scenarios         GET /ai/chat/memory           POST /ai/chat/memory
PATCH /ai/chat/memory/{id}     DELETE /ai/chat/memory/{id}   DELETE /ai/chat/memory
POST /ai/analyze/text          POST /ai/analyze/error        GET /ai/analyze/suggestions
POST /ai/generate/question     POST /ai/generate/exercise    POST /ai/generate/explanation
"""


@pytest.fixture(scope="module")
def backend():
    service = harness.backend(content=False).start()
    yield service
    service.stop()


@pytest.fixture(scope="module")
def ai():
    service = harness.ai_service().start()
    yield service
    service.stop()


def document(service):
    return httpx.get(service.url + "/openapi.json").json()


@pytest.mark.parametrize("name", ["backend", "ai"])
def test_the_document_is_openapi_3_1(name, request):
    doc = document(request.getfixturevalue(name))
    assert doc["openapi"].startswith("3.1")
    openapi_spec_validator.validate(doc)


@pytest.mark.parametrize("name, routes", [("backend", BACKEND), ("ai", AI)])
def test_every_route_is_listed_with_success_and_faults(name, routes, request):
    doc = document(request.getfixturevalue(name))
    words = routes.split()
    missing = []
    for verb, path in zip(words[::2], words[1::2]):
        operation = doc["paths"].get("/api/v1" + path, {}).get(verb.lower())
        if operation is None:
            missing.append(f"{verb} {path}")
            continue
        statuses = set(operation["responses"])
        assert any(status[0] == "2" for status in statuses), (verb, path)
        assert {"400", "429", "500", "503"} <= statuses, (verb, path, statuses)
        if operation["security"]:
            assert "401" in statuses, (verb, path)
        if "{" in path:
            assert "404" in statuses, (verb, path)
        if "requestBody" in operation:
            assert {"413", "415", "422"} <= statuses, (verb, path)
    assert not missing


@pytest.mark.parametrize("name", ["backend", "ai"])
@pytest.mark.parametrize("page", ["/docs", "/redoc"])
def test_the_pages_need_nothing_from_elsewhere(name, page, request):
    reply = httpx.get(request.getfixturevalue(name).url + page)
    assert reply.status_code == 200
    assert "http://" not in reply.text and "https://" not in reply.text
    assert "default-src 'none'" in reply.headers["content-security-policy"]
