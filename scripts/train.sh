# ./lexi train pronunciation CORPUS [WORK]: the pronunciation judge from scratch, by the recipe of docs/pronunciation.md.
# CORPUS is speechocean762's training half. What comes out is in WORK/models; WORK (some 6 GB) keeps each step's result,
# and a step whose result is there is not done again. About two hours on two idle cores.
. "$LEXI_CLONE/scripts/steps.sh"
. "$LEXI_CLONE/scripts/build.sh"

TRAINING=$LEXI_CLONE/ai-service/training

# Debian's torch lives in a root of its own: nothing else needs it.
in_training() {
    (export LEXI_PACKAGE_LISTS="$TRAINING/packages.txt"; root_ensure && in_root env OMP_NUM_THREADS="${THREADS:-1}" "$@")
}
tool() { in_root "$LEXI_BUILD/release/bin/lexi-phones" "$@"; }
script() { local name=$1; shift; in_training python3 -W ignore "$TRAINING/$name.py" "$@"; }
once() { local result=$1; shift; [ -e "$result" ] || { "$@" && touch "$result"; }; }

train_list() { script corpus "$CORPUS" "$1" "$WORK/$1.jsonl"; }

# Texts of the lessons, right and wrong: for the heads, for finding errors, for choosing thresholds. What learns hears
# errors at three places of ten, so that a few thousand recordings have some hundreds of each exchange; thresholds are
# chosen with one error a text.
train_speak() {
    local part=$1 count=$2 seed=$3
    shift 3
    in_root python3 "$LEXI_CLONE/bench/pronunciation.py" --texts "$part" "$count" >"$WORK/$part.txt" &&
        tool speak "$WORK/$part.txt" "$WORK/$part" --prefix "$part-" --seed "$seed" "$@"
}
train_spoken() {
    train_speak heads 900 1 --share 0.3 && train_speak errors 1800 2 --share 0.3 --versions 2 &&
        train_speak thresholds 500 3
}

train_layers() {
    tool layers "$WORK/all.jsonl" "$WORK/layers" --encoder "$MODELS/phone-encoder.onnx" &&
        tool layers "$WORK/heads/labels.jsonl" "$WORK/heads/layers" --encoder "$MODELS/phone-encoder.onnx"
}

# Side by side, with one thread each: torch's threads wait for each other in a way that a busy machine punishes.
train_heads() {
    local fold pids=()
    for fold in 0 1 2; do
        script head "$CORPUS" "$WORK/layers" "$WORK/head-$fold.onnx" --synthetic "$WORK/heads" --without "$fold" & pids+=($!)
    done
    script head "$CORPUS" "$WORK/layers" "$MODELS/phone-head.onnx" --synthetic "$WORK/heads" & pids+=($!)
    for fold in "${pids[@]}"; do wait "$fold" || return; done
}

# The heads and the scorer learn from exact layers; the service hears with the faster graph.
train_encoders() {
    local weights=$LEXI_HOME/models/ggml-base.bin
    script export_encoder "$weights" "$MODELS/phone-encoder.onnx" &&
        script export_encoder "$weights" "$MODELS/phone-encoder-int8.onnx" --int8
}

train_features() {
    local part head
    for part in 0 1 2 development; do
        head=$WORK/head-$part.onnx
        [ "$part" != development ] || head=$MODELS/phone-head.onnx
        train_list "$part" &&
            tool features "$WORK/$part.jsonl" "$WORK/features" --encoder "$MODELS/phone-encoder.onnx" --head "$head" || return
    done
    tool features "$WORK/errors/labels.jsonl" "$WORK/errors/features" --encoder "$MODELS/phone-encoder.onnx" --head "$head"
}

# What is printed goes into findings.hpp.
train_thresholds() {
    in_root "$LEXI_BUILD/release/bin/lexi-pronounce" --batch "$WORK/thresholds/labels.jsonl" "$WORK/thresholds/judged.jsonl" \
        --encoder "$MODELS/phone-encoder-int8.onnx" --head "$MODELS/phone-head.onnx" --scorer "$MODELS/pronunciation-scorer.onnx" &&
        script thresholds "$WORK/thresholds/labels.jsonl" "$WORK/thresholds/judged.jsonl"
}

train() {
    [ "${1:-}" = pronunciation ] && [ -n "${2:-}" ] || { echo "usage: lexi train pronunciation CORPUS [WORK]" >&2; return 2; }
    mkdir -p "${3:-$LEXI_CLONE/.lexi/train}"
    CORPUS=$(readlink -f "$2") WORK=$(readlink -f "${3:-$LEXI_CLONE/.lexi/train}") MODELS=
    cd "$LEXI_CLONE" || return
    MODELS=$WORK/models
    mkdir -p "$MODELS"
    root_ensure && build release lexi-phones lexi-pronounce >&2 || return
    step "encoder's graph" once "$WORK/.encoder" train_encoders &&
        step "errors spoken" once "$WORK/.spoken" train_spoken &&
        step "list" once "$WORK/.list" train_list all &&
        step "encoder's layers" once "$WORK/.layers" train_layers &&
        step "phone heads" once "$WORK/.heads" train_heads &&
        step "figures" once "$WORK/.features" train_features &&
        step "scorer" once "$WORK/.scorer" script scorer "$CORPUS" "$WORK/features" "$MODELS/pronunciation-scorer.onnx" \
            --synthetic "$WORK/errors" &&
        train_thresholds &&
        echo "made: $MODELS; measure it with: lexi eval pronunciation --corpus $CORPUS --models $MODELS"
}
