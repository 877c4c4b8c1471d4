#!/usr/bin/env bash
# Builds both images without a Docker engine and starts each binary from its image.
#     tests/images/run.sh          (as root, on the host: not inside the forky root)
# The stores are those of `./lexi test`: LEXI_TEST_DATABASE_URL, LEXI_TEST_MONGODB_URL, LEXI_TEST_REDIS_URL.
# Closes with `N passed, N failed`.
set -uo pipefail
LEXI_CLONE=${LEXI_CLONE:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$LEXI_CLONE/scripts/root.sh"
cd "$LEXI_CLONE" || exit 1
passed=0 failed=0
log=$LEXI_CLONE/.lexi/log; mkdir -p "$log"

check() {   # check NAME CMD…
    local name=$1; shift
    if "$@" >"$log/images-$name.log" 2>&1; then
        passed=$((passed + 1)); echo "ok   $name"
    else
        failed=$((failed + 1)); echo "FAIL $name (see $log/images-$name.log)"; tail -5 "$log/images-$name.log"
    fi
}

tools() {
    command -v buildah >/dev/null && return
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends buildah
}

# The base image that the registry would serve, made from the same packages.
base_image() {
    buildah images -q docker.io/library/debian:forky >/dev/null 2>&1 && return
    root_host_tools
    local tar=$LEXI_HOME/forky-base.tar container
    [ -e "$tar" ] || { mmdebstrap --variant=minbase --aptopt='Acquire::Check-Valid-Until "false"' \
        --include=ca-certificates forky "$tar.new.tar" && mv "$tar.new.tar" "$tar"; } || return
    container=$(buildah from scratch) && buildah add "$container" "$tar" / &&
        buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container" &&
        buildah commit --rm "$container" docker.io/library/debian:forky
}

build() {
    buildah bud --pull-never --layers -v /etc/ssl/certs/ca-certificates.crt:/etc/ssl/certs/ca-certificates.crt:ro \
        -f "$1/Dockerfile" -t "lexilingo/$1" .
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# in_image IMAGE CMD…: runs CMD as the image's own user, on the host's network.
in_image() {
    local image=$1 container code; shift
    container=$(buildah from --pull-never "lexilingo/$image") || return
    buildah run --network host "${IMAGE_ENV[@]}" "$container" -- "$@"; code=$?
    buildah rm "$container" >/dev/null
    return $code
}

not_root() { [ "$(in_image "$1" id -u)" = 10001 ]; }
no_compiler() { ! in_image "$1" sh -c 'command -v g++ || command -v cmake'; }

# The Backend's image has the web client.
answers() {   # answers IMAGE URL
    curl -fsS "$2/health" && curl -fsS -o /dev/null "$2/openapi.json" || return
    [ "$1" != backend-service ] || curl -fsS "$2/" | grep -q '<div id="app">'
}

# Starts `serve` from the image, waits until it answers, ends it.
serves() {
    local image=$1 port code=1 pid container; port=$(free_port)
    container=$(buildah from --pull-never "lexilingo/$image") || return
    buildah run --network host "${IMAGE_ENV[@]}" --env PORT="$port" "$container" -- "$image" serve &
    pid=$!
    for _ in $(seq 60); do
        if answers "$image" "http://127.0.0.1:$port"; then code=0; break; fi
        kill -0 $pid 2>/dev/null || break
        sleep 0.5
    done
    # The service is a descendant of `buildah run`; end that one process, known by its port, by its own id.
    local process
    for process in $(pgrep -f "^/usr/local/bin/$image serve\$"); do
        tr '\0' '\n' <"/proc/$process/environ" 2>/dev/null | grep -qx "PORT=$port" && kill -TERM "$process"
    done
    wait $pid
    buildah rm "$container" >/dev/null
    return $code
}

export STORAGE_DRIVER=${STORAGE_DRIVER:-vfs} BUILDAH_ISOLATION=chroot
secret=$(head -c 32 /dev/urandom | base64)
IMAGE_ENV=(--env "SECRET_KEY=$secret" --env APP_ENV=production
    --env "DATABASE_URL=${LEXI_TEST_DATABASE_URL:-}" --env "REDIS_URL=${LEXI_TEST_REDIS_URL:-}"
    --env "MONGODB_URL=${LEXI_TEST_MONGODB_URL:-}")

check tools tools
check base_image base_image
for image in backend-service ai-service; do
    check "build_$image" build "$image"
    check "not_root_$image" not_root "$image"
    check "no_compiler_$image" no_compiler "$image"
done
check migrate_backend in_image backend-service backend-service migrate
check import_backend in_image backend-service backend-service import /app/content --yes
check serves_backend serves backend-service
check serves_ai serves ai-service
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
