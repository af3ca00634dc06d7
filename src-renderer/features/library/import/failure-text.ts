import type { TFunction } from 'i18next';

/** An `ImportFailure`, or the same as reports of other versions have it. */
interface Failure {
  readonly kind: string;
  readonly detail: string;
}

/** Why a file did not go in and what to do, said where nothing can be entered: a password is asked for in the preview. */
export const failureText = (t: TFunction<'library'>, { kind, detail }: Failure): string =>
  kind === 'password' || kind === 'wrong-password'
    ? t('import.locked')
    : t(`import-messages:failure.${kind}`, { detail });
