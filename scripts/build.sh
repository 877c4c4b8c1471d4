#     build PRESET [TARGET…]     configure once, then ninja

LEXI_BUILD=$LEXI_CLONE/.lexi/build   # where CMakePresets.json puts them

build() {
    local preset=$1; shift
    cd "$LEXI_CLONE" || return
    [ -e "$LEXI_BUILD/$preset/build.ninja" ] || in_root cmake --preset "$preset" || return
    in_root ninja -C "$LEXI_BUILD/$preset" "$@"
}
