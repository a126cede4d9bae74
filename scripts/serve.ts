import { serveFolder } from '../src/lib/static-server.ts';
import { announce } from './announce.ts';
import { onFreePort } from './free-port.ts';

/** Serves a built site until Ctrl+C, and prints its addresses with a QR code for a phone. */
export async function serve(folder: string, base: string): Promise<void> {
  const server = await onFreePort(4321, (port) => serveFolder({ folder, base, host: '0.0.0.0', port }));
  await announce(server.port, new URL(server.url).pathname);
  console.log('按 Ctrl+C 停止。');
}
