-- Sends the requests of a file, one a line: METHOD TAB PATH TAB TOKEN TAB BODY. Prints one line of JSON at the end.
local requests = {}
local position = -1   -- wrk asks for one request before it begins, and does not send it

function init(args)
   for line in io.lines(args[1]) do
      local method, path, token, body = line:match("^(%S+)\t(%S+)\t(%S+)\t(.*)$")
      local headers = {["Authorization"] = "Bearer " .. token}
      if body ~= "" then headers["Content-Type"] = "application/json" else body = nil end
      requests[#requests + 1] = wrk.format(method, path, headers, body)
   end
end

function request()
   position = position + 1
   return requests[math.max(position - 1, 0) % #requests + 1]
end

function done(summary, latency)
   local e = summary.errors
   io.write(string.format(
      'RESULT {"requests": %d, "seconds": %.3f, "p50_ms": %.3f, "p99_ms": %.3f, "refused": %d, "broken": %d}\n',
      summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, e.status,
      e.connect + e.read + e.write + e.timeout))
end
