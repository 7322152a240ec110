import { createContext, type ReactNode, useContext } from 'react';
import type { Block } from '../../../content/model/block.ts';
import type { DocumentId, EditionPath } from '../../../content/model/names.ts';
import type { FilmSetting } from './film-setting.ts';

/** What blocks need from the screen they stand on. */
export type BlockSetting = {
  readonly onLink: (to: DocumentId) => void;
  readonly mediaUrl: (path: EditionPath) => string;
  /** A hook: whether a question, or the text of a film, is open. Only the block that asks is drawn again when it changes. */
  readonly useIsOpen: (anchor: string) => boolean;
  readonly onToggle: (anchor: string) => void;
  /** The words for a tip and a warning, in the current language. */
  readonly tip: string;
  readonly warning: string;
  readonly film: FilmSetting;
  /** What the guide itself puts into a text: a checklist, the next events. */
  readonly embed: (block: EmbeddedBlock) => ReactNode;
};

/** Blocks that are not in the text but in the guide around it. */
export type EmbeddedBlock = Extract<Block, { type: 'checklist' | 'events' }>;

const BlockSettingContext = createContext<BlockSetting | null>(null);

/** Gives the blocks below it their setting. */
export const BlockSettingProvider = BlockSettingContext.Provider;

/** The setting of this block. */
export function useBlockSetting(): BlockSetting {
  const setting = useContext(BlockSettingContext);
  if (!setting) throw new Error('A block was shown outside BlockSettingProvider.');
  return setting;
}
