import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import type { FeedDocument } from '../../../outputs/feeds/feed.ts';
import { rssOptions } from '../../../outputs/feeds/rss.ts';
import { feedArchives } from '../../../queries/feeds/documents.ts';

export const getStaticPaths = feedArchives;

export const GET: APIRoute<{ document: FeedDocument }> = ({ props }) => rss(rssOptions(props.document));
