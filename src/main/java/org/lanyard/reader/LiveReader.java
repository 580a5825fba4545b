package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lanyard.reader.frame.Sighting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads codes from a running camera. One thread takes the frames, another decodes the newest one; frames that come meanwhile
 * replace each other. A lost camera is opened again every two seconds.
 */
public final class LiveReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final double FRAME_BUDGET = 20;
    // The longest wait for the frame that confirms a code.
    private static final Duration NEXT_FRAME = Duration.ofMillis(150);
    private static final BufferedImage NO_FRAME = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration FROZEN_AFTER = Duration.ofSeconds(3);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    public enum State { RUNNING, BUSY, GONE, FROZEN }

    /** Called on the reader's own threads, one call of each kind at a time. */
    public interface Audience {

        void frame(BufferedImage frame);

        /** A code that counts as scanned; one that stays counts again and again. */
        void read(BufferedImage frame, Sighting code);

        default void aimed(BufferedImage frame, Aim.Decision decision) {}

        void state(State state);
    }

    private final Camera camera;
    private final int width;
    private volatile Symbologies symbologies;
    private final Audience audience;
    private final LongSupplier nanos;
    private final AtomicReference<BufferedImage> newest = new AtomicReference<>();
    private final Thread filming;
    private final Thread decoding;
    private volatile boolean closed;
    private @Nullable State told;

    /** @param width the wanted width of a frame, in pixels */
    public LiveReader(Camera camera, int width, Symbologies symbologies, Audience audience) {
        this(camera, width, symbologies, audience, System::nanoTime);
    }

    /** @param nanos a monotonic clock */
    LiveReader(Camera camera, int width, Symbologies symbologies, Audience audience, LongSupplier nanos) {
        this.camera = camera;
        this.width = width;
        this.symbologies = symbologies;
        this.audience = audience;
        this.nanos = nanos;
        // the window's threads go first, on systems that heed priorities
        decoding = Thread.ofPlatform().daemon().name("camera-decoding").priority(Thread.MIN_PRIORITY)
                .start(() -> guarded(this::decode));
        filming = Thread.ofPlatform().daemon().name("camera").start(() -> guarded(this::film));
    }

    public void setSymbologies(Symbologies chosen) {
        symbologies = chosen;
    }

    private void guarded(Runnable loop) {
        try {
            loop.run();
        } catch (RuntimeException unforeseen) {
            LOG.error("the camera's thread ended", unforeseen);
            tell(State.GONE);
        }
    }

    private void film() {
        while (!closed) {
            try (Camera.Film film = camera.open(width)) {
                frames(film);
            } catch (Camera.Trouble trouble) {
                tell(trouble.fault() == Camera.Fault.BUSY ? State.BUSY : State.GONE);
            } catch (InterruptedException closing) {
                return;
            }
            LockSupport.parkNanos(closed ? 1 : AGAIN_AFTER.toNanos());
        }
    }

    private void frames(Camera.Film film) throws Camera.Trouble, InterruptedException {
        long last = nanos.getAsLong();
        while (!closed) {
            Optional<BufferedImage> frame = film.next(PATIENCE);
            if (frame.isPresent()) {
                last = nanos.getAsLong();
                tell(State.RUNNING);
                newest.set(frame.get());
                LockSupport.unpark(decoding);
                audience.frame(frame.get());
            } else if (nanos.getAsLong() - last > FROZEN_AFTER.toNanos()) {
                tell(State.FROZEN);
                return;
            }
        }
    }

    private void decode() {
        WarmUp.await();
        CodeReader reader = new CodeReader();
        Aim aim = new Aim();
        BufferedImage last = NO_FRAME;
        while (!closed) {
            Optional<BufferedImage> frame = Optional.ofNullable(newest.getAndSet(null));
            if (frame.isPresent()) {
                last = frame.get();
                tell(last, aim.look(reader.look(last, symbologies, FRAME_BUDGET), nanos.getAsLong()));
            } else if (!aim.waits()) {
                LockSupport.park(this);
            } else if (!awaitFrame()) {
                tell(last, aim.lookAway());
            }
        }
    }

    private boolean awaitFrame() {
        long end = System.nanoTime() + NEXT_FRAME.toNanos();
        while (newest.get() == null && !closed && System.nanoTime() < end) {
            LockSupport.parkNanos(this, end - System.nanoTime());
        }
        return newest.get() != null;
    }

    private void tell(BufferedImage frame, Aim.Decision decision) {
        if (!closed) {
            audience.aimed(frame, decision);
            decision.counted().ifPresent(code -> audience.read(frame, code));
        }
    }

    private synchronized void tell(State state) {
        if (told != state && !closed) {
            told = state;
            audience.state(state);
        }
    }

    /** Waits until the camera is free, at most two seconds. */
    @Override
    public void close() {
        closed = true;
        filming.interrupt();
        LockSupport.unpark(decoding);
        try {
            filming.join(1000);
            decoding.join(1000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
