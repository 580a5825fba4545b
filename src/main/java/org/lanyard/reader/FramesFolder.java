package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

public final class FramesFolder implements Camera {

    private final Path folder;
    private final Duration each;

    public FramesFolder(Path folder, Duration each) {
        this.folder = folder;
        this.each = each;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public Film open(int width) throws Trouble {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> frames = files.filter(Files::isRegularFile).sorted().toList();
            if (frames.isEmpty()) {
                throw new Trouble(Fault.GONE);
            }
            return new FolderFilm(frames);
        } catch (IOException unreadable) {
            throw new Trouble(Fault.GONE, unreadable);
        }
    }

    private final class FolderFilm implements Film {

        private final List<Path> frames;
        private int next;

        FolderFilm(List<Path> frames) {
            this.frames = frames;
        }

        @Override
        public Optional<BufferedImage> next(Duration patience) throws Trouble, InterruptedException {
            Thread.sleep(each.compareTo(patience) < 0 ? each : patience);
            try {
                BufferedImage frame = ImageIO.read(frames.get(next).toFile());
                next = (next + 1) % frames.size();
                return Optional.ofNullable(frame);
            } catch (IOException gone) {
                throw new Trouble(Fault.GONE, gone);
            }
        }

        @Override
        public void close() {
            next = 0;
        }
    }
}
