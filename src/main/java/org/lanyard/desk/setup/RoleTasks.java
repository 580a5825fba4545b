package org.lanyard.desk.setup;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.Role;

/** Background work that only some roles may do. On the FX thread. */
final class RoleTasks {

    private final Workplace workplace;
    private final Background background;

    RoleTasks(Workplace workplace, Background background) {
        this.workplace = workplace;
        this.background = background;
    }

    <T> void run(Role needed, Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
        background.run(workplace.allowed(needed, work), done, failed);
    }

    void run(Role needed, Runnable work, Runnable done, Consumer<String> failed) {
        run(needed, () -> {
            work.run();
            return true;
        }, _ -> done.run(), failed);
    }

    <T> void read(Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
        background.run(work, done, failed);
    }
}
