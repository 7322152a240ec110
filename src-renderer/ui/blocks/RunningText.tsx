import type { ReactNode } from 'react';
import type { Inline } from '../../../content/model/block.ts';
import { useBlockSetting } from './block-setting.ts';

/** Running text with its markup; text only ever reaches the screen as text. */
export function RunningText({ children }: { readonly children: readonly Inline[] }): ReactNode {
  return pieces(children);
}

/** Plain elements, not a component for each piece: a page has hundreds, and a touch waits for all of them. */
function pieces(children: readonly Inline[]): ReactNode {
  // A text never changes while it is shown, so a place in it is a good key.
  return children.map((piece, index) => onePiece(piece, `${index}-${piece.type}`));
}

function onePiece(piece: Inline, key: string): ReactNode {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'break':
      return <br key={key} />;
    case 'strong':
      return <strong key={key}>{pieces(piece.children)}</strong>;
    case 'emphasis':
      return <em key={key}>{pieces(piece.children)}</em>;
    case 'link':
      return <Link key={key} piece={piece} />;
  }
}

function Link({ piece }: { readonly piece: Extract<Inline, { type: 'link' }> }) {
  const { onLink } = useBlockSetting();
  return (
    <a
      href={`#${piece.to}`}
      className="text-link"
      data-document-id={piece.to}
      draggable={false}
      onClick={(event) => {
        // An anchor, because its words must break over lines like the others; the page itself goes nowhere.
        event.preventDefault();
        onLink(piece.to);
      }}
    >
      {pieces(piece.children)}
    </a>
  );
}
