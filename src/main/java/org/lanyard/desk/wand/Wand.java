package org.lanyard.desk.wand;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lanyard.venue.Settings;

/**
 * This station's wand: what it puts before and after a code, how fast it is, and how the keyboard layout garbles what it
 * sends. On the FX thread.
 */
public final class Wand {

    // A wand may be this much slower than at its check.
    private static final double LEEWAY = 1.5;

    private final Settings settings;
    private final ReadOnlyObjectWrapper<Optional<Scanned>> arrived = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Duration> slowest = new ReadOnlyObjectWrapper<>(KeyRun.FAST);
    private final ReadOnlyObjectWrapper<Duration> limit = new ReadOnlyObjectWrapper<>(KeyRun.FAST);
    private String prefix;
    private String suffix;
    private Calibration learnt;
    private boolean listening;

    public Wand(Settings settings) {
        this.settings = settings;
        prefix = settings.get(Settings.WAND_PREFIX);
        suffix = settings.get(Settings.WAND_SUFFIX);
        learnt = Calibration.of(settings.get(Settings.WAND_LEARNT));
        slowest.set(Duration.ofMillis(settings.get(Settings.WAND_SLOWEST)));
        limit.set(slowest.get());
    }

    private static Duration between(Duration perKey) {
        return Duration.ofMillis(Math.clamp(perKey.toMillis(), KeyRun.FAST.toMillis(), KeyRun.SLOWEST.toMillis()));
    }

    public void listen(boolean now) {
        listening = now;
        limit.set(listening ? KeyRun.SLOWEST : slowest.get());
    }

    /** True while a scan is to be looked at instead of decided. */
    public boolean listens() {
        return listening;
    }

    /** A scan to be looked at; from the calibration code is learnt how fast the wand is, and what it adds and garbles. */
    public void arrived(Scanned scanned) {
        Calibration.learn(scanned.text()).ifPresent(found -> {
            learnt = found.calibration();
            settings.set(Settings.WAND_LEARNT, learnt.kept());
            additions(found.prefix(), found.suffix());
            setSlowest(Duration.ofMillis(Math.round(scanned.perKey().toMillis() * LEEWAY)));
        });
        arrived.set(Optional.of(scanned));
    }

    public ReadOnlyObjectProperty<Optional<Scanned>> arrivedProperty() {
        return arrived.getReadOnlyProperty();
    }

    public String trimmedArrival() {
        return arrived.get().map(Scanned::text).map(this::trimmed).orElse("");
    }

    public Calibration learnt() {
        return learnt;
    }

    public ReadOnlyObjectProperty<Duration> slowestProperty() {
        return slowest.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Duration> limitProperty() {
        return limit.getReadOnlyProperty();
    }

    /** @param perKey cut to what is possible: 35 to 120 ms */
    public void setSlowest(Duration perKey) {
        slowest.set(between(perKey));
        listen(listening);
        settings.set(Settings.WAND_SLOWEST, (int) slowest.get().toMillis());
    }

    /** True for a text that is like a code, as it arrived or once the layout is undone; at the wand check, for any. */
    public boolean mayHaveSent(String text) {
        return listening || KeyRun.looksLikeCode(text) || KeyRun.looksLikeCode(learnt.undo(text));
    }

    /** The code as the wand read it: without its own additions, the keyboard layout undone. */
    public String repaired(Scanned scanned) {
        return learnt.undo(halfWidth(trimmed(scanned.text())));
    }

    // Full-width letters, digits and signs, as an East Asian input method writes them, as plain ones.
    private static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append((char) (c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)));
        return plain.toString();
    }

    private String trimmed(String text) {
        String from = !prefix.isEmpty() && text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        return !suffix.isEmpty() && from.endsWith(suffix) ? from.substring(0, from.length() - suffix.length()) : from;
    }

    public String prefix() {
        return prefix;
    }

    public String suffix() {
        return suffix;
    }

    public void additions(String before, String after) {
        prefix = before;
        suffix = after;
        settings.set(Settings.WAND_PREFIX, before);
        settings.set(Settings.WAND_SUFFIX, after);
    }
}
