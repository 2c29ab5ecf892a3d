/**
 * Which field names a type knows: 0 is anything, a text the name of another shape, a list holds the shape of its items, a mapping that of
 * each field, where `*` stands for every name.
 */
export type Shape = 0 | string | readonly [Shape] | { readonly [field: string]: Shape }

/** What a package on npm knows of the kinds of some API groups; `npm run embed` writes one for each. */
export interface KindPackage {
  readonly name: string
  readonly version: string
  /** By `apps/v1 Deployment`. */
  readonly kinds: Readonly<Record<string, PackagedKind>>
  /** By the name of the type; one that is not there takes any field. */
  readonly shapes: Readonly<Record<string, Shape>>
}

interface PackagedKind {
  readonly shape: string
  /** The class of the kind, whose `validate` throws what is wrong with `this`. */
  load(): Promise<{ readonly prototype: { validate(): void } }>
}
