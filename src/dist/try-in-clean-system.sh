#!/usr/bin/env bash
# Tries the packages in a Debian root file system that has nothing of ours: installs the .deb, starts the window under Xvfb as a
# new user, loads a roster, scans by keyboard and on the command line, upgrades under the station's data, removes, and does the
# same with the zip. Needs root, debootstrap, and target/dist as `mvn -Pdist package` leaves it.
#
#   src/dist/try-in-clean-system.sh [OLDER.deb]     BASE=FOLDER keeps the bare Debian for the next time
set -euo pipefail
cd "$(dirname "$0")/../.."
deb=$(ls "$PWD"/target/dist/lanyard-*-linux-*.deb) zip=$(ls "$PWD"/target/dist/lanyard-*-linux-*.zip)
older=${1-$deb}
base=${BASE:-$(mktemp -d)} root=$(mktemp -d)
suite=${SUITE:-bookworm} mirror=${MIRROR:-http://deb.debian.org/debian}
tools="xvfb xauth xdotool imagemagick unzip procps"

say() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { chroot "$root" su - volunteer -c "$1"; }
expect() { if grep -q -- "$1" <<<"$2"; then echo "ok: $1"; else echo "NOT: $1 in: $2"; exit 1; fi; }
# Nothing of this machine is mounted into the root but /proc, and nothing is deleted across a mount.
leave() { umount "$root/proc" 2>/dev/null || umount -l "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root"; }
trap leave EXIT

say "a bare Debian ($suite)"
[ -x "$base/bin/sh" ] || debootstrap --variant=minbase "$suite" "$base" "$mirror" >/dev/null
cp -a "$base/." "$root"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm" && chmod 1777 "$root/dev/shm"
while read -r node major minor; do
  [ -c "$root/dev/$node" ] || { rm -f "$root/dev/$node"; mknod -m 666 "$root/dev/$node" c "$major" "$minor"; }
done <<<'null 1 3
zero 1 5
full 1 7
random 1 8
urandom 1 9
tty 5 0'
ln -sfn /proc/self/fd "$root/dev/fd"
inside apt-get -qq update && inside apt-get -qq install -y --no-install-recommends $tools >/dev/null 2>&1
inside useradd --create-home --shell /bin/bash volunteer
cp "$deb" "$root/tmp/lanyard.deb"; cp "$older" "$root/tmp/older.deb"; cp "$zip" "$root/tmp/lanyard.zip"
! inside sh -c 'command -v lanyard java' || { echo "there is a lanyard or a java already"; exit 1; }

say "install"
inside apt-get -qq install -y --no-install-recommends /tmp/older.deb >/dev/null 2>&1
inside dpkg -s lanyard | grep -E '^(Status|Version|Installed-Size)'
inside ls -l /usr/bin/lanyard
inside test -f /usr/share/applications/lanyard.desktop && inside test -f /usr/share/mime/packages/lanyard.xml && echo "menu entry and file type are there"
as_user 'lanyard --version'

window() { # window PROGRAM ARGUMENTS -- types a code into the window and closes it; the picture is kept
  as_user "cat > try.sh <<'SCRIPT'
xvfb-run -a -s '-screen 0 1366x768x24' sh -c '
  $1 >window.out & pid=\$!
  for i in \$(seq 300); do id=\$(xdotool search --onlyvisible --name Lanyard 2>/dev/null | head -1); [ -n \"\$id\" ] && break; sleep 0.1; done
  [ -n \"\$id\" ] || { echo no window; kill \$pid; exit 1; }
  xdotool windowfocus \$id; sleep 1
  xdotool type --delay 5 \"$2\"; xdotool key Return; sleep 2
  import -window root /tmp/window-$3.png
  xdotool key --window \$id --clearmodifiers alt+F4; xdotool windowclose \$id 2>/dev/null; sleep 1; kill \$pid 2>/dev/null; wait \$pid; true'
SCRIPT
sh try.sh"
  as_user 'test ! -s window.out && echo "ok: nothing on standard output"'
  cp "$root/tmp/window-$3.png" target/
}

station() { # station PROGRAM NAME
  local lanyard=$1 answer
  say "$2: a new user loads a roster"
  as_user "$lanyard roster sample --attendees 200 --seed 7 -o people.csv && $lanyard roster import people.csv --conference conf --timezone Europe/Berlin 2>/dev/null | tail -3"
  say "$2: the window, and a scan in it"
  code=$(as_user "$lanyard roster search a --limit 1" | awk '{print $1}')
  window "$lanyard --station Desk --check-in" "$code" "$2"
  answer=$(as_user "$lanyard export check-ins --no-bom"); expect "$code" "$answer"
  say "$2: a scan on the command line; standard output has the answer and nothing else"
  answer=$(as_user "echo $code | $lanyard scan --check-in --station 'Door A' 2>errors.txt"); echo "$answer"
  expect '^{"payload":"'"$code"'"' "$answer"; expect '"verdict":"re_entry"' "$answer"; [ "$(wc -l <<<"$answer")" = 1 ]
  as_user 'test ! -s errors.txt && echo "ok: nothing on standard error"'
}

station lanyard deb
say "upgrade under the station's data, while a scan is open"
as_user "(sleep 4; echo $code) | lanyard scan --check-in --station 'Door B' > open.txt & sleep 1; wait" & open=$!
sleep 2; inside apt-get -qq install -y --reinstall --no-install-recommends --allow-downgrades /tmp/lanyard.deb >/dev/null 2>&1; wait $open
expect '"verdict":"re_entry"' "$(cat "$root/home/volunteer/open.txt")"
expect 'Door B' "$(as_user 'lanyard export check-ins --no-bom')"
as_user 'lanyard verify' && as_user 'lanyard stats' | head -3

say "remove, and purge: the data stays"
inside apt-get -qq remove -y lanyard >/dev/null 2>&1; inside dpkg --purge lanyard >/dev/null 2>&1
! inside sh -c 'command -v lanyard' && inside test ! -e /usr/lib/lanyard && echo "ok: nothing of the program is left"
as_user 'ls .local/share/lanyard'

say "what is missing is said in one sentence"
failure() { # failure WORDS COMMAND
  local said code=0
  said=$(as_user "$2" 2>&1 >/dev/null) || code=$?
  echo "exit $code: $said"
  [ $code = 1 ] && [ "$(wc -l <<<"$said")" = 1 ] && expect "$1" "$said"
}
inside useradd --create-home --shell /bin/bash unlucky
as_user() { chroot "$root" su - unlucky -c "$1"; }
as_user 'unzip -q /tmp/lanyard.zip && lanyard/bin/lanyard --version'
inside sh -c 'mkdir /hidden && mv /usr/share/fonts /hidden/ && fc-cache -f'
failure 'font' 'xvfb-run -a lanyard/bin/lanyard --station Desk'
inside sh -c 'mv /hidden/fonts /usr/share/ && mv /usr/lib/*/libgtk-3.so.0* /hidden/'
failure 'GTK' 'xvfb-run -a lanyard/bin/lanyard --station Desk'
inside sh -c 'mv /hidden/libgtk-3.so.0* /usr/lib/$(ls /usr/lib | grep linux-gnu)/'
failure 'cannot' 'xvfb-run -a lanyard/bin/lanyard --data /nobodys/folder --station Desk'
failure 'display' 'DISPLAY=:98 lanyard/bin/lanyard --station Desk </dev/null'

say "the zip, for another user"
inside useradd --create-home --shell /bin/bash zipper
as_user() { chroot "$root" su - zipper -c "$1"; }
as_user 'unzip -q /tmp/lanyard.zip && lanyard/bin/lanyard --version'
station lanyard/bin/lanyard zip
say "a cache that does not fit: the answer and nothing else"
for spoil in 'head -c 1000000 cache >' 'head -c 2000000 /dev/urandom >' ': >' 'rm -f'; do
  as_user "cp lanyard/lib/app/records.aot cache; $spoil lanyard/lib/app/records.aot"
  answer=$(as_user "echo $code | lanyard/bin/lanyard scan --check-in --station 'Door A' 2>&1")
  expect '^{"payload":"'"$code"'"' "$answer"; [ "$(wc -l <<<"$answer")" = 1 ]
  as_user 'mv cache lanyard/lib/app/records.aot'
done
say "done: pictures of both windows are in target"
