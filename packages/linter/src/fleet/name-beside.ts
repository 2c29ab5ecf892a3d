import { text } from './fields.ts'
import type { Entry } from './fleet.ts'

/** `shop/cart`; just `cart` where the namespace is that of an object that names none, so that whoever delivers it chooses both. */
export function nameBeside(
  { object, namespace: own }: Entry,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): string {
  const isOpen = namespace === own && !text(object.metadata.namespace)
  return isOpen ? name : `${namespace}/${name}`
}
