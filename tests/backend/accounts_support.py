"""People of the account tests, with their passwords."""
import json
import subprocess
import uuid

import httpx

from conftest import Learner


class Person(Learner):
    """A learner whose password the test knows. `tokens` are those of the last sign-in."""

    def __init__(self, service):
        name = "u" + uuid.uuid4().hex[:12]
        self.service, self.name, self.email, self.password = service, name, f"{name}@example.com", "mot mat khau " + name
        super().__init__(service.url, None, {})
        made = self.call("POST", "/auth/register", {"email": self.email, "username": name, "password": self.password})
        assert made.status_code == 201, made.text
        self.user = made.json()["data"]
        self.sign_in()

    def try_sign_in(self, password=None, **more):
        return httpx.post(f"{self.url}/api/v1/auth/login", timeout=30,
                          json={"email": self.email, "password": password or self.password}, **more)

    def sign_in(self):
        reply = self.try_sign_in()
        assert reply.status_code == 200, reply.text
        self.use(reply.json())
        return self

    def use(self, tokens):
        self.tokens = tokens
        self.headers = {"Authorization": "Bearer " + tokens["access_token"]}

    def refresh(self, token=None):
        return httpx.post(f"{self.url}/api/v1/auth/refresh", timeout=30,
                          json={"refresh_token": token or self.tokens["refresh_token"]})

    def session(self):
        """Another session of the same person."""
        other = object.__new__(Person)
        other.__dict__.update(self.__dict__)
        return other.sign_in()

    def is_let_in(self):
        status = self.call("GET", "/users/me").status_code
        assert status in (200, 401), status
        return status == 200

    def pat(self, *scopes, **more):
        body = {"name": "my editor", "expires_in_days": 30, "scopes": list(scopes) or ["read"], **more}
        return self.data("POST", "/auth/tokens", body)

    def with_token(self, token):
        """The same person, holding only a personal token."""
        script = Learner(self.url, self.user, {"Authorization": "Bearer " + token})
        return script


def administrator(service):
    person = Person(service)
    subprocess.run([service.binary, "create-admin", person.email, person.name], check=True, capture_output=True,
                   env={**service.environment, "ADMIN_PASSWORD": person.password})
    return person.sign_in()


def code_of(reply):
    return json.loads(reply.text)["error"]["code"]
