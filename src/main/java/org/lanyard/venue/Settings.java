package org.lanyard.venue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.StationFault;

/**
 * The settings of this station, read from memory and saved behind the caller's back: no method waits for the disk.
 * May be used from any thread.
 */
public final class Settings {

    public static final Setting<Optional<String>> STATION = Setting.line("station", Venue::validName);
    public static final Setting<String> MODE = Setting.text("mode");
    public static final Setting<String> CONFERENCE = Setting.text("conference");
    public static final Setting<Boolean> SIGN_IN = Setting.flag("sign-in").shared();
    public static final Setting<Theme> THEME = Setting.choice("theme", Theme.LIGHT).shared();
    public static final Setting<TextSize> TEXT_SIZE = Setting.choice("text-size", TextSize.PLAIN).shared();
    public static final Setting<Optional<Locale>> LANGUAGE = Setting.language("language").shared();
    /** In percent; 0 is silent. */
    public static final Setting<Integer> VOLUME = Setting.number("volume", 70, 0, 100).shared();
    public static final Setting<String> WAND_PREFIX = Setting.text("wand.prefix");
    public static final Setting<String> WAND_SUFFIX = Setting.text("wand.suffix");
    /** The characters that the keyboard layout makes of each key, learnt by the wand check. */
    public static final Setting<String> WAND_LEARNT = Setting.text("wand.learnt");
    /** The slowest wand, in milliseconds a key. */
    public static final Setting<Integer> WAND_SLOWEST = Setting.number("wand.slowest", 35, 35, 120);
    public static final Setting<Optional<Path>> BACKUP_FOLDER = Setting.folder("backup.folder");
    /** In minutes; 0 is never. */
    public static final Setting<Integer> BACKUP_EVERY = Setting.number("backup.every", 0, 0, 100_000).shared();
    public static final Setting<Boolean> SET_UP = Setting.flag("set-up");
    /** In minutes without a key or a scan; 0 is never. */
    public static final Setting<Integer> SIGN_OUT_AFTER = Setting.number("sign-out.after", 5, 0, 1440).shared();
    public static final Setting<Boolean> MIRROR = Setting.flag("mirror");
    public static final Setting<Optional<String>> CAMERA = Setting.line("camera", name -> !name.isEmpty());
    /** In pixels. */
    public static final Setting<Integer> CAMERA_WIDTH = Setting.number("camera.width", 1280, 1, 100_000);
    public static final Setting<Boolean> CAMERA_MIRRORED = Setting.flag("camera.mirrored");
    public static final Setting<Boolean> CAMERA_EVERY = Setting.flag("camera.every-code");
    public static final Setting<Boolean> CAMERA_BRIGHT = Setting.flag("camera.bright");

    public static final Setting<String> LIST_PRINTER = Setting.text("list-printer");

    public static final List<Setting<?>> ALL = List.of(STATION, MODE, CONFERENCE, SIGN_IN, THEME, TEXT_SIZE, LANGUAGE,
            VOLUME, WAND_PREFIX, WAND_SUFFIX, WAND_LEARNT, WAND_SLOWEST, SIGN_OUT_AFTER, BACKUP_FOLDER, BACKUP_EVERY, SET_UP,
            MIRROR, CAMERA,
            CAMERA_WIDTH, CAMERA_MIRRORED, CAMERA_EVERY, CAMERA_BRIGHT, LIST_PRINTER);

    private final Ledger ledger;
    private final SettingStore store = new SettingStore();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Object savingLock = new Object();
    private Map<String, Optional<String>> unsaved = new HashMap<>();
    private CompletableFuture<Boolean> saving = CompletableFuture.completedFuture(true);
    private volatile Consumer<StationFault> failures = _ -> {};

    public Settings(Ledger ledger) {
        this.ledger = ledger;
        texts.putAll(ledger.read(store::all));
    }

    /** The value chosen last, or the default where there is none or the stored text is not valid any more. */
    public <T> T get(Setting<T> setting) {
        return Optional.ofNullable(texts.get(setting.key())).flatMap(setting::read).orElse(setting.byDefault());
    }

    /**
     * Takes effect at once and is saved later.
     *
     * @return completes when it is on the disk, or with a {@link StationFault}; the value then holds until the program ends
     */
    public <T> CompletableFuture<Boolean> set(Setting<T> setting, T value) {
        Optional<String> text = setting.write(value);
        synchronized (savingLock) {
            hold(setting.key(), text);
            unsaved.put(setting.key(), text);
            if (unsaved.size() == 1) {
                saving = save();
            }
            return saving;
        }
    }

    /** @param listener told on a thread of the ledger's when a setting could not be saved */
    public void onFailedSave(Consumer<StationFault> listener) {
        failures = listener;
    }

    /** The value in the database now, also where another process wrote it. Waits for the disk. */
    public <T> T stored(Setting<T> setting) {
        return ledger.read(db -> store.get(db, setting.key())).flatMap(setting::read).orElse(setting.byDefault());
    }

    /** Takes over what another process or a preparation file has stored. Waits for the writer. */
    public void reload() {
        ledger.writeNow(db -> {
            Map<String, String> stored = store.all(db);
            synchronized (savingLock) {   // on the writer: no save can come between the read and this
                texts.keySet().retainAll(stored.keySet());
                texts.putAll(stored);
                unsaved.forEach(this::hold);
            }
            return stored.size();
        });
    }

    private void hold(String key, Optional<String> text) {
        text.ifPresentOrElse(chosen -> texts.put(key, chosen), () -> texts.remove(key));
    }

    private CompletableFuture<Boolean> save() {
        CompletableFuture<Boolean> saved = ledger.write(db -> {
            for (var change : takeUnsaved().entrySet()) {
                store.put(db, change.getKey(), change.getValue());
            }
            return true;
        });
        return saved.whenComplete((_, fault) -> {
            if (fault != null) {
                failures.accept(StationFault.of(fault));
            }
        });
    }

    // Changes made from here on need a save of their own.
    private Map<String, Optional<String>> takeUnsaved() {
        synchronized (savingLock) {
            Map<String, Optional<String>> taken = unsaved;
            unsaved = new HashMap<>();
            return taken;
        }
    }
}
