package org.lanyard.gate;

import org.lanyard.gate.PaperLists.Letters;
import org.lanyard.scan.Sentence;

public record PaperList(People people, Letters letters) {

    public enum People {
        EVERYBODY,
        NOT_YET_COME,
        INSIDE
    }

    public Sentence title() {
        Sentence who = switch (people) {
            case EVERYBODY -> Sentence.of("paper.everybody");
            case NOT_YET_COME -> Sentence.of("paper.not-yet-come");
            case INSIDE -> Sentence.of("paper.inside");
        };
        return people == People.INSIDE || letters.equals(Letters.ALL) ? who
                : Sentence.of("paper.letters", who, letters.from(), letters.to());
    }
}
