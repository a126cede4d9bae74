import { networkInterfaces } from 'node:os';
import qrcode from 'qrcode';

/** Addresses of this machine that a phone in the same network can reach. */
function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Prints where a served site is: here, and for a phone in the same network with a code to scan. */
export async function announce(port: number, path: string): Promise<void> {
  console.log(`\n本机打开：http://localhost:${port}${path}`);
  const [lan] = lanAddresses();
  if (lan !== undefined) {
    const url = `http://${lan}:${port}${path}`;
    console.log(`手机打开：${url}（手机和电脑连同一个网络，扫下面的码）\n`);
    console.log(await qrcode.toString(url, { type: 'terminal', small: true }));
  }
}
