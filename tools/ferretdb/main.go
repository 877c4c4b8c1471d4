// The MongoDB wire protocol on SQLite files, for machines without mongod: FerretDB 1.x, embedded.
// It keeps its data in -dir, answers on -listen, and ends on SIGTERM after closing the files.
package main

import (
	"context"
	"flag"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	listen := flag.String("listen", "127.0.0.1:27018", "TCP address of the MongoDB protocol")
	dir := flag.String("dir", ".", "folder of the SQLite files")
	flag.Parse()
	slog.SetLogLoggerLevel(slog.LevelWarn) // its own info lines tell of every connection

	stop, done := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer done()
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: *listen},
		Handler:   "sqlite",
		SQLiteURL: "file:" + *dir + "/",
	})
	if err == nil {
		err = server.Run(stop)
	}
	if err != nil && stop.Err() == nil {
		slog.Error("cannot serve", "listen", *listen, "dir", *dir, "error", err)
		os.Exit(1)
	}
}
