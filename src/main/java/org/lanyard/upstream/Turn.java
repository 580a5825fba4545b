package org.lanyard.upstream;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.lanyard.scan.StationFault;

final class Turn {

    private final ReentrantLock here = new ReentrantLock(true);
    private final Path file;

    /** @param file locked while somebody has the turn; the system unlocks it when the process ends, however it ends */
    Turn(Path file) {
        this.file = file;
    }

    <T> T take(Supplier<T> work) {
        here.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assert lock.isValid();
            return work.get();
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.unwritable");
        } finally {
            here.unlock();
        }
    }
}
