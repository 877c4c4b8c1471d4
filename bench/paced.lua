-- requests.lua, each connection waiting so long between two requests: wrk … -s paced.lua URL -- FILE MILLISECONDS
local here = debug.getinfo(1, "S").source:match("^@(.*/)") or "./"
dofile(here .. "requests.lua")
local read_file = init
local pause = 0

function init(args)
   read_file(args)
   pause = tonumber(args[2])
end

function delay()
   return pause
end
