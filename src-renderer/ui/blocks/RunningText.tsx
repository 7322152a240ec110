import { Fragment } from 'react';
import type { Inline } from '../../../content/model/block.ts';
import { useBlockSetting } from './block-setting.ts';

/** Running text with its markup; text only ever reaches the screen as text. */
export function RunningText({ children }: { readonly children: readonly Inline[] }) {
  // A text never changes while it is shown, so a place in it is a good key.
  return children.map((child, index) => <Piece key={`${index}-${child.type}`} piece={child} />);
}

function Piece({ piece }: { readonly piece: Inline }) {
  const { onLink } = useBlockSetting();
  switch (piece.type) {
    case 'text':
      return <Fragment>{piece.text}</Fragment>;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <RunningText>{piece.children}</RunningText>
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <RunningText>{piece.children}</RunningText>
        </em>
      );
    case 'link':
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
          <RunningText>{piece.children}</RunningText>
        </a>
      );
  }
}
