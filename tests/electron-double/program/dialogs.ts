export type DialogName = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox';
type Answers = {
  showOpenDialog: { canceled: boolean; filePaths: string[] };
  showSaveDialog: { canceled: boolean; filePath: string };
  showMessageBox: { response: number };
};

const cancelled: Answers = {
  showOpenDialog: { canceled: true, filePaths: [] },
  showSaveDialog: { canceled: true, filePath: '' },
  showMessageBox: { response: 1 },
};

/** Stands in for `dialog`: answers come from the test, in order; without one the person cancels. */
export class DialogDouble {
  readonly shown: { readonly name: DialogName | 'showErrorBox'; readonly options: unknown }[] = [];
  readonly #script: { [Name in DialogName]: Answers[Name][] } = {
    showOpenDialog: [],
    showSaveDialog: [],
    showMessageBox: [],
  };

  script<Name extends DialogName>(name: Name, answer: Answers[Name]): void {
    this.#script[name].push(answer);
  }

  showOpenDialog = (_window: unknown, options: unknown) => this.#show('showOpenDialog', options);
  showSaveDialog = (_window: unknown, options: unknown) => this.#show('showSaveDialog', options);
  showMessageBox = (_window: unknown, options: unknown) => this.#show('showMessageBox', options);

  showErrorBox(title: string, content: string): void {
    this.shown.push({ name: 'showErrorBox', options: { title, content } });
  }

  async #show<Name extends DialogName>(name: Name, options: unknown): Promise<Answers[Name]> {
    this.shown.push({ name, options });
    return this.#script[name].shift() ?? cancelled[name];
  }
}
