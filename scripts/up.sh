# ./lexi up | down | status | logs
. "$LEXI_CLONE/scripts/steps.sh"
. "$LEXI_CLONE/scripts/process.sh"
. "$LEXI_CLONE/scripts/stores.sh"
. "$LEXI_CLONE/scripts/build.sh"
. "$LEXI_CLONE/scripts/web.sh"

RUN=$LEXI_STATE/run
PORT_BACKEND=${LEXI_PORT_BACKEND:-8000}
PORT_AI=${LEXI_PORT_AI:-8001}
DEMO_EMAIL=demo@lexilingo.app
DEMO_PASSWORD=hoc-tieng-anh-moi-ngay

# standard where 6 GiB of memory and of disk are free. Decided once: what runs already takes of both.
profile() {
    local memory disk kept=$LEXI_STATE/profile
    [ -z "${LEXI_PROFILE:-}" ] || { echo "$LEXI_PROFILE"; return; }
    [ ! -s "$kept" ] || { cat "$kept"; return; }
    mkdir -p "$LEXI_HOME" "$LEXI_STATE"
    memory=$(awk '/MemAvailable/ {print int($2 / 1048576)}' /proc/meminfo)
    disk=$(df -Pk "$LEXI_HOME" | awk 'NR == 2 {print int($4 / 1048576)}')
    if [ "$memory" -ge 6 ] && [ "$disk" -ge 6 ]; then echo standard; else echo small; fi | tee "$kept"
}

up_stores() { stores_ports "$LEXI_STATE" "${LEXI_PORT_POSTGRES:-54320}" "${LEXI_PORT_MONGODB:-27018}" "${LEXI_PORT_REDIS:-63790}"; }

models_fetch() { in_root env LEXI_CLONE="$LEXI_CLONE" LEXI_HOME="$LEXI_HOME" python3 "$LEXI_CLONE/scripts/models.py" "$@"; }

ports_are_free() {
    local taken=0 name port
    while read -r name port; do port_is_free "$RUN" "$name" "$port" || taken=1; done <<END
postgres $STORE_PG
mongodb $STORE_MONGO
redis $STORE_REDIS
backend-service $PORT_BACKEND
ai-service $PORT_AI
END
    return $taken
}

origins() { echo "http://localhost:3000,http://localhost:8080,http://localhost:$PORT_BACKEND,http://127.0.0.1:$PORT_BACKEND"; }

# WEB_BUILD is read by nobody: it makes `serve` start the Backend anew with a client that has changed.
backend_environment() {
    printf '%s\n' "PORT=$PORT_BACKEND" "DATABASE_URL=$DATABASE_URL" "REDIS_URL=$REDIS_URL" APP_ENV=development \
        "SECRET_KEY=$(store_secret SECRET_KEY)" "ALLOWED_ORIGINS=$(origins)" "WEB_DIR=$WEB_DIST" \
        "WEB_BUILD=$(sha256sum <"$WEB_DIST.ok")" "AI_PUBLIC_URL=http://localhost:$PORT_AI"
}

# How many the language model answers at once: its memory for each is taken from the start.
llm_slots() { case $PROFILE in small) echo 2 ;; standard) echo 4 ;; *) echo 8 ;; esac; }

ai_environment() {
    printf '%s\n' "PORT=$PORT_AI" "MONGODB_URL=$MONGODB_URL" "REDIS_URL=$REDIS_URL" APP_ENV=development DEVICE=cpu \
        "SECRET_KEY=$(store_secret SECRET_KEY)" "ALLOWED_ORIGINS=$(origins)" "AUDIO_UPLOAD_DIR=$LEXI_STATE/audio" \
        "INDEX_DIR=$LEXI_CLONE/ai-service/indexes" "SCENARIO_DIR=$LEXI_CLONE/content/scenarios" \
        "PHONE_MODEL_DIR=$LEXI_CLONE/ai-service/phones" \
        "VECTOR_DIR=$LEXI_STATE/vectors" "BATCH_SIZE=${BATCH_SIZE:-$(llm_slots)}"
    models_fetch env "$PROFILE"
}

# Secrets travel in the environment, never in a command line, which everyone on the machine can read.
backend_run() (
    mapfile -t env < <(backend_environment)
    export "${env[@]}"
    in_root "$LEXI_BUILD/release/bin/backend-service" "$@"
)

# serve NAME PORT ENVIRONMENT: start it, or start it anew if its binary or its variables have changed.
serve() {
    local name=$1 port=$2 env binary mark
    binary=$LEXI_BUILD/release/bin/$name
    mapfile -t env < <("$3")
    mark=$( (stat -c '%Y %s' "$binary"; printf '%s\n' "${env[@]}") | sha256sum)
    if alive "$RUN" "$name"; then
        [ "$(cat "$RUN/$name.mark" 2>/dev/null)" = "$mark" ] && return 0
        stop "$RUN" "$name"
    fi
    port_is_free "$RUN" "$name" "$port" || return
    (export "${env[@]}"; spawn "$RUN" "$name" "$binary" serve) || return
    wait_ready "$name" "http://127.0.0.1:$port/ready" 120 || { tail -n 10 "$LEXI_STATE/log/$name.log"; return 1; }
    echo "$mark" >"$RUN/$name.mark"
}

