package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lanyard.reader.frame.Code;
import org.lanyard.scan.Sentence;

/** Reads codes from picture files and PDF tickets. */
public final class Pictures {

    /** A file made to hang a program is given up after this time. */
    private static final long MOST_SECONDS = 8;

    private Pictures() {}

    /**
     * @param fault the reason that the file could not be opened
     */
    public record Found(List<Code> codes, double millis, @Nullable Sentence fault) {}

    /** Never throws, and takes at most {@value #MOST_SECONDS} seconds. */
    public static Found read(Path file) {
        long start = System.nanoTime();
        CompletableFuture<List<Code>> reading = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("picture").start(() -> {
            try {
                reading.complete(codes(file));
            } catch (Throwable failure) {
                reading.completeExceptionally(failure);
            }
        });
        try {
            return found(reading.get(MOST_SECONDS, TimeUnit.SECONDS), null, start);
        } catch (ExecutionException failure) {
            return found(List.of(), refused(file, reason(failure.getCause())), start);
        } catch (TimeoutException endless) {
            return found(List.of(), refused(file, Sentence.of("picture.slow")), start);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return found(List.of(), refused(file, Sentence.of("picture.broken-off")), start);
        }
    }

    public static Found read(BufferedImage picture) {
        long start = System.nanoTime();
        return found(CodeReader.read(picture, CodeReader.PICTURE_BUDGET), null, start);
    }

    private static List<Code> codes(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new Refused("picture.missing");
        }
        if (Files.isDirectory(file)) {
            throw new Refused("picture.folder");
        }
        if (Pdf.is(file)) {
            return Pdf.codes(file);
        }
        return CodeReader.read(PictureFile.open(file), CodeReader.PICTURE_BUDGET);
    }

    private static Found found(List<Code> codes, @Nullable Sentence fault, long start) {
        return new Found(codes, Math.round((System.nanoTime() - start) / 100_000.0) / 10.0, fault);
    }

    private static Sentence refused(Path file, Sentence reason) {
        return Sentence.of("picture.refused", file, reason);
    }

    private static Sentence reason(@Nullable Throwable failure) {
        if (failure instanceof Refused refused) {
            return Sentence.of(refused.key());
        }
        return Sentence.of(failure instanceof OutOfMemoryError ? "picture.large" : "picture.damaged");
    }

    /** A file is refused for the reason that a sentence with this key says. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1;
        private final String key;

        Refused(String key) {
            super(key);
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
