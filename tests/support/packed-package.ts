import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface PackedPackage {
  /** The tarball that would be published. */
  readonly tarball: string;
  /** Its files, by their paths in the package. */
  readonly files: readonly string[];
  /** An empty project's folder that has the package installed, and what else is named. */
  readonly project: string;
  readonly remove: () => void;
}

/**
 * Packs what stands built in dist-lib/ as npm would publish it, and installs it into an empty project without asking a
 * registry; `beside` are packages of ours that it finds there, each under the name that it is to have.
 */
export function packPackage(beside: Readonly<Record<string, string>> = {}): PackedPackage {
  const folder = mkdtempSync(join(tmpdir(), 'timeline-package-'));
  const project = join(folder, 'project');
  const modules = join(project, 'node_modules');
  mkdirSync(modules, { recursive: true });
  // What `prepack` would do the tests have done already.
  const told = npm(['pack', '--ignore-scripts', '--json', '--silent', '--pack-destination', folder], root);
  const [packed] = JSON.parse(told) as { filename: string; files: { path: string }[] }[];
  if (packed === undefined) throw new Error('npm pack made no tarball');
  const tarball = join(folder, packed.filename);
  execFileSync('tar', ['-xzf', tarball, '-C', modules]);
  execFileSync('mv', [join(modules, 'package'), join(modules, 'diplomatic-timeline')]);
  for (const [name, ours] of Object.entries(beside)) {
    mkdirSync(join(modules, name, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', ours), join(modules, name));
  }
  return {
    tarball,
    files: packed.files.map(({ path }) => path),
    project,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Runs npm in a folder, and gives what it prints. */
function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 1e8 });
}

/** What the package's own manifest says. */
export function manifestOf({ project }: PackedPackage): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(project, 'node_modules/diplomatic-timeline/package.json'), 'utf8')) as Readonly<
    Record<string, unknown>
  >;
}
