import { goneAddresses } from '../queries/gone.ts';

/** What readers' browsers must not keep any more (src/offline/). */
export const GET = async () => new Response(`${JSON.stringify({ gone: await goneAddresses() })}\n`);
