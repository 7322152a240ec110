const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Begin and end of hours such as `22:00-06:00`, in minutes after midnight. */
export function minutesOfHours(hours: string): readonly [begin: number, end: number] {
  return [minutesOf(hours), minutesOf(hours.slice(6))];
}

/** True when a moment lies within hours such as `22:00-06:00`, on the clock of this machine; they may pass midnight. Null: never. */
export function isWithinHours(hours: string | null, moment: Date): boolean {
  if (hours === null) return false;
  const [begin, end] = minutesOfHours(hours);
  const now = moment.getHours() * 60 + moment.getMinutes();
  return begin <= end ? begin <= now && now < end : now >= begin || now < end;
}
