import type { Problem } from '../../finding.ts'
import { keyOf, type Path } from '../../source.ts'
import { at, type Written } from '../written.ts'

type Test = (value: unknown) => boolean

const given: Test = value => value !== undefined
const is =
  (...values: readonly unknown[]): Test =>
  value =>
    values.includes(value)

/** Fields that are checked but not rendered yet; `*` stands for every item of a list. */
const unsupported: readonly (readonly [path: Path, test: Test])[] = [
  [['mesh'], given],
  [['guardrails', 'admission'], is('audit', 'deny')],
  [['clusters', '*', 'mesh'], given],
  [['services', '*', 'mesh'], given],
]

/** Says of every field that a later version will render that this one does not, instead of leaving it out in silence. */
export function unsupportedProblems(written: Written): readonly Problem[] {
  return unsupported.flatMap(([path, test]) =>
    found(written.topology, path)
      .filter(({ value }) => test(value))
      .map(({ value, path: here }) => {
        const name = here.filter(step => typeof step === 'string').join('.')
        const what = typeof value === 'string' || value === true ? `${name}: ${value}` : name
        return {
          check: 'not-supported-yet',
          message: `${what} is not supported yet`,
          at: keyOf(at(written, ...here)),
        }
      }),
  )
}

function found(value: unknown, path: Path, here: Path = []): readonly { value: unknown; path: Path }[] {
  const [step, ...rest] = path
  if (step === undefined) return [{ value, path: here }]
  if (step === '*')
    return Array.isArray(value) ? value.flatMap((item, index) => found(item, rest, [...here, index])) : []
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.hasOwn(value, step) ? found(Reflect.get(value, step), rest, [...here, step]) : []
}
