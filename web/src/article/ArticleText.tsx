// The text of an article with its records highlighted. All of it is in the page as text, so that a
// browser's own search finds it; the marks are drawn only near what is seen, because an article may
// be a megabyte long.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Words } from '../api/types';
import { strings } from '../i18n';
import { Arcs } from './Arcs';
import { recordAt, type Article } from './article';
import { blockAt, blocksOf, type Block } from './blocks';
import {
  activeMarks, marksByBlock, marksOf, segmentsOf, type Layer, type Mark,
} from './marks';
import { useNear } from './near';
import { PlainText } from '../parts/PlainText';
import type { ArticleRecord } from './records';
import { anchorOf, rolesOf } from './roles';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface ArticleTextProps {
  article: Article;
  /** The record whose roles are shown. */
  record: ArticleRecord | null;
  rejected: ReadonlySet<string>;
  hidden: readonly Layer[];
  choose?: (record: ArticleRecord) => void;
  /** Only the paragraphs that hold these words, and one around them. */
  part?: Words;
}

const noMarks: Mark[] = [];

/** So many blocks are drawn with their marks before it is known what is on the screen. */
const firstBlocks = 12;

function blocksShown(blocks: Block[], part: Words | undefined): [number, number] {
  if (!part) return [0, blocks.length];
  const first = Math.max(blockAt(blocks, part.begin) - 1, 0);
  return [first, blockAt(blocks, Math.max(part.end - 1, part.begin)) + 2];
}

export function ArticleText({ article, record, rejected, hidden, choose, part }: ArticleTextProps) {
  const words = strings({ en, nb });
  const frame = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<ArticleRecord | null>(null);
  const blocks = useMemo(() => blocksOf(article.text), [article]);
  const hiddenKey = hidden.join();
  const { byBlock, capped } = useMemo(() => {
    const seen = (mark: Mark) => !mark.layer || !hidden.includes(mark.layer);
    return marksByBlock(blocks, marksOf(article, rejected).filter(seen));
  }, [article, rejected, hiddenKey]);

  // A pointer that lies still must not hold back one who goes on by keys.
  useEffect(() => setHovered(null), [record]);
  const shown = hovered ?? record;
  const roles = useMemo(() => (shown ? rolesOf(article, shown) : []), [article, shown]);
  const active = useMemo(
    () => (shown ? marksByBlock(blocks, activeMarks(article, shown, roles)).byBlock : new Map()),
    [article, shown, roles],
  );

  const recordUnder = (event: Event): ArticleRecord | null => {
    const at = (event.target as Element).closest<HTMLElement>('[data-begin]')?.dataset.begin;
    return at === undefined ? null : recordAt(article, Number(at));
  };
  const onClick = (event: MouseEvent) => {
    const found = recordUnder(event);
    // Whoever marks words to copy them does not choose a record.
    if (found && choose && window.getSelection()?.isCollapsed) choose(found);
  };
  const onPointerOver = (event: PointerEvent) => {
    const onTrigger = (event.target as Element).closest('.article-trigger');
    setHovered(onTrigger && event.pointerType === 'mouse' ? recordUnder(event) : null);
  };
  const [first, last] = blocksShown(blocks, part);

  return (
    <div>
      {capped && <p class="muted">{words.capped}</p>}
      <div
        ref={frame}
        class={choose ? 'article-text choosable' : 'article-text'}
        lang={article.language}
        onClick={onClick}
        onPointerOver={onPointerOver}
        onPointerLeave={() => setHovered(null)}
      >
        {blocks.slice(first, last).map((block, index) => (
          <BlockText
            key={block.begin}
            text={article.text}
            block={block}
            marks={byBlock.get(first + index) ?? noMarks}
            active={active.get(first + index) ?? noMarks}
            atFirst={index < firstBlocks}
          />
        ))}
        {shown && <Arcs frame={frame} from={anchorOf(article, shown)} roles={roles} />}
      </div>
    </div>
  );
}

interface BlockTextProps {
  text: string;
  block: Block;
  marks: Mark[];
  active: Mark[];
  atFirst: boolean;
}

function BlockText({ text, block, marks, active, atFirst }: BlockTextProps) {
  const [target, near] = useNear<HTMLParagraphElement>(atFirst);
  const marked = near || active.length > 0;
  const content = useMemo(() => {
    if (!marked) return text.slice(block.begin, block.end);
    return segmentsOf(block, active.length > 0 ? [...marks, ...active] : marks).map((segment) => {
      const piece = <PlainText>{text.slice(segment.begin, segment.end)}</PlainText>;
      if (segment.names.length === 0) return piece;
      const names = segment.names.map((name) => `article-${name}`).join(' ');
      return (
        <span key={segment.begin} class={names} data-begin={segment.begin}>
          {piece}
        </span>
      );
    });
  }, [text, block, marks, active, marked]);
  return (
    <p ref={target} dir="auto" class={`article-block${block.continued ? ' continued' : ''}`}>
      {content}
    </p>
  );
}
