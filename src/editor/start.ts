import CMS, { type CmsConfig } from '@sveltia/cms';
import type { EditorPage } from './bundle.ts';
import { showFindings } from './findings-panel.ts';
import { editorFormats, type FormValue } from './formats.ts';
import { useLocalFolder } from './local-folder.ts';

for (const [name, { extension, fromFile, toFile }] of Object.entries(editorFormats))
  CMS.registerCustomFormat(name, extension, { fromFile, toFile: (value) => toFile(value as FormValue) });

// Generated beside this page from the model and site.yaml.
const answer = await fetch('./config.json');
const { place, config } = (await answer.json()) as EditorPage;
if (place === 'this machine') {
  useLocalFolder();
  showFindings();
}
void CMS.init({ config: config as CmsConfig });
