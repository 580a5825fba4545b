package org.lanyard.desk.journal;

import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import org.lanyard.desk.ReasonPrompt;
import org.lanyard.desk.Words;

public final class VoidPrompt {

    private static final List<String> REASONS = List.of("void.wrong-person", "void.twice", "void.mistake");

    private final RecordActions actions;
    private final ReasonPrompt prompt;
    private final Words words;

    public VoidPrompt(RecordActions actions, ReasonPrompt prompt, Words words) {
        this.actions = actions;
        this.prompt = prompt;
        this.words = words;
    }

    public void open(Node anchor, UUID record, String whose, Runnable done) {
        prompt.open(anchor, new ReasonPrompt.Question(words.say("void.title"), whose,
                REASONS.stream().map(words::say).toList(), words.say("void.do"),
                (reason, hide, failed) -> actions.voidRecord(record, reason, () -> {
                    hide.run();
                    done.run();
                }, failed)));
    }
}
