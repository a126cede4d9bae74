import type { APIRoute } from 'astro';
import type { FeedDocument } from '../../../outputs/feeds/feed.ts';
import { jsonFeed } from '../../../outputs/feeds/json-feed.ts';
import { feedArchives } from '../../../queries/feeds/documents.ts';

export const getStaticPaths = feedArchives;

export const GET: APIRoute<{ document: FeedDocument }> = ({ props }) =>
  new Response(jsonFeed(props.document), { headers: { 'content-type': 'application/feed+json' } });
