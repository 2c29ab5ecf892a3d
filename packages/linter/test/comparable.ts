/** Objects by name, without what a build leaves out: images, replicas, and of what is `generated` the data and the hash of the name. */
export function comparable(
  objects: readonly unknown[],
  generated = false,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    objects.map(object => stripped(object, generated)).map(object => [nameOf(object), object]),
  )
}

function stripped(object: unknown, generated: boolean): unknown {
  return JSON.parse(JSON.stringify(object), (key, value: unknown) => {
    if (generated && (key === 'data' || value === 'Opaque')) return undefined
    // kustomize drops a mapping of annotations or labels that is empty.
    if ((key === 'annotations' || key === 'labels') && isEmpty(value)) return undefined
    if (key === 'image' || key === 'replicas') return undefined
    if (generated && key === 'name' && typeof value === 'string') return value.replace(/-[a-z0-9]{10}$/, '')
    return value
  })
}

function nameOf(object: unknown): string {
  const { kind, metadata } = object as { kind?: string; metadata?: { name?: string; namespace?: string } }
  return `${kind} ${metadata?.namespace ?? ''}/${metadata?.name}`
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}
