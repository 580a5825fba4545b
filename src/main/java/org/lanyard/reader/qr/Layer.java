package org.lanyard.reader.qr;

import java.util.Optional;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Buffers;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.qr.FinderPatterns.Found;
import org.lanyard.reader.qr.FinderPatterns.Search;

final class Layer {

    // Layers higher than this are searched in every second row: a readable finder pattern has several.
    private static final int HIGH = 480;

    private final GreyFrame frame;
    private final float scale;
    private final Buffers buffers;
    private final Budget budget;
    private Optional<GreyFrame> inverted = Optional.empty();
    private Optional<Layer> half = Optional.empty();
    private Optional<Found> found = Optional.empty();

    /** @param scale pixels of the full frame a pixel of this one */
    Layer(GreyFrame frame, float scale, Buffers buffers, Budget budget) {
        this.frame = frame;
        this.scale = scale;
        this.buffers = buffers;
        this.budget = budget;
    }

    GreyFrame frame() {
        return frame;
    }

    float scale() {
        return scale;
    }

    int side() {
        return Math.max(frame.width(), frame.height());
    }

    Layer half() {
        Layer made = half.orElseGet(() -> new Layer(frame.halved(budget), 2 * scale, buffers, budget));
        half = Optional.of(made);
        return made;
    }

    Layer doubled() {
        return new Layer(frame.doubled(budget), scale / 2, buffers, budget);
    }

    GreyFrame inverted() {
        GreyFrame made = inverted.orElseGet(() -> frame.inverted(budget));
        inverted = Optional.of(made);
        return made;
    }

    boolean searched() {
        return found.isPresent();
    }

    Found found() {
        Found made = found.orElseGet(() -> search(BitFrame.FINE));
        found = Optional.of(made);
        return made;
    }

    Found search(int blockBits) {
        return search(blockBits, Search.WITH_MARGIN);
    }

    Found search(int blockBits, Search search) {
        BitFrame bits = BitFrame.of(frame, blockBits, buffers.dark(frame.width() * frame.height()), budget);
        return FinderPatterns.in(bits, frame.height() > HIGH ? 2 : 1, search, budget);
    }
}
