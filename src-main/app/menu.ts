import type { MenuItemConstructorOptions } from 'electron';
import type { MenuItemRequest, MenuSectionRequest } from '../contract/requests';
import { acceleratorOf } from './accelerator';
import { strings } from './strings';

type Role = 'cut' | 'copy' | 'paste' | 'selectAll';
const editRoles: readonly Role[] = ['cut', 'copy', 'paste', 'selectAll'];
const rolePrefix = 'role:';

/**
 * The native menu from the renderer's commands.
 * In: the sections, the platform, and who hears of a chosen command. What the window itself does (cut,
 * copy, paste, quit) is added where the renderer left it out. Without sections: the menu of the first moment.
 */
export function menuTemplate(
  sections: readonly MenuSectionRequest[],
  platform: NodeJS.Platform,
  onCommand: (id: string) => void,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const filled = sections.filter((section) => section.items.length > 0 || section.id === 'edit');
  const edited = filled.some((section) => section.id === 'edit')
    ? filled
    : [...filled, { id: 'edit', label: strings.edit, items: [] }];
  const menus = edited.map((section, index) => {
    const items = section.items.map((item) => itemOf(item, mac, onCommand));
    if (section.id === 'edit') items.push(...missingRoles(section));
    if (index === 0 && !mac) items.push({ type: 'separator' }, { role: 'quit', label: strings.quit });
    return { id: section.id, label: literal(section.label), submenu: items };
  });
  return mac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}

function itemOf(
  item: MenuItemRequest,
  mac: boolean,
  onCommand: (id: string) => void,
): MenuItemConstructorOptions {
  const role = editRoles.find((known) => item.id === rolePrefix + known);
  if (role) return { role, label: literal(item.label) };
  return {
    id: item.id,
    label: literal(item.label),
    enabled: item.enabled,
    click: () => onCommand(item.id),
    ...shownKeys(item.keys, mac),
  };
}

/**
 * The page hears the keys itself, since only it knows whether a text field has the focus; the menu shows
 * them. macOS takes every key it shows, so a bare key such as "1" is left out there.
 */
function shownKeys(keys: string, mac: boolean): MenuItemConstructorOptions {
  const accelerator = acceleratorOf(keys);
  if (accelerator === undefined || (mac && !keys.startsWith('Mod+'))) return {};
  return { accelerator, registerAccelerator: false };
}

function missingRoles(section: MenuSectionRequest): MenuItemConstructorOptions[] {
  const given = new Set(section.items.map((item) => item.id));
  const missing = editRoles.filter((role) => !given.has(rolePrefix + role));
  const separator: MenuItemConstructorOptions[] =
    missing.length > 0 && section.items.length > 0 ? [{ type: 'separator' }] : [];
  return [...separator, ...missing.map((role) => ({ role, label: strings[role] }))];
}

/** An ampersand in a native menu marks a key of access; a doubled one stands for itself. */
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}
