import { Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSeenState } from '../../../application/react/blind';
import { useNavigation, useSession } from '../../../application/react/context';
import { addExample, removeExample } from '../../../domain/codebook/examples';
import type { Code } from '../../../domain/model/codebook';
import type { CodedSegment } from '../../../domain/model/segment';
import { foldedQuote } from '../../../domain/retrieval/filter';
import { fold } from '../../../domain/text/fold';
import { excerpt, shorten } from '../../../domain/text/graphemes';
import { Button, IconButton, Picker } from '../../../ui';
import styles from '../codebook.module.css';

/** Passages that show what the code means, chosen from what was coded with it. */
export function CodeExamples({ code }: { code: Code }) {
  const { t } = useTranslation('codebook');
  const state = useSeenState();
  const session = useSession();
  const navigation = useNavigation();
  const [isChoosing, setIsChoosing] = useState(false);
  const coded = useMemo(
    () => (isChoosing ? [...state.segments.values()].filter(({ tags }) => tags.includes(code.id)) : []),
    [isChoosing, state.segments, code.id],
  );
  const examples = code.examples
    .map((id) => state.segments.get(id))
    .filter((segment) => segment !== undefined);
  const titleOf = (segment: CodedSegment) => state.sources.get(segment.sourceId)?.title ?? '';

  return (
    <fieldset className={styles['group']}>
      <legend>{t('examples')}</legend>
      {examples.map((segment) => (
        <blockquote
          key={segment.id}
          className={styles['example']}
          lang={state.sources.get(segment.sourceId)?.language}
        >
          <Button
            kind="quiet"
            onPress={() =>
              navigation.go({ view: 'reader', sourceId: segment.sourceId, segmentId: segment.id })
            }
          >
            <span className={styles['quote']}>{excerpt(segment.quote)}</span>
          </Button>
          <cite>{titleOf(segment)}</cite>
          <IconButton
            label={t('removeExample')}
            onPress={() =>
              session.attempt(
                removeExample(session.state, { codeId: code.id, segmentId: segment.id }, session.stamp),
              )
            }
          >
            <X />
          </IconButton>
        </blockquote>
      ))}
      <div>
        <Button isDisabled={!code.codable} onPress={() => setIsChoosing(true)}>
          <Plus aria-hidden />
          {t('addExample')}
        </Button>
      </div>
      <Picker
        label={t('addExample')}
        placeholder={t('searchPassages')}
        isOpen={isChoosing}
        onClose={() => setIsChoosing(false)}
        search={(query) => {
          const wanted = fold(query);
          return coded
            .filter((segment) => !code.examples.includes(segment.id) && foldedQuote(segment).includes(wanted))
            .slice(0, 200)
            .map((segment) => ({
              id: segment.id,
              label: shorten(segment.quote, 200),
              detail: titleOf(segment),
            }));
        }}
        onPick={(segmentId) =>
          session.attempt(addExample(session.state, { codeId: code.id, segmentId }, session.stamp))
        }
      />
    </fieldset>
  );
}
