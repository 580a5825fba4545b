package org.lanyard.desk.setup;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lanyard.desk.Settings;
import org.lanyard.desk.WandFilter.Scanned;
import org.lanyard.scan.KeyboardLayout;
import org.lanyard.venue.Venue;

/**
 * What is known of this station's wand: what it puts before and after a code, and whether the keyboard layout garbles what
 * it sends. On the FX thread.
 */
public final class Wand {

    /** What the calibration code holds: every key that layouts disagree about. */
    static final String CALIBRATION = "LANYARD:aA-qQ_wW/zZ.yY;mM?1234567890";
    private static final String LAYOUT = "wand.layout";

    private final Venue venue;
    private final ReadOnlyObjectWrapper<Scanned> arrived = new ReadOnlyObjectWrapper<>();
    private String prefix;
    private String suffix;
    private Optional<KeyboardLayout> layout;
    private boolean listening;

    Wand(Venue venue) {
        this.venue = venue;
        prefix = venue.setting(Settings.WAND_PREFIX).orElse("");
        suffix = venue.setting(Settings.WAND_SUFFIX).orElse("");
        layout = venue.setting(LAYOUT).map(KeyboardLayout::valueOf);
    }

    void listen(boolean now) {
        listening = now;
    }

    /** Whether a scan is to be looked at instead of decided. */
    public boolean listens() {
        return listening;
    }

    /** A scan to be looked at; where it is the calibration code, what garbled it is undone from now on. */
    public void arrived(Scanned scanned) {
        String text = trimmed(scanned.text());
        if (text.equals(CALIBRATION)) {
            layout(Optional.empty());
        } else {
            KeyboardLayout.garbling(CALIBRATION, text).ifPresent(found -> layout(Optional.of(found)));
        }
        arrived.set(scanned);
    }

    ReadOnlyObjectProperty<Scanned> arrivedProperty() {
        return arrived.getReadOnlyProperty();
    }

    Optional<KeyboardLayout> layout() {
        return layout;
    }

    private void layout(Optional<KeyboardLayout> found) {
        layout = found;
        venue.set(LAYOUT, found.map(Enum::name).orElse(null));
    }

    /** What the wand meant: without its own additions, and as if the keyboard had been the one it believes in. */
    public String repaired(Scanned scanned) {
        String text = trimmed(scanned.text());
        return layout.map(garbling -> garbling.undo(text)).orElse(text);
    }

    private String trimmed(String text) {
        String from = !prefix.isEmpty() && text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        return !suffix.isEmpty() && from.endsWith(suffix) ? from.substring(0, from.length() - suffix.length()) : from;
    }

    String prefix() {
        return prefix;
    }

    String suffix() {
        return suffix;
    }

    void additions(String before, String after) {
        prefix = before;
        suffix = after;
        venue.set(Settings.WAND_PREFIX, before.isEmpty() ? null : before);
        venue.set(Settings.WAND_SUFFIX, after.isEmpty() ? null : after);
    }
}
