# ./lexi bench [NAME…]: a measurement is an executable of bench/ named NAME or NAME.py.
bench() {
    local name=${1:-} found
    cd "$LEXI_CLONE" || return
    if [ -z "$name" ]; then
        echo "lexi bench NAME; there are:"
        find bench -maxdepth 1 -type f -perm -u+x 2>/dev/null | sed 's|bench/|  |; s/\.py$//' | sort
        return
    fi
    shift
    for found in "bench/$name" "bench/$name.py"; do [ -x "$found" ] && { in_root "$found" "$@"; return; }; done
    echo "lexi: there is no bench '$name'" >&2
    return 2
}
