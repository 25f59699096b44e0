// Feeds a built site's _headers and _redirects, and netlify.toml, to Netlify's own parsers: every line is accepted and
// means what it was written to mean. See README.md.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const site = resolve(process.argv[2] ?? 'output')
const folder = (process.argv[3] ?? '').replace(/\/$/, '')
const packages = ['@netlify/headers-parser', '@netlify/redirect-parser', '@netlify/config']

const scratch = mkdtempSync(join(tmpdir(), 'interop-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', scratch, ...packages], { stdio: 'inherit' })
const load = name => {
  const home = join(scratch, 'node_modules', name)
  const { exports, main } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return import(pathToFileURL(join(home, main ?? exports['.'] ?? exports)))
}
const [{ parseAllHeaders }, { parseAllRedirects }, { resolveConfig }] = await Promise.all(packages.map(load))

const faults = []
const equal = (what, got, wanted) => {
  if (JSON.stringify(got) !== JSON.stringify(wanted)) faults.push(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`)
}
const lines = name => readFileSync(join(site, name), 'utf8').split('\n').filter(line => line !== '')

// Redirects: from, to, status with its "!".
const redirectsFile = join(site, '_redirects')
const { redirects, errors: redirectErrors } = await parseAllRedirects({ redirectsFiles: [redirectsFile], minimal: true })
faults.push(...redirectErrors.map(String))
const written = lines('_redirects').map(line => line.split(' '))
equal('number of redirects', redirects.length, written.length)
written.forEach(([from, to, status], i) => {
  const rule = redirects[i] ?? {}
  equal(`redirect ${i + 1}`, [rule.from, rule.to, rule.status, rule.force, rule.query, rule.conditions], [from, to, parseInt(status), status.endsWith('!'), {}, {}])
  if (/\/:|\*/.test(from + to)) faults.push(`${from} is a pattern`)
  const path = decodeURIComponent(to.slice(folder.length + 1))
  if (!existsSync(join(site, path.endsWith('/') || path === '' ? path + 'index.html' : path))) faults.push(`${from} leads to ${to}, where nothing stands`)
})
const sources = new Set(written.map(([from]) => from))
written.filter(([from, to, status]) => status === '301!' && sources.has(to)).forEach(([from, to]) => faults.push(`${from} leads to ${to}, which leads on`))

// Headers: a path, and below it names and values.
const { headers, errors: headerErrors } = await parseAllHeaders({ headersFiles: [join(site, '_headers')], minimal: false })
faults.push(...headerErrors.map(String))
const rules = []
for (const line of lines('_headers')) {
  if (line.startsWith('/')) rules.push({ for: line, values: {} })
  else rules.at(-1).values[line.slice(0, line.indexOf(':')).trim()] = line.slice(line.indexOf(':') + 1).trim()
}
equal('header rules', headers.map(h => ({ for: h.for, values: h.values })), rules)

// What two rules say of one header is joined by some hosts and replaced by others, so no path may meet two.
const walk = below => readdirSync(join(site, below)).flatMap(name => {
  const path = below + name
  return statSync(join(site, path)).isDirectory() ? walk(path + '/') : [path]
})
const files = walk('')
for (const file of files) {
  const address = folder + '/' + file.replace(/(^|\/)index\.html$/, '$1')
  const names = headers.filter(h => h.forRegExp.test(address)).flatMap(h => Object.keys(h.values))
  if (new Set(names).size < names.length) faults.push(`${address} is given a header by two rules: ${names.join(', ')}`)
  if (!names.includes('Content-Security-Policy')) faults.push(`${address} has no policy`)
}

const { config } = await resolveConfig({ repositoryRoot: repository, config: join(repository, 'netlify.toml'), offline: true, mode: 'cli', context: 'production', branch: 'main' })
equal('netlify.toml publishes', config.build.publish, join(repository, 'output'))
if (!config.build.command?.includes('dotnet run')) faults.push('netlify.toml does not run the build')

console.log(`${redirects.length} redirects, ${headers.length} header rules, ${files.length} files: ${faults.length} faults`)
faults.forEach(fault => console.error(fault))
process.exitCode = faults.length === 0 ? 0 : 1
