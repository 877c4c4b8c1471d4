# ./lexi eval NAME [ARGUMENT…]: how good something is, on data; bench/NAME.py says which.
run_eval() {
    cd "$LEXI_CLONE" || return
    local name=${1:-}
    case $name in
    grammar) ;;
    *) echo "usage: lexi eval grammar [--jfleg FOLDER] [--errant PYTHON] [--llm]   (lexi eval grammar --help)" >&2; return 2 ;;
    esac
    shift
    . "$LEXI_CLONE/scripts/steps.sh"
    . "$LEXI_CLONE/scripts/build.sh"
    root_ensure && build release lexi-grammar >&2 || return
    in_root python3 "bench/$name.py" --program "$LEXI_BUILD/release/bin/lexi-grammar" "$@"
}
