/**
 * Reads what a program for references writes where a file lies: a path, an address of a file, or several with
 * a description and a type around them (`:a.pdf:PDF;Title:files/2/b.pdf:application/pdf`).
 * Out: paths as they are, without the addresses' escapes.
 */
export function filesIn(value: string): string[] {
  const plain = value.replace(/\$?\\backslash\$?/g, '\\');
  return split(plain, ';').flatMap((each) => {
    const parts = split(each, ':');
    // A drive has a colon of its own, which not every program marks.
    const isListed = parts.length >= 3 && !/^(file|https?|internal-pdf)$/i.test(parts[0]?.trim() ?? '');
    const path = (isListed ? parts.slice(1, -1).join(':') : each).replace(/\\([\\:;])/g, '$1').trim();
    return path === '' ? [] : [fromAddress(path)];
  });
}

function split(text: string, by: string): string[] {
  const parts = [''];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\' && i + 1 < text.length) parts[parts.length - 1] += text.slice(i, ++i + 1);
    else if (text[i] === by) parts.push('');
    else parts[parts.length - 1] += text[i] ?? '';
  }
  return parts;
}

function fromAddress(path: string): string {
  const [, inside] = /^(?:file:\/{2,3}(?:localhost\/)?|internal-pdf:\/\/)(.*)$/i.exec(path) ?? [];
  if (inside === undefined) return path;
  try {
    return decodeURIComponent(inside);
  } catch (error) {
    // A per cent sign that is one.
    if (error instanceof URIError) return inside;
    throw error;
  }
}
