import { type ParseArgsConfig, parseArgs } from 'node:util'
import { didYouMean } from '@espalier/model'

type OptionsConfig = NonNullable<ParseArgsConfig['options']>
type Strict<T extends OptionsConfig> = { args: string[]; options: T; strict: true; allowPositionals: true }

/** Options by name and the rest in order, or the one line that says what is wrong with them. */
export type Arguments<T extends OptionsConfig> =
  | {
      readonly values: ReturnType<typeof parseArgs<Strict<T>>>['values']
      readonly positionals: readonly string[]
      readonly error?: never
    }
  | { readonly error: string; readonly values?: never; readonly positionals?: never }

/** The command line of one command; at most `positionals` arguments that are no options. */
export function readArguments<const T extends OptionsConfig>(
  args: readonly string[],
  options: T,
  positionals = 0,
): Arguments<T> {
  const error = optionError(args, options)
  if (error !== undefined) return { error }
  const parsed = parseArgs<Strict<T>>({ args: [...args], options, strict: true, allowPositionals: true })
  const extra = parsed.positionals[positionals]
  return extra === undefined ? parsed : { error: `unexpected argument "${extra}"` }
}

/** What parseArgs would refuse, in words that name the option meant. */
function optionError(args: readonly string[], options: OptionsConfig): string | undefined {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    const error = token.kind === 'option' ? tokenError(token, options) : undefined
    if (error !== undefined) return error
  }
  return undefined
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function tokenError(
  { name, rawName, value, inlineValue }: OptionToken,
  options: OptionsConfig,
): string | undefined {
  const type = Object.hasOwn(options, name) ? options[name]?.type : undefined
  if (type === undefined) {
    const known = Object.keys(options).map(one => `--${one}`)
    return `unknown option ${rawName}${didYouMean(rawName, known)}`
  }
  if (type === 'boolean') return value === undefined ? undefined : `${rawName} takes no value`
  if (value === undefined) return `${rawName} needs a value`
  const doubtful = inlineValue === false && /^-./.test(value)
  return doubtful
    ? `${rawName} needs a value; where that is "${value}", write ${rawName}=${value}`
    : undefined
}
