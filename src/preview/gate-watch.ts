import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Finding } from '../checks/rule.ts';
import type { GateReport } from '../checks/report.ts';

/** A finding on its way to the page. */
export type ShownFinding = Pick<Finding, 'file' | 'line' | 'column' | 'rule' | 'severity' | 'field' | 'value' | 'why' | 'fix'>;

/** Runs the gate in a process of its own, so that pages are answered meanwhile. Undefined when it could not be run. */
export function runGateAside(root: string): Promise<GateReport | undefined> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve('scripts/validate.ts'), '--json', '--root', root], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', () => {
      done(undefined);
    });
    child.once('close', () => {
      try {
        done(JSON.parse(Buffer.concat(chunks).toString()) as GateReport);
      } catch {
        done(undefined);
      }
    });
  });
}

/** Checks again after each change, one run at a time; changes during a run lead to one more. */
export function gateAfterChanges(root: string, tell: (report: GateReport) => void, pause = 150): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      const report = await runGateAside(root);
      if (report !== undefined) tell(report);
      // Set by a change that came while the gate ran.
    } while (again as boolean);
    running = false;
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), pause);
  };
}
