# ./lexi bench [NAME…]: a measurement is an executable of bench/ named NAME or NAME.py. What they need is made once:
# the release build, and a Python environment with the tests' tools and the peers'.
. "$LEXI_CLONE/scripts/steps.sh"
. "$LEXI_CLONE/scripts/build.sh"
. "$LEXI_CLONE/scripts/process.sh"
. "$LEXI_CLONE/scripts/stores.sh"

bench_list() { find "$LEXI_CLONE/bench" -maxdepth 1 -type f -perm -u+x 2>/dev/null | sed 's|.*/|  |; s/\.py$//' | sort; }

bench_venv() {
    local venv lists=("$LEXI_CLONE/tests/requirements.txt" "$LEXI_CLONE/bench/peer/requirements.txt")
    venv=$LEXI_HOME/venv-bench-$( (cat "${lists[@]}"; root_dir) | sha256sum | cut -c1-12)
    [ -e "$venv/ready" ] && { touch "$venv"; echo "$venv"; return; }
    in_root python3 -m venv --system-site-packages "$venv" >&2 &&
        in_root "$venv/bin/pip" install -q -r "${lists[0]}" -r "${lists[1]}" >&2 && touch "$venv/ready" || return
    echo "$venv"
}

# What a measurement runs: the tools of the AI service, or the Backend.
bench_targets() {
    case $1 in
        vectors | cache) echo lexi-vectors ;;
        llm) echo lexi-llm ai-service ;;
        speech) echo lexi-stt lexi-tts ai-service ;;
        tutor | kill_chat) echo ai-service ;;
        *) echo backend-service ;;
    esac
}

bench() {
    local name=${1:-} found venv
    cd "$LEXI_CLONE" || return
    if [ -z "$name" ]; then echo "lexi bench NAME; there are:"; bench_list; return; fi
    shift
    step "root" root_ensure || return
    step "bench tools" bench_venv || return
    step "build release" build release $(bench_targets "$name") || return
    venv=$(bench_venv) || return
    mongodb_ensure || return
    export LEXI_BIN=$LEXI_BUILD/release/bin LEXI_MODELS=$LEXI_HOME/models LEXI_FERRETDB=$(ferretdb_path)
    export PYTHONDONTWRITEBYTECODE=1
    for found in "bench/$name" "bench/$name.py"; do
        [ -x "$found" ] || continue
        [ "$found" = "bench/$name" ] && { in_root "$found" "$@"; return; }
        in_root "$venv/bin/python" "$found" "$@"; return
    done
    echo "lexi: there is no bench '$name'; there are:" >&2; bench_list >&2
    return 2
}
