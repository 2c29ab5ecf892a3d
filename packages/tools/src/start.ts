import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { buildCli } from './build.ts'
import { root } from './root.ts'

// The story that `npm start` tells: a topology, the tree it renders to, and a misplaced route that is caught.

const demo = join(root, '.demo')
const cli = join(root, 'packages/cli/dist/espalier.js')

function say(text = ''): void {
  process.stdout.write(`${text}\n`)
}

function espalier(...args: readonly string[]): number {
  say(`$ espalier ${args.join(' ')}`)
  const { status } = spawnSync(process.execPath, [cli, ...args], { cwd: demo, stdio: 'inherit' })
  say()
  return status ?? 2
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(demo, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
}

const contents: Readonly<Record<string, string>> = {
  config: 'Gateway, route, imports; Argo CD Applications',
  'workload-1': 'exports of service-1 and service-2',
  'workload-2': 'the export of service-2',
}

/** What the team of service-1 wrote by hand; lint.clusters of the topology says where it belongs. */
const service = `apiVersion: v1
kind: Service
metadata:
  name: service-1
  namespace: default
spec:
  selector:
    app: service-1
  ports:
    - port: 80
      targetPort: 8090
`

await buildCli()
rmSync(demo, { recursive: true, force: true })
mkdirSync(demo)
copyFileSync(join(root, 'fixtures/render/aws-recommended-argocd/topology.yaml'), join(demo, 'topology.yaml'))
mkdirSync(join(demo, 'apps/workload-1'), { recursive: true })
writeFileSync(join(demo, 'apps/workload-1/service-1.yaml'), service)
// A repository of its own, as a fleet is: rendered paths are relative to its root.
spawnSync('git', ['init', '--quiet'], { cwd: demo, stdio: 'ignore' })

const lines = readFileSync(join(demo, 'topology.yaml'), 'utf8').split('\n').length - 1

say(`Espalier trains a fleet of clusters along one file.

topology.yaml says which clusters, services and routes a service network has.
Espalier renders what each cluster must hold, for Argo CD to apply, and blocks
every resource that is in the wrong place.

The example: Amazon VPC Lattice with one config cluster and two workload
clusters, as AWS recommends it. Its topology has ${lines} lines:
  .demo/topology.yaml

1. Render it: one directory for each cluster.
`)
const rendered = espalier('render')
for (const [cluster, what] of Object.entries(contents)) {
  const count = filesIn(`clusters/${cluster}`).length
  say(`  ${String(count).padStart(2)} in .demo/clusters/${cluster.padEnd(11)} ${what}`)
}

say('\n2. Lint it: everything is where it belongs.\n')
const clean = espalier('lint')

const misplaced = 'clusters/workload-1/lattice/default/my-route.yaml'
say(`3. Now somebody copies a route into a workload cluster's directory, where two
controllers would fight over one Lattice service:
  .demo/${misplaced}
`)
writeFileSync(
  join(demo, misplaced),
  `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: my-route
  namespace: default
spec:
  parentRefs:
    - name: my-gateway
      namespace: lattice-gateway
  rules:
    - backendRefs:
        - name: service-1
          port: 80
`,
)
const caught = espalier('lint')

if (rendered !== 0 || clean !== 0 || caught !== 1 || !existsSync(join(demo, misplaced))) {
  say(`This is not how the story goes: render ${rendered}, lint ${clean}, lint ${caught}.`)
  process.exitCode = 1
} else {
  say(`Exit code 1: a commit hook or a pull request stops here.

Try it: edit .demo/topology.yaml, then
  npm run -s espalier -- render --topology .demo/topology.yaml
  npm run -s espalier -- explain placement/route-in-workload-cluster
The files are in ${relative(process.cwd(), demo) || demo}/.`)
}