# The AI service answers while its models load; a first try should find them loaded.
models_loaded() {
    local end=$((SECONDS + 300)) said
    while :; do
        said=$(in_root curl -fsS --max-time 5 "http://127.0.0.1:$PORT_AI/api/v1/ai/models/status") || return
        case $said in
        *'"state":"failed'*) echo "$said" | tr '{' '\n' | grep '"state":"failed'; return 1 ;;
        *'"state":"loading"'*) ;;
        *) return 0 ;;
        esac
        [ $SECONDS -lt $end ] || { echo "still loading: $said"; return 1; }
        sleep 0.3
    done
}

demo_account() {
    local status
    status=$(in_root curl -sS -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' \
        -d "{\"email\": \"$DEMO_EMAIL\", \"username\": \"demo\", \"password\": \"$DEMO_PASSWORD\", \"display_name\": \"Bạn học thử\"}" \
        "http://127.0.0.1:$PORT_BACKEND/api/v1/auth/register")
    [ "$status" = 201 ] || [ "$status" = 409 ] || { echo "register answered $status"; return 1; }
}

up() {
    local began=$SECONDS
    PROFILE=$(profile)
    case $PROFILE in small | standard | full) ;; *) echo "lexi: LEXI_PROFILE is small, standard or full, not '$PROFILE'" >&2; return 2 ;; esac
    step "root" root_ensure || return
    up_stores
    step "ports" ports_are_free || return   # before the long steps, not after them
    step "build" build release backend-service ai-service || return
    step "web client" web_build || return
    models || return
    step "MongoDB server" mongodb_ensure || return
    step "PostgreSQL" stores_postgres || return
    step "MongoDB protocol" stores_mongodb || return
    step "Redis" stores_redis || return
    step "migrations" backend_run migrate || return
    step "content" backend_run import "$LEXI_CLONE/content" --yes || return
    step "Backend" serve backend-service "$PORT_BACKEND" backend_environment || return
    step "AI service" serve ai-service "$PORT_AI" ai_environment || return
    step "models loaded" models_loaded || return
    step "demo account" demo_account || return
    cat <<END

LexiLingo is up after $((SECONDS - began)) s (models: $PROFILE).

  Learn here   http://localhost:$PORT_BACKEND/

  Backend      http://localhost:$PORT_BACKEND/docs
  AI service   http://localhost:$PORT_AI/docs
  demo account $DEMO_EMAIL   password $DEMO_PASSWORD

Try:  ./lexi demo      a learner's first session
      ./lexi status    what runs
      ./lexi down      stop it all
END
}

# Its own progress bars, and quiet when everything is there already.
models() {
    local mark=$LEXI_STATE/models-$PROFILE.ok table began=$SECONDS
    table=$(sha256sum <"$LEXI_CLONE/models.json")
    if [ "$(cat "$mark" 2>/dev/null)" != "$table" ] || ! models_present; then
        echo "models ($PROFILE)"
        models_fetch "$PROFILE" || return
        echo "$table" >"$mark"
    fi
    printf '%-28s%6d s\n' "models ($PROFILE)" $((SECONDS - began))
}

models_present() {
    local key there
    there=$(models_fetch env "$PROFILE") || return
    for key in QWEN WHISPER PIPER_EN SILERO; do [[ $there == *"${key}_MODEL_PATH="* ]] || return; done
}

down() {
    up_stores
    local name
    for name in ai-service backend-service; do stop "$RUN" $name; done
    stores_stop
    echo "LexiLingo is down. Its data stay in ${LEXI_STATE#"$PWD/"}/."
}

status() {
    local name pid
    for name in backend-service ai-service postgres mongodb redis; do
        if alive "$RUN" $name; then read -r pid _ <"$RUN/$name.pid"; echo "$name: running (process $pid)"; else echo "$name: not running"; fi
    done
    alive "$RUN" backend-service && in_root curl -sS "http://127.0.0.1:$PORT_BACKEND/ready" && echo
    alive "$RUN" ai-service && in_root curl -sS "http://127.0.0.1:$PORT_AI/ready" && echo
    return 0
}

logs() {
    local name=${1:-}
    case $name in backend) name=backend-service ;; ai) name=ai-service ;; esac
    if [ -z "$name" ] || [ ! -e "$LEXI_STATE/log/$name.log" ]; then
        echo "lexi logs NAME [-f]; there are:" >&2
        (cd "$LEXI_STATE/log" 2>/dev/null && ls -- *.log | sed 's/\.log$//; s/^/  /') >&2
        return 2
    fi
    tail -n 100 ${2:+"$2"} "$LEXI_STATE/log/$name.log"
}
