import type { Io } from './io.ts'
import { wrap } from './wrap.ts'

/** Says a sentence on stderr, in the name of a command; on a terminal in lines that fit. */
export function talk(command: string, sentence: string, io: Io): void {
  const text = `espalier ${command}: ${sentence}`
  const lines = io.watched && text.length > io.errWidth ? wrap(text, io.errWidth - indent.length) : [text]
  io.err(`${lines.join(`\n${indent}`)}\n`)
}

const indent = '  '
