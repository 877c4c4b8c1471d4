import { svelte } from '@sveltejs/vite-plugin-svelte'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const backend = `http://localhost:${process.env.LEXI_PORT_BACKEND ?? 8000}`
const outDir = process.env.LEXI_WEB_DIR ?? fileURLToPath(new URL('../.lexi/web/dist', import.meta.url))

// The service worker keeps what this build is made of, so its list and its name follow the build.
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const kept = Object.keys(bundle).filter((name) => /\.(js|css|woff2)$/.test(name))
      const files = ['/', ...kept.map((name) => `/${name}`), '/icon.svg', '/manifest.webmanifest', '/client.json']
      const source = readFileSync(new URL('src/service-worker.js', import.meta.url), 'utf8')
      const build = createHash('sha256').update(source)
      for (const name of kept) build.update(name)
      for (const name of readdirSync(new URL('public', import.meta.url))) build.update(name)
      const head = `const BUILD = '${build.digest('hex').slice(0, 12)}'\nconst FILES = ${JSON.stringify(files)}\n`
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: head + source })
    },
  }
}

export default defineConfig({
  plugins: [svelte(), serviceWorker()],
  build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // One of the origins that both services allow.
  server: { port: 3000, strictPort: true, proxy: { '/api': backend, '/client.json': backend } },
})
