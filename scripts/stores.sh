# The three stores on one machine, each with its data below one folder, so that `up` and `test` have their own.
#     stores_ports DIR PG MONGO REDIS     set STORE_* (0: a free port)
#     stores_postgres / stores_mongodb / stores_redis     start if not running
#     stores_stop

stores_ports() {
    STORE_DIR=$1 STORE_RUN=$1/run
    STORE_PG=$2 STORE_MONGO=$3 STORE_REDIS=$4
    [ "$STORE_PG" != 0 ] || STORE_PG=$(free_port)
    [ "$STORE_MONGO" != 0 ] || STORE_MONGO=$(free_port)
    [ "$STORE_REDIS" != 0 ] || STORE_REDIS=$(free_port)
    mkdir -p "$STORE_RUN" "$STORE_DIR/log"
    store_secret POSTGRES_PASSWORD >/dev/null; store_secret SECRET_KEY >/dev/null
    DATABASE_URL=postgresql://lexilingo:$(store_secret POSTGRES_PASSWORD)@127.0.0.1:$STORE_PG/lexilingo
    MONGODB_URL=mongodb://127.0.0.1:$STORE_MONGO
    REDIS_URL=redis://127.0.0.1:$STORE_REDIS/0
}

# store_secret NAME: made once, kept in a file that only its owner reads; printed.
store_secret() {
    local file=$STORE_DIR/secrets/$1
    [ -s "$file" ] || (umask 077; mkdir -p "$STORE_DIR/secrets"; head -c 36 /dev/urandom | base64 | tr '+/' '-_' >"$file")
    cat "$file"
}

# PostgreSQL refuses to run as root, and its own user may not reach a clone below /root: the data are
# bound to a path of the root that anyone can walk to.
pg_enter() {
    LEXI_BIND="$STORE_DIR/postgres:/srv" "$@"
}
pg_as() { if [ "$(id -u)" = 0 ]; then echo "setpriv --reuid=postgres --regid=postgres --clear-groups"; fi; }
pg_bin() { in_root sh -c 'ls -d /usr/lib/postgresql/*/bin | tail -n 1'; }

stores_postgres() {
    local bin
    alive "$STORE_RUN" postgres && return 0
    port_is_free "$STORE_RUN" postgres "$STORE_PG" || return
    bin=$(pg_bin)
    mkdir -p "$STORE_DIR/postgres"
    if [ ! -e "$STORE_DIR/postgres/data/PG_VERSION" ]; then
        store_secret POSTGRES_PASSWORD >"$STORE_DIR/postgres/password"
        [ "$(id -u)" != 0 ] || in_root chown -R postgres:postgres "$STORE_DIR/postgres"
        # shellcheck disable=SC2046
        pg_enter in_root $(pg_as) "$bin/initdb" -D /srv/data -U lexilingo -E UTF8 --locale=C.UTF-8 \
            --auth=scram-sha-256 --pwfile=/srv/password || { rm -rf "$STORE_DIR/postgres"; return 1; }
        rm -f "$STORE_DIR/postgres/password"
    fi
    # shellcheck disable=SC2046
    pg_enter spawn "$STORE_RUN" postgres $(pg_as) "$bin/postgres" -D /srv/data -p "$STORE_PG" \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c synchronous_commit=on -c max_connections=200
    local end=$((SECONDS + 30))
    until in_root "$bin/pg_isready" -q -h 127.0.0.1 -p "$STORE_PG"; do
        [ $SECONDS -lt $end ] && alive "$STORE_RUN" postgres || { tail -n 5 "$STORE_DIR/log/postgres.log"; return 1; }
        sleep 0.2
    done
    PGPASSWORD=$(store_secret POSTGRES_PASSWORD) in_root "$bin/psql" -q -h 127.0.0.1 -p "$STORE_PG" -U lexilingo postgres \
        -tc "SELECT 1 FROM pg_database WHERE datname = 'lexilingo'" | grep -q 1 ||
        PGPASSWORD=$(store_secret POSTGRES_PASSWORD) in_root "$bin/createdb" -h 127.0.0.1 -p "$STORE_PG" -U lexilingo lexilingo
}

# The MongoDB protocol: mongod where it is installed, else FerretDB, built once from tools/ferretdb.
ferretdb_path() { echo "$LEXI_HOME/bin/ferretdb-$(cat "$LEXI_CLONE"/tools/ferretdb/{go.mod,go.sum,main.go} | sha256sum | cut -c1-12)"; }

mongodb_ensure() {
    local path; path=$(ferretdb_path)
    in_root sh -c 'command -v mongod' >/dev/null && return 0
    [ -x "$path" ] && return 0
    mkdir -p "$LEXI_HOME/bin"
    (cd "$LEXI_CLONE/tools/ferretdb" &&
        in_root env GOPATH="$LEXI_HOME/go" GOCACHE="$LEXI_HOME/go-build" GOFLAGS=-modcacherw \
            go build -o "$path.$$" . && mv "$path.$$" "$path")   # another clone may build it too
}

stores_mongodb() {
    alive "$STORE_RUN" mongodb && return 0
    port_is_free "$STORE_RUN" mongodb "$STORE_MONGO" || return
    mkdir -p "$STORE_DIR/mongodb"
    if in_root sh -c 'command -v mongod' >/dev/null; then
        spawn "$STORE_RUN" mongodb mongod --dbpath "$STORE_DIR/mongodb" --bind_ip 127.0.0.1 --port "$STORE_MONGO"
    else
        spawn "$STORE_RUN" mongodb "$(ferretdb_path)" -dir "$STORE_DIR/mongodb" -listen "127.0.0.1:$STORE_MONGO"
    fi
    wait_port mongodb "$STORE_MONGO"
}

stores_redis() {
    alive "$STORE_RUN" redis && return 0
    port_is_free "$STORE_RUN" redis "$STORE_REDIS" || return
    mkdir -p "$STORE_DIR/redis"
    spawn "$STORE_RUN" redis redis-server --bind 127.0.0.1 --port "$STORE_REDIS" --dir "$STORE_DIR/redis" --appendonly yes
    wait_port redis "$STORE_REDIS"
}

wait_port() {
    local end=$((SECONDS + 20))
    until (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; do
        [ $SECONDS -lt $end ] && alive "$STORE_RUN" "$1" || { tail -n 5 "$STORE_DIR/log/$1.log"; return 1; }
        sleep 0.1
    done
}

# PostgreSQL takes SIGTERM as "when the last client has gone", SIGINT as "now, in order".
stores_stop() { stop "$STORE_RUN" redis; stop "$STORE_RUN" mongodb; stop "$STORE_RUN" postgres 40 INT; }
