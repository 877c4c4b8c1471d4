// Makes src/api/{backend,ai}.d.ts from the OpenAPI documents of two running services:
//     node scripts/types.js http://localhost:8000 http://localhost:8001
// They are never committed, so they cannot be out of date; building does not need them, checking does.
import openapi, { astToString } from 'openapi-typescript'
import { writeFile } from 'node:fs/promises'

const [backend = 'http://localhost:8000', ai = 'http://localhost:8001'] = process.argv.slice(2)

for (const [name, origin] of Object.entries({ backend, ai })) {
  const text = astToString(await openapi(new URL(`${origin}/openapi.json`)))
  await writeFile(new URL(`../src/api/${name}.d.ts`, import.meta.url), text)
  console.log(`${name}: ${text.split('\n').length} lines of types`)
}
