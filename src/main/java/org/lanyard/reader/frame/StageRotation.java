package org.lanyard.reader.frame;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Rotates the stages that one frame has no time for. Over a camera's frames each stage gets a frame's remaining time for
 * itself; a stage that reads a code starts the next frame too, while the code stays in view.
 */
public final class StageRotation {

    private int first;

    /**
     * Runs stages, beginning with the one whose turn it is, until one reads a code.
     *
     * @return true if one did
     * @throws Budget.Spent when the time is over
     */
    public boolean run(List<BooleanSupplier> stages) {
        int begin = first;
        for (int i = 0; i < stages.size(); i++) {
            int stage = (begin + i) % stages.size();
            // if time ends within this stage it begins the next frame, unless it had all the time of this one
            first = i == 0 ? stage + 1 : stage;
            if (stages.get(stage).getAsBoolean()) {
                first = stage;
                return true;
            }
        }
        first = 0;
        return false;
    }
}
