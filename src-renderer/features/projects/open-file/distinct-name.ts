/**
 * In: a name and those that are taken. Out: the name, with a number in brackets where it is taken:
 * "Study", "Study (2)", "Study (3)".
 */
export function distinctName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const bare = name.replace(/ \(\d+\)$/, '');
  let number = 2;
  while (taken.has(`${bare} (${number})`)) number += 1;
  return `${bare} (${number})`;
}
