package org.lanyard.desk.camera;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.lanyard.desk.Background;
import org.lanyard.reader.Aim;
import org.lanyard.reader.Camera;
import org.lanyard.reader.Cameras;
import org.lanyard.reader.LiveReader;
import org.lanyard.reader.Symbologies;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.Sighting.Corner;
import org.lanyard.venue.Settings;

/** The camera that this station reads with. On the FX thread, except for {@link Hearing}. */
public final class CameraModel implements AutoCloseable {

    // Of the preview, in pixels; what is decoded is the frame itself.
    private static final int PREVIEW_WIDTH = 320;
    // A badge that stays is told again so often; the repeat window does the rest (R7).
    private static final long TOLD_AGAIN_NANOS = 700_000_000;
    // A code that is not read in every frame is outlined meanwhile.
    private static final long OUTLINED_NANOS = 400_000_000;

    private final Settings settings;
    private final Path frames;
    private final Executor executor;
    private final Background background;
    private final Consumer<String> codes;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper bright = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Image> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LiveReader.State> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Corner>> outline = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Aim.Hint> hint = new ReadOnlyObjectWrapper<>(Aim.Hint.NONE);
    private volatile boolean mirrored;
    private boolean closed;
    private @Nullable LiveReader reader;
    private @Nullable Hearing hearing;
    private String lastText = "";
    private long lastNanos;
    private long outlinedNanos;

    /**
     * @param frames   folder whose pictures are read in place of a camera's
     * @param executor closes cameras
     * @param codes    told each text that was read, on the FX thread, repeatedly while it stays in view
     */
    public CameraModel(Settings settings, Path frames, Executor executor, Background background, Consumer<String> codes) {
        this.settings = settings;
        this.frames = frames;
        this.executor = executor;
        this.background = background;
        this.codes = codes;
        this.mirrored = settings.get(Settings.CAMERA_MIRRORED);
        this.bright.set(settings.get(Settings.CAMERA_BRIGHT));
    }

    public void resume() {
        chosen().ifPresent(name -> cameras(found -> found.stream()
                .filter(camera -> !closed && camera.name().equals(name) && chosen().equals(Optional.of(name)))
                .findFirst().ifPresent(this::use)));
    }

    private Optional<String> chosen() {
        return settings.get(Settings.CAMERA);
    }

    public void cameras(Consumer<List<Camera>> found) {
        background.run(() -> Cameras.all(frames), found, _ -> found.accept(List.of()));
    }

    public void use(Camera camera) {
        stop();
        settings.set(Settings.CAMERA, Optional.of(camera.name()));
        hearing = new Hearing();
        reader = new LiveReader(camera, width(), symbologies(), hearing);
        on.set(true);
    }

    /** In pixels; the nearest that the camera has is taken. */
    public int width() {
        return settings.get(Settings.CAMERA_WIDTH);
    }

    public void width(int wanted) {
        settings.set(Settings.CAMERA_WIDTH, wanted);
        if (on.get()) {
            resume();
        }
    }

    public Symbologies symbologies() {
        return settings.get(Settings.CAMERA_EVERY) ? Symbologies.EVERY : Symbologies.QR;
    }

    public void symbologies(Symbologies chosen) {
        settings.set(Settings.CAMERA_EVERY, chosen == Symbologies.EVERY);
        if (reader != null) {
            reader.setSymbologies(chosen);
        }
    }

    public void off() {
        settings.set(Settings.CAMERA, Optional.empty());
        stop();
    }

    private void stop() {
        if (reader != null) {
            LiveReader closing = reader;
            reader = null;
            hearing = null;
            executor.execute(closing::close);
        }
        on.set(false);
        state.set(null);
        preview.set(null);
        outline.set(List.of());
        hint.set(Aim.Hint.NONE);
    }

    // Takes results from the reader's threads; a newer frame replaces one that is not shown yet.
    private final class Hearing implements LiveReader.Audience {

        private final AtomicReference<Image> newest = new AtomicReference<>();

        @Override
        public void frame(BufferedImage frame) {
            if (newest.getAndSet(SwingFXUtils.toFXImage(small(frame), null)) == null) {
                later(() -> show(newest.getAndSet(null)));
            }
        }

        @Override
        public void read(BufferedImage frame, Sighting code) {
            later(() -> told(code.code().text()));
        }

        @Override
        public void aimed(BufferedImage frame, Aim.Decision decision) {
            decision.nearest().ifPresent(code -> later(() -> seen(code, frame.getWidth(), decision.hint())));
        }

        @Override
        public void state(LiveReader.State now) {
            later(() -> {
                state.set(now);
                outline.set(List.of());
            });
        }

        // Not once the camera is off: what it saw last is not to stay.
        private void later(Runnable told) {
            Platform.runLater(() -> {
                if (hearing == this) {
                    told.run();
                }
            });
        }
    }

    private void show(Image frame) {
        preview.set(frame);
        if (System.nanoTime() - outlinedNanos > OUTLINED_NANOS) {
            outline.set(List.of());
            hint.set(Aim.Hint.NONE);
        }
    }

    private void seen(Sighting sighting, double frameWidth, Aim.Hint now) {
        hint.set(now);
        outlinedNanos = System.nanoTime();
        outline.set(sighting.corners().stream().map(corner -> corner.scaled(1 / frameWidth))
                .map(corner -> mirrored ? new Corner(1 - corner.x(), corner.y()) : corner).toList());
    }

    private void told(String text) {
        long now = System.nanoTime();
        if (!text.equals(lastText) || now - lastNanos > TOLD_AGAIN_NANOS) {
            lastText = text;
            lastNanos = now;
            codes.accept(text);
        }
    }

    private BufferedImage small(BufferedImage frame) {
        double scale = (double) PREVIEW_WIDTH / frame.getWidth();
        BufferedImage small = new BufferedImage(PREVIEW_WIDTH, Math.max(1, (int) (frame.getHeight() * scale)),
                BufferedImage.TYPE_INT_RGB);
        AffineTransform fitting = AffineTransform.getScaleInstance(mirrored ? -scale : scale, scale);
        if (mirrored) {
            fitting.translate(-frame.getWidth(), 0);
        }
        Graphics2D graphics = small.createGraphics();
        graphics.drawRenderedImage(frame, fitting);
        graphics.dispose();
        return small;
    }

    public boolean mirrored() {
        return mirrored;
    }

    public void mirrored(boolean chosen) {
        mirrored = chosen;
        settings.set(Settings.CAMERA_MIRRORED, chosen);
    }

    /** True while the screen around the preview is white, to light up a badge in a dark hall. */
    public ReadOnlyBooleanProperty brightProperty() {
        return bright.getReadOnlyProperty();
    }

    public void bright(boolean chosen) {
        bright.set(chosen);
        settings.set(Settings.CAMERA_BRIGHT, chosen);
    }

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Image> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Of the code that is read now, in widths of the preview from its upper left corner, as it is shown; else empty. */
    public ReadOnlyObjectProperty<List<Corner>> outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Aim.Hint> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LiveReader.State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        if (reader != null) {
            reader.close();
        }
    }
}
