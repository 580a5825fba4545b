package org.lanyard.desk.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lanyard.reader.Pictures;
import org.lanyard.reader.Pictures.PageCode;
import org.lanyard.roster.Person;

/** The codes of one picture to choose from, those of known people first. */
record PictureChoice(List<Choice> choices, Pictures.Found found) {

    record Choice(String text, Optional<Person> person, Optional<Integer> page) {}

    static PictureChoice of(Pictures.Found found, Function<String, Optional<Person>> known) {
        List<Choice> choices = found.pageCodes().stream().map(code -> choice(code, known))
                .sorted(Comparator.comparing(choice -> choice.person().isEmpty())).toList();
        return new PictureChoice(choices, found);
    }

    private static Choice choice(PageCode code, Function<String, Optional<Person>> known) {
        return new Choice(code.code().text(), known.apply(code.code().text()), code.page());
    }
}
