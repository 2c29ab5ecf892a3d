import type { Pattern } from '../pattern.ts'

type LinearPattern =
  | { readonly value: Pattern; readonly error?: never }
  | { readonly error: string; readonly value?: never }

/**
 * A regular expression run by an engine whose time grows with pattern times text and no faster: a pattern of somebody else's must not be able to hang the
 * linter. It knows neither look-around nor back-references, and says so.
 */
export async function linearPattern(pattern: string): Promise<LinearPattern> {
  // Loaded late: only repositories with policies of their own need it.
  const { RE2JS } = await import('re2js')
  try {
    const compiled = RE2JS.compile(pattern)
    return { value: { test: text => compiled.matcher(text).find() } }
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}
