package org.lanyard.desk.journal;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.gate.Gate;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;

/** Voids records (R24, R25). On the FX thread. */
public final class RecordActions {

    private final Workplace workplace;
    private final Gate gate;
    private final InstantSource clock;
    private final Background background;

    public RecordActions(Workplace workplace, Gate gate, InstantSource clock, Background background) {
        this.workplace = workplace;
        this.gate = gate;
        this.clock = clock;
        this.background = background;
    }

    /** @param done also called where the record had been voided before */
    void voidRecord(UUID id, String reason, Runnable done, Consumer<String> failed) {
        Post by = workplace.post();
        background.run(workplace.allowed(Role.VOLUNTEER, () -> gate.voidRecord(id, reason, by, clock.instant())),
                _ -> done.run(), failed);
    }
}
