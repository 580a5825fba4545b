package org.lanyard.desk.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.roster.format.ColumnMeaning;
import org.lanyard.roster.format.Field;
import org.lanyard.roster.format.Use;

final class UseWords {

    private final Words words;

    UseWords(Words words) {
        this.words = words;
    }

    static List<Use> choices(ColumnMeaning column) {
        List<Use> choices = new ArrayList<>(List.of(Use.UNUSED));
        for (Field field : Field.values()) {
            choices.add(new Use.As(field));
        }
        choices.add(Use.ITEM);
        choices.add(new Use.Shown(column.column().name()));
        return choices;
    }

    String say(Use use) {
        return switch (use) {
            case Use.As(Field field) -> words.say("field." + field);
            case Use.Item _ -> words.say("use.item");
            case Use.Shown _ -> words.say("use.shown");
            case Use.Unused _ -> words.say("use.unused");
        };
    }

    static Use first(ColumnMeaning column) {
        return column.uses().isEmpty() ? Use.UNUSED : column.uses().getFirst();
    }

    String note(ColumnMeaning column) {
        String others = column.uses().stream().skip(1).map(this::say).collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            return words.say("mapping.also", others);
        }
        if (!column.used()) {
            return "";
        }
        return words.say(column.guessed() ? "mapping.guessed" : "mapping.chosen");
    }

    static String header(ColumnMeaning column) {
        return ShownText.line(column.column().name());
    }
}
