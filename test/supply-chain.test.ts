import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Package {
  version: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  resolved?: string;
}

const wanted = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'overrides',
  Record<string, string>
>;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
const shipped = installed.filter(([, { dev }]) => !dev);
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Licences that ask for nothing but to be named. */
const permissive = /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0)(?: AND (?:MIT|BSD-3-Clause)\))?$/;
/** Others, each with its reason in docs/dependencies.md. */
const excepted: Record<string, string> = { citeproc: 'CPAL-1.0 OR AGPL-1.0' };

describe('what we build on', () => {
  it('is pinned to one version each, and comes over https', () => {
    for (const versions of [wanted.dependencies, wanted.devDependencies])
      expect(Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
        [],
      );
    expect(installed.filter(([, { resolved = 'https:' }]) => !resolved.startsWith('https:'))).toEqual([]);
  });

  it('has its reason in docs/dependencies.md', () => {
    const told = readFileSync('docs/dependencies.md', 'utf8');
    const direct = [...Object.keys(wanted.dependencies), ...Object.keys(wanted.devDependencies)];
    const isTold = (name: string) => told.includes(name) || told.includes(name.replace(/^@[^/]+\//, ''));
    expect(direct.length).toBeGreaterThan(50);
    expect(direct.filter((name) => !isTold(name))).toEqual([]);
  });

  it('may be passed on: what is shipped has a licence that asks for nothing but to be named', () => {
    const others = shipped.filter(([, { license }]) => !permissive.test(license ?? ''));
    expect(Object.fromEntries(others.map(([path, { license }]) => [nameOf(path), license]))).toEqual(excepted);
  });

  it('is listed with versions and licences, as CycloneDX', () => {
    const listed = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', stdio: 'pipe' });
    const { bomFormat, components } = JSON.parse(listed) as {
      bomFormat: string;
      components: { name: string; group?: string; version: string; licenses?: unknown[] }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    const names = components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`);
    const locked = installed.map(([path, { version }]) => `${nameOf(path)}@${version}`);
    expect([...new Set(names)].sort()).toEqual([...new Set(locked)].sort());
    const unlicensed = names.filter((_, place) => !components[place]!.licenses?.length);
    const isShipped = new Set(shipped.map(([path, { version }]) => `${nameOf(path)}@${version}`));
    expect(unlicensed.filter((name) => isShipped.has(name))).toEqual([]);
  });
});
