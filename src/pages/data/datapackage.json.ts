import { dataPackage } from '../../outputs/datapackage.ts';
import { dataDescriptor } from '../../queries/data-pages.ts';

export const GET = async () => new Response(dataPackage(await dataDescriptor()));
