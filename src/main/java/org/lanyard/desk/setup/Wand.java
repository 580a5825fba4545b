package org.lanyard.desk.setup;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lanyard.desk.WandFilter.Scanned;
import org.lanyard.scan.KeyboardLayout;
import org.lanyard.venue.Settings;

/**
 * What is known of this station's wand: what it puts before and after a code, and whether the keyboard layout garbles what
 * it sends. On the FX thread.
 */
public final class Wand {

    /** What the calibration code holds: every key that layouts disagree about. */
    static final String CALIBRATION = "LANYARD:aA-qQ_wW/zZ.yY;mM?1234567890";

    private final Settings settings;
    private final ReadOnlyObjectWrapper<Scanned> arrived = new ReadOnlyObjectWrapper<>();
    private String prefix;
    private String suffix;
    private Optional<KeyboardLayout> layout;
    private boolean listening;

    Wand(Settings settings) {
        this.settings = settings;
        prefix = settings.get(Settings.WAND_PREFIX);
        suffix = settings.get(Settings.WAND_SUFFIX);
        layout = settings.get(Settings.WAND_LAYOUT);
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
        settings.set(Settings.WAND_LAYOUT, found);
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
        settings.set(Settings.WAND_PREFIX, before);
        settings.set(Settings.WAND_SUFFIX, after);
    }
}
