import { networkInterfaces } from 'node:os';
import qrcode from 'qrcode';
import { serveFolder } from '../src/lib/static-server.ts';

const FIRST_PORT = 4321;
const PORTS_TRIED = 20;

/** Addresses of this machine that a phone in the same network can reach. */
function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Serves a built site until Ctrl+C, and prints its addresses with a QR code for a phone. */
export async function serve(folder: string, base: string): Promise<void> {
  const server = await firstFree(folder, base, Number(process.env['PORT'] ?? FIRST_PORT));
  const path = new URL(server.url).pathname;
  console.log(`\n本机打开：http://localhost:${server.port}${path}`);
  const [lan] = lanAddresses();
  if (lan !== undefined) {
    const url = `http://${lan}:${server.port}${path}`;
    console.log(`手机打开：${url}（手机和电脑连同一个网络，扫下面的码）\n`);
    console.log(await qrcode.toString(url, { type: 'terminal', small: true }));
  }
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
