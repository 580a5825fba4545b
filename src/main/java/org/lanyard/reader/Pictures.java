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

/** Reads codes from picture files and PDF tickets, whoever made them. */
public final class Pictures {

    /** Opening a picture that somebody made to hang a program is given up after so long. */
    private static final long MOST_SECONDS = 8;

    private Pictures() {}

    /**
     * @param codes none where nothing is read
     * @param fault a plain sentence why the file could not be looked at; else null
     */
    public record Found(List<Code> codes, double millis, String fault) {}

    /** Never throws, whatever the file holds, and never takes long. */
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
            return found(List.of(), sentence(file, reason(failure.getCause())), start);
        } catch (TimeoutException endless) {
            return found(List.of(), sentence(file, "it takes too long to open"), start);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return found(List.of(), sentence(file, "the reading was broken off"), start);
        }
    }

    /** A picture that is in memory already, such as one from the clipboard. */
    public static Found read(BufferedImage picture) {
        long start = System.nanoTime();
        return found(CodeReader.read(picture, QrDecoder.PICTURE_BUDGET), null, start);
    }

    private static List<Code> codes(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new Refused("there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new Refused("it is a folder");
        }
        if (Pdf.is(file)) {
            return Pdf.codes(file);
        }
        return CodeReader.read(PictureFile.open(file), QrDecoder.PICTURE_BUDGET);
    }

    private static Found found(List<Code> codes, String fault, long start) {
        return new Found(codes, Math.round((System.nanoTime() - start) / 100_000.0) / 10.0, fault);
    }

    private static String sentence(Path file, String reason) {
        return "The picture " + file + " cannot be read: " + reason + ".";
    }

    private static String reason(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.getMessage();
        }
        return failure instanceof OutOfMemoryError ? "it is too large" : "it is damaged or no picture";
    }

    /** Why a picture is refused, in words. */
    static final class Refused extends IOException {

        Refused(String reason) {
            super(reason);
        }
    }
}
