import CMS, { type CmsConfig } from '@sveltia/cms';

// Generated beside this page from the model and site.yaml.
const answer = await fetch('./config.json');
void CMS.init({ config: (await answer.json()) as CmsConfig });
