const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** True when a moment lies within hours such as `22:00-06:00`, on the clock of this machine; they may pass midnight. Null: never. */
export function isWithinHours(hours: string | null, moment: Date): boolean {
  if (hours === null) return false;
  const [begin, end] = [minutesOf(hours), minutesOf(hours.slice(6))];
  const now = moment.getHours() * 60 + moment.getMinutes();
  return begin <= end ? begin <= now && now < end : now >= begin || now < end;
}
