import type { Still } from '../../../content/model/block.ts';
import { useBlockSetting } from './block-setting.ts';

/** In the order of choice: the screen takes the first it can show. */
const PICTURE_TYPES = ['image/avif', 'image/webp'] as const;

/** A still picture in the width and format that suit the screen; an empty `alt` when words beside it say the same. */
export function Picture({ still, alt }: { readonly still: Still; readonly alt: string }) {
  const { mediaUrl } = useBlockSetting();
  return (
    <picture>
      {PICTURE_TYPES.map((type) => {
        const files = still.sources?.filter((source) => source.type === type) ?? [];
        if (files.length === 0) return null;
        const widths = files.map(({ media, width }) => `${mediaUrl(media)} ${width}w`);
        // Pictures take nearly the whole width of the screen.
        return <source key={type} type={type} srcSet={widths.join(', ')} sizes="100vw" />;
      })}
      <img
        src={mediaUrl(still.media)}
        width={still.width}
        height={still.height}
        alt={alt}
        draggable={false}
      />
    </picture>
  );
}
