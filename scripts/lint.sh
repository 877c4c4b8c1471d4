# ./lexi lint [FILE…]
lint() {
    cd "$LEXI_CLONE" || return
    local files
    mapfile -t files < <(git ls-files '*.cpp' '*.hpp')
    in_root clang-format --dry-run -Werror "${files[@]}" || return
    files=("$@")
    if [ $# = 0 ]; then
        mapfile -t files < <(git diff --name-only --diff-filter=d "$(git merge-base HEAD origin/main 2>/dev/null || echo HEAD)" -- '*.cpp')
    fi
    [ ${#files[@]} -gt 0 ] || return 0
    [ -e .lexi/build/dev/compile_commands.json ] || in_root cmake --preset dev >/dev/null || return
    # clang cannot read GCC's precompiled headers.
    mkdir -p .lexi/tidy
    sed 's/-Winvalid-pch -include [^ ]*//; s/-fpch-preprocess//' .lexi/build/dev/compile_commands.json >.lexi/tidy/compile_commands.json
    in_root clang-tidy -p .lexi/tidy --quiet "${files[@]}"
}
