// Is there a network, and does each service answer? Learnt from the requests themselves, since
// browsers call a network "online" that leads nowhere.
export type Service = 'backend' | 'ai'

let online = $state(navigator.onLine)
const away = $state<Record<Service, boolean>>({ backend: false, ai: false })
const listeners = new Set<() => void>()

addEventListener('online', () => {
  online = true
  for (const listener of listeners) listener()
})
addEventListener('offline', () => (online = false))

export const net = {
  get online() {
    return online
  },
  isAway(service: Service): boolean {
    return away[service]
  },
  answered(service: Service) {
    const was = away[service]
    away[service] = false
    online = true
    if (was && service === 'backend') for (const listener of listeners) listener()
  },
  failed(service: Service) {
    away[service] = true
  },
  onReturn(listener: () => void) {
    listeners.add(listener)
  },
}
