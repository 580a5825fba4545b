package org.lanyard.reader;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whose turn it is of the stages that one frame has no time for. Over the frames of a camera each gets what is left of a frame
 * for itself, and the one that reads goes on reading while the code stays in view.
 */
final class Turns {

    private int first;

    /** Each only where those before read nothing, from the one whose turn it is; those before that one come last. */
    boolean taken(List<BooleanSupplier> stages) {
        int begin = first;
        for (int i = 0; i < stages.size(); i++) {
            int stage = (begin + i) % stages.size();
            // should the time be over within this one, it begins the next frame, unless it had all the time of this
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
