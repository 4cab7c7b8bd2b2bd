"""The whole API, asked in every way its schema allows: no crash, no answer that is not documented."""

from collections import Counter

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from halte.accounts import actions
from halte.accounts.actor import Actor
from halte.accounts.models import DeviceKind
from halte.accounts.roles import Role
from halte.config.wsgi import application

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture
def documented(calais, elsewhere, now, a_key, a_room, transactional_db):
    a_room(beds=4)
    _device, token = actions.register_device(
        actor=Actor.system(calais), label="test", kind=DeviceKind.API, roles=list(Role), at=now, key=a_key()
    )
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    schema.token = f"Bearer {token}"
    return schema


def test_every_answer_is_documented(documented):
    answers, asked = Counter(), 0
    for found in documented.get_all_operations():
        operation = found.ok()

        @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(case=operation.as_strategy())
        def ask(case):
            answers[case.call_and_validate(checks=CHECKS, headers={"Authorization": documented.token}).status_code] += 1

        ask()
        asked += 1
    assert asked >= 10
    assert answers[200] + answers[201]
    assert not answers[401]
