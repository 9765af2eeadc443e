// node .ci/complete-lock.mjs: adds to package-lock.json the optional packages for other platforms that npm left out.
// npm leaves them out where the registry in use does not serve them, and then `npm ci` refuses the lock everywhere.
// Run it after `npm install`; it changes nothing when nothing is missing. Platforms are read from the package names.
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const platform =
  /(darwin|linux|win32|freebsd|android|openharmony)-(arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|mips64el)/;

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (!path || lock.packages[key] || lock.packages[`${path}/${key}`]) continue;
    const [, os, cpu] = platform.exec(name) ?? [];
    if (!os) throw new Error(`${name} (optional for ${path}) is not in ${file}, and its name tells no platform`);
    const libc = name.includes('musl') ? ['musl'] : name.includes('gnu') ? ['glibc'] : undefined;
    const { dev, license, engines } = entry;
    lock.packages[key] = { version, cpu: [cpu], dev, libc, license, optional: true, os: [os], engines };
    added++;
  }
}
const { '': root, ...packages } = lock.packages;
const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = { '': root, ...Object.fromEntries(sorted) };
if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added to ${file}`);
