import { type Listener, type Model, type Problem, within } from '@espalier/model'
import { keptRoutes } from './kept-routes.ts'

/**
 * Listeners whose protocol changes while their port stays. A Lattice listener keeps the protocol it was made with, and the controller finds
 * it by its port. Source: aws-application-networking-k8s@v2.1.3 pkg/deploy/lattice/listener_manager.go, listener_synthesizer.go.
 */
export function keptListeners(before: Model, after: Model): readonly Problem[] {
  const routes = keptRoutes(before, after)
  return (after.network?.listeners ?? []).flatMap(now => {
    const pairs = routes.flatMap(route => {
      const old = onPort(now, route.before.listeners)
      return old !== undefined && old.protocol !== now.protocol && route.after.listeners.includes(now)
        ? [old]
        : []
    })
    const [old] = pairs
    if (old === undefined) return []
    const many = pairs.length === 1 ? '1 route' : `${pairs.length} routes`
    return [
      {
        check: 'listener-protocol-stays',
        message: `listener ${now.name} makes port ${now.port} ${now.protocol} in place of ${old.protocol}: the Lattice listener of ${many} is deleted before there is another`,
        at: within(now.at, 'protocol'),
        related: [{ at: within(old.at, 'protocol'), message: `${old.protocol} before` }],
      },
    ]
  })
}

function onPort({ port }: Listener, listeners: readonly Listener[]): Listener | undefined {
  return listeners.find(one => one.port === port)
}
