package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;

/** A source of frames: a device, or a folder of pictures. No frame is ever stored. */
public interface Camera {

    /** Shown to people; the same at the next start. */
    String name();

    /**
     * Begins to film; one film at a time.
     *
     * @param width wanted width of a frame, in pixels; the camera's nearest is taken
     */
    Film open(int width) throws Trouble;

    /** Not thread-safe. */
    interface Film extends AutoCloseable {

        /** The newest frame that was not handed out before; empty if none came in time. */
        Optional<BufferedImage> next(Duration patience) throws Trouble, InterruptedException;

        @Override
        void close();
    }

    enum Fault {
        /** another program has it, or it refuses */
        BUSY,
        /** unplugged, or not there */
        GONE
    }

    final class Trouble extends Exception {

        private final Fault fault;

        public Trouble(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        public Trouble(Fault fault, Throwable cause) {
            super(fault.name(), cause);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }
}
