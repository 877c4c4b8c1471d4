"""What a well-behaved client does that no schema can say: a new Idempotency-Key for each new call."""
import re
import uuid

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    key = (case.headers or {}).get("Idempotency-Key")
    # A key that the schema forbids is sent as it is: the service must refuse it.
    if key is not None and re.fullmatch(r"[A-Za-z0-9._:-]{1,128}", str(key)):
        kwargs["headers"] = {**(kwargs.get("headers") or {}), "Idempotency-Key": uuid.uuid4().hex}
