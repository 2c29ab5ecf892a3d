import type { Place } from '@espalier/model'
import type { Work } from './work.ts'

/** A remark that the objects as they are make kustomize refuse; none where some of them, or what changes them, could not be read. */
export function refuse({ remarks, since }: Work, at: Place, message: string): void {
  if (remarks.slice(since).some(({ kind }) => kind === 'unread')) return
  remarks.push({ kind: 'broken', at, message })
}
