package org.lanyard.desk.wand;

import javafx.scene.input.KeyEvent;

/** A wand's keys while Ctrl is held are commands to the program: nobody can tell what it sent. */
final class ControlKeys {

    private final KeyRun run = new KeyRun();

    boolean add(KeyEvent event, long now) {
        if (!event.getText().isEmpty() || Keys.printable(event)) {
            run.add(' ', now);
        }
        return run.length() >= KeyRun.SHORTEST_SCAN && run.fast();
    }

    boolean isEmpty() {
        return run.isEmpty();
    }

    boolean end() {
        boolean scan = run.kind(true) == KeyRun.RunKind.SCAN;
        run.clear();
        return scan;
    }
}
