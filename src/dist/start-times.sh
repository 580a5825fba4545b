#!/usr/bin/env bash
# Times starts, each to its first painted frame, in turn: a bare JavaFX window, and the desk with 3,000 people. Wants Xvfb,
# sqlite3 and target/dist as `mvn -Pdist package` leaves it.
#
#   src/dist/start-times.sh [TIMES]     IMAGE=FOLDER takes an unpacked image, OTHER=FOLDER times another beside it
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -n "${IMAGE-}" ] || { unzip -q -d "$work" target/dist/lanyard-*-linux-*.zip; IMAGE=$work/lanyard; }
java=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")/bin/java
[ -x "${JAVA_HOME-}/bin/java" ] && java=$JAVA_HOME/bin/java

mkdir "$work/bare"
"$(dirname "$java")/javac" --system "$IMAGE/lib/runtime" --add-modules javafx.controls -d "$work/bare" src/dist/java/org/lanyard/dist/BareWindow.java
(cd "$work/bare" && "$(dirname "$java")/jar" cf ../bare.jar .)

export LANYARD_DATA=$work/data
"$IMAGE/bin/lanyard" roster sample --attendees 3000 --seed 1 -o "$work/people.csv"
"$IMAGE/bin/lanyard" roster import "$work/people.csv" --conference conf >/dev/null 2>&1
sqlite3 "$LANYARD_DATA/lanyard.db" "INSERT INTO setting(key, value) VALUES ('set-up', 'yes')"

desk() { # desk NAME IMAGE
  programs+=("$1, no cache" "$2/lib/runtime/bin/java" "-Dlanyard.app=$2/lib/app" "-Dorg.sqlite.lib.path=$2/lib/app" "@$2/lib/app/java-options"
    -cp "$2/lib/app/lanyard.jar" org.lanyard.Main --
    "$1" "$2/bin/lanyard" --
    "$1, --station" "$2/bin/lanyard" --station Desk --check-in --)
}
app=$IMAGE/lib/app
programs=("bare window, no cache" "$IMAGE/lib/runtime/bin/java" "@$app/java-options" -cp "$app/lanyard.jar:$work/bare.jar" org.lanyard.dist.BareWindow --
  "bare window" "$IMAGE/lib/runtime/bin/java" "@$app/java-options" "-XX:AOTCache=$app/window.aot" -cp "$app/lanyard.jar:$work/bare.jar" org.lanyard.dist.BareWindow --)
desk desk "$IMAGE"
[ -z "${OTHER-}" ] || desk "other desk" "$OTHER"
"$java" src/dist/java/org/lanyard/dist/StartTimes.java "${1-7}" "${programs[@]}"
