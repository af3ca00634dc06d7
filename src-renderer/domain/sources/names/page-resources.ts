/** What browsers call the folder beside a saved page, in the languages of the field. */
const SUFFIX = /^(.+?)([_-](files|file|fichiers|dateien|bestanden|archivos)|\.files| - ファイル)$/i;
const PAGE = /\.(x?html?|mht(ml)?|shtml)$/i;

/**
 * Finds what belongs to saved web pages and is no document: the pictures, styles, scripts and frames that a
 * browser puts into a folder beside the page, called after it.
 * In: paths of files, folders apart by slashes. Out: those of them that lie in such a folder.
 */
export function pageResources(paths: readonly string[]): ReadonlySet<string> {
  const pages = new Set(paths.filter((path) => PAGE.test(path)).map((path) => key(path.replace(PAGE, ''))));
  return new Set(paths.filter((path) => foldersOf(path).some((folder) => isBesidePage(folder, pages))));
}

function isBesidePage(folder: string, pages: ReadonlySet<string>): boolean {
  const [, stem] = SUFFIX.exec(folder) ?? [];
  return stem !== undefined && pages.has(key(stem));
}

/** Every folder above a file, as a path. */
const foldersOf = (path: string): string[] => {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('/'));
};

const key = (path: string): string => path.normalize('NFC').toLowerCase();
