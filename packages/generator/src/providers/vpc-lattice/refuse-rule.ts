import { type GrpcMethod, type Place, type Problem, type Route, type Rule, within } from '@espalier/model'
import { beyondController } from './beyond-controller.ts'
import { refuseHeaders } from './refuse-headers.ts'

/** What of one rule the API server, the controller or VPC Lattice does not take. */
export function refuseRule({ kind }: Route, { match, backends, at }: Rule): readonly Problem[] {
  const place = within(at, 'match')
  const { path, grpc, headers, queryParams } = match
  const problems = [
    ...refusePath(path, within(place, 'path')),
    ...(kind === 'GRPCRoute' ? refuseGrpc(grpc, headers.length > 0, place) : []),
    ...refuseHeaders(headers, within(place, 'headers')),
  ]
  const refuse = (message: string, where: Place): unknown => problems.push(beyondController(message, where))
  if (backends.length > 10)
    refuse(
      `this rule leads to ${backends.length} target groups; Lattice forwards to at most 10`,
      within(at, 'to'),
    )
  if (queryParams.length > 0)
    refuse('Lattice cannot match query parameters; the whole route would fail', within(place, 'queryParams'))
  return problems
}

const longestPath = 200

/** Source: VPC Lattice API reference, PathMatchType; gateway-api@v1.5.0 apis/v1/httproute_types.go, HTTPPathMatch. */
function refusePath(path: Rule['match']['path'], at: Place): readonly Problem[] {
  if (path === undefined) return []
  const { type, value } = path
  if (type === 'RegularExpression') {
    const message = 'Lattice cannot match paths by regular expression; the whole route would fail'
    return [beyondController(message, within(at, 'type'))]
  }
  if (value.length > longestPath)
    return [
      beyondController(`this path has ${value.length} characters; Lattice takes at most ${longestPath}`, at),
    ]
  const [unnormal] = /\/\/|\/\.\.?(?=\/|$)|%2f/i.exec(value) ?? []
  if (unnormal !== undefined)
    return [
      beyondController(
        `the Gateway API takes no "${unnormal}" in a path: requests are matched without it`,
        at,
      ),
    ]
  const [odd] = /[^a-zA-Z0-9@:%_+.~&/=-]|%(?![0-9a-fA-F]{2})/u.exec(value) ?? []
  if (odd === '?' || odd === '#')
    return [
      beyondController(`what follows "${odd}" is no part of the path, and the Gateway API refuses it`, at),
    ]
  if (odd === '%') return [beyondController('in a path, "%" must be followed by two hexadecimal digits', at)]
  return odd === undefined ? [] : [beyondController(`Lattice takes no "${odd}" in a path`, at)]
}

const serviceForm = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/
const methodForm = /^[A-Za-z_]\w*$/

/** Source: gateway-api@v1.5.0 apis/v1/grpcroute_types.go, GRPCMethodMatch. */
function refuseGrpc(grpc: GrpcMethod | undefined, hasHeaders: boolean, at: Place): readonly Problem[] {
  if (grpc === undefined) {
    const message =
      'a gRPC rule that matches headers must name a service too: without one the controller crashes'
    return hasHeaders ? [beyondController(message, at)] : []
  }
  const place = within(at, 'method')
  const { type, service, method = '' } = grpc
  if (type === 'RegularExpression') {
    const message = 'Lattice cannot match gRPC methods by regular expression; the whole route would fail'
    return [beyondController(message, within(place, 'type'))]
  }
  if (service === undefined)
    return [beyondController('a gRPC method can be matched only together with its service', place)]
  if (!serviceForm.test(service))
    return [
      beyondController(
        `"${service}" is no name of a gRPC service, such as shop.v1.Cart`,
        within(place, 'service'),
      ),
    ]
  if (method !== '' && !methodForm.test(method))
    return [beyondController(`"${method}" is no name of a gRPC method, such as Add`, within(place, 'method'))]
  const { length } = `/${service}/${method}`
  if (length <= longestPath) return []
  return [
    beyondController(
      `service and method make a path of ${length} characters; Lattice takes at most ${longestPath}`,
      place,
    ),
  ]
}
