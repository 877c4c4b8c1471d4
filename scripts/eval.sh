# ./lexi eval NAME [ARGUMENT…]: how good something is, on data; bench/NAME.py says which.
run_eval() {
    cd "$LEXI_CLONE" || return
    local name=${1:-}
    case $name in
    grammar | pronunciation) ;;
    *) echo "usage: lexi eval grammar [--jfleg FOLDER] [--errant PYTHON] [--llm]   (lexi eval grammar --help)
       lexi eval pronunciation [--corpus FOLDER] [--injected N]" >&2; return 2 ;;
    esac
    shift
    . "$LEXI_CLONE/scripts/steps.sh"
    . "$LEXI_CLONE/scripts/build.sh"
    local bin=$LEXI_BUILD/release/bin
    if [ "$name" = grammar ]; then
        root_ensure && build release lexi-grammar >&2 || return
        in_root python3 bench/grammar.py --program "$bin/lexi-grammar" "$@"
    else
        root_ensure && build release lexi-pronounce lexi-phones >&2 || return
        in_root env LEXI_HOME="$LEXI_HOME" python3 bench/pronunciation.py --program "$bin" "$@"
    fi
}
