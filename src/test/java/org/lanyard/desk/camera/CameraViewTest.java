package org.lanyard.desk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Polygon;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.reader.Camera;
import org.lanyard.reader.Codes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The code that is read is outlined in the preview, where it is seen, and no longer than it is. */
@ExtendWith(ApplicationExtension.class)
class CameraViewTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int LEFT = 90;
    private static final int TOP = 60;
    private static final int MODULE = 8;
    /** Of the quiet zone that {@link Codes} draws. */
    private static final int QUIET = 2;

    @TempDir Path folder;
    private Rig rig;
    private CameraModel model;
    private CameraView view;
    private final Held held = new Held();
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private int modules;

    /** A camera before which one picture is held, until there is another; as fast as its frames are shown. */
    private static final class Held implements Camera {

        private final Semaphore shown = new Semaphore(1);
        private volatile BufferedImage picture;

        @Override
        public String name() {
            return "held";
        }

        @Override
        public Film open(int width) {
            return new Film() {
                @Override
                public Optional<BufferedImage> next(Duration patience) throws InterruptedException {
                    boolean ready = shown.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
                    return ready ? Optional.of(picture) : Optional.empty();
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    }

    @Start
    void start(Stage stage) {
        rig = Rig.in(folder);
        Words words = new Words(Locale.ENGLISH);
        model = new CameraModel(rig.station().settings(),
                rig.station().config().dataFolder().resolve("frames"), rig.station().background(),
                new Background(rig.station().background(), words), texts::add);
        model.previewProperty().subscribe(_ -> held.shown.release());
        view = new CameraView(model, words);
        stage.setScene(new Scene(view, 400, 300));
        stage.show();
    }

    @AfterEach
    void close() {
        model.close();
        rig.close();
    }

    private BufferedImage badge(String text) {
        boolean[][] dark = Codes.qr(text);
        modules = dark.length - 2 * QUIET;
        BufferedImage picture = nothing();
        for (int y = 0; y < dark.length * MODULE; y++) {
            for (int x = 0; x < dark.length * MODULE; x++) {
                picture.setRGB(LEFT + x, TOP + y, dark[y / MODULE][x / MODULE] ? 0x101010 : 0xE0E0E0);
            }
        }
        return picture;
    }

    private static BufferedImage nothing() {
        return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    }

    private void use(BufferedImage picture) {
        held.picture = picture;
        new FxRobot().interact(() -> model.use(held));
    }

    private Polygon outline() {
        return (Polygon) view.lookup(".code-outline");
    }

    private void waitFor(Predicate<Polygon> wanted) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> wanted.test(outline())).get(5, TimeUnit.SECONDS));
    }

    /** In the coordinates of the preview as it is shown. */
    private double shown(double framePixels) {
        double wide = ((ImageView) outline().getParent().getChildrenUnmodifiable().getFirst()).getLayoutBounds().getWidth();
        return framePixels * wide / WIDTH;
    }

    private boolean around(Polygon outline, boolean mirrored) {
        double from = LEFT + QUIET * MODULE;
        double top = TOP + QUIET * MODULE;
        double side = modules * MODULE;
        double left = mirrored ? WIDTH - from - side : from;
        return outline.isVisible() && outline.getPoints().size() == 8 && hasCorner(outline, left, top)
                && hasCorner(outline, left + side, top) && hasCorner(outline, left, top + side)
                && hasCorner(outline, left + side, top + side);
    }

    private boolean hasCorner(Polygon outline, double x, double y) {
        ObservableList<Double> points = outline.getPoints();
        return List.of(0, 2, 4, 6).stream()
                .anyMatch(i -> Math.hypot(points.get(i) - shown(x), points.get(i + 1) - shown(y)) < shown(MODULE));
    }

    @Test
    void theCodeIsOutlinedUntilItIsGone() throws Exception {
        use(badge("AAAA1111"));
        waitFor(outline -> around(outline, false));
        assertThat(texts.poll(20, TimeUnit.SECONDS)).isEqualTo("AAAA1111");
        held.picture = nothing();
        waitFor(outline -> !outline.isVisible());
    }

    @Test
    void inAMirroredPreviewTheOutlineIsMirroredToo() throws Exception {
        new FxRobot().interact(() -> model.mirrored(true));
        use(badge("AAAA1111"));
        waitFor(outline -> around(outline, true));
    }

    @Test
    void nothingIsOutlinedOnceTheCameraIsOff() throws Exception {
        use(badge("AAAA1111"));
        waitFor(Polygon::isVisible);
        new FxRobot().interact(model::off);
        waitFor(outline -> !outline.isVisible() && outline.getPoints().isEmpty());
        assertThat(model.previewProperty().get()).isNull();
    }
}
