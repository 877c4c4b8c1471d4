"""What a well-behaved client does that no schema can say: a new Idempotency-Key for each new call."""
import uuid

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    # A case that is meant to be refused is sent as it is.
    if case.meta is not None and case.meta.generation.mode == schemathesis.GenerationMode.NEGATIVE:
        return
    if "Idempotency-Key" in (case.headers or {}):
        case.headers["Idempotency-Key"] = uuid.uuid4().hex
