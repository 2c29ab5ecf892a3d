import { type Listener, type Place, type Problem, type ServiceNetwork, within } from '@espalier/model'
import { destinationService } from './access-logs.ts'
import { refuseAddress } from './refuse-hostnames.ts'

/** Source: aws-application-networking-k8s@v2.1.3 pkg/gateway/model_build_listener.go, pkg/deploy/lattice/listener_manager.go. */
export function refuseNetwork(network: ServiceNetwork): readonly Problem[] {
  return [
    ...network.listeners.flatMap(listener => refuseListener(listener, network)),
    ...refuseAccessLogs(network.accessLogs, 'a service network', within(network.at, 'accessLogs')),
  ]
}

function refuseListener(listener: Listener, { listeners, config }: ServiceNetwork): readonly Problem[] {
  const { name, port, protocol, hostname, certificateArn, at } = listener
  const problems: Problem[] = []
  const refuse = (field: string, message: string): unknown =>
    problems.push({ check: 'beyond-controller', message, at: within(at, field) })
  const same = listeners.find(one => one.port === port && one.name < name)
  if (same !== undefined)
    refuse(
      'port',
      `listeners ${same.name} and ${name} share port ${port}; in Lattice they would be one, and ${name} is lost`,
    )
  if (hostname !== undefined) problems.push(...refuseAddress(hostname, within(at, 'hostname')))
  if (certificateArn === undefined) return problems
  if (protocol !== 'HTTPS')
    refuse('certificateArn', `listener ${name} is ${protocol}; only HTTPS listeners have a certificate`)
  const region = certificateArn.split(':')[3]
  if (region !== config.region)
    refuse(
      'certificateArn',
      `the certificate is in ${region}, the service network in ${config.region}; Lattice takes certificates of its own region only`,
    )
  return problems
}

/** Source: aws-application-networking-k8s@v2.1.3 pkg/controllers/accesslogpolicy_controller.go. */
export function refuseAccessLogs(accessLogs: readonly string[], what: string, at: Place): readonly Problem[] {
  return accessLogs.flatMap(arn => {
    const first = accessLogs.find(one => destinationService(one) === destinationService(arn))
    if (first === arn) return []
    const message = `${first} and ${arn} are both ${destinationService(arn)} destinations; ${what} logs to one of each kind`
    return { check: 'beyond-controller', message, at }
  })
}
