import { createYamlWriter } from '@espalier/model'

/** A manifest of a bench, in a folder named like its cluster. */
export interface Written {
  readonly file: string
  readonly text: string
}

/** Manifests of varied kinds that nobody would complain of, one a file, as Espalier renders them. */
export function* renderedManifests(count: number): Iterable<Written> {
  const write = createYamlWriter()
  for (let index = 0; index < count; index++) {
    const make = makers[index % makers.length]
    if (make === undefined) continue
    const text = `# Rendered by Espalier from topology.yaml: topology bench, cluster c${index % clusters}\n${write(make(`app-${index}`))}`
    yield { file: fileOf(index), text }
  }
}

/** The same number of manifests with comments, block scalars, flow lists and folded texts. */
export function* handWrittenManifests(count: number): Iterable<Written> {
  for (let index = 0; index < count; index++) {
    const make = texts[index % texts.length]
    if (make !== undefined) yield { file: fileOf(index), text: make(`app-${index}`) }
  }
}

const clusters = 20

function fileOf(index: number): string {
  return `c${index % clusters}/team-${index % 100}/app-${index}.yaml`
}

const meta = (name: string) => ({
  name,
  namespace: 'shop',
  labels: { app: name, 'app.kubernetes.io/part-of': 'shop' },
})

const makers: readonly ((name: string) => object)[] = [
  name => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: meta(name),
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          serviceAccountName: name,
          containers: [
            {
              name: 'app',
              image: `registry.example.com/${name}:1.2.3`,
              args: ['--port', '8080', '--log', 'json'],
              ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
              env: [{ name: 'REGION', value: 'us-west-2' }],
              resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
              readinessProbe: { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 10 },
            },
          ],
        },
      },
    },
  }),
  name => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: meta(name),
    spec: { selector: { app: name }, ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' }] },
  }),
  name => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: meta(name),
    data: { LOG_LEVEL: 'info', 'app.properties': `name=${name}\nregion=us-west-2\nretries=3\n` },
  }),
  name => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: meta(name),
    spec: {
      parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge', namespace: 'edge' }],
      hostnames: [`${name}.example.com`],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ group: '', kind: 'Service', name, port: 80, weight: 1 }],
        },
      ],
    },
  }),
  name => ({
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: meta(name),
    spec: {
      host: `${name}.shop.svc.cluster.local`,
      trafficPolicy: {
        outlierDetection: { consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '30s' },
        loadBalancer: { simple: 'LEAST_REQUEST' },
      },
    },
  }),
  name => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: meta(name),
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { name: 'aws', kind: 'ClusterSecretStore' },
      target: { name },
      data: [{ secretKey: 'password', remoteRef: { key: `shop/${name}`, property: 'password' } }],
    },
  }),
  name => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: meta(name),
    spec: {
      podSelector: { matchLabels: { app: name } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ namespaceSelector: {} }], ports: [{ port: 8080, protocol: 'TCP' }] }],
    },
  }),
  name => ({
    apiVersion: 'application-networking.k8s.aws/v1alpha1',
    kind: 'ServiceExport',
    metadata: {
      ...meta(name),
      annotations: { 'application-networking.k8s.aws/federation': 'amazon-vpc-lattice' },
    },
    spec: { exportedPorts: [{ port: 80, routeType: 'HTTP' }] },
  }),
]

const texts: readonly ((name: string) => string)[] = [
  name => `# ${name} answers the till.
# Owner: team-shop
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}          # as the Service
  namespace: shop
  labels: {app: ${name}, tier: web}
  annotations:
    description: >-
      Answers the till and the office,
      and nobody else.
spec:
  replicas: 3            # two zones and one to spare
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}, tier: web}
    spec:
      containers:
      - name: app
        image: "registry.example.com/${name}:1.2.3"
        command: ["/bin/sh", "-c"]
        args:
        - |
          set -eu
          exec /app --port=8080 \\
            --log=json
        env:
        - {name: REGION, value: us-west-2}
        - name: TOKEN
          valueFrom:
            secretKeyRef: {name: ${name}, key: token}
        # readiness only: a restart helps nobody
        readinessProbe:
          httpGet: {path: /healthz, port: 8080}
        resources:
          requests: {cpu: 100m, memory: 128Mi}
`,
  name => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}   # see the Deployment
spec:
  selector: {app: ${name}}
  ports:
  - {name: http, port: 80, targetPort: 8080}
  - name: metrics   # scraped by the agent
    port: 9090
`,
  name => `---
# Read at start only.
apiVersion: v1
kind: ConfigMap
metadata:
  name: '${name}'
  namespace: shop
data:
  LOG_LEVEL: info
  app.yaml: |
    # nested, and text all the same
    server:
      port: 8080
      hosts: [a.example.com, b.example.com]
    features:
      - cart
      - till
  motto: >
    Every branch tied
    where it belongs.
`,
  name => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: ${name}
  namespace: shop
spec:
  parentRefs:
  - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: edge}
  hostnames: [${name}.example.com, "www.${name}.example.com"]
  rules:
  # the order does not matter
  - matches:
    - path: {type: PathPrefix, value: /api}
      headers: [{name: x-tenant, value: shop}]
    backendRefs:
    - {name: ${name}, port: 80}
  - backendRefs: [{name: ${name}, port: 80, weight: 9}, {name: ${name}-next, port: 80, weight: 1}]
`,
  name => `# Written by hand, ${name}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: [${name}]
  http:
  - name: canary
    match: [{headers: {x-canary: {exact: "true"}}}]
    route:
    - destination: {host: ${name}, subset: next}
  - route:                       # everyone else
    - destination: {host: ${name}, subset: stable}
    timeout: 5s
    retries: {attempts: 3, perTryTimeout: 2s}
`,
  name => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: shop
spec:
  interval: 10m
  path: ./apps/${name}   # beside this folder
  prune: true
  sourceRef: {kind: GitRepository, name: fleet}
  healthChecks:
  - {apiVersion: apps/v1, kind: Deployment, name: ${name}, namespace: shop}
  patches:
  - target: {kind: Deployment}
    patch: |-
      - op: add
        path: /metadata/labels/team
        value: shop
`,
]
