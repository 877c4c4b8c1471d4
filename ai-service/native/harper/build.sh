#!/bin/sh
# usage: build.sh ARCHIVE BUILD_FOLDER   makes liblexi_harper.a there, or takes it from LEXI_HOME's cache, whose
# key is all that goes into it. The first build takes some minutes and fetches the crates of Cargo.lock.
set -eu
archive=$1 folder=$2
cd "$(dirname "$0")"
key=$( (cat Cargo.toml Cargo.lock src/*.rs build.sh; cargo --version; uname -m) | sha256sum | cut -c1-16)
kept=${LEXI_HOME:+$LEXI_HOME/harper/$key.a}
mkdir -p "$folder" "$(dirname "$archive")" "$(dirname "${kept:-$archive}")"
(
    [ -z "$kept" ] || flock 9   # two clones may start at once
    if [ -z "$kept" ] || [ ! -e "$kept" ]; then
        CARGO_TARGET_DIR=$folder cargo build --release --locked --quiet
        [ -z "$kept" ] || { cp "$folder/release/liblexi_harper.a" "$kept.new" && mv "$kept.new" "$kept"; }
    fi
    cp "${kept:-$folder/release/liblexi_harper.a}" "$archive"
) 9>"${kept:-/dev/null}${kept:+.lock}"
