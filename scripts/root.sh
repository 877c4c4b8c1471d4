# The Debian forky root that everything is built and run in. Sourced by ./lexi and by tests; it only
# defines functions. A machine that is forky or newer itself, with the packages, needs none.
#
#   root_ensure          make the root if it is missing (its folder is keyed by the package lists)
#   in_root CMD…         run CMD inside, in the current folder, with the caller's environment
#
# LEXI_PACKAGE_LISTS names other package lists than packages/*.txt; the root made of them is another one.
# LEXI_BIND may name extra binds as FROM:TO pairs, separated by spaces.

LEXI_HOME=${LEXI_HOME:-${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/lexilingo}
export LEXI_HOME

root_packages() { cat ${LEXI_PACKAGE_LISTS:-"$LEXI_CLONE"/packages/*.txt} | grep -v '^#' | sort -u; }

root_dir() { printf '%s/root-%s\n' "$LEXI_HOME" "$(root_packages | sha256sum | cut -c1-12)"; }

# Everything the root is made with on a Debian or Ubuntu host.
root_host_tools() {
    local missing="" tool
    for tool in mmdebstrap bwrap; do
        command -v "$tool" >/dev/null || missing="$missing ${tool/bwrap/bubblewrap}"
    done
    [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || missing="$missing uidmap"
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "lexi: please install:$missing (no apt-get here to do it with)" >&2
        return 1
    fi
    local sudo=""
    if [ "$(id -u)" != 0 ]; then
        sudo=sudo
        command -v sudo >/dev/null || { echo "lexi: please ask your administrator to install:$missing" >&2; return 1; }
    fi
    # shellcheck disable=SC2086
    $sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $missing
}

root_ensure() {
    local dir; dir=$(root_dir)
    root_host_tools || return   # a kept root needs bwrap too
    [ -d "$dir" ] && { touch "$dir"; return 0; }
    mkdir -p "$LEXI_HOME"
    # Gigabytes of earlier package lists, once no clone has used them for two weeks.
    find "$LEXI_HOME" -mindepth 1 -maxdepth 1 \( -name 'root-*' -o -name 'venv-*' \) -mtime +14 -exec rm -rf {} +
    (
        flock 9   # two clones may start at once
        [ -d "$dir" ] && exit 0
        local quiet='Acquire::Check-Valid-Until "false"'   # a frozen mirror's Release file is past its date
        local include; include=$(root_packages | paste -sd,)
        rm -rf "$dir.new" "$dir.tar"
        if [ "$(id -u)" = 0 ]; then
            mmdebstrap --variant=minbase --aptopt="$quiet" --include="$include" forky "$dir.new"
        else
            mmdebstrap --mode=unshare --variant=minbase --aptopt="$quiet" --include="$include" forky "$dir.tar"
            mkdir -p "$dir.new"
            tar -C "$dir.new" --no-same-owner --exclude='./dev/*' -xf "$dir.tar" && rm "$dir.tar" &&
                getent passwd "$(id -u)" >>"$dir.new/etc/passwd" &&   # PostgreSQL asks for its user's name
                getent group "$(id -g)" >>"$dir.new/etc/group"
        fi || { rm -rf "$dir.new" "$dir.tar"; exit 1; }
        rm -rf "$dir.new"/var/cache/apt/archives/*.deb
        mv "$dir.new" "$dir"   # only a finished root gets its name
    ) 9>"$LEXI_HOME/.root.lock"
}

# The bwrap prefix, one word a line, for the caller to read into an array.
root_enter() {
    local dir; dir=$(root_dir)
    printf '%s\n' bwrap --bind "$dir" / --dev-bind /dev /dev --proc /proc --bind /tmp /tmp --tmpfs /run
    [ "$(id -u)" = 0 ] || printf '%s\n' --unshare-user --uid "$(id -u)" --gid "$(id -g)"
    local file
    for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt; do
        [ -e "$file" ] && printf '%s\n' --ro-bind "$(readlink -f "$file")" "$file"
    done
    [ -d "${HOME:-/}" ] && [ "${HOME:-/}" != / ] && printf '%s\n' --bind "$HOME" "$HOME"
    printf '%s\n' --bind "$LEXI_HOME" "$LEXI_HOME" --bind "$LEXI_CLONE" "$LEXI_CLONE"
    [ -d "$LEXI_CLONE/../shared" ] && file=$(readlink -f "$LEXI_CLONE/../shared") && printf '%s\n' --ro-bind "$file" "$file"
    local pair
    for pair in ${LEXI_BIND:-}; do printf '%s\n' --bind "${pair%%:*}" "${pair#*:}"; done
    printf '%s\n' --chdir "$PWD" --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/usr/games \
        --setenv CCACHE_DIR "$LEXI_HOME/ccache" \
        --setenv CCACHE_SLOPPINESS pch_defines,time_macros,include_file_mtime,include_file_ctime \
        --setenv CCACHE_BASEDIR "$LEXI_CLONE" --setenv CCACHE_NOHASHDIR 1 --setenv LC_ALL C.UTF-8
}

in_root() {
    local enter; mapfile -t enter < <(root_enter)
    "${enter[@]}" --die-with-parent "$@"
}
