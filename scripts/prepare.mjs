// Runs after every install, on whatever Node is there, so it is plain JavaScript and never lets an install fail.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const HOOKS = 'scripts/hooks';

/** The output of a git command, or undefined when it failed. */
function git(...args) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

// A tarball, a machine without git, or a copy inside of another repository: there is nothing to hook into.
if (existsSync('.git') && git('rev-parse', '--is-inside-work-tree') === 'true' && !process.env.CI) {
  const own = git('config', '--get', 'core.hooksPath');
  const hooks = git('rev-parse', '--git-path', 'hooks/pre-commit');
  if (own === undefined && hooks !== undefined && !existsSync(hooks)) {
    git('config', 'core.hooksPath', HOOKS);
  } else if (own !== HOOKS) {
    console.log(`已有自己的 git 钩子，没有改动。想在提交前自动核对内容，请让 pre-commit 运行 ${HOOKS}/pre-commit。`);
  }
}
