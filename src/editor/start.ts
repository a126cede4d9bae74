import CMS, { type CmsConfig } from '@sveltia/cms';
import { editorFormats, type FormValue } from './formats.ts';

for (const [name, { extension, fromFile, toFile }] of Object.entries(editorFormats))
  CMS.registerCustomFormat(name, extension, { fromFile, toFile: (value) => toFile(value as FormValue) });

// Generated beside this page from the model and site.yaml.
const answer = await fetch('./config.json');
void CMS.init({ config: (await answer.json()) as CmsConfig });
