import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/600.css'
import '@fontsource/be-vietnam-pro/700.css'
import { mount } from 'svelte'
import App from './App.svelte'
import './app.css'
import { startOutbox } from './core/outbox.svelte'
import './core/theme.svelte'

startOutbox()
mount(App, { target: document.getElementById('app') as HTMLElement })

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  void navigator.serviceWorker.register('/service-worker.js')
}
