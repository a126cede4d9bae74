import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { attachmentPaths } from '../../queries/attachments.ts';

export const getStaticPaths = attachmentPaths;

export const GET: APIRoute<{ file: string }> = ({ props }) => new Response(readFileSync(props.file));
