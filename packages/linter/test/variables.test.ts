import { lint, withSchemas } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('variables that somebody fills in later')

const lattice = 'application-networking.k8s.aws/v1alpha1'
const gateway = '{group: gateway.networking.k8s.io, kind: Gateway, name: net}'

/** A variable in every field by which a rule judges. */
const written = [
  manifest(
    'gateway.networking.k8s.io/v1 GatewayClass amazon-vpc-lattice',
    'spec: {controllerName: application-networking.k8s.aws/gateway-api-controller}\n',
  ),
  manifest(
    'gateway.networking.k8s.io/v1 Gateway lattice/net',
    `spec: {gatewayClassName: amazon-vpc-lattice, listeners: [{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}, kinds: [{kind: "\${kind}"}]}}, {name: tls, port: 8443, protocol: "\${protocol}"}]}\n`,
  ),
  manifest(
    'gateway.networking.k8s.io/v1 HTTPRoute shop/cart',
    `spec: {parentRefs: [{name: net, namespace: lattice}], hostnames: ["\${host}"], rules: [{matches: [{path: {value: "\${path}"}}], backendRefs: [{name: cart, port: 80}]}]}\n`,
  ),
  manifest('v1 Service shop/cart', 'spec: {ports: [{port: 80}]}\n'),
  manifest(
    `${lattice} ServiceImport shop/arn`,
    'spec: {type: ClusterSetIP, ports: [{port: 80, protocol: TCP}]}\n',
  ).replace(
    'name: arn',
    `name: arn, annotations: {application-networking.k8s.aws/target-group-arn: "\${arn}"}`,
  ),
  manifest(`${lattice} IAMAuthPolicy lattice/net`, `spec: {targetRef: ${gateway}, policy: '\${policy}'}\n`),
  manifest(
    `${lattice} AccessLogPolicy lattice/net`,
    `spec: {targetRef: {group: gateway.networking.k8s.io, kind: Gateway, name: net, namespace: "\${where}"}, destinationArn: "\${logs}"}\n`,
  ),
  manifest(
    `${lattice} VpcAssociationPolicy lattice/net`,
    `spec: {targetRef: ${gateway}, associateWithVpc: true, securityGroupIds: ["\${group:=sg-0123456789abcdef0}"]}\n`,
  ),
  manifest(
    `${lattice} TargetGroupPolicy shop/cart`,
    `spec: {targetRef: {group: "", kind: Service, name: cart}, protocol: "\${protocol}", protocolVersion: "\${version}", healthCheck: {enabled: true, path: "\${path}", statusMatch: "\${codes}"}}\n`,
  ),
]

const errors = async (texts: readonly string[]) => {
  const files = texts.map((text, index) => [`config/${index}.yaml`, text] as const)
  const { findings } = lint([await withSchemas(fleetOf(Object.fromEntries(files)))])
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
}

test('are not judged; what stands in their place is', async () => {
  assert.equal(await errors(written), [])
  const wrong = written.map(text => text.replaceAll(/\$\{[^}]*\}/g, 'not this'))
  const rules = new Set(await errors(wrong))
  for (const rule of [
    'lattice/path-characters',
    'lattice/unusable-target-group-arn',
    'lattice/impossible-auth-policy',
    'lattice/access-log-policy-namespace',
    'lattice/security-group-id',
    'lattice/target-group-protocol',
    'lattice/health-check-path',
    'lattice/route-kind-not-allowed',
  ])
    assert.ok(rules.has(rule), `${rule} is not among ${[...rules].join(', ')}`)
})

test('say nothing against what a field is called', async () => {
  const [, gateway = ''] = written
  const annotated = gateway.replace(
    'name: net',
    `name: net, annotations: {application-networking.k8s.aws/tags: "\${tags}"}`,
  )
  const { findings } = lint([await withSchemas(fleetOf({ 'config/1.yaml': annotated }))])
  assert.ok(findings.some(({ rule }) => rule === 'lattice/unread-annotation'))
})

test('are none where a dollar more keeps them, or where IAM has a name for them', async () => {
  const path = (text: string) => written.map(one => one.replaceAll(`\${path}`, () => text))
  assert.ok((await errors(path(`$\${path}`))).includes('lattice/path-characters'))
  assert.ok((await errors(path(`\${aws:path}`))).includes('lattice/path-characters'))
})

test.run()
