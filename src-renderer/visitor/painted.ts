/** Resolves once the fonts are there and a whole frame has been painted: from now on a touch gets an answer. */
export async function painted(): Promise<void> {
  await Promise.all([
    document.fonts.load('700 5rem "Bricolage Grotesque Variable"'),
    document.fonts.load('400 3rem "Atkinson Hyperlegible Next Variable"'),
    document.fonts.load('700 3rem "Atkinson Hyperlegible Next Variable"'),
  ]);
  await nextFrame();
  await nextFrame();
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
