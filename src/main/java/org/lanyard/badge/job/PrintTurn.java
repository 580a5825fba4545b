package org.lanyard.badge.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One process prints for a data folder: only that one may say that a job it does not send was broken off. */
final class PrintTurn implements AutoCloseable {

    private final Path file;
    private Optional<FileChannel> held = Optional.empty();

    /** @param file locked while this process has the turn; the system unlocks it however the process ends */
    PrintTurn(Path file) {
        this.file = file;
    }

    synchronized boolean take() {
        if (held.isPresent()) {
            return true;
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                held = Optional.of(channel);
            } else {
                channel.close();
            }
        } catch (IOException unusable) {
            return false;
        }
        return held.isPresent();
    }

    synchronized boolean isHeld() {
        return held.isPresent();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException hereAlready) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        Optional<FileChannel> channel = held;
        held = Optional.empty();
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException gone) {
            // the system unlocks it with the process
        }
    }
}
