import { dirname } from 'node:path';
import { cleanInPlace } from '../src/authoring/clean-photos.ts';
import { checkContent } from '../src/checks/report.ts';
import { consoleReport, sentence } from '../src/checks/reporters/console.ts';
import type { Finding } from '../src/checks/rule.ts';
import { lineReader } from '../src/checks/source-lines.ts';
import { writeEditor } from '../src/editor/bundle.ts';
import type { SavedFinding } from '../src/editor/findings-panel.ts';
import { localFiles } from '../src/editor/local-files.ts';
import { today } from '../src/lib/clock.ts';
import { serveFolder, type StaticServer } from '../src/lib/static-server.ts';
import { editorConfig } from './cms-content.ts';
import { ownerOptions } from './owner-options.ts';

export interface EditServerOptions {
  /** Where this program is. */
  program: string;
  /** The folder whose `content/` is edited. */
  root: string;
  /** Where the editor's page is put together. */
  folder: string;
  /** 0 takes any free port. */
  port: number;
  /** For the terminal. */
  say: (text: string) => void;
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

/** A picture as it arrives: what the camera wrote is taken out before it has its name. */
async function cleanPicture(file: string, say: EditServerOptions['say']): Promise<void> {
  const cleaned = await cleanInPlace(file);
  if (cleaned === undefined) return;
  const { before, after, removed } = cleaned;
  const what = removed.length === 0 ? '' : `，去掉${removed.join('、')}`;
  say(`照片处理好了：${kilobytes(before)} → ${kilobytes(after)}${what}`);
}

/** What the gate finds after a change of one file: said here, and shown on the page. */
async function check(root: string, path: string, say: EditServerOptions['say']): Promise<SavedFinding[]> {
  const { context, ...report } = await checkContent({ root, today: today() });
  const folder = dirname(path);
  // An error elsewhere may come from this change: a name that others point at.
  const isNear = ({ file, severity }: Finding): boolean =>
    file === path || (folder !== 'content' && file.startsWith(`${folder}/`)) || severity === 'error';
  const findings = report.findings.filter(isNear);
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
  say(`\n保存了 ${path}`);
  say(consoleReport({ ...report, findings, notices: [] }, lineReader(context.source), colour));
  return findings.map((finding) => ({
    severity: finding.severity,
    file: finding.file,
    line: finding.line,
    sentence: sentence(finding),
  }));
}

/** The form editor on this machine: its page reads and writes `content/` through this server, and nobody else can reach it. */
export async function serveEditor({ program, root, folder, port, say }: EditServerOptions): Promise<StaticServer> {
  // The editor wants a repository to be named; here nothing is sent anywhere.
  const config = editorConfig({ name: 'gitea', repo: 'local/site' }, ownerOptions(root));
  await writeEditor(program, folder, config, 'this machine');
  const before = localFiles({
    root,
    cleanPicture: (file) => cleanPicture(file, say),
    check: (path) => check(root, path, say),
  });
  return serveFolder({ folder, host: '127.0.0.1', port, before });
}
