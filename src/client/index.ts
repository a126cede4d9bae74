import { startCopyLink } from './copy-link.ts';
import { startOffline } from './offline.ts';
import { startReadAloud } from './read-aloud.ts';
import { startReaderClock } from './reader-clock.ts';
import { startTextSize } from './text-size.ts';

startTextSize();
startReaderClock();
startCopyLink();
startReadAloud();
startOffline();
