import { dyingDisk } from './dying-disk.ts'
import { killVersion } from './kill-versions.ts'
import { sandbox } from './sandbox.ts'

// Run as a process of its own: renders a version of a tree, and kills itself with SIGKILL after so many operations on the disk.
const [root = '', ...numbers] = process.argv.slice(2)
const [version = 0, folders = 0, operations = 0] = numbers.map(Number)

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('still alive')
}

await sandbox(root).render(killVersion(version, folders), { disk: dyingDisk(operations, die) })
