import { build, type Plugin } from 'esbuild'
import { slimKinds } from './slim-kinds.ts'

// What a rendered tree holds, and nearly every other one: for either engine, and for one of them.
const together: readonly (readonly string[])[] = [
  [
    ...['Namespace', 'Service', 'ServiceAccount', 'ConfigMap', 'Secret'].map(
      kind => `kubernetes-models/v1/${kind}`,
    ),
    ...['Gateway', 'GatewayClass', 'HTTPRoute', 'GRPCRoute', 'TLSRoute'].map(
      kind => `@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/${kind}`,
    ),
  ],
  ['Application', 'AppProject'].map(kind => `@kubernetes-models/argo-cd/argoproj.io/v1alpha1/${kind}`),
  [
    '@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization',
    '@kubernetes-models/flux-cd/helm.toolkit.fluxcd.io/v2/HelmRelease',
    '@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1/GitRepository',
    '@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1/OCIRepository',
    'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding',
  ],
]

/**
 * Bundles the kinds of rendered trees as few files, each complete in itself. Left alone, esbuild cuts what kinds share into small files, and
 * Node takes a millisecond for each of the forty that linting an example would need.
 */
export const renderedKinds: Plugin = {
  name: 'rendered-kinds',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /kubernetes-models/ }, ({ kind, path, resolveDir }) => {
      const group = kind === 'dynamic-import' ? together.findIndex(paths => paths.includes(path)) : -1
      return group < 0
        ? undefined
        : { path: String(group), namespace: 'rendered-kinds', pluginData: resolveDir }
    })
    onLoad({ filter: /./, namespace: 'rendered-kinds' }, async ({ path, pluginData }) => ({
      contents: await bundleOf(together[Number(path)] ?? [], pluginData),
      loader: 'js',
    }))
  },
}

async function bundleOf(paths: readonly string[], resolveDir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: paths.map(path => `export * from '${path}'\n`).join(''), resolveDir },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    plugins: [slimKinds],
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
