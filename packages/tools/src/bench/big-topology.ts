/** A topology of many clusters in which `services` services run, each exported with a health check: two objects for each. */
export function bigTopology(clusters: number, services: number): string {
  const workloads = Array.from({ length: clusters }, (_, at) => `w${at}`)
  const value = {
    apiVersion: 'espalier.dev/v1',
    kind: 'Topology',
    name: 'big',
    gitops: { engine: 'argocd', repository: 'https://github.com/acme/fleet', argocd: { cluster: 'config' } },
    aws: { account: '111122223333', region: 'us-west-2' },
    serviceNetwork: {
      name: 'mesh',
      namespace: 'mesh',
      quotas: { targetGroupsPerRegion: 10_000_000, vpcsPerNetwork: 100_000 },
    },
    clusters: [
      { name: 'config', role: 'config', aws: { vpc: 'vpc-00000000' } },
      ...workloads.map((name, at) => ({
        name,
        role: 'workload',
        aws: { vpc: `vpc-1${String(at).padStart(7, '0')}` },
      })),
    ],
    services: workloads.flatMap(cluster =>
      Array.from({ length: services }, (_, at) => ({
        name: `s${at}-${cluster}`,
        namespace: `team-${at % 5}`,
        clusters: [cluster],
        port: 80,
        healthCheck: { path: '/healthz', intervalSeconds: 15 },
      })),
    ),
    routes: Array.from({ length: Math.min(50, clusters) }, (_, at) => ({
      name: `r${at}`,
      namespace: 'team-0',
      rules: [{ to: `s0-w${at}` }],
    })),
  }
  return JSON.stringify(value)
}
