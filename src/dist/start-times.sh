#!/usr/bin/env bash
# Times starts in turn: a bare JavaFX window with a cache of its own, the desk with 3,000 people to its first painted frame, and
# two commands; with the page cache as it is and, for root, dropped before each start. Wants Xvfb, GNU time, sqlite3, and target
# as `mvn -Pdist package` leaves it.
#
#   src/dist/start-times.sh [TIMES]     IMAGE=FOLDER takes an unpacked image; OLD=FOLDER times another checkout's jar beside it,
#                                       as `mvn package` leaves it there; CACHE=warm or dropped does one half alone
set -euo pipefail
cd "$(dirname "$0")/../.."
times=${1-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -n "${IMAGE-}" ] || { unzip -q -d "$work" target/dist/lanyard-*-linux-*.zip; IMAGE=$work/lanyard; }
jdk=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
[ -x "${JAVA_HOME-}/bin/java" ] && jdk=$JAVA_HOME
app=$IMAGE/lib/app
own=("$IMAGE/lib/runtime/bin/java" "@$app/java-options")

mkdir "$work/bare"
"$jdk/bin/javac" --system "$IMAGE/lib/runtime" --add-modules javafx.controls -d "$work/bare" src/dist/java/org/lanyard/dist/BareWindow.java
"$jdk/bin/jar" cf "$work/bare.jar" -C "$work/bare" .
bare=(-cp "$work/bare.jar" org.lanyard.dist.BareWindow)
xvfb-run -a -s '-screen 0 1366x768x24' "${own[@]}" -XX:TieredStopAtLevel=1 -XX:AOTMode=record "-XX:AOTConfiguration=$work/bare.conf" "${bare[@]}" once >/dev/null 2>&1
"${own[@]}" -XX:AOTMode=create "-XX:AOTConfiguration=$work/bare.conf" "-XX:AOTCache=$work/bare.aot" "${bare[@]}" >/dev/null 2>&1

programs=("bare window, image + cache" "${own[@]}" "-XX:AOTCache=$work/bare.aot" "${bare[@]}" --)
commands=()
station() { # station NAME COMMAND... -- a station of its own, since each version keeps its own database
  local name=$1 data=$work/data-$1; shift
  LANYARD_DATA=$data "$@" roster import "$work/people.csv" --conference conf >/dev/null 2>&1
  sqlite3 "$data/lanyard.db" "INSERT INTO setting(key, value) VALUES ('set-up', 'yes')"
  programs+=("desk, $name" "LANYARD_DATA=$data" "$@" --)
  commands+=("--version, $name" "LANYARD_DATA=$data" "<" "" "$@" --version --
    "scan, $name" "LANYARD_DATA=$data" "<" "$code" "$@" scan --check-in --station Desk --)
}
"$IMAGE/bin/lanyard" roster sample --attendees 3000 --seed 1 -o "$work/people.csv"
code=$(sed -n 2p "$work/people.csv" | cut -d, -f1)
if [ -n "${OLD-}" ]; then
  station "old jar" "$jdk/bin/java" -jar "$OLD/target/lanyard.jar"
  station "old jar, linked Java" "$IMAGE/lib/runtime/bin/java" -jar "$OLD/target/lanyard.jar"
fi
station "jar" "$jdk/bin/java" -jar target/lanyard.jar
station "image" "${own[@]}" "-Dlanyard.app=$app" "-Dorg.sqlite.lib.path=$app" -cp "$app/lanyard.jar" org.lanyard.Main
station "image + cache" "$IMAGE/bin/lanyard"

measure() { "$jdk/bin/java" src/dist/java/org/lanyard/dist/StartTimes.java "$times" "$1" "${programs[@]}" "${commands[@]}"; }
if [ "${CACHE-warm}" = warm ]; then measure warm; fi
if [ "${CACHE-dropped}" = dropped ] && [ -w /proc/sys/vm/drop_caches ]; then measure dropped; fi
