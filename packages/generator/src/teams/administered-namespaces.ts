import { controllerNamespace, type Gitops, type Model, type Problem } from '@espalier/model'

/** A team whose manifests go to one of these namespaces could reach far more than the namespace. */
export function administeredNamespaces({ services, gitops }: Model): readonly Problem[] {
  return services.flatMap(({ name, namespace, source }) => {
    const whose = whoseIs(namespace, gitops)
    if (source === undefined || whose === undefined) return []
    const message = `the source of service ${name} would be applied in namespace ${namespace}, ${whose}; whoever may write there is an administrator, so give the service another namespace or write source: external`
    return [{ check: 'beyond-engine', message, at: source.at }]
  })
}

function whoseIs(namespace: string, { engine, argocd, flux }: Gitops): string | undefined {
  if (engine === 'argocd' && namespace === argocd.namespace) return 'where Argo CD runs'
  if (engine === 'flux' && namespace === flux.source.namespace) return 'where Flux keeps its sources'
  if (namespace === controllerNamespace) return 'where the controller runs'
  return namespace.startsWith('kube-') ? "which is Kubernetes' own" : undefined
}
