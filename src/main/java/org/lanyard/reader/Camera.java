package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;

/** Something that makes frames: a device, or a folder of pictures. No frame is ever stored. */
public interface Camera {

    /** What people choose it by; the same at the next start. */
    String name();

    /**
     * Begins to film. One film at a time.
     *
     * @param width the wanted width of a frame, in pixels; the nearest that the camera has is taken
     * @throws Trouble when it cannot be had
     */
    Film open(int width) throws Trouble;

    /** Frames as they come. For one thread. */
    interface Film extends AutoCloseable {

        /**
         * The newest frame that was not handed out before; empty where none came in time.
         *
         * @throws Trouble when the camera is gone
         */
        Optional<BufferedImage> next(Duration patience) throws Trouble, InterruptedException;

        @Override
        void close();
    }

    /** Why a camera cannot be used. */
    final class Trouble extends Exception {

        public enum Kind {
            /** another program has it, or it refuses */
            BUSY,
            /** it was unplugged, or is not there */
            GONE
        }

        private final Kind kind;

        public Trouble(Kind kind, Throwable cause) {
            super(kind.name(), cause);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }
}
