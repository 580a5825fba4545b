package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lanyard.reader.frame.Code;
import org.lanyard.scan.Sentence;

public final class Pictures {

    // A file made to hang a program is given up after this time.
    private static final long MOST_SECONDS = 15;

    private Pictures() {}

    /** @param page of a PDF, from 1 */
    public record PageCode(Code code, Optional<Integer> page) {}

    public record Pages(int count, int lookedAt) {

        public boolean all() {
            return lookedAt >= count;
        }

        public Sentence sentence() {
            return Sentence.of("picture.pages", lookedAt, count);
        }
    }

    /**
     * @param fault the reason that the file could not be opened
     */
    public record Found(List<PageCode> pageCodes, Pages pages, double millis, Optional<Sentence> fault) {

        public List<Code> codes() {
            return pageCodes.stream().map(PageCode::code).toList();
        }
    }

    /** Never throws, and takes at most {@value #MOST_SECONDS} seconds. */
    public static Found read(Path file) {
        long start = System.nanoTime();
        Collected collected = new Collected();
        Optional<Sentence> fault = readWithin(file, collected);
        return found(collected, fault.filter(_ -> collected.codes().isEmpty())
                .map(reason -> Sentence.of("picture.refused", file, reason)), start);
    }

    private static Optional<Sentence> readWithin(Path file, Collected collected) {
        CompletableFuture<Boolean> reading = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("picture").start(() -> {
            try {
                collect(file, collected);
                reading.complete(true);
            } catch (Throwable failure) {
                reading.completeExceptionally(failure);
            }
        });
        try {
            reading.get(MOST_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException failure) {
            return Optional.of(reason(failure));
        } catch (TimeoutException endless) {
            return Optional.of(Sentence.of("picture.slow"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of(Sentence.of("picture.broken-off"));
        }
    }

    public static Found read(BufferedImage picture) {
        long start = System.nanoTime();
        Collected collected = new Collected();
        collected.addAll(CodeReader.read(picture, CodeReader.PICTURE_BUDGET), Optional.empty());
        return found(collected, Optional.empty(), start);
    }

    private static void collect(Path file, Collected collected) throws IOException {
        if (!Files.exists(file)) {
            throw new Refused("picture.missing");
        }
        if (Files.isDirectory(file)) {
            throw new Refused("picture.folder");
        }
        FileKind kind = FileKind.of(file);
        switch (kind) {
            case PDF -> Pdf.read(file, collected);
            case PASS -> collected.addAll(Pass.codes(file), Optional.empty());
            case PICTURE -> PictureFile.read(file, collected);
            case EMPTY, HEIC, AVIF, JPEG2000, SVG, MAIL -> throw new Refused(kind.refusal());
        }
    }

    private static Found found(Collected collected, Optional<Sentence> fault, long start) {
        return new Found(collected.codes(), collected.pages(), Math.round((System.nanoTime() - start) / 100_000.0) / 10.0,
                fault);
    }

    private static Sentence reason(ExecutionException failure) {
        if (failure.getCause() instanceof Refused refused) {
            return Sentence.of(refused.key());
        }
        return Sentence.of(failure.getCause() instanceof OutOfMemoryError ? "picture.large" : "picture.damaged");
    }

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
