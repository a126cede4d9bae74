// Loaded before a command whose picture is taken: it believes that it stands in a terminal of a known size, and asks and colours as it does for a clerk.
const size = { isTTY: true, columns: Number(process.env['PICTURE_COLUMNS']), rows: 60 };
Object.assign(process.stdout, size, { getColorDepth: () => 4, hasColors: () => true });
Object.assign(process.stdin, { isTTY: true, setRawMode: () => process.stdin });
