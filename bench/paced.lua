-- requests.lua, each connection waiting between two requests, MILLISECONDS on average, by chance as people do: equal
-- pauses would make all connections ask in the same instant. wrk … -s paced.lua URL -- FILE MILLISECONDS
local here = debug.getinfo(1, "S").source:match("^@(.*/)") or "./"
dofile(here .. "requests.lua")
local read_file = init
local pause = 0

function init(args)
   read_file(args)
   pause = tonumber(args[2])
   math.randomseed(1)
end

function delay()
   return math.floor(-math.log(1 - math.random()) * pause)
end
