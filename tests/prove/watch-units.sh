#!/bin/sh
# Runs as a service of the container that units.ts boots: does to each unit what happens to a terminal, and writes a line for each, `ok …` or
# `FAIL …`. In the end it switches the container off.
exec >/root/told 2>&1

kiosk() { pgrep -n -u openfloor -f '^/bin/sh /usr/bin/openfloor start'; }
of() { systemctl show -P "$1" "$unit"; }
processes() { pgrep -u openfloor -fa '/usr/(bin/(openfloor|cage|xinit|Xvfb)|lib/openfloor)'; }
# until SECONDS COMMAND …: asks every fifth of a second.
until_true() {
  left=$(($1 * 5))
  shift
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 0.2
  done
}
lives() { [ "$(of ActiveState)" = active ] && [ -n "$(kiosk)" ]; }
is_another() { lives && [ "$(kiosk)" != "$before" ]; }
is_down() { [ "$(of ActiveState)" != active ] && [ -z "$(kiosk)" ]; }
has_only_one() { [ "$(pgrep -c -u openfloor -f '^/bin/sh /usr/bin/openfloor start')" = 1 ]; }
is_empty() { [ -z "$(processes)" ]; }
say() {
  what=$1
  shift
  if "$@"; then echo "ok $unit: $what"; else echo "FAIL $unit: $what ($(of ActiveState), $(of Result), $(of NRestarts) restarts; $(processes | tr '\n' ';'))"; fi
}

for unit in openfloor openfloor-x11; do
  systemctl start "$unit"
  say 'it starts' until_true 30 lives
  before=$(kiosk)
  kill -KILL "$before"
  say 'a kiosk that is killed is there again' until_true 30 is_another
  before=$(kiosk)
  kill -STOP "$before"
  say 'a kiosk that hangs is ended by the watchdog, and another one is there' until_true 90 is_another
  say 'nothing of the one that hung is left' until_true 5 has_only_one
  before=$(kiosk)
  echo 1 >/var/lib/openfloor/end
  say 'a kiosk that ends with 1 is there again' until_true 30 is_another
  echo 77 >/var/lib/openfloor/end
  say 'a kiosk that staff have left, with 77, ends the unit' until_true 30 is_down
  # Longer than systemd waits before it starts it again.
  sleep 5
  say 'and stays ended' is_down
  systemctl reset-failed "$unit"
  systemctl start "$unit"
  until_true 30 lives
  systemctl stop "$unit"
  say 'stopped, nothing of it is left' until_true 10 is_empty
done
echo done
systemctl poweroff
