"""A server that speaks OpenAI's chat completions, well or badly, as `mode` says; counts what it sees."""
import http.server
import json
import threading
import time


def event(data):
    return b"data: " + (data if isinstance(data, bytes) else json.dumps(data).encode()) + b"\n\n"


def piece(text, **more):
    return event({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None, **more}]})


END = event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}) + event(
    {"choices": [], "usage": {"prompt_tokens": 11, "completion_tokens": 3, "total_tokens": 14}}) + event(b"[DONE]")
GOOD = piece("All ") + piece("is ") + piece("well. Ở") + END


class BadServer:
    def __init__(self, mode="good"):
        self.mode, self.requests, self.broken_pipes, self.bodies = mode, 0, 0, []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"  # the end of the connection is the end of the answer

            def log_message(self, *_):
                pass

            def do_GET(self):
                if outer.mode == "models_down":
                    return self.send_error(500)
                self.answer("application/json", [json.dumps({"object": "list", "data": [{"id": "peer"}]}).encode()])

            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                outer.bodies.append((json.loads(body), self.headers.get("authorization")))
                outer.requests += 1
                try:
                    getattr(self, "be_" + outer.mode)()
                except (BrokenPipeError, ConnectionResetError):
                    outer.broken_pipes += 1

            def answer(self, kind, parts, status=200):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.end_headers()
                for part in parts:
                    self.wfile.write(part)
                    self.wfile.flush()

            def stream(self, *parts):
                self.answer("text/event-stream", parts)

            def be_good(self):
                self.stream(*[GOOD[i:i + 7] for i in range(0, len(GOOD), 7)])  # letters and events cut anywhere

            def be_fails_once(self):
                if outer.requests == 1:
                    return self.send_error(503)
                self.be_good()

            def be_slow(self):
                time.sleep(8)

            def be_bad_json(self):
                self.stream(event(b'{"choices": [{'))

            def be_bad_types(self):
                self.stream(event({"choices": [{"delta": {"content": 7}, "finish_reason": 3, "logprobs": {"content": [1]}}]}))

            def be_wrong_type(self):
                self.answer("text/html", [b"<html>" + b"x" * 100000])

            def be_closes_early(self):
                self.stream(piece("All "), piece("is "))

            def be_closes_at_once(self):
                self.stream()

            def be_refuses(self):
                self.answer("application/json", [b'{"error": {"message": "no"}}'], 400)

            def be_comments_for_ever(self):
                self.answer("text/event-stream", (self.later(b": still here\n\n", 0.02) for _ in range(3000)))

            def be_text_for_ever(self):
                self.answer("text/event-stream", (self.later(piece("more "), 0.001) for _ in range(100000)))

            def be_one_event_for_ever(self):
                self.answer("text/event-stream", (b"data: " + b"x" * 65536 for _ in range(1000)))

            def be_slow_text(self):
                self.answer("text/event-stream", (self.later(piece("more "), 0.1) for _ in range(600)))

            def later(self, part, seconds):
                time.sleep(seconds)
                return part

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
