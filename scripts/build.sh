#     build PRESET [TARGET…]     configure once, then ninja

build() {
    local preset=$1; shift
    cd "$LEXI_CLONE" || return
    [ -e ".lexi/build/$preset/build.ninja" ] || in_root cmake --preset "$preset" || return
    in_root ninja -C ".lexi/build/$preset" "$@"
}
