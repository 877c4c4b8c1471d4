# How a long command shows itself: a name, what it is doing, its time; a failed step names its log.
#     step NAME CMD…      output goes to .lexi/log/NAME.log, its last line is shown while it runs

LEXI_STATE=${LEXI_STATE:-$LEXI_CLONE/.lexi}

# Ninja's [12/345] as a bar.
step_bar() {
    local full=$(($1 * 40 / $2)) bar
    printf -v bar '%*s' "$full" ''
    printf '[%-40s] %3d%%  %d of %d' "${bar// /#}" $(($1 * 100 / $2)) "$1" "$2"
}

step() {
    local name=$1 log began code=0 pid line; shift
    log=$LEXI_STATE/log/${name// /-}.log
    mkdir -p "$LEXI_STATE/log"
    began=$(date +%s.%N)
    printf '%-28s' "$name"
    "$@" >"$log" 2>&1 </dev/null & pid=$!
    # A background command ignores the terminal's Ctrl-C; the programs of the step end with it (--die-with-parent).
    trap "kill $pid 2>/dev/null; exit 130" INT TERM
    while [ -t 1 ] && kill -0 $pid 2>/dev/null; do
        line=$(tail -c 400 "$log" 2>/dev/null | tr '\r' '\n' | tail -n 1)
        if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then line=$(step_bar "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"); fi
        line=${line:0:70}
        printf '\r%-28s%-70s' "$name" "$line"
        sleep 0.3
    done
    wait $pid || code=$?
    trap - INT TERM
    [ -t 1 ] && printf '\r%-28s%-70s\r%-28s' "$name" "" "$name"
    if [ $code != 0 ]; then
        printf 'FAILED (%d)\n' $code
        tail -n 15 "$log" | sed 's/^/    /' >&2
        echo "lexi: step '$name' failed; the whole log is $log" >&2
        return $code
    fi
    printf '%6.1f s\n' "$(echo "$(date +%s.%N) $began" | awk '{print $1 - $2}')"
}

# room NEEDED WHAT: fails where the clone's disk has less than NEEDED GiB free for WHAT.
room() {
    local free
    free=$(df -Pk "$LEXI_CLONE" | awk 'NR == 2 {print int($4 / 1048576)}')
    [ "$free" -ge "$1" ] && return 0
    echo "lexi: $2 needs $1 GiB of disk at $LEXI_CLONE; $free GiB are free there." >&2
    return 1
}
