package org.lanyard.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Cameras {

    private static final Logger LOG = LoggerFactory.getLogger(Cameras.class);
    private static final Duration FOLDER_FRAME = Duration.ofMillis(100);

    private Cameras() {}

    /**
     * The cameras plugged in now. Takes up to a third of a second: not on the FX thread.
     *
     * @param frames a folder of pictures, offered as a camera too if it exists
     */
    public static List<Camera> all(Path frames) {
        List<Camera> cameras = new ArrayList<>(devices());
        if (Files.isDirectory(frames)) {
            cameras.add(new FramesFolder(frames, FOLDER_FRAME));
        }
        return cameras;
    }

    // None on a machine that the library does not support.
    private static List<Camera> devices() {
        try {
            return DeviceCamera.all();
        } catch (LinkageError | RuntimeException lacking) {
            LOG.info("no cameras can be asked for here: {}", lacking.toString());
            return List.of();
        }
    }
}
