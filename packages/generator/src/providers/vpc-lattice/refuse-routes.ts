import { type Problem, type Route, within } from '@espalier/model'
import { beyondController } from './beyond-controller.ts'
import { refuseHostnames } from './refuse-hostnames.ts'
import { refuseRule } from './refuse-rule.ts'

/** Source: aws-application-networking-k8s@v2.1.3 pkg/gateway/model_build_rule.go; VPC Lattice API reference, CreateRule. */
export function refuseRoute(route: Route): readonly Problem[] {
  return [
    ...refuseHostnames(route),
    ...refuseShape(route),
    ...route.rules.flatMap(rule => refuseRule(route, rule)),
  ]
}

function refuseShape({ kind, name, rules, at }: Route): readonly Problem[] {
  const place = within(at, 'rules')
  if (kind === 'TLSRoute' && rules.length !== 1)
    return [
      beyondController(
        `TLSRoute ${name} has ${rules.length} rules; TLS passthrough knows exactly one`,
        place,
      ),
    ]
  if (rules.length > 16)
    return [
      beyondController(`route ${name} has ${rules.length} rules; the Gateway API takes at most 16`, place),
    ]
  return []
}
