# Background processes of ours, in the root, each with a file that says which process it is. A process is
# known by its id and its start time, so that a reused id is never taken for ours.
#     spawn DIR NAME CMD…      start (log in DIR/../log/NAME.log)
#     alive DIR NAME           is it running?
#     stop DIR NAME [SECONDS [SIGNAL]]  SIGTERM, wait, SIGKILL; nothing if it is not ours

# A zombie has ended, whoever is to collect it.
started_at() { awk '{sub(/.*\) /, ""); if ($1 != "Z") print $20}' "/proc/$1/stat" 2>/dev/null; }

spawn() {
    local dir=$1 name=$2 log enter pid; shift 2
    log=$(dirname "$dir")/log/$name.log
    mkdir -p "$dir" "$(dirname "$log")"
    rm -f "$dir/$name.id"
    mapfile -t enter < <(root_enter)
    # The command keeps the shell's id (exec), and ids are the host's: no PID namespace is made.
    setsid "${enter[@]}" bash -c 'echo $$ >"$1"; shift; exec "$@"' _ "$dir/$name.id" "$@" \
        >>"$log" 2>&1 </dev/null &
    for _ in $(seq 100); do [ -s "$dir/$name.id" ] && break; sleep 0.05; done
    pid=$(cat "$dir/$name.id" 2>/dev/null) || { echo "$name did not start; see $log" >&2; return 1; }
    echo "$pid $(started_at "$pid")" >"$dir/$name.pid"
    rm -f "$dir/$name.id"
}

alive() {
    local pid began
    read -r pid began 2>/dev/null <"$1/$2.pid" || return 1
    [ -n "$began" ] && [ "$(started_at "$pid")" = "$began" ]
}

stop() {
    local pid
    alive "$1" "$2" || { rm -f "$1/$2.pid"; return 0; }
    read -r pid _ <"$1/$2.pid"
    kill -"${4:-TERM}" "$pid" 2>/dev/null
    for _ in $(seq $((${3:-40} * 10))); do
        alive "$1" "$2" || break
        sleep 0.1
    done
    alive "$1" "$2" && kill -KILL "$pid" 2>/dev/null
    rm -f "$1/$2.pid"
}

# Who listens on a TCP port: "name (process N)", or nothing. The host's own ss sees more than one in a user
# namespace does.
holder() {
    local look=()
    command -v ss >/dev/null || look=(in_root)
    "${look[@]}" ss -Hltnp "sport = :$1" | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (process \2)/p; t; s/.\+/another user'"'"'s process/p' | head -n 1
}

# Fails with the holder's name if PORT is taken and DIR/NAME is not ours and running.
port_is_free() {
    local dir=$1 name=$2 port=$3 who
    alive "$dir" "$name" && return 0
    who=$(holder "$port")
    [ -z "$who" ] && return 0
    echo "lexi: port $port, which $name needs, is taken by $who." >&2
    name=${name%-service}   # LEXI_PORT_BACKEND, LEXI_PORT_AI, LEXI_PORT_POSTGRES …
    echo "      Stop that, or choose another port with LEXI_PORT_${name^^}." >&2
    return 1
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null ||
    in_root python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# wait_ready NAME URL SECONDS: until the URL answers 200, or the service is gone.
wait_ready() {
    local end=$((SECONDS + $3))
    until in_root curl -fsS -o /dev/null --max-time 2 "$2" 2>/dev/null; do
        alive "$RUN" "$1" || { echo "$1 ended at once" >&2; return 1; }
        [ $SECONDS -lt $end ] || { echo "$2 does not say that it is ready" >&2; return 1; }
        sleep 0.2
    done
}
