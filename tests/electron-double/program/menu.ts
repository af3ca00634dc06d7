import type { MenuItemConstructorOptions } from 'electron';

interface Menu {
  readonly template: readonly MenuItemConstructorOptions[];
}

/** Stands in for `Menu`: keeps the template, and chooses an item as a click would. */
export class MenuDouble {
  #application: Menu = { template: [] };

  buildFromTemplate = (template: readonly MenuItemConstructorOptions[]): Menu => ({ template });

  setApplicationMenu = (menu: Menu): void => {
    this.#application = menu;
  };

  get template(): readonly MenuItemConstructorOptions[] {
    return this.#application.template;
  }

  item(id: string): MenuItemConstructorOptions | undefined {
    const items = this.template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
    return items.find((item) => item.id === id);
  }

  choose(id: string): void {
    const item = this.item(id);
    if (!item?.click) throw new Error(`The menu has no command ${id}`);
    (item.click as () => void)();
  }
}
