import type { StaticServer } from '../src/lib/static-server.ts';

const PORTS_TRIED = 20;

/** Opens a server at the port that `PORT` names, or else at the usual one; where that is taken, by the same command in another window, at one of the next. */
export async function onFreePort(usual: number, open: (port: number) => Promise<StaticServer>): Promise<StaticServer> {
  const first = Number(process.env['PORT'] ?? usual);
  for (let port = first; ; port += 1) {
    try {
      return await open(port);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= first + PORTS_TRIED) throw error;
    }
  }
}
