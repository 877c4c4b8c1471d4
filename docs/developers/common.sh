# What the shell lines of these pages share. From the repository's root:  . docs/developers/common.sh
BACKEND=${BACKEND:-http://localhost:8000}/api/v1
AI=${AI:-http://localhost:8001}/api/v1/ai

# curl that prints the body of a refusal, too, and then fails.
call() { curl -sS --fail-with-body "$@"; }

# json data.0.id      what stands there in the JSON that comes in
json() {
    python3 -c 'import functools, json, sys
print(functools.reduce(lambda v, k: v[int(k) if k.isdigit() else k], sys.argv[1].split("."), json.load(sys.stdin)))' "$1"
}

# A key for one deed, kept for its repetitions.
new_key() { python3 -c 'import uuid; print(uuid.uuid4())'; }

# A new learner, signed in: sets ACCESS and REFRESH. docs/developers/sign-in.md goes through it step by step.
signed_in_learner() {
    local name tokens
    name=an$(date +%s%N)
    call -o /dev/null "$BACKEND/auth/register" --json "{\"email\": \"$name@example.com\", \"username\": \"$name\", \"password\": \"mot-cau-that-dai-de-nho\"}"
    tokens=$(call "$BACKEND/auth/login" --json "{\"email\": \"$name\", \"password\": \"mot-cau-that-dai-de-nho\"}")
    ACCESS=$(json access_token <<<"$tokens")
    REFRESH=$(json refresh_token <<<"$tokens")
}
