import { serveFolder } from '../src/lib/static-server.ts';
import { announce } from './announce.ts';

const FIRST_PORT = 4321;
const PORTS_TRIED = 20;

/** Serves a built site until Ctrl+C, and prints its addresses with a QR code for a phone. */
export async function serve(folder: string, base: string): Promise<void> {
  const server = await firstFree(folder, base, Number(process.env['PORT'] ?? FIRST_PORT));
  await announce(server.port, new URL(server.url).pathname);
  console.log('按 Ctrl+C 停止。');
}

async function firstFree(
  folder: string,
  base: string,
  port: number,
  tried = 0,
): Promise<Awaited<ReturnType<typeof serveFolder>>> {
  try {
    return await serveFolder({ folder, base, host: '0.0.0.0', port });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || tried >= PORTS_TRIED) throw error;
    return firstFree(folder, base, port + 1, tried + 1);
  }
}
