import { Lightbulb, MessagesSquare, Minus, Plus, TriangleAlert } from 'lucide-react';
import type { Block } from '../../../content/model/block.ts';
import { useBlockSetting } from './block-setting.ts';
import { Film } from './Film.tsx';
import { Picture } from './Picture.tsx';
import { RunningText } from './RunningText.tsx';
import './blocks.css';

type BlocksProps = {
  readonly blocks: readonly Block[];
  /** Begins the anchors of these blocks, the same in every language, for instance `b`. */
  readonly prefix: string;
};

/** The blocks of a document, each with an anchor to keep the visitor's place by. */
export function Blocks({ blocks, prefix }: BlocksProps) {
  return blocks.map((block, index) => {
    const anchor = `${prefix}${index}`;
    return <OneBlock key={anchor} block={block} anchor={anchor} />;
  });
}

function OneBlock({ block, anchor }: { readonly block: Block; readonly anchor: string }) {
  switch (block.type) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return (
        <Heading
          className="block-heading"
          data-anchor={anchor}
          data-station={block.level === 2 ? block.anchor : undefined}
        >
          <RunningText>{block.children}</RunningText>
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p data-anchor={anchor}>
          <RunningText>{block.children}</RunningText>
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={`block-list block-list--${block.ordered ? 'ordered' : 'plain'}`}>
          <Items items={block.items} anchor={anchor} />
        </List>
      );
    }
    case 'steps':
      return (
        <ol className="block-steps">
          <Items items={block.items} anchor={anchor} />
        </ol>
      );
    case 'tip':
    case 'warning':
    case 'contact':
      return <Aside block={block} anchor={anchor} />;
    case 'question':
      return <Question block={block} anchor={anchor} />;
    case 'image':
      return <Figure block={block} anchor={anchor} />;
    case 'video':
      return <Film block={block} anchor={anchor} />;
    case 'checklist':
    case 'events':
      return <Embedded block={block} anchor={anchor} />;
  }
}

function Items({
  items,
  anchor,
}: {
  readonly items: readonly (readonly Block[])[];
  readonly anchor: string;
}) {
  return items.map((item, index) => {
    const prefix = `${anchor}-${index}-`;
    return (
      <li key={prefix}>
        <Blocks blocks={item} prefix={prefix} />
      </li>
    );
  });
}

type PartProps<Type extends Block['type']> = {
  readonly block: Extract<Block, { type: Type }>;
  readonly anchor: string;
};

const ASIDE_ICONS = { tip: Lightbulb, warning: TriangleAlert, contact: MessagesSquare } as const;

function Aside({ block, anchor }: PartProps<'tip' | 'warning' | 'contact'>) {
  const setting = useBlockSetting();
  const Icon = ASIDE_ICONS[block.type];
  return (
    <aside className={`block-aside block-aside--${block.type}`} data-anchor={anchor}>
      <Icon aria-hidden size="4.4rem" strokeWidth={2.2} />
      <div>
        <p className="block-aside__title">
          {block.type !== 'contact' && <span className="visually-hidden">{setting[block.type]} : </span>}
          <RunningText>{block.title}</RunningText>
        </p>
        <Blocks blocks={block.blocks} prefix={`${anchor}-`} />
      </div>
    </aside>
  );
}

function Embedded({ block, anchor }: PartProps<'checklist' | 'events'>) {
  const { embed } = useBlockSetting();
  return (
    <div className="block-embedded" data-anchor={anchor}>
      {embed(block)}
    </div>
  );
}

function Question({ block, anchor }: PartProps<'question'>) {
  const { useIsOpen, onToggle } = useBlockSetting();
  const isOpen = useIsOpen(block.anchor);
  const answerId = `answer-${block.anchor}`;
  const Icon = isOpen ? Minus : Plus;
  return (
    <section className="block-question" data-anchor={anchor} data-open={isOpen || undefined}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={answerId}
        data-question={block.anchor}
        onClick={() => onToggle(block.anchor)}
      >
        <span>
          <RunningText>{block.question}</RunningText>
        </span>
        <Icon aria-hidden size="4rem" strokeWidth={2.6} />
      </button>
      <div id={answerId} className="block-question__answer" hidden={!isOpen}>
        <Blocks blocks={block.answer} prefix={`${anchor}-`} />
      </div>
    </section>
  );
}

function Figure({ block, anchor }: PartProps<'image'>) {
  return (
    <figure className="block-picture" data-anchor={anchor}>
      <Picture still={block} alt={block.alt} />
      {block.caption && <figcaption>{block.caption}</figcaption>}
    </figure>
  );
}
