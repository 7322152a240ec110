/** The two soft notes of the idle warning: frequency in hertz, start in seconds. */
const NOTES = [
  { hertz: 587.33, at: 0 },
  { hertz: 783.99, at: 0.28 },
] as const;

/** Loudness of a note, 0–1: heard by the person in front, not across the floor. */
const LOUDNESS = 0.16;

/** Length of one note in seconds. */
const NOTE_SECONDS = 0.9;

/** Plays two soft rising notes. A terminal without sound stays silent; the warning is also seen. */
export function playChime(context: AudioContext = new AudioContext()): void {
  for (const { hertz, at } of NOTES) {
    const note = context.createOscillator();
    const loudness = context.createGain();
    const start = context.currentTime + at;
    note.type = 'sine';
    note.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SECONDS);
    note.connect(loudness).connect(context.destination);
    note.start(start);
    note.stop(start + NOTE_SECONDS);
    if (at > 0) note.onended = () => void context.close();
  }
}
