import { git } from './git.ts';

/** Where the usual services say into which branch a change will be merged: GitHub, Gitea and Forgejo; GitLab; Gitee and others by hand. */
const VARIABLES = ['GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'BASE_BRANCH'];
const USUAL = ['origin/HEAD', 'origin/main', 'origin/master'];

const exists = (folder: string, ref: string): boolean =>
  !ref.startsWith('-') && git(folder, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`) !== undefined;

/** The branch to which the present one is pushed: what stands there can have been read. Undefined where it is pushed nowhere. */
export const pushedTo = (folder: string): string | undefined => (exists(folder, '@{upstream}') ? '@{upstream}' : undefined);

/** The branch that a change is compared with on a build server, or in a clone; undefined where none is known or fetched. */
export function ciBase(folder: string, env: Partial<Record<string, string>>): string | undefined {
  const named = VARIABLES.flatMap((name) => {
    const branch = env[name]?.trim() ?? '';
    return branch === '' ? [] : [`origin/${branch}`, branch];
  });
  return [...named, ...USUAL].find((ref) => exists(folder, ref));
}
