# ./lexi fuzz decode|multipart [SECONDS]: builds the fuzzer with the preset `fuzz` and runs it. New inputs are kept in
# .lexi/fuzz/NAME; what it finds in .lexi/fuzz/NAME-found-*. tests/data/fuzz/NAME is the small corpus that the unit tests
# replay.
. "$LEXI_CLONE/scripts/steps.sh"
. "$LEXI_CLONE/scripts/build.sh"

# clang's runtime libraries, 4 MB that only fuzzing needs, beside the root and not in it. Prints the resource folder.
fuzz_runtime() {
    local folder=$LEXI_HOME/clang-rt-$(root_dir | xargs basename)
    [ -e "$folder/ready" ] && { echo "$folder"; return; }
    mkdir -p "$folder/deb" && in_root bash -euc '
        cd "$1/deb"; version=$(clang++ -dumpversion | cut -d. -f1)
        apt-get -o APT::Sandbox::User=root download -qq "libclang-rt-$version-dev"
        dpkg -x libclang-rt-*.deb .
        cp -r "$(clang++ -print-resource-dir)/include" "usr/lib/llvm-$version/lib/clang/$version/lib" "$1/"' - "$folder" >&2 &&
        rm -r "$folder/deb" && touch "$folder/ready" || return
    echo "$folder"
}

fuzz() {
    local name=${1:-} seconds=${2:-600} runtime here=$LEXI_CLONE/.lexi/fuzz
    case $name in decode | multipart) ;; *) echo "usage: lexi fuzz decode|multipart [SECONDS]" >&2; return 2 ;; esac
    cd "$LEXI_CLONE" || return
    step "root" root_ensure || return
    runtime=$(fuzz_runtime) || return
    [ -e "$LEXI_BUILD/fuzz/build.ninja" ] ||
        in_root cmake --preset fuzz "-DCMAKE_CXX_FLAGS=-resource-dir=$runtime" "-DCMAKE_C_FLAGS=-resource-dir=$runtime" || return
    step "build fuzz" build fuzz "${name}_fuzz" || return
    mkdir -p "$here/$name"
    LSAN_OPTIONS=suppressions=$LEXI_CLONE/tests/lsan.supp:print_suppressions=0 in_root nice "$LEXI_BUILD/fuzz/bin/${name}_fuzz" \
        "$here/$name" "tests/data/fuzz/$name" "-max_total_time=$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=2048 \
        "-artifact_prefix=$here/$name-found-" -print_final_stats=1
}
