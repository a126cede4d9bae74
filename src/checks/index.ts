import { bareUrls } from './content/bare-urls.ts';
import { blanks, draftBlanks } from './content/blanks.ts';
import { brokenCharacters } from './content/broken-characters.ts';
import { brokenEmphasis } from './content/broken-emphasis.ts';
import { changeNotes } from './content/change-notes.ts';
import { commitmentIds } from './content/commitment-ids.ts';
import { dateOrder } from './content/date-order.ts';
import { demoGuard } from './content/demo-guard.ts';
import { duplicateKey } from './content/duplicate-key.ts';
import { eatenByHash } from './content/eaten-by-hash.ts';
import { emptyBodies } from './content/empty-bodies.ts';
import { emptyCollections } from './content/empty-collections.ts';
import { encoding } from './content/encoding.ts';
import { entryFiles } from './content/entry-files.ts';
import { exceptionDates } from './content/exceptions.ts';
import { figureReferences } from './content/figure-references.ts';
import { fileNames } from './content/file-names.ts';
import { fileTypes } from './content/file-types.ts';
import { filingFields } from './content/filing-fields.ts';
import { folderDate } from './content/folder-date.ts';
import { folderShape } from './content/folder-shape.ts';
import { freshnessRules } from './content/freshness.ts';
import { unexplainedFootnotes, unusedFootnotes } from './content/footnotes.ts';
import { formerStaff, longFormerStaff } from './content/former-staff.ts';
import { frontmatterFence } from './content/frontmatter-fence.ts';
import { fullWidthColon } from './content/full-width-colon.ts';
import { futureDates } from './content/future-dates.ts';
import { headings } from './content/headings.ts';
import { closedDocuments, documentPersons, hiddenParts } from './content/hidden-parts.ts';
import { honestDates } from './content/honest-dates.ts';
import { invisibleSpaces } from './content/invisible-spaces.ts';
import { largePictures } from './content/large-pictures.ts';
import { listMarks } from './content/list-marks.ts';
import { listPunctuation } from './content/list-punctuation.ts';
import { lostAddresses } from './content/lost-addresses.ts';
import { meetingEvidence } from './content/meeting-evidence.ts';
import { missingFiles } from './content/missing-files.ts';
import { needsQuotes } from './content/needs-quotes.ts';
import { identityNumbers, mobileNumbers } from './content/personal-data.ts';
import { photoMetadata } from './content/photo-metadata.ts';
import { noticeNames } from './content/notice-names.ts';
import { pictureWords } from './content/picture-words.ts';
import { pictures } from './content/pictures.ts';
import { punctuation } from './content/punctuation.ts';
import { quotedTitles } from './content/quoted-titles.ts';
import { quotes } from './content/quotes.ts';
import { recordings } from './content/recordings.ts';
import { references } from './content/references.ts';
import { reportParts } from './content/report-parts.ts';
import { reportYear } from './content/report-year.ts';
import { responsiblePosts } from './content/responsible-posts.ts';
import { rewrittenLedger } from './content/rewritten-ledger.ts';
import { rewrittenMeetings } from './content/rewritten-meetings.ts';
import { schemaRules } from './content/schema-rules.ts';
import { siteFile } from './content/site-file.ts';
import { siteLinks } from './content/site-links.ts';
import { spaceAfterColon } from './content/space-after-colon.ts';
import { standardItems } from './content/standard-items.ts';
import { successors } from './content/successors.ts';
import { tables } from './content/tables.ts';
import { tabs } from './content/tabs.ts';
import { uniqueIds } from './content/unique-ids.ts';
import { unreadFiles } from './content/unread-files.ts';
import { unsafeMdxRules } from './content/unsafe-mdx.ts';
import { unusedFiles } from './content/unused-files.ts';
import { commonSlips, termForms } from './content/wording.ts';
import { yamlSyntax } from './content/yaml-syntax.ts';
import { resultRules } from './result-rules.ts';
import type { Rule } from './rule.ts';

/** Every rule of the content gate, in the order of the clerk's docs. */
export const contentRules: readonly Rule[] = [
  ...[
    encoding,
    fileNames,
    folderShape,
    entryFiles,
    missingFiles,
    pictures,
    unusedFiles,
    largePictures,
    fileTypes,
    unreadFiles,
    pictureWords,
    brokenCharacters,
  ],
  ...[frontmatterFence, fullWidthColon, spaceAfterColon, invisibleSpaces, tabs, quotes, eatenByHash, listPunctuation, listMarks],
  ...[needsQuotes, duplicateKey, yamlSyntax, tables],
  ...schemaRules,
  ...[blanks, draftBlanks],
  ...[references, meetingEvidence, figureReferences, standardItems, commitmentIds, responsiblePosts, siteLinks],
  ...[
    futureDates,
    folderDate,
    dateOrder,
    reportYear,
    honestDates,
    changeNotes,
    successors,
    lostAddresses,
    rewrittenLedger,
    rewrittenMeetings,
  ],
  ...unsafeMdxRules,
  ...[brokenEmphasis, bareUrls, headings, emptyBodies, reportParts, unexplainedFootnotes, unusedFootnotes],
  ...[siteFile, uniqueIds, emptyCollections, demoGuard, filingFields],
  ...freshnessRules,
  ...[formerStaff, longFormerStaff],
  ...[quotedTitles, termForms, commonSlips, punctuation],
  ...[
    identityNumbers,
    mobileNumbers,
    hiddenParts,
    documentPersons,
    photoMetadata,
    recordings,
    closedDocuments,
    exceptionDates,
    noticeNames,
  ],
  ...resultRules,
];
