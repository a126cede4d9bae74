import { statusJson } from '../outputs/status.ts';
import { siteStatus } from '../queries/status.ts';

export const GET = async () => new Response(statusJson(await siteStatus()));
